import type { Drift, DriftChange, WordSegment } from '../../../scripts/checker/drift/drift.ts';
import { findDrift } from '../../../scripts/checker/drift/find-drift.ts';
import type { Dialect } from '../../../src/domain/document/page-document.ts';
import { parsePage } from '../../../src/domain/document/parse-page.ts';

/** The drift between two texts of a page. */
export function driftBetween(
  before: string,
  after: string,
  dialect: Dialect = 'gfm',
  { locale = 'en', key = 'guides/add' }: { readonly locale?: string; readonly key?: string } = {},
): Drift {
  return findDrift(parsePage(before, { dialect }), parsePage(after, { dialect }), { locale, key });
}

/** Each change of a drift as a line: `3 changed step text: Select [-Add-]{+Create+}.` */
export function driftLines({ changes }: Drift): readonly string[] {
  return changes.map((change) => `${change.range.start.line} ${nameOf(change)}: ${marked(change.words)}`);
}

function nameOf({ kind, node, name, aspects, details }: DriftChange): string {
  const values = details.map(({ before, after }) => ` (${before} → ${after})`).join('');
  return [kind, node, name, aspects.join(','), values].filter(Boolean).join(' ');
}

/** Words as `git diff --word-diff` shows them. */
export function marked(words: readonly WordSegment[]): string {
  return words
    .map(({ kind, text }) => (kind === 'kept' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`))
    .join('');
}
