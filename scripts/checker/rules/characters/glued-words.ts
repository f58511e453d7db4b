import type { TextRun } from '../../../../src/domain/document/page-document.ts';
import {
  languageOf,
  scriptsOfLocale,
  setsSpacesBetweenWords,
} from '../../../../src/domain/locale/scripts.ts';
import { addressBlot, codeBlot, type Prose } from './prose.ts';

/** A place between two words where a space is missing. */
export interface GluedWords {
  /** UTF-16 units of the prose: the space belongs before the character here. */
  readonly at: number;
  /** What ends there, and what begins, as a reader sees it. */
  readonly before: string;
  readonly after: string;
  /** What ends or begins there. */
  readonly kind: 'link' | 'markup' | 'code' | 'stop' | 'bracket';
  /** On which side of the place the markup is; for punctuation the mark is before it. */
  readonly side: 'before' | 'after';
  /** False where the two may be one word after all. */
  readonly isCertain: boolean;
}

/** How a language joins words, general knowledge. */
export interface Joining {
  readonly language: string;
  /** Endings are set at anything, names and links too. */
  readonly setsEndings: boolean;
  /** Compounds are written in one word. */
  readonly setsCompounds: boolean;
  /** Small words are set before others without a space. */
  readonly setsPrefixes: boolean;
  /** Endings that a word may get outside of its markup. */
  readonly endings: ReadonlySet<string>;
}

/** How the language of a locale joins words; `undefined` where it sets no spaces between them. */
export function joiningOf(locale: string): Joining | undefined {
  if (!setsSpacesBetweenWords(locale)) return undefined;
  const scripts = scriptsOfLocale(locale);
  const language = languageOf(locale);
  return {
    language,
    setsEndings: endingLanguages.has(language) || !scripts.some((script) => spacedScripts.has(script)),
    setsCompounds: compoundLanguages.has(language),
    setsPrefixes: scripts.includes('Arab') || scripts.includes('Hebr'),
    endings: new Set(`${endingsOf[language] ?? ''} ${commonEndings}`.split(' ')),
  };
}

const spacedScripts: ReadonlySet<string> = new Set(['Latn', 'Cyrl', 'Grek', 'Deva']);
const endingLanguages: ReadonlySet<string> = new Set(
  'az et eu fi hu hy ka kk ky mn se sw tk tr tt uz'.split(' '),
);
const compoundLanguages: ReadonlySet<string> = new Set('af da de fo fy is lb nb nl nn no sv'.split(' '));

/** What is added to English names in most languages. */
const commonEndings = 's es ed er ing';

const endingsOf: Readonly<Record<string, string>> = {
  da: 'e en er et ene erne ens n ne r',
  de: 'e em en ern n ens es er te ten',
  es: 'a o as os ar ado ada',
  fr: 'e es',
  it: 'a e i o',
  nb: 'a e en er et ene n ne r',
  nl: 'e en n je jes',
  nn: 'a e en er et ane n ne r',
  no: 'a e en er et ene n ne r',
  pt: 'a o as os',
  sv: 'a ar arna at de e en er erna et ets ens n na nas or r t',
};

/** How often the words of a page stand in it, lower case. */
export type WordCounts = ReadonlyMap<string, number>;

/** Where markup ends or begins inside what are two words. */
export function findGluedMarkup(
  { own, text }: Prose,
  joining: Joining,
  countWords: () => WordCounts,
): readonly GluedWords[] {
  const found: GluedWords[] = [];
  let last: TextRun | undefined;
  for (const run of own.traits.runs) {
    if (run.text === '') continue;
    if (last !== undefined && run.at === last.at + last.text.length) {
      const glued = gluedAt(text, last, run, joining, countWords);
      if (glued !== undefined) found.push(glued);
    }
    last = run;
  }
  return found;
}

function gluedAt(
  text: string,
  left: TextRun,
  right: TextRun,
  joining: Joining,
  countWords: () => WordCounts,
): GluedWords | undefined {
  // Most places have a space, and need no reading.
  if (isSpace(text.charCodeAt(right.at - 1)) || isSpace(text.charCodeAt(right.at))) return undefined;
  const closes = left.markup.length > right.markup.length;
  const opens = right.markup.length > left.markup.length;
  if (closes === opens) return undefined;
  const isMark = /[.,;:!?]/.test(text.charAt(right.at - 1));
  if (!isMark && (closes ? joining.setsEndings : joining.setsPrefixes)) return undefined;
  const kind = kindOf(closes ? left : right, closes ? right : left);
  const at = right.at;
  // The prose has code and addresses blotted out, the runs have them.
  const before = closes ? wordBefore(left.text, left.text.length) : wordBefore(text, at);
  const after = wordAfter(closes ? text.slice(at) : right.text);
  if (kind === undefined || after === '' || before === '') return undefined;
  const place = { at, before, after, kind, side: closes ? 'before' : 'after' } as const;
  if (/[.,;:!?]$/.test(before))
    return isStop(text, left, place) ? { ...place, isCertain: kind !== 'code' } : undefined;
  if (/^\p{N}|\p{N}$/u.test(before.slice(-1) + after.charAt(0))) return undefined;
  return closes ? gluedBehind(place, joining, countWords) : gluedBefore(place, joining, countWords);
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0xa0;
}

function kindOf(marked: TextRun, plain: TextRun): GluedWords['kind'] | undefined {
  const added = marked.markup.filter((markup) => !plain.markup.includes(markup));
  if (added.includes('link')) return 'link';
  if (added.includes('code')) return 'code';
  return added.length > 0 ? 'markup' : undefined;
}

type Place = Omit<GluedWords, 'isCertain'>;

/** A mark that ends a sentence or clause, not an abbreviation's or an ellipsis. */
function isStop(text: string, left: TextRun, { at, before, kind, side }: Place): boolean {
  if (side === 'before' && kind === 'code') return false;
  const written = side === 'before' ? left.text : text.slice(Math.max(0, at - 12), at);
  return /\p{L}{2}["”»’)]?[.,;:!?]$/u.test(written) && !/\.\p{L}+\.$/u.test(written) && before.length > 1;
}

/** `[link](x)och`, `**Knapp**och`. */
function gluedBehind(place: Place, joining: Joining, countWords: () => WordCounts): GluedWords | undefined {
  const { before, after, kind } = place;
  const word = after.toLowerCase();
  if (joining.setsEndings || joining.endings.has(word) || !isOneScript(before, after, kind)) return undefined;
  const words = countWords();
  if (words.has(`${before}${after}`.toLowerCase())) return undefined;
  const isKnown = isWordOf(words, word);
  if (kind === 'link') {
    // Somebody may link a part of a word, though hardly of one that is longer than the ending is.
    const isWord = isKnown || word.length > 3 || /^\p{Lu}\p{Ll}/u.test(after);
    return isWord ? { ...place, isCertain: isKnown } : undefined;
  }
  const isFirstKnown = kind === 'code' || isWordOf(words, before.toLowerCase());
  if (!isKnown || !isFirstKnown || (joining.setsCompounds && (word.length > 3 || kind === 'code')))
    return undefined;
  return { ...place, isCertain: false };
}

/** `och[link](x)`, `på**Knapp**`. */
function gluedBefore(place: Place, joining: Joining, countWords: () => WordCounts): GluedWords | undefined {
  const { before, after, kind } = place;
  const word = before.toLowerCase();
  if (joining.setsPrefixes || (word.length < 2 && kind !== 'link') || !isOneScript(before, after, kind))
    return undefined;
  const words = countWords();
  // Code is seldom the second half of a word, but `ge` and `yield` are one in German.
  const isLongBeforeCode = kind === 'code' && !joining.setsCompounds && word.length > 3;
  if (words.has(`${before}${after}`.toLowerCase()) || !(isWordOf(words, word) || isLongBeforeCode))
    return undefined;
  // `Haupt**menü**`: the first part of a compound, where it is longer than a small word.
  if (joining.setsCompounds && (word.length > 3 || before !== word)) return undefined;
  const isFirstKnown = kind !== 'markup' || isWordOf(words, after.toLowerCase());
  return isFirstKnown ? { ...place, isCertain: kind === 'link' && !joining.setsCompounds } : undefined;
}

/** A small word has to stand there more than once: it may be a slip itself. */
function isWordOf(words: WordCounts, word: string): boolean {
  return (words.get(word) ?? 0) >= (word.length < 3 ? 2 : 1);
}

/** An ending of the page's own script is set at names of another. */
function isOneScript(before: string, after: string, kind: GluedWords['kind']): boolean {
  return kind === 'link' || scripts.some((script) => script.test(before) && script.test(after));
}

const scripts = [/^[\p{sc=Latn}\p{M}'’-]+$/u, /^[\p{sc=Cyrl}\p{M}'’-]+$/u, /^[\p{sc=Grek}\p{M}'’-]+$/u];

function wordBefore(text: string, at: number): string {
  return (
    /[\p{L}\p{M}\p{N}]*["”»’)]?[\p{L}\p{N}.,;:!?]$/u.exec(text.slice(Math.max(0, at - 40), at))?.[0] ?? ''
  );
}

function wordAfter(text: string): string {
  return /^\p{L}[\p{L}\p{M}]*/u.exec(text.slice(0, 40))?.[0] ?? '';
}

/** Where a sentence, a clause or brackets end, and the next word follows at once. */
export function findGluedMarks(
  { own, text }: Prose,
  { setsEndings, language }: Joining,
): readonly GluedWords[] {
  const found: GluedWords[] = [];
  const add = (match: RegExpMatchArray, kind: 'stop' | 'bracket', side: GluedWords['side']): void => {
    const at = (match.index ?? 0) + match[0].length;
    // Where markup begins or ends there, `findGluedMarkup` has looked.
    if (own.traits.runs.some((run) => run.at === at)) return;
    const before = match[0].slice(-30);
    found.push({
      at,
      before,
      after: wordAfter(text.slice(at)) || text.charAt(at),
      kind,
      side,
      isCertain: kind === 'stop',
    });
  };
  for (const match of text.matchAll(gluedStop)) add(match, 'stop', 'before');
  for (const match of text.matchAll(gluedComma)) add(match, 'stop', 'before');
  if (setsEndings || language === 'ko') return found;
  for (const match of text.matchAll(gluedClosing)) add(match, 'bracket', 'before');
  for (const match of text.matchAll(gluedOpening)) add(match, 'bracket', 'after');
  return found;
}

const gluedStop = /(?<![\p{L}\p{N}.\-_/])\p{Ll}{3,20}[.!?](?=\p{Lu}\p{Ll}+(?:[ ,]|$))/gu;
/** Several in a row are no sentence: `POST,GET,PUT`. */
const gluedComma = /(?<![\p{L}\p{N},.\-_/])\p{L}?\p{Ll}{2,30},(?=\p{Ll}{2,}(?![\p{L}\p{N}]*[,=/]))/gu;
const gluedClosing = new RegExp(
  `(?<= )\\((?=[^()]{0,200}[\\p{Ll} ][^()]{0,200}\\))[^()${codeBlot}${addressBlot}]{3,200}(?<!-)\\)(?=\\p{L}{2})`,
  'gu',
);
const gluedOpening =
  /(?<![\p{L}\p{N}.\-_/])\p{L}*\p{Ll}{2}(?=\((?=[^()]{0,200}\p{L}{2} \p{L}{2})[^()]{3,200}\))/gu;
