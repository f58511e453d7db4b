import { languageOf, scriptsOfLocale } from '../../../../src/domain/locale/scripts.ts';
import type { Prose } from './prose.ts';

/** Characters of a width that the text around them does not have. */
export interface OddWidth {
  /** UTF-16 units of the prose. */
  readonly from: number;
  readonly to: number;
  readonly found: string;
  /** What is written in the width of the text; spaces included that come or go with it. */
  readonly expected: string;
  readonly kind: 'full-width' | 'half-width' | 'bracket';
  /** False where a person has to decide. */
  readonly isCertain: boolean;
}

/** Which widths a language writes in. */
export type WidthHabit = 'narrow' | 'chinese' | 'japanese';

/** The habit of a locale: Chinese and Japanese punctuation is as wide as their characters, all else is narrow. */
export function widthHabitOf(locale: string): WidthHabit {
  const language = languageOf(locale);
  if (language === 'ja') return 'japanese';
  return scriptsOfLocale(locale)[0] === 'Han' ? 'chinese' : 'narrow';
}

/** A quick look at a whole page: whether it may hold what the habit minds. */
export function mayMixWidths(text: string, habit: WidthHabit): boolean {
  return (habit === 'narrow' ? wide : oddInWide).test(text);
}

const wide = /[\u3000-\u3002\uff01-\uff9f]/;
const oddInWide =
  /[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}ー][,;?!.()]|[（(]|[\uff21-\uff3a\uff41-\uff5a\uff66-\uff9d]/u;

/** Wide characters in a text that is narrow: they are glued to its words, and none of their own kind is near. */
export function findWide({ text }: Prose): readonly OddWidth[] {
  if (!wide.test(text)) return [];
  const found: OddWidth[] = [];
  for (const match of text.matchAll(wideRun)) {
    const [run] = match;
    const from = match.index;
    const to = from + run.length;
    const before = text.charAt(from - 1);
    const after = text.charAt(to);
    if (isWideScript(text.slice(Math.max(0, from - 2), from)) || isWideScript(text.slice(to, to + 2)))
      continue;
    const isInWord =
      /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/.test(run) ||
      /[\p{L}\p{N}\p{M})"”»’%]/u.test(before) ||
      /[\p{L}\p{N}]/u.test(after);
    // Whoever speaks of the marks sets them in quotation marks, or alone.
    if (!isInWord || (/["“„«'‘]/u.test(before) && /["”“»'’]/u.test(after))) continue;
    const expected = narrowed(run, before, after);
    if (expected !== undefined)
      found.push({ from, to, found: run, expected, kind: 'full-width', isCertain: true });
  }
  return found;
}

const wideRun = /[\u3000-\u3002\uff01-\uff5e]+/g;

function isWideScript(text: string): boolean {
  return /[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}「」『』【】《》]/u.test(text);
}

function narrowed(run: string, before: string, after: string): string | undefined {
  const narrow = run.replaceAll('、', ',').replaceAll('。', '.').replaceAll('\u3001', ',').normalize('NFKC');
  const opens = /^[([]/.test(narrow) && /[\p{L}\p{N}]/u.test(before);
  const isMark = /[,.;:!?)\]]$/.test(narrow);
  const goesOn = isMark && /[\p{L}("“«]/u.test(after) && !/\p{N}/u.test(before + after);
  return `${opens ? ' ' : ''}${narrow}${goesOn ? ' ' : ''}`;
}

/** Narrow marks between wide characters, in pages that use wide ones elsewhere, and brackets of two widths. */
export function findNarrow(
  texts: readonly Prose[],
  habit: Exclude<WidthHabit, 'narrow'>,
): ReadonlyMap<Prose, readonly OddWidth[]> {
  const all = new Map<Prose, OddWidth[]>();
  const counts = { mark: 0, bracket: 0, letter: 0, other: 0 };
  const wideCounts = { mark: 0, bracket: 0 };
  for (const prose of texts) {
    wideCounts.mark += prose.text.match(/[，。；？！、]/g)?.length ?? 0;
    wideCounts.bracket += prose.text.match(/（/g)?.length ?? 0;
    const found = [
      ...marksIn(prose.text, habit),
      ...bracketsIn(prose.text),
      ...(habit === 'chinese' ? narrowBracketsIn(prose.text) : []),
      ...lettersIn(prose.text, habit),
    ].toSorted((one, other) => one.from - other.from);
    for (const odd of found) counts[sortOf(odd)]++;
    if (found.length > 0) all.set(prose, found);
  }
  // What a page does throughout is its style.
  const isHabit = (odd: OddWidth): boolean => {
    const sort = sortOf(odd);
    if (sort === 'mark') return counts.mark * 4 > wideCounts.mark;
    if (sort === 'bracket') return counts.bracket * 3 > wideCounts.bracket;
    return sort === 'letter' && counts.letter > mostSlips;
  };
  return new Map(Array.from(all, ([prose, found]) => [prose, found.filter((odd) => !isHabit(odd))]));
}

function sortOf({ found }: OddWidth): 'mark' | 'bracket' | 'letter' | 'other' {
  if (/^[,;?!.]/.test(found)) return 'mark';
  if (found.length > 1 && found.startsWith('(')) return 'bracket';
  return /^[\uff21-\uff5a]/.test(found) ? 'letter' : 'other';
}

/** More wide letters than this are meant. */
const mostSlips = 2;

const wideLetter = '[\\p{sc=Hani}\\p{sc=Hira}\\p{sc=Kana}ー]';
const chineseMarks = new RegExp(
  `(?<=[\\p{sc=Hani}”」』）》])(?:[,;?!] ?(?=[\\p{sc=Hani}“「『《])|[.,;?!](?=$))`,
  'gu',
);
const japaneseMarks = new RegExp(
  `(?<=${wideLetter}),(?: ?(?=${wideLetter}))|(?<=[\\p{sc=Hira}ー])\\.(?=$)`,
  'gu',
);

function marksIn(text: string, habit: WidthHabit): OddWidth[] {
  const isChinese = habit === 'chinese';
  return Array.from(text.matchAll(isChinese ? chineseMarks : japaneseMarks), (match) => {
    const mark = match[0].trim();
    return {
      from: match.index,
      to: match.index + match[0].length,
      found: mark,
      expected: (isChinese ? chineseWide : japaneseWide)[mark] ?? mark,
      kind: 'half-width',
      isCertain: true,
    };
  });
}

const chineseWide: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  '?': '？',
  '!': '！',
  '.': '。',
};
const japaneseWide: Readonly<Record<string, string>> = { ',': '、', '.': '。' };

/** `（text)` and `(text）`. */
function bracketsIn(text: string): OddWidth[] {
  const found: OddWidth[] = [];
  for (const match of text.matchAll(/（[^()（）]{1,300}\)|\([^()（）]{1,300}）/g)) {
    const isFirstWide = match[0].startsWith('（');
    const at = match.index + match[0].length - 1;
    const holdsWide = /[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}]/u.test(match[0]);
    const wrong = isFirstWide === holdsWide ? at : match.index;
    found.push({
      from: wrong,
      to: wrong + 1,
      found: text.charAt(wrong),
      expected: holdsWide ? (wrong === at ? '）' : '（') : wrong === at ? ')' : '(',
      kind: 'bracket',
      isCertain: false,
    });
  }
  return found;
}

/** `中文(说明)中文`, where the page sets wide brackets elsewhere. */
function narrowBracketsIn(text: string): OddWidth[] {
  const pattern =
    /(?<=\p{sc=Hani})\((?=[^()（）]{0,100}\p{sc=Hani})[^()（）]{1,200}\)(?=[\p{sc=Hani}，。；：]|$)/gu;
  return Array.from(text.matchAll(pattern), (match) => ({
    from: match.index,
    to: match.index + match[0].length,
    found: match[0],
    expected: `（${match[0].slice(1, -1)}）`,
    kind: 'half-width',
    isCertain: false,
  }));
}

/** Narrow katakana, and wide Latin letters; Japanese sets capitals wide on purpose: `ＯＫ`. */
function lettersIn(text: string, habit: WidthHabit): OddWidth[] {
  const found: OddWidth[] = [];
  if (/[\uff66-\uff9d]/.test(text) && !text.includes('半角')) {
    for (const match of text.matchAll(/[\uff66-\uff9f]+/g)) found.push(converted(match, 'half-width'));
  }
  if (!text.includes('全角')) {
    const letters = habit === 'japanese' ? /[\uff41-\uff5a]+/g : /[\uff21-\uff3a\uff41-\uff5a]+/g;
    for (const match of text.matchAll(letters)) found.push(converted(match, 'full-width'));
  }
  return found;
}

function converted(match: RegExpMatchArray, kind: OddWidth['kind']): OddWidth {
  const from = match.index ?? 0;
  const [found] = match;
  return { from, to: from + found.length, found, expected: found.normalize('NFKC'), kind, isCertain: true };
}
