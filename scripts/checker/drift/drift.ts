import type { Block, PageDocument, Section, Span } from '../../../src/domain/document/page-document.ts';

/** How a page has gone on from an old text of it to the text as it is; nothing in it where only the writing differs. */
export interface Drift {
  readonly before: PageDocument;
  readonly after: PageDocument;
  /** In the order of the new text; what is gone stands where it stood. */
  readonly changes: readonly DriftChange[];
  /** True where the files differ and no reader of a page could tell. */
  readonly isCosmetic: boolean;
}

/** What became of a part of the page. */
export type DriftKind = 'added' | 'removed' | 'changed' | 'moved';

/**
 * What a change is about. `section`: a heading with all or some of what stands below it; `heading`: the heading alone;
 * `field`: a field of the front matter; `table`: all its rows; `other`: what stands outside all blocks, such as a script of MDX.
 */
export type DriftNode = Block['kind'] | 'section' | 'heading' | 'field' | 'other';

/** What about a part is another; `place`: it stands in another block, or its list counts otherwise. */
export type DriftAspect =
  | 'text'
  | 'kind'
  | 'level'
  | 'callout'
  | 'component'
  | 'link'
  | 'image'
  | 'emphasis'
  | 'code'
  | 'anchor'
  | 'footnote'
  | 'language'
  | 'checked'
  | 'number'
  | 'place'
  | 'markup';

/** A difference that the words do not show. */
export interface DriftDetail {
  readonly aspect: DriftAspect;
  /** `null` where there was none. */
  readonly before: string | null;
  readonly after: string | null;
}

/** A piece of a text, as a reader sees it. */
export interface WordSegment {
  readonly kind: 'kept' | 'removed' | 'added';
  readonly text: string;
}

/** One change of a page. */
export interface DriftChange {
  readonly kind: DriftKind;
  readonly node: DriftNode;
  /** The name of a field. */
  readonly name?: string;
  /** What differs, for `changed` and `moved`; empty for what was only moved. */
  readonly aspects: readonly DriftAspect[];
  readonly details: readonly DriftDetail[];
  /** Its text, word by word; what came or went with it stands in lines of its own. */
  readonly words: readonly WordSegment[];
  /** How many blocks it is, those inside it included. */
  readonly blocks: number;
  /** The section it stands in, in the new text; where that is gone, in the old one. */
  readonly section: Section;
  /** The number of the step that it is or stands in, as a reader sees it now; the old number of one that is gone. */
  readonly step: number | undefined;
  /** Where it stands; where something is gone, the empty place at which it stood. */
  readonly range: Span;
  /** Where it stood in the old text; for something new, the empty place at which it would have stood. */
  readonly rangeBefore: Span;
  /** What it was in the old text; nothing for what is new, and for fields. */
  readonly nodeBefore: Block | Section | undefined;
  /** What it is; nothing for what is gone, and for fields. */
  readonly nodeAfter: Block | Section | undefined;
}
