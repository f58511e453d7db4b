import { type SatteriAstroData, satteriHeadingIdsPlugin } from '@astrojs/markdown-satteri';
import { evaluate, type Features, type MdastPluginList } from 'satteri';

/** A page's text as HTML, with its headings. */
export interface RenderedText {
  readonly html: string;
  readonly headings: readonly { readonly depth: number; readonly slug: string; readonly text: string }[];
}

/** How pages are rendered, wherever that is done. */
export interface MarkdownSettings {
  readonly features: Features;
  readonly mdastPlugins: MdastPluginList;
}

/**
 * True for the text of an MDX page that is Markdown and comments alone: what it becomes is one string of HTML, and
 * needs no module of its own to be built, bundled and loaded. Images are left to Astro, which makes them smaller. What
 * only looks like more, such as a tag in code, is taken for more: the page looks the same, and its build takes longer.
 * @example isPlainPage('Use the **legal name**. {/* #rule-legal-name *\/}') // => true
 * @example isPlainPage('<PracticeForm />') // => false
 */
export function isPlainPage(text: string): boolean {
  return !/!\[|<|\{(?!\s*\/\*(?:(?!\*\/)[^])*\*\/\s*\})|^\s*(?:import|export)\b/mu.test(text);
}

/**
 * A plain page as HTML, the same that its module would render.
 * @throws When the page is not plain, or not valid MDX.
 */
export async function renderPlainPage(
  text: string,
  { features, mdastPlugins }: MarkdownSettings,
  fileURL: URL,
): Promise<RenderedText> {
  const astro: SatteriAstroData = {
    frontmatter: {},
    headings: [],
    localImagePaths: new Set(),
    remoteImagePaths: new Set(),
  };
  const { default: page } = (await evaluate(text, {
    mdastPlugins,
    hastPlugins: [satteriHeadingIdsPlugin()],
    features,
    fileURL,
    data: { astro },
    // What never changes is one string, and in a plain page that is everything.
    optimizeStatic: { component: 'Fragment', prop: 'set:html' },
    elementAttributeNameCase: 'html',
    Fragment,
    jsx: staticHtml,
    jsxs: staticHtml,
  })) as { default: (props: object) => string };
  return { html: page({ components: { Fragment } }), headings: astro.headings };
}

const Fragment = 'Fragment';

function staticHtml(type: unknown, props: unknown): string {
  const { children, 'set:html': html = '' } = props as { children?: unknown; 'set:html'?: string };
  if (type !== Fragment || children !== undefined)
    throw new Error(`A page with \`<${String(type)}>\` is no plain page.`);
  return html;
}
