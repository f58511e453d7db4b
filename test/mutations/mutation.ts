import type { Block, PageDocument, Section } from '../../src/domain/document/page-document.ts';
import type { Edit } from './edit-text.ts';

/** A page, read. */
export interface ParityPage {
  readonly path: string;
  readonly text: string;
  readonly document: PageDocument;
}

/** A translation beside its source, both as they were found. */
export interface ParityPair {
  readonly key: string;
  /** BCP 47. */
  readonly sourceLocale: string;
  readonly locale: string;
  readonly source: ParityPage;
  readonly translation: ParityPage;
  /** What the product calls its buttons and fields in `locale`; empty where its settings name no labels. */
  readonly labels: ReadonlySet<string>;
}

/** One change to a translation. */
export interface Mutation {
  /** Which place of the page it is. */
  readonly what: string;
  /** What is changed, of the page as it was; absent where that is no single thing. */
  readonly node?: Block | Section;
  readonly edits: readonly Edit[];
  /** True when the changed page is what the change means it to be. */
  readonly isMeant: (after: PageDocument) => boolean;
}

/** A kind of change, tried on every place that can have it. */
export interface MutationKind {
  /** Reads as what was done: `drop a step`. */
  readonly name: string;
  /** Rules that name the fault; none for a harmless edit, of which there is nothing to say. */
  readonly rules: readonly string[];
  /** How many findings are no more than there is to say; default 1. */
  readonly findings?: number;
  /** True where each place of the change needs its own finding. */
  readonly isEverywhere?: boolean;
  readonly mutationsOf: (pair: ParityPair) => readonly Mutation[];
}
