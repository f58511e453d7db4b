import type { Block, PageDocument, Section } from '../../../src/domain/document/page-document.ts';
import { walkBlocks } from '../../../src/domain/document/walk-blocks.ts';
import { type Edit, lineEnd, lineStart, type Range } from '../edit-text.ts';
import { type OutlineEntry, outlineOf } from '../outline.ts';

/** Lists of steps or items that have several, each with the lines of its children. */
export interface SiblingLines {
  readonly list: Block;
  readonly children: readonly Block[];
  /** Whole lines of each child, without the last line end. */
  readonly lines: readonly Range[];
}

/** The lists of a page whose children each stand in lines of their own. */
export function listsOf(text: string, document: PageDocument, isOrdered: boolean): readonly SiblingLines[] {
  return document.blocks.flatMap((list): SiblingLines[] => {
    const { children } = list;
    if (list.list?.ordered !== isOrdered || children.length < 2) return [];
    return siblingLines(text, list) ?? [];
  });
}

/** The lines of the children of a list or table; nothing where two share a line. */
export function siblingLines(text: string, list: Block): SiblingLines[] | undefined {
  const lines = list.children.map(({ span }): Range => {
    const end = text.slice(0, span.end.offset).trimEnd().length;
    return { from: lineStart(text, span.start.offset), to: lineEnd(text, end) };
  });
  const areApart = lines.every(({ from }, n) => (lines[n - 1]?.to ?? -1) < from);
  const isClean = list.children.every(({ span }, n) => {
    const from = lines[n]?.from ?? 0;
    return /^[ \t>|]*$/.test(text.slice(from, span.start.offset));
  });
  return areApart && isClean ? [{ list, children: list.children, lines }] : undefined;
}

/** Takes the n-th child out, with the line ends that set it apart from the one before or behind. */
export function dropSibling({ lines }: SiblingLines, n: number): Edit {
  const { from, to } = lines[n] ?? { from: 0, to: 0 };
  const next = lines[n + 1];
  if (next !== undefined) return { from, to: next.from, text: '', place: 'all' };
  return { from: lines[n - 1]?.to ?? from, to, text: '', place: 'all' };
}

/** What sets a child apart from its neighbour: a line end, or a blank line. */
export function separatorAt(text: string, { lines }: SiblingLines, n: number): string {
  const [one, other] = n + 1 < lines.length ? [lines[n], lines[n + 1]] : [lines[n - 1], lines[n]];
  return text.slice(one?.to ?? 0, other?.from ?? 0);
}

/** Everything of a page but some blocks or sections and what they hold. */
export function outlineWithout(
  document: PageDocument,
  nodes: readonly (Block | Section)[],
): readonly OutlineEntry[] {
  const gone = new Set(nodes.flatMap((node) => [...nodesOf(node)]));
  return outlineOf(document).filter(({ node }) => !gone.has(node));
}

/** The entries of a block or section and of what it holds. */
export function entriesOf(document: PageDocument, node: Block | Section): readonly OutlineEntry[] {
  const own = new Set(nodesOf(node));
  return outlineOf(document).filter((entry) => own.has(entry.node));
}

/** The outline with the entries of one node replaced. */
export function outlineWith<Entry>(
  document: PageDocument,
  node: Block | Section,
  entries: readonly Entry[],
): readonly (OutlineEntry | Entry)[] {
  const own = new Set(nodesOf(node));
  return outlineOf(document).flatMap((entry): readonly (OutlineEntry | Entry)[] => {
    if (entry.node === node) return entries;
    return own.has(entry.node) ? [] : [entry];
  });
}

function* nodesOf(node: Block | Section): Generator<Block | Section> {
  if (node.kind !== 'section') {
    yield* walkBlocks(node);
    return;
  }
  yield node;
  for (const block of node.blocks) yield* walkBlocks(block);
  for (const section of node.sections) yield* nodesOf(section);
}
