import type { DialectReader } from './dialects/dialect-reader.ts';
import type { LineIndex } from './line-index.ts';
import type {
  Anchor,
  EmphasisTrait,
  ImageTrait,
  LinkTrait,
  NumberTrait,
  ParseProblem,
  TextRun,
  TextTrait,
  Traits,
} from './page-document.ts';

/** What the readers of one page share. */
export interface Reading {
  readonly text: string;
  readonly lines: LineIndex;
  readonly dialect: DialectReader;
  /** Targets of `[label]: target`, by identifier. */
  readonly targets: ReadonlyMap<string, string>;
  readonly problems: ParseProblem[];
}

/** Traits while they are being collected. */
export interface TraitLists extends Traits {
  readonly anchors: Anchor[];
  readonly links: LinkTrait[];
  readonly images: ImageTrait[];
  readonly codes: TextTrait[];
  readonly emphases: EmphasisTrait[];
  readonly numbers: NumberTrait[];
  readonly components: TextTrait[];
  readonly footnotes: TextTrait[];
  readonly runs: readonly TextRun[];
}

/** Blocks and markup nested deeper than this are not read: no page means it, and the stack has an end. */
export const deepestNesting = 100;
