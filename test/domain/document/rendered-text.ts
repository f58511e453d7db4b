import { evaluateSync } from '@mdx-js/mdx';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import remarkGfm from 'remark-gfm';

/** The text that a reader of GitHub-flavoured Markdown sees, code left out, as micromark renders it. */
export function textOfMarkdown(text: string): string {
  const html = micromark(text, {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
  return textOfHtml(html);
}

/** The text that a reader of an MDX page sees, code left out: the page is compiled and run. */
export function textOfMdx(text: string): string {
  const page = evaluateSync(text, {
    Fragment: 'fragment',
    jsx: textOf,
    jsxs: textOf,
    remarkPlugins: [remarkGfm],
  });
  return String(page.default({}));
}

/** The text in HTML, code left out. */
export function textOfHtml(html: string): string {
  return html.replaceAll(/<code>.*?<\/code>/gs, '').replaceAll(/<[^>]*>/g, '');
}

/** A JSX runtime whose elements are their text. */
function textOf(type: unknown, props: { readonly children?: unknown }): string {
  if (type === 'code') return '';
  return typeof type === 'function' ? String(type(props)) : [props.children ?? ''].flat(3).join('');
}
