import type { DialectReader } from './dialects/dialect-reader.ts';
import type { LineIndex } from './line-index.ts';
import type { Anchor, ParseProblem, TextTrait, Traits } from './page-document.ts';

/** What the readers of one page share. */
export interface Reading {
  readonly text: string;
  readonly lines: LineIndex;
  readonly dialect: DialectReader;
  /** Targets of `[label]: target`, by identifier. */
  readonly targets: ReadonlyMap<string, string>;
  /** How the first or last line of a container is read; absent where the page has none. */
  readonly fences: DialectReader['fences'];
  readonly problems: ParseProblem[];
}

/** Traits of which ids and components may still be added. */
export interface TraitLists extends Traits {
  readonly anchors: Anchor[];
  readonly components: TextTrait[];
}

/** Blocks and markup nested deeper than this are not read: no page means it, and the stack has an end. */
export const deepestNesting = 100;
