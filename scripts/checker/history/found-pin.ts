import type { Span } from '../../../src/domain/document/page-document.ts';
import type { Commit } from './source-history.ts';

/**
 * What is known of the source text that a translation was made from.
 *
 * It tells how that is known: by a `pin` (the id of a text or of a commit), by a `hash` of the text, by git's `history` of
 * both files, or by a `date`. The first two are facts; the others are guesses with a reason, and less certain.
 */
export interface FoundPin {
  /** `unknown` where it cannot be followed. */
  readonly state: 'current' | 'behind' | 'unknown';
  readonly known: RevisionEvidence;
  /** As the page writes it; where history tells, the short id of the source's commit, and empty where nothing does. */
  readonly pin: string;
  /** Where the page writes it. */
  readonly span?: Span;
  /** From 0 to 1, how sure it is that this is the text; absent where the page says so itself. */
  readonly certainty?: number;
  /** The text it was made from, where the source has changed since and that text is to be had. */
  readonly oldText?: string;
  /** The commit that last touched the source, where git tells. */
  readonly lastCommit?: Commit;
  /** The first commit that changed the source after the text it was made from, where git tells. */
  readonly behindSince?: Commit;
  /** How many commits have changed the source since, where git tells. */
  readonly commitsBehind?: number;
  /** Sections that name a revision of their own, in the page's order; `oldText` holds their old texts. */
  readonly sections?: readonly FoundSection[];
  /** Why it could not be followed, or the old text is not to be had: a full sentence. */
  readonly problem?: string;
}

/** How the revision of a translation is known. */
export type RevisionEvidence = 'pin' | 'hash' | 'history' | 'date';

/** What the pin of one section came to. */
export interface FoundSection {
  readonly state: FoundPin['state'];
  readonly pin: string;
  /** Line of the pin in the translation, from 1. */
  readonly line: number;
  readonly problem?: string;
}
