import type {
  Block,
  PageDocument,
  Section,
  Span,
  TextTrait,
  Traits,
} from '../../../src/domain/document/page-document.ts';
import type { DriftNode } from './drift.ts';
import { foldCode, foldText } from './fold-text.ts';

/** A part of a page that is compared as one: a heading, a block's own text, a row of a table. */
export interface Piece {
  readonly kind: DriftNode;
  readonly node: Block | Section;
  /** Without what stands in it, where that is pieces of its own. */
  readonly span: Span;
  /** As a reader sees it; cells of a row parted by bars. */
  readonly text: string;
  /** The same for the same text in the same kind of block, however it is written. */
  readonly key: string;
  /** What the page says beside the words. */
  readonly traits: readonly Traits[];
  readonly section: Section;
  /** The block that it stands in, lists and tables passed over. */
  readonly parent: Piece | undefined;
  /** The heading that it stands below; of a heading, that of the section around its own. */
  readonly heading: Piece | undefined;
}

/** The pieces of a page in the order of the file. Comments, and what shows nothing, are none. */
export function readPieces(document: PageDocument): readonly Piece[] {
  const pieces: Piece[] = [];
  const byNode = new Map<Block | Section, Piece>();
  const nodes: readonly (Block | Section)[] = [...document.sections, ...document.blocks].toSorted(
    (one, other) => startOf(one) - startOf(other),
  );
  for (const node of nodes) {
    const piece =
      node.kind === 'section' ? pieceOfHeading(node, byNode) : pieceOfBlock(node, document, byNode);
    if (piece === undefined) continue;
    pieces.push(piece);
    byNode.set(node, piece);
  }
  return pieces;
}

function startOf(node: Block | Section): number {
  return (node.kind === 'section' ? (node.heading?.span ?? node.span) : node.span).start.offset;
}

type PiecesByNode = ReadonlyMap<Block | Section, Piece>;

function pieceOfHeading(section: Section, byNode: PiecesByNode): Piece | undefined {
  const { heading, parent } = section;
  if (heading === undefined) return undefined;
  return {
    kind: 'heading',
    node: section,
    span: heading.span,
    text: heading.text,
    key: `heading ${foldText(heading.text)}`,
    traits: [heading.traits],
    section,
    parent: undefined,
    heading: parent && byNode.get(parent),
  };
}

function pieceOfBlock(block: Block, document: PageDocument, byNode: PiecesByNode): Piece | undefined {
  if (block.kind === 'list' || block.kind === 'table' || block.kind === 'cell') return undefined;
  if (block.kind === 'html' && htmlOf(block, document) === '') return undefined;
  const cells = block.kind === 'row' ? block.children : [];
  const text = block.kind === 'row' ? cells.map((cell) => cell.text).join(' | ') : block.text;
  const traits = block.kind === 'row' ? cells.map((cell) => cell.traits) : [block.traits];
  return {
    kind: block.kind,
    node: block,
    span: ownSpanOf(block),
    text,
    key: `${block.kind} ${keyTextOf(block, text, document)}`,
    traits,
    section: block.section,
    parent: pieceAround(block, byNode),
    heading: byNode.get(block.section),
  };
}

function pieceAround({ parent }: Block, byNode: PiecesByNode): Piece | undefined {
  for (let around = parent; around !== undefined; around = around.parent) {
    const piece = byNode.get(around);
    if (piece !== undefined) return piece;
  }
  return undefined;
}

/** What tells a block from others of its kind: where it has no words, what it shows. */
function keyTextOf(block: Block, text: string, document: PageDocument): string {
  if (block.kind === 'code') return foldCode(text);
  const folded = foldText(text);
  if (folded !== '') return folded;
  if (block.kind === 'html') return htmlOf(block, document);
  const { images } = block.traits;
  const components = block.traits.components.map((component) => componentOf(component, document));
  return [block.callout, ...images.map(({ source }) => source), ...components].join(' ');
}

/** A block of HTML as it is written, without its comments and with its spaces folded. */
export function htmlOf(block: Block, { text }: PageDocument): string {
  return text
    .slice(block.span.start.offset, block.span.end.offset)
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?\/>/g, '>')
    .trim();
}

/** A component of MDX with its attributes; elsewhere the trait has them. */
export function componentOf({ text, span }: TextTrait, document: PageDocument): string {
  const source = document.text.slice(span.start.offset, span.end.offset);
  const tag = source.startsWith('<') ? /^<[^>]*>/.exec(source)?.[0] : undefined;
  return (tag ?? text).replaceAll(/\s+/g, ' ').replaceAll(/ ?\/?>/g, '>');
}

/** From the marker to the end of the own text. */
function ownSpanOf(block: Block): Span {
  if (block.kind === 'row' || block.children.length === 0) return block.span;
  const { start } = block.span;
  if (block.text !== '') return { start, end: block.textSpan.end };
  const first = block.children[0]?.span.start;
  return first === undefined || first.offset <= start.offset ? block.span : { start, end: first };
}
