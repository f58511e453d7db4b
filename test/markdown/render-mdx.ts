import { pathToFileURL } from 'node:url';
import { evaluate, type MdastPluginList } from 'satteri';

/** The HTML that `source` becomes with the plugins, written the way Astro writes it; components are left out. */
export function renderMdx(
  source: string,
  plugins: MdastPluginList,
  file = '/guide/content/en-US/page.mdx',
): string {
  const module = evaluate(source, {
    mdastPlugins: plugins,
    fileURL: pathToFileURL(file),
    elementAttributeNameCase: 'html',
    Fragment,
    jsx: element,
    jsxs: element,
  }) as { default: (props: object) => Html };
  return module.default({}).html.trim();
}

/** HTML already written, so that it is not escaped again. */
class Html {
  readonly html: string;
  constructor(html: string) {
    this.html = html;
  }
}

const Fragment = Symbol('Fragment');

function element(type: unknown, props: unknown): Html {
  const { children, ...attributes } = props as Record<string, unknown>;
  if (typeof type === 'function') return type({ children, ...attributes });
  const inner = [children].flat().map(childHtml).join('');
  if (type === Fragment) return new Html(inner);
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
  return new Html(`<${type}${written.join('')}>${inner}</${type}>`);
}

function childHtml(child: unknown): string {
  if (child instanceof Html) return child.html;
  return child === undefined || child === null || typeof child === 'boolean' ? '' : String(child);
}
