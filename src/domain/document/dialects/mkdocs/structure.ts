import type { SourceLine } from './source-line.ts';

/** A stretch of the page. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** What Python-Markdown makes of a page's blocks. */
export type Structure = Leaf | Container;

/** A block that holds text only. */
export type Leaf =
  | { readonly tag: 'paragraph'; readonly lines: SourceLine[] }
  | { readonly tag: 'heading'; readonly depth: number; readonly line: SourceLine; readonly marker: Range }
  | { readonly tag: 'setext'; readonly line: SourceLine; readonly underline: SourceLine }
  | { readonly tag: 'code'; readonly lines: SourceLine[] }
  /** Fenced code, raw HTML, a table: lines that Markdown's own parser reads as Python-Markdown does. */
  | { readonly tag: 'verbatim' | 'table'; readonly lines: readonly SourceLine[] }
  | { readonly tag: 'rule' | 'line'; readonly line: SourceLine };

/** A block that holds blocks. */
export interface Container {
  readonly tag: 'root' | 'list' | 'item' | 'quote' | 'titled' | 'terms' | 'term' | 'description' | 'footnote';
  readonly children: Structure[];
  /** Of an item the marker, of a titled block its first line, of a description the colon. */
  readonly marker: Range;
  readonly ordered?: boolean;
  readonly title?: TitledBlock;
  /** Children that stand in a tight item as bare text: Python-Markdown does not count them as children. */
  bareText?: boolean;
}

/** A callout or another block that has a kind, a title, and its content indented below. */
export interface TitledBlock {
  readonly kind: 'callout' | 'component';
  readonly name: string;
  readonly title: Range | undefined;
}

/** The last child that Python-Markdown counts: the bare text of a tight item is none. */
export function lastChildOf(parent: Container): Structure | undefined {
  const last = parent.children.at(-1);
  return parent.bareText && last?.tag === 'paragraph' ? undefined : last;
}

/** Whether a block is a list of items. */
export function isList(block: Structure | undefined): block is Container {
  return block?.tag === 'list';
}

/** An empty container. */
export function makeContainer(
  tag: Container['tag'],
  marker: Range,
  details: Pick<Container, 'ordered' | 'title'> = {},
): Container {
  return { tag, children: [], marker, ...details };
}
