import type { Block, Span } from '../document/page-document.ts';
import { spanOfRunText } from '../document/spans.ts';
import type { EntityMatch } from './entity-kind.ts';
import type { TextPart } from './split-enumeration.ts';

/** One printed name of a list. */
export interface EntityToken {
  readonly text: string;
  /** Inside the page. */
  readonly span: Span;
  /** What it stands for; `undefined` for a word that is no name of the kind. */
  readonly match: EntityMatch | undefined;
}

/** A part of a block's own text as a name. */
export function tokenOf(block: Block, part: TextPart, match: EntityMatch | undefined): EntityToken {
  return { text: part.text, span: spanOfRunText(block, part.from, part.to), match };
}

/** The share of a list's words that stand for something, 0 to 1. */
export function matchedShare(tokens: readonly EntityToken[]): number {
  return tokens.filter((token) => token.match !== undefined).length / Math.max(1, tokens.length);
}

/** From here on nobody doubts what a list names. */
export const mostlyUnderstood = 0.7;
