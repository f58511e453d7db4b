import { type OwnText, ownTexts } from '../../../../src/domain/document/own-text.ts';
import type { PageDocument, Span } from '../../../../src/domain/document/page-document.ts';
import { spanOfRunText } from '../../../../src/domain/document/spans.ts';
import { visitWordsOf, type Word, wordsOf } from '../../../../src/domain/document/words.ts';
import {
  countScripts,
  languageOf,
  type Script,
  scriptsOfLocale,
  shareScript,
} from '../../../../src/domain/locale/scripts.ts';
import { alignedTexts } from '../../align/aligned-texts.ts';
import type { PairContext } from '../rule.ts';
import { hasPlainWords, isHeadingLeft } from './heading-left.ts';
import { indexRuns, type RunIndex, runKey, runLength } from './run-index.ts';
import { altTexts, fieldTexts } from './side-texts.ts';
import { englishSmallWords } from './small-words.ts';

/** Words of the source page that stand in the translation as they are. */
export interface LeftText {
  readonly text: OwnText;
  /** UTF-16 units of the text. */
  readonly from: number;
  readonly to: number;
  /** Whether the reader of the translation loses the whole block, a sentence of it, or some words. */
  readonly extent: 'block' | 'sentence' | 'part';
  readonly wordCount: number;
  /** False for a list of terms: languages mix those in, and a reader may well know them. */
  readonly isSentence: boolean;
  /** True where the page mixes the source's words into its own sentences throughout, as technical Hindi does. */
  readonly isHabit: boolean;
  /** The source's text with the same words. */
  readonly source: OwnText;
}

/** A block that is its source's own text may be shorter. */
const shortestBlock = 4;
/** Share of the words that a block and its answer have in common, if the block was left or nearly so. */
const leastLikeness = 0.8;
/** Comparing whole blocks costs the product of their lengths; of longer ones the runs tell as much. */
const longestBlock = 1000;

/**
 * Text that a translation leaves in the source's language. Empty where both are of one language.
 *
 * Names, labels, code, links and quotations stay as they are in good translations too, so a run counts only by its
 * plain words in lower case.
 */
export function findTextLeftInSource(context: PairContext): readonly LeftText[] {
  const known = foundBefore.get(context);
  if (known !== undefined) return known;
  const found = isOneLanguage(context) ? [] : search(context);
  foundBefore.set(context, found);
  return found;
}

/** True when a place of the translation lies in text left in the source's language: one fault, one finding. */
export function isLeftInSource(context: PairContext, place: Span): boolean {
  return findTextLeftInSource(context).some((left) => {
    const { start, end } = spanOfLeftText(left);
    return start.offset <= place.start.offset && place.end.offset <= end.offset;
  });
}

/** Where the words stand in the file. */
export function spanOfLeftText({ text, from, to }: Pick<LeftText, 'text' | 'from' | 'to'>): Span {
  return spanOfRunText({ textSpan: text.span, traits: text.traits }, from, to);
}

/** Several rules ask for the same. */
const foundBefore = new WeakMap<PairContext, readonly LeftText[]>();

function search(context: PairContext): LeftText[] {
  const { source, translation } = context;
  const index = indexRuns(source.document);
  const answers = answersOf(context);
  const ownScripts = scriptsApart(source.locale, translation.locale);
  const isLatin = ownScripts.length > 0 && scriptsOfLocale(source.locale).includes('Latn');
  const isOwnScript = (text: string): boolean => isLatin && !latinWords.test(text);
  const translated: OwnText[] = [];
  const headings: { text: OwnText; words: readonly Word[]; source: OwnText }[] = [];
  const look = (text: OwnText): readonly Found[] => {
    if (isQuotation(text)) return [];
    const words = !isOwnScript(text.text) && mayBeLeft(text, index) ? wordsOf(text) : [];
    const answer = answers.get(text);
    const whole = answer && leftWhole(text, words, answer, ownScripts);
    if (whole) return [whole];
    const runs = leftRuns(text, words, index);
    if (answer?.text !== text.text) translated.push(text);
    else if (text.node.kind === 'section' && runs.length === 0) {
      const ofHeading = wordsOf(text);
      if (hasPlainWords(ofHeading, index.plain)) headings.push({ text, words: ofHeading, source: answer });
    }
    return runs;
  };
  const found = [...fieldTexts(translation.document).values()].flatMap(look);
  for (const text of ownTexts(translation.document)) {
    found.push(...look(text), ...altTexts(text, translation.document).flatMap(look));
  }
  const isHabit = found.length + headings.length > 0 && mixesWords(translation.document, ownScripts);
  if (isHabit || headings.length === 0) return found.map((left) => ({ ...left, isHabit }));
  const loans = new Set(translated.flatMap(wordsOf).map(({ key }) => key));
  const isApart = ownScripts.length > 0;
  const evidence = { loans, plain: index.plain, named: index.named, isApart };
  const left = headings.filter(({ words }) => isHeadingLeft(words, evidence));
  return [...found, ...left.flatMap(({ text, words, source: of }) => wholeOf(text, words, of))].map(
    (one) => ({ ...one, isHabit }),
  );
}

/** Words of a source in Latin letters that stand in a text of another script: what is left over has three in a row. */
const latinWords = /(?<![\p{sc=Latn}\p{N}])[\p{sc=Latn}\p{N}]+(?:[^\p{L}\p{N}]{1,6}[\p{sc=Latn}\p{N}]+){2}/u;

/** The source's text for each of the translation's that answers one alone, fields and descriptions of images too. */
function answersOf({ source, translation, alignment }: PairContext): ReadonlyMap<OwnText, OwnText> {
  const answers = new Map<OwnText, OwnText>();
  for (const pair of alignedTexts(alignment)) {
    const [answer] = pair.source;
    if (answer === undefined || pair.source.length !== 1 || pair.translation.length !== 1) continue;
    for (const text of pair.translation) {
      answers.set(text, answer);
      if (text.traits.images.length !== answer.traits.images.length) continue;
      const originals = altTexts(answer, source.document);
      for (const [n, alt] of altTexts(text, translation.document).entries()) {
        const original = originals[n];
        if (original !== undefined) answers.set(alt, original);
      }
    }
  }
  const originals = fieldTexts(source.document);
  for (const [path, text] of fieldTexts(translation.document)) {
    const original = originals.get(path);
    if (original !== undefined) answers.set(text, original);
  }
  return answers;
}

/**
 * A first look, at which words the source may have: a run of them, or nearly all. Most texts of a translation have
 * neither, and need no reading.
 */
function mayBeLeft(text: OwnText, { filter }: RunIndex): boolean {
  let count = 0;
  let familiar = 0;
  let inRow = 0;
  let longestRow = 0;
  visitWordsOf(text, (from, to) => {
    count++;
    const isFamiliar = filter(text.text, from, to);
    if (isFamiliar) familiar++;
    inRow = isFamiliar ? inRow + 1 : 0;
    longestRow = Math.max(longestRow, inRow);
  });
  return longestRow >= runLength || (count >= shortestBlock && familiar / count >= leastLikeness);
}

/** Whether at least a sixth of the plain words in the page's own sentences are of another script than the page's. */
function mixesWords(page: PageDocument, ownScripts: readonly Script[]): boolean {
  let own = 0;
  let foreign = 0;
  for (const text of ownTexts(page)) {
    const counts = countScripts(text.text);
    if (!ownScripts.some((script) => counts.has(script))) continue;
    for (const word of wordsOf(text)) {
      if (/^\p{Script=Latin}+$/u.test(word.text)) foreign += word.isLower ? 1 : 0;
      else if (/\p{L}/u.test(word.text)) own++;
    }
  }
  return foreign * 6 > own + foreign;
}

/** The translation's own scripts, where a letter of them proves that somebody has translated. */
function scriptsApart(source: string, translation: string): readonly Script[] {
  return shareScript(source, translation) ? [] : scriptsOfLocale(translation);
}

function isOneLanguage({ source, translation }: PairContext): boolean {
  return languageOf(source.locale) === languageOf(translation.locale);
}

type Found = Omit<LeftText, 'isHabit'>;

/** The whole block, where it is its answer's text, or nearly: translations are made from older revisions too. */
function leftWhole(
  text: OwnText,
  words: readonly Word[],
  source: OwnText,
  ownScripts: readonly Script[],
): Found | undefined {
  if (words.length === 0 || words.length > longestBlock) return undefined;
  const sourceWords = wordsOf(source);
  const known = keysOf(sourceWords);
  const left = words.filter(({ key }) => known.has(key));
  if (left.length / words.length < leastLikeness || !isProse(words, shortestBlock)) return undefined;
  const likeness = likenessOf(words, sourceWords);
  if (likeness < leastLikeness || (words.length < 8 && likeness < 1)) return undefined;
  const counts = likeness < 1 ? countScripts(text.text) : undefined;
  if (ownScripts.some((script) => counts?.has(script))) return undefined;
  // Names stay in a list of products whose other words are translated.
  if (!isProse(left, shortestBlock)) return undefined;
  return wholeOf(text, words, source)[0];
}

/** A source's text is compared with each translation of it. */
function keysOf(words: readonly Word[]): ReadonlySet<string> {
  const known = keysBefore.get(words) ?? new Set(words.map(({ key }) => key));
  keysBefore.set(words, known);
  return known;
}

const keysBefore = new WeakMap<readonly Word[], ReadonlySet<string>>();

/** From the first word to the last. */
function wholeOf(text: OwnText, words: readonly Word[], source: OwnText): Found[] {
  const first = words[0];
  const last = words.at(-1);
  if (first === undefined || last === undefined) return [];
  return [{ text, from: first.from, to: last.to, extent: 'block', ...measured(text.text, words), source }];
}

function leftRuns(text: OwnText, words: readonly Word[], index: RunIndex): Found[] {
  if (words.length < runLength) return [];
  const { vocabulary, runs } = index;
  const found: Found[] = [];
  // Most words of a translation are not in the source at all, so most runs need no look-up.
  let familiar = 0;
  for (let end = 1; end <= words.length; end++) {
    familiar = vocabulary.has(words[end - 1]?.key ?? '') ? familiar + 1 : 0;
    const source = familiar >= runLength ? runs.get(runKey(words, end - runLength)) : undefined;
    if (source === undefined) continue;
    const start = end - runLength;
    while (end < words.length && runs.has(runKey(words, end - runLength + 1))) end++;
    familiar = 0;
    const run = words.slice(start, end);
    const first = run[0];
    const last = run.at(-1);
    if (first === undefined || last === undefined || !isProse(run, runLength)) continue;
    if (isQuoted(text.text, first.from, last.to)) continue;
    const extent = extentOf(text.text, words, first, last);
    const left: Found = { text, from: first.from, to: last.to, extent, ...measured(text.text, run), source };
    if (extent !== 'part' || left.isSentence) found.push(left);
  }
  return found;
}

/** Whether words are a sentence or terms shows in English by its small words; elsewhere length must do. */
function measured(text: string, words: readonly Word[]): Pick<LeftText, 'wordCount' | 'isSentence'> {
  const small = new Set(words.map(({ key }) => key).filter((key) => englishSmallWords.has(key))).size;
  const written = text.slice(words[0]?.from ?? 0, words.at(-1)?.to ?? 0);
  const separators = written.match(/[,、，;；|]/gu)?.length ?? 0;
  const isEnumeration = separators > 0 && separators * 5 >= words.length;
  return { wordCount: words.length, isSentence: small >= 2 || (words.length >= 10 && !isEnumeration) };
}

function extentOf(text: string, words: readonly Word[], first: Word, last: Word): LeftText['extent'] {
  if (words[0] === first && words.at(-1) === last) return 'block';
  const startsSentence = /(?:^|[.!?。！？:：]["'”’)»」]?\s*)["'“‘(«「]?$/u.test(text.slice(0, first.from));
  const endsSentence = /^["'”’)»」]?\s*(?:$|[.!?。！？])/u.test(text.slice(last.to));
  return startsSentence && endsSentence ? 'sentence' : 'part';
}

/** True when the words are a language's rather than names, labels, links or numbers. */
function isProse(words: readonly Word[], least: number): boolean {
  const plain = words.filter(
    ({ isLower, markup, text }) =>
      isLower && !markup.includes('link') && !markup.includes('strong') && /^[^\p{N}]+$/u.test(text),
  );
  const different = new Set(plain.map(({ key }) => key)).size;
  const isUnspaced = plain.some(({ text }) => /[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/u.test(text));
  return words.length >= least && different >= (isUnspaced ? least * 2 : least - 1);
}

/** Share of the words that both texts have in the same order, of the longer text. */
function likenessOf(one: readonly Word[], other: readonly Word[]): number {
  const longest = Math.max(one.length, other.length);
  if (longest === 0 || Math.min(one.length, other.length) < longest * leastLikeness) return 0;
  let row = new Uint16Array(other.length + 1);
  for (const word of one) {
    const next = new Uint16Array(other.length + 1);
    for (const [at, candidate] of other.entries()) {
      next[at + 1] =
        word.key === candidate.key ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0);
    }
    row = next;
  }
  return (row[other.length] ?? 0) / longest;
}

function isQuotation({ node }: OwnText): boolean {
  if (node.kind === 'section') return false;
  for (let block: typeof node | undefined = node; block !== undefined; block = block.parent) {
    if (block.kind === 'quote') return true;
  }
  return false;
}

function isQuoted(text: string, from: number, to: number): boolean {
  return /["“„«「『‘'»]\s*$/u.test(text.slice(0, from)) && /^[.!?…,]?\s*["”“»」』’'«]/u.test(text.slice(to));
}
