import type { Block, PageDocument, Point, Section } from '../../../src/domain/document/page-document.ts';

/**
 * What became of something of the source in the translation. `moved`: paired, but out of order among its siblings.
 * `merged`: several of the source are one in the translation; `split`: one of the source is several.
 */
export type AlignVerdict = 'same' | 'moved' | 'merged' | 'split' | 'missing' | 'extra';

/** Source and translation that answer each other; one side is empty for `missing` and `extra`. */
export interface Pair<Node> {
  readonly source: readonly Node[];
  readonly translation: readonly Node[];
  readonly verdict: AlignVerdict;
  /** How sure, 0 to 1: of the pair, or of the absence. */
  readonly score: number;
  /** What the score rests on, strongest first: `anchor #submit`, `link confirm-customer-agreement.md`, `position`. */
  readonly reasons: readonly string[];
  /** For `missing`: where in the translation it would be inserted. For `extra`: where in the source. */
  readonly place?: Point;
}

/** Two PageDocuments, and which part of one answers which of the other. */
export interface Alignment {
  readonly source: PageDocument;
  readonly translation: PageDocument;
  /** Every section of both pages is in exactly one pair; the roots are paired first. */
  readonly sections: readonly Pair<Section>[];
  /** Every block of both pages is in exactly one pair, parents before children, in the source's order; what is extra stands after its predecessor. */
  readonly blocks: readonly Pair<Block>[];
  /** The pair a block or section of either page is in. */
  readonly pairOf: PairLookup;
  /** Mean score of the pairs, weighed by length: how far the two pages are one text. */
  readonly confidence: number;
}

/** Finds the pair of a node; throws a RangeError for a node of another page. */
export interface PairLookup {
  (node: Block): Pair<Block>;
  (node: Section): Pair<Section>;
  (node: Block | Section): Pair<Block> | Pair<Section>;
}

/** What is known about two pages beside their text. */
export interface AlignOptions {
  /** BCP 47; default English. */
  readonly sourceLocale?: string;
  readonly locale?: string;
  /** Texts that are known to answer each other, such as the product's UI labels. */
  readonly terms?: readonly Term[];
}

/** A word or label and its translation. */
export interface Term {
  readonly source: string;
  readonly translation: string;
}
