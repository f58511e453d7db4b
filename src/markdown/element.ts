import type { Custom } from 'satteri';

/** An HTML element of our own making among a page's Markdown. */
export function element(
  tag: string,
  properties: Readonly<Record<string, unknown>>,
  children: Custom['children'] & object,
): Custom & { children: NonNullable<Custom['children']> } {
  // mdast's own type of `data` leaves out what decides a node's HTML.
  const data = { hName: tag, hProperties: properties } as Custom['data'] & object;
  return { type: 'element', data, children };
}
