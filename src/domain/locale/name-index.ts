import { editDistance, foldName } from './fold-name.ts';

/** A thing that a printed name stands for. */
export interface NameMatch {
  readonly code: string;
  /** `inflected`: a case form; only lists that name such things anyway may count it. */
  readonly as: 'name' | 'inflected';
}

/** A thing whose name is close to what is printed. */
export interface NearName {
  readonly code: string;
  /** 0 to 1; 1 is the same word. */
  readonly similarity: number;
}

/** What an index is made of. */
export interface IndexedNames {
  /** Of several things with one name, the first counts. */
  readonly names: Iterable<{ readonly name: string; readonly code: string }>;
  /** True where the language changes the ends of names by case. */
  readonly inflects: boolean;
  /** What may stand before or behind a name without being a part of it: articles, "Republic of". */
  readonly accompaniment?: RegExp | undefined;
  /** Decides between things that differ by a note in brackets alone. */
  readonly settleByNote?: (code: string, note: string) => string;
}

/** Names of one language, ready to be looked up. */
export interface NameIndex {
  /** Folded name to code. */
  readonly codes: ReadonlyMap<string, string>;
  /** Folded abbreviation to code; counts only where it is written in capitals. */
  readonly abbreviations: ReadonlyMap<string, string>;
  /** Every name's folded words, for languages that inflect names; by the first letters of the first word. */
  readonly words: ReadonlyMap<
    string,
    readonly { readonly words: readonly string[]; readonly code: string }[]
  >;
  readonly accompaniment: RegExp | undefined;
  readonly settleByNote: (code: string, note: string) => string;
  /** UTF-16 units of the longest name. */
  readonly longest: number;
}

/** An index of names. */
export function indexNames({ names, inflects, accompaniment, settleByNote }: IndexedNames): NameIndex {
  const codes = new Map<string, string>();
  const abbreviations = new Map<string, string>();
  const words = new Map<string, { words: readonly string[]; code: string }[]>();
  let longest = 0;
  for (const { name, code } of names) {
    const target = isAbbreviation(name) ? abbreviations : codes;
    const folded = foldName(name);
    if (folded === '' || target.has(folded)) continue;
    target.set(folded, code);
    longest = Math.max(longest, name.length);
    if (!inflects || target !== codes) continue;
    const ofName = foldedWords(name);
    const stem = stemOf(ofName);
    words.set(stem, [...(words.get(stem) ?? []), { words: ofName, code }]);
  }
  return {
    codes,
    abbreviations,
    words,
    accompaniment,
    settleByNote: settleByNote ?? ((code) => code),
    longest,
  };
}

/**
 * What a printed name stands for, or `undefined`. Notes in brackets and what accompanies a name are left out; case,
 * diacritics, white space, hyphens and full stops do not count.
 */
export function lookUpName(text: string, index: NameIndex): NameMatch | undefined {
  // What has two notes, or a comma behind one, is two names.
  if (text.length > index.longest + longestNote || /[)）](?:\s*[,，、]|[^(（]*[(（])/.test(text))
    return undefined;
  const bracketed = /[(（[【]/.test(text) ? text.replace(note, ' ').trim() : undefined;
  if ((bracketed ?? text).length > index.longest + longestWord) return undefined;
  const code = exactly(text, index) ?? withNote(text, bracketed, index) ?? withoutWords(text, index);
  if (code !== undefined) return { code, as: 'name' };
  const inflectedCode = index.words.size > 0 ? inflected(bracketed ?? text, index) : undefined;
  return inflectedCode === undefined ? undefined : { code: inflectedCode, as: 'inflected' };
}

/** A text, and the same as `foldName` makes it. */
export interface FoldedText {
  readonly text: string;
  readonly folded: string;
}

/** A quick look that spares most texts the search: false for what is certainly no name, but for notes in brackets. */
export function mayBeName({ text, folded }: FoldedText, index: NameIndex): boolean {
  if (folded.length > index.longest) return false;
  if (index.codes.has(folded) || index.abbreviations.has(folded)) return true;
  if (index.words.size > 0) {
    const others = text.trim().split(/[\s\u00a0-]+/).length - 1;
    if (index.words.has(`${others} ${folded.slice(0, 3)}`)) return true;
  }
  return index.accompaniment?.test(text.trim()) === true && withoutWords(text, index) !== undefined;
}

/** The thing whose name is closest to a misspelt one, of `among` if given; `undefined` when none is close. */
export function nearestName(
  text: string,
  index: NameIndex,
  among?: ReadonlySet<string>,
): NearName | undefined {
  const word = foldName(text);
  if (word.length < shortestNear || word.length > index.longest * 1.5) return undefined;
  let best: NearName | undefined;
  for (const [name, code] of index.codes) {
    if (among !== undefined && !among.has(code)) continue;
    const length = Math.max(name.length, word.length);
    if (Math.abs(name.length - word.length) > length * mostDifferent) continue;
    const similarity = 1 - editDistance(word, name) / length;
    if (similarity > (best?.similarity ?? 1 - mostDifferent)) best = { code, similarity };
  }
  return best;
}

/** Below four letters every word is near to some name. */
const shortestNear = 4;
/** Share of a name's letters that may differ; `Iran` and `Irak` differ by a quarter. */
const mostDifferent = 0.34;

/** `USA`, `R.-U.`, `ОАЭ`: capitals only, of a script that has capitals. */
function isAbbreviation(name: string): boolean {
  const letters = name.replace(/[^\p{L}]/gu, '');
  return letters.length <= 4 && /^\p{Lu}+$/u.test(letters);
}

/** In brackets, closed or not. */
const note = /\s*[(（[【][^)）\]】]*[)）\]】]?\s*/g;
/** UTF-16 units of a note in brackets that may follow a name. */
const longestNote = 60;
/** UTF-16 units of an article or a form of state. */
const longestWord = 24;

/** `Armenia (AM)`, `Norfolk (îles)` and `Congo (DRC)`: the note belongs to the name, or to nothing. */
function withNote(text: string, outside: string | undefined, index: NameIndex): string | undefined {
  if (outside === undefined || outside === '') return undefined;
  const inside = /[(（[【]([^)）\]】]*)/.exec(text)?.[1] ?? '';
  const code =
    exactly(`${inside} ${outside}`, index) ?? exactly(outside, index) ?? withoutWords(outside, index);
  return code === undefined ? undefined : index.settleByNote(code, inside);
}

function exactly(text: string, index: NameIndex): string | undefined {
  const folded = foldName(text);
  const code = index.codes.get(folded);
  if (code !== undefined || folded.length > 4) return code;
  return isAbbreviation(text) ? index.abbreviations.get(folded) : undefined;
}

/** The name without what accompanies it; `Moldova, Republic of` too. */
function withoutWords(text: string, index: NameIndex): string | undefined {
  const [, name = '', form = ''] = /^([^,]+), ([^,]+ of(?: the)?)$/.exec(text) ?? [];
  if (form !== '') return exactly(`${form} ${name}`, index) ?? withoutWords(`${form} ${name}`, index);
  if (index.accompaniment === undefined) return undefined;
  const rest = text.trim().replace(index.accompaniment, '');
  return rest === text.trim() || rest === ''
    ? undefined
    : (exactly(rest, index) ?? withoutWords(rest, index));
}

/** The one name whose words begin like the printed ones; the end of a word is its case. */
function inflected(text: string, index: NameIndex): string | undefined {
  const words = foldedWords(text);
  let best = 0;
  const found = new Set<string>();
  for (const name of index.words.get(stemOf(words)) ?? []) {
    const shared = sharedStem(words, name.words);
    if (shared === 0 || shared < best) continue;
    if (shared > best) found.clear();
    best = shared;
    found.add(name.code);
  }
  const [code] = found;
  return found.size === 1 ? code : undefined;
}

/** What every case form of a name begins with. */
function stemOf([first = '', ...others]: readonly string[]): string {
  return `${others.length} ${first.slice(0, 3)}`;
}

/** How much of the name the words share from their beginnings, or 0 when one of them has another stem. */
function sharedStem(words: readonly string[], name: readonly string[]): number {
  if (words.length !== name.length || words.length === 0) return 0;
  let shared = 0;
  for (const [at, wanted] of name.entries()) {
    const word = words[at] ?? '';
    let same = 0;
    while (same < word.length && same < wanted.length && word[same] === wanted[same]) same++;
    const isStem = same >= 3 && wanted.length - same <= 2 && word.length - same <= 4;
    if (!isStem && word !== wanted) return 0;
    // Of Нигер and Нигерия, Нигера leaves less of the first over.
    shared += 4 * same - (wanted.length - same);
  }
  return shared;
}

function foldedWords(text: string): readonly string[] {
  return text
    .split(/[\s\u00a0-]+/)
    .map(foldName)
    .filter((word) => word !== '');
}
