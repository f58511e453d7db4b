import type { Block, PageDocument, Section, Span, Traits } from './page-document.ts';

/** A piece of a page that a reader reads as one: a block's own text, or a heading's. */
export interface OwnText {
  readonly text: string;
  readonly traits: Traits;
  /** Without the markers and the children. */
  readonly span: Span;
  /** The block, or the section whose heading it is. */
  readonly node: Block | Section;
}

/**
 * The own text of a block or heading, or `undefined` where there is none to read: code, a divider, an empty list
 * item, the page's root.
 */
export function ownTextOf(node: Block | Section): OwnText | undefined {
  if (node.kind === 'section') {
    const { heading } = node;
    return heading && { text: heading.text, traits: heading.traits, span: heading.span, node };
  }
  if (node.kind === 'code' || node.text === '') return undefined;
  return { text: node.text, traits: node.traits, span: node.textSpan, node };
}

/** Every text of a page in the order of the file, headings included. */
export function ownTexts(document: PageDocument): readonly OwnText[] {
  return [...document.sections, ...document.blocks]
    .flatMap((node) => ownTextOf(node) ?? [])
    .toSorted((one, other) => one.span.start.offset - other.span.start.offset);
}
