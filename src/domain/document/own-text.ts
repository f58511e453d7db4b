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
 * The own text of a block or heading, the same object every time, or `undefined` where there is none to read: code, a divider, an empty list
 * item, the page's root.
 */
export function ownTextOf(node: Block | Section): OwnText | undefined {
  const known = textBefore.get(node) ?? readOwnText(node);
  if (known !== undefined) textBefore.set(node, known);
  return known;
}

/** What is found out about a text is kept by the text: a source's is asked for once for each translation. */
const textBefore = new WeakMap<Block | Section, OwnText>();

function readOwnText(node: Block | Section): OwnText | undefined {
  if (node.kind === 'section') {
    const { heading } = node;
    return heading && { text: heading.text, traits: heading.traits, span: heading.span, node };
  }
  if (node.kind === 'code' || node.text === '') return undefined;
  return { text: node.text, traits: node.traits, span: node.textSpan, node };
}

/** Every text of a page in the order of the file, headings included. */
export function ownTexts(document: PageDocument): readonly OwnText[] {
  const known = textsBefore.get(document) ?? readOwnTexts(document);
  textsBefore.set(document, known);
  return known;
}

/** Many rules ask for the texts of a page, and a source page is asked once for each translation. */
const textsBefore = new WeakMap<PageDocument, readonly OwnText[]>();

function readOwnTexts({ sections, blocks }: PageDocument): readonly OwnText[] {
  const texts: OwnText[] = [];
  for (const nodes of [sections, blocks]) {
    for (const node of nodes) {
      const text = ownTextOf(node);
      if (text !== undefined) texts.push(text);
    }
  }
  return texts.toSorted((one, other) => one.span.start.offset - other.span.start.offset);
}
