import type { Nodes } from 'mdast';
import { endOf, startOf } from './node-place.ts';
import type { Span } from './page-document.ts';
import { emptyTraits } from './read-inline.ts';
import type { Reading, TraitLists } from './reading.ts';

/** An element of MDX that fills its lines. */
export type FlowElement = Extract<Nodes, { type: 'mdxJsxFlowElement' }>;

/** Whether an element is a component: its name is not an HTML one. */
export function isComponentName(name: string): boolean {
  return name !== name.toLowerCase() || name.includes('.');
}

/** Whether an element holds running text, not blocks. */
export function holdsText(element: FlowElement): boolean {
  return element.children.some(({ type }) => inlineTypes.has(type));
}

/** Whether an element has headings, directly or in elements alone: these divide the page, and not only the element. */
export function holdsHeading(element: FlowElement): boolean {
  return element.children.some(
    (child) => child.type === 'heading' || (child.type === 'mdxJsxFlowElement' && holdsHeading(child)),
  );
}

/** What an element's opening tag says: its id, and itself if it is a component. */
export function elementTraits({ lines, text }: Reading, element: FlowElement): TraitLists {
  const traits = emptyTraits();
  const start = startOf(element);
  const end = endOf(element);
  for (const attribute of element.attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || attribute.name !== 'id') continue;
    if (typeof attribute.value !== 'string') continue;
    const place = attributePlace(text.slice(start, end), 'id', attribute.value);
    const span: Span =
      place === undefined ? lines.spanOf(start, start) : lines.spanOf(start + place.start, start + place.end);
    traits.anchors.push({ id: attribute.value, span });
  }
  const name = element.name ?? '';
  if (isComponentName(name)) traits.components.push({ text: name, span: lines.spanOf(start, end) });
  return traits;
}

function attributePlace(
  source: string,
  name: string,
  value: string,
): { readonly start: number; readonly end: number } | undefined {
  const start = [`${name}="${value}"`, `${name}='${value}'`]
    .map((written) => source.indexOf(written))
    .find((index) => index !== -1);
  return start === undefined ? undefined : { start, end: start + name.length + value.length + 3 };
}

const inlineTypes: ReadonlySet<Nodes['type']> = new Set([
  'text',
  'strong',
  'emphasis',
  'delete',
  'inlineCode',
  'link',
  'linkReference',
  'image',
  'imageReference',
  'break',
  'html',
  'mdxTextExpression',
  'mdxJsxTextElement',
  'footnoteReference',
]);
