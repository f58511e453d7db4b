import type { OwnText } from '../../../../src/domain/document/own-text.ts';
import { languageOf } from '../../../../src/domain/locale/scripts.ts';

/** A word of which bold covers a part only. */
export interface CutWord {
  /** The whole word. */
  readonly word: string;
  /** Which end of the bold lies in it. */
  readonly end: 'begins' | 'ends';
}

/** What tells a slip from a compound or an ending that a language sets at a label. */
export interface CutEvidence {
  readonly locale: string;
  readonly page: {
    /** Every word of the page in lower case, and how often it stands there; read when it is asked for. */
    readonly words: ReadonlyMap<string, number>;
  };
  readonly sourceText: string | undefined;
  readonly sourceBolds: readonly string[];
}

/**
 * The word that a bold run cuts in two, or `undefined` where it cuts none or means to.
 *
 * German sets words together (`**Default**wert`), Turkish and its like set endings at anything. So the part in bold
 * must be no word of this page or of the source's text, and a label may stand in a compound.
 *
 * @example findCutWord('**vikti**gt', …) // => { word: 'viktigt', end: 'ends' }
 */
export function findCutWord(
  bold: string,
  before: string,
  after: string,
  evidence: CutEvidence,
): CutWord | undefined {
  const known = cutSourceBold(bold, before, after, evidence);
  if (known !== undefined) return known;
  const outOfEnd = /^\p{L}{2,}/u.exec(after)?.[0];
  const last = outOfEnd === undefined ? undefined : /\p{L}\p{Ll}+$/u.exec(bold)?.[0];
  const first = /^\p{L}{2,}/u.exec(bold)?.[0];
  const touchesStart = first !== undefined && /\p{L}$/u.test(before.slice(-2));
  const outOfStart = touchesStart ? /\p{L}{2,}$/u.exec(before)?.[0] : undefined;
  if (outOfEnd !== undefined && last !== undefined && isPart(last, [last, outOfEnd], evidence)) {
    return { word: `${last}${outOfEnd}`, end: 'ends' };
  }
  if (outOfStart !== undefined && first !== undefined && isPart(first, [outOfStart, first], evidence)) {
    return { word: `${outOfStart}${first}`, end: 'begins' };
  }
  return undefined;
}

/** `**Fast**API` where the source has `**FastAPI**`: a name that is bold there stands here as well, in whatever language. */
function cutSourceBold(
  bold: string,
  before: string,
  after: string,
  { sourceBolds }: CutEvidence,
): CutWord | undefined {
  for (const name of sourceBolds) {
    if (name === bold || !/^[\p{L}\p{N}]{4,}$/u.test(name)) continue;
    const behind = after.slice(name.length - bold.length);
    const isWhole = !/^\p{sc=Latn}/u.test(behind) || /.\p{Lu}/u.test(name);
    if (name.startsWith(bold) && after.startsWith(name.slice(bold.length)) && isWhole) {
      return { word: name, end: 'ends' };
    }
    if (`${before}${bold}`.endsWith(name) && name.endsWith(bold)) return { word: name, end: 'begins' };
  }
  return undefined;
}

/** Languages that set their endings at names and labels, whatever these are. General knowledge. */
const endingLanguages: ReadonlySet<string> = new Set('az et eu fi hu ka kk ko ky mn tk tr tt uz'.split(' '));

/** Languages that write compounds in one word. General knowledge. */
const compoundLanguages: ReadonlySet<string> = new Set('af da de fo fy is lb nb nl nn no sv'.split(' '));

/** Every word of some texts in lower case, and how often it stands there. */
export function wordsIn(texts: readonly Pick<OwnText, 'text'>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of texts) {
    for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{M}]+/gu)) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return counts;
}

function isPart(
  inside: string,
  parts: readonly [string, string],
  { locale, page, sourceText, sourceBolds }: CutEvidence,
): boolean {
  // Another script begins another word.
  if (!scripts.some((script) => parts.every((part) => script.test(part)))) return false;
  const { words } = page;
  const language = languageOf(locale);
  const isCompound = compoundLanguages.has(language);
  // A capital begins another word too, unless the page writes them as one elsewhere: `QuickSync`.
  const isCapital = /^\p{Lu}/u.test(parts[1]);
  const isOneWord = isCapital
    ? (words.get(parts.join('').toLowerCase()) ?? 0) > 1
    : !endingLanguages.has(language) && !(isCompound && /^\p{Lu}/u.test(inside));
  const sourceWords = wordsIn([{ text: sourceText ?? '' }]);
  const part = inside.toLowerCase();
  const isBorrowed =
    isCompound && !isCapital && Array.from(sourceWords.keys()).some((word) => word.startsWith(part));
  const isWord = words.has(part) || sourceWords.has(part) || isBorrowed;
  if (!isOneWord || isWord) return false;
  // The source sets off parts of words too, as in the letters of an abbreviation.
  const isHabit = sourceBolds.some((bold) => {
    const ends = bold.toLowerCase().match(/^[\p{L}\p{M}]+|[\p{L}\p{M}]+$/gu) ?? [];
    return ends.some((end) => !sourceWords.has(end));
  });
  return sourceBolds.length > 0 && !isHabit;
}

const scripts = [/^\p{sc=Latn}+$/u, /^\p{sc=Cyrl}+$/u, /^\p{sc=Grek}+$/u];
