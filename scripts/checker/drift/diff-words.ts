import { diffArrays } from 'diff';
import type { WordSegment } from './drift.ts';
import { foldText } from './fold-text.ts';

/** Edits beyond which a text counts as wholly rewritten: the time grows with their square. */
const mostEdits = 1000;

/**
 * Two wordings of a text, word by word, as `Intl.Segmenter` finds the words of the language; in the order of the new
 * one, removed words before added ones.
 *
 * Words that differ in the kind of their quotation marks or spaces count as kept.
 * @param locale BCP 47 of both texts
 * @example diffWords('Select Add.', 'Select Create.', 'en')
 * // => [{ kind: 'kept', text: 'Select ' }, { kind: 'removed', text: 'Add' }, { kind: 'added', text: 'Create' }, { kind: 'kept', text: '.' }]
 */
export function diffWords(before: string, after: string, locale: string): readonly WordSegment[] {
  if (before === '' || after === '' || foldText(before) === foldText(after)) return wholeTexts(before, after);
  const changes = diffArrays(segmentsOf(before, locale), segmentsOf(after, locale), {
    comparator: (one, other) => one.folded === other.folded,
    maxEditLength: mostEdits,
  });
  if (changes === undefined) return rewritten(before, after);
  const raw = changes.map(({ value, added, removed }): WordSegment => {
    return {
      kind: added ? 'added' : removed ? 'removed' : 'kept',
      text: value.map(({ text }) => text).join(''),
    };
  });
  return joined(raw);
}

/** How many words of a text a language's reader counts. */
export function countWords(text: string, locale: string): number {
  let count = 0;
  for (const { isWordLike } of segmenterFor(locale).segment(text)) if (isWordLike === true) count++;
  return count;
}

function wholeTexts(before: string, after: string): readonly WordSegment[] {
  if (before !== '' && after !== '') return [{ kind: 'kept', text: after }];
  return rewritten(before, after);
}

function rewritten(before: string, after: string): readonly WordSegment[] {
  const segments: WordSegment[] = [];
  if (before !== '') segments.push({ kind: 'removed', text: before });
  if (after !== '') segments.push({ kind: 'added', text: after });
  return segments;
}

/** All spaces are one word, or they would tear words apart that belong together. */
function foldWord(word: string): string {
  return /^\s+$/.test(word) ? (word.includes('\n') ? '\n' : ' ') : foldText(word);
}

/** A piece of a text, and what of it counts: folded once, for each is compared with many. */
interface Word {
  readonly text: string;
  readonly folded: string;
}

function segmentsOf(text: string, locale: string): Word[] {
  return Array.from(segmenterFor(locale).segment(text), ({ segment }) => {
    return { text: segment, folded: foldWord(segment) };
  });
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(locale: string): Intl.Segmenter {
  const known = segmenters.get(locale) ?? makeSegmenter(locale);
  segmenters.set(locale, known);
  return known;
}

/** The settings may call a locale what is no language tag; words are found all the same. */
function makeSegmenter(locale: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(locale, { granularity: 'word' });
  } catch {
    return new Intl.Segmenter('en', { granularity: 'word' });
  }
}

/**
 * Changes with nothing but a space or punctuation between them as one, removed before added: people read phrases.
 */
function joined(segments: readonly WordSegment[]): readonly WordSegment[] {
  const result: WordSegment[] = [];
  let removed = '';
  let added = '';
  const close = (): void => {
    if (removed !== '') result.push({ kind: 'removed', text: removed });
    if (added !== '') result.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  for (const [at, { kind, text }] of segments.entries()) {
    const isBridge = kind === 'kept' && removed !== '' && added !== '' && /^[^\S\n]$/.test(text);
    if (isBridge && segments[at + 1] !== undefined) {
      removed += text;
      added += text;
    } else if (kind === 'kept') {
      close();
      result.push({ kind, text });
    } else if (kind === 'removed') removed += text;
    else added += text;
  }
  close();
  return result;
}
