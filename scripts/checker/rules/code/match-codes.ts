import type { OwnText } from '../../../../src/domain/document/own-text.ts';
import type { TextTrait } from '../../../../src/domain/document/page-document.ts';
import { languageOf } from '../../../../src/domain/locale/scripts.ts';
import { alignedTexts, type TextPair } from '../../align/aligned-texts.ts';
import { editDistance } from '../../closest.ts';
import type { PairContext } from '../rule.ts';
import { foldCode, foldLetters, foldQuotes } from './fold-code.ts';

/** Code in a text of the source that stands otherwise in the translation. */
export interface CodeMatch {
  /**
   * `letters`: full-width signs, letters of another script, dashes or invisible signs; `quotes`: typographic quotation
   * marks; `spaces`: white space; `case`: capitals; `ending`: longer or shorter at its end; `spelling`: hardly another;
   * `words`: another altogether, at the same place.
   */
  readonly kind: 'letters' | 'quotes' | 'spaces' | 'case' | 'ending' | 'spelling' | 'words';
  readonly source: TextTrait;
  readonly translation: TextTrait;
  readonly texts: TextPair;
}

/** Code in a text of the source that the translation's text has nowhere in code. */
export interface LostCode {
  readonly source: TextTrait;
  readonly texts: TextPair;
}

/** What became of code in texts, where it is not the same. */
export interface CodeMatches {
  readonly changed: readonly CodeMatch[];
  readonly lost: readonly LostCode[];
}

/**
 * Holds the code in texts that answer each other against each other, whatever its order and how often it stands there.
 *
 * A translation may say more in code, and less: code that it does not have is only lost. Code that two texts of a page
 * have exchanged is neither, for then the texts do not quite answer each other.
 */
export function matchCodes(context: PairContext): CodeMatches {
  const gaps: Gap[] = [];
  for (const texts of alignedTexts(context.alignment)) {
    const gap = gapOf(texts);
    if (gap !== undefined) gaps.push(gap);
  }
  if (gaps.length === 0) return { changed: [], lost: [] };
  const lostSomewhere = new Set(gaps.flatMap((gap) => gap.lost.map(({ text }) => text)));
  const ownSomewhere = new Set(gaps.flatMap((gap) => gap.own.map(({ text }) => text)));
  const changed: CodeMatch[] = [];
  const lost: LostCode[] = [];
  for (const gap of gaps) {
    const left = new Set(gap.lost.filter(({ text }) => !ownSomewhere.has(text)));
    const own = new Set(gap.own.filter(({ text }) => !lostSomewhere.has(text)));
    const areOne = left.size === 1 && own.size === 1 && isOneToOne(gap.texts);
    for (const isSure of [true, false]) {
      for (const source of left) {
        const found = [...own].flatMap((translation): CodeMatch[] => {
          const kind = kindOfChange(source.text, translation.text, context);
          return kind === undefined || surest.has(kind) !== isSure || (kind === 'words' && !areOne)
            ? []
            : [{ kind, source, translation, texts: gap.texts }];
        });
        const [match] = found;
        if (match === undefined || (found.length > 1 && !isSure)) continue;
        changed.push(match);
        left.delete(source);
        own.delete(match.translation);
      }
    }
    for (const translation of own) {
      const match = misspeltCopy(translation, gap, context);
      if (match !== undefined) changed.push(match);
    }
    for (const source of left) lost.push({ source, texts: gap.texts });
  }
  return { changed, lost };
}

/** Code that stands there several times, and once with a slip; the source has it nowhere like that. */
function misspeltCopy(translation: TextTrait, { texts }: Gap, context: PairContext): CodeMatch | undefined {
  if (context.source.document.text.includes(translation.text)) return undefined;
  for (const source of codesOf(texts.source)) {
    const kind = kindOfChange(source.text, translation.text, context);
    if (kind === 'letters' || kind === 'quotes' || kind === 'spelling') {
      return { kind, source, translation, texts };
    }
  }
  return undefined;
}

/** Kinds that no other code of the text could have by chance. */
const surest: ReadonlySet<CodeMatch['kind']> = new Set(['letters', 'quotes', 'spaces', 'case']);

/** Code that only one of two texts has. */
interface Gap {
  readonly texts: TextPair;
  readonly lost: readonly TextTrait[];
  readonly own: readonly TextTrait[];
}

function gapOf(texts: TextPair): Gap | undefined {
  const source = codesOf(texts.source);
  if (source.length === 0 || texts.score < leastScore) return undefined;
  const translation = codesOf(texts.translation);
  if (source.every(({ text }, at) => translation[at]?.text === text)) return undefined;
  const lost = source.filter(({ text }) => translation.every((code) => code.text !== text));
  const own = translation.filter(({ text }) => source.every((code) => code.text !== text));
  if (lost.length + own.length === 0) return undefined;
  return { texts, lost: withoutRepeats(lost), own: withoutRepeats(own) };
}

/** Below this, two texts may not answer each other at all. */
const leastScore = 0.6;

function codesOf(texts: readonly OwnText[]): readonly TextTrait[] {
  const [only] = texts;
  return only !== undefined && texts.length === 1
    ? only.traits.codes
    : texts.flatMap(({ traits }) => traits.codes);
}

function withoutRepeats(codes: readonly TextTrait[]): readonly TextTrait[] {
  return [...new Map(codes.toReversed().map((code) => [code.text, code])).values()].toReversed();
}

function isOneToOne({ source, translation }: TextPair): boolean {
  return source.length === 1 && translation.length === 1;
}

function kindOfChange(
  source: string,
  translation: string,
  { source: { locale: sourceLocale }, translation: { locale } }: PairContext,
): CodeMatch['kind'] | undefined {
  if (foldLetters(translation) === source) return 'letters';
  if (foldCode(translation) === foldQuotes(source)) {
    return foldQuotes(translation) === foldQuotes(source) ? 'quotes' : 'letters';
  }
  const [one, other] = [withoutSpaces(source), withoutSpaces(translation)];
  if (one === other) return 'spaces';
  if (withoutLocale(source, sourceLocale) === withoutLocale(translation, locale)) return undefined;
  if (one.toLowerCase() === other.toLowerCase()) return 'case';
  // Parts of one code in two, or two in one.
  if (one.length > longest || other.length > longest) return undefined;
  if (one.includes(other) || other.includes(one)) {
    return Math.abs(one.length - other.length) <= 3 && !/\W/.test(one + other) ? 'ending' : undefined;
  }
  const edits = editDistance(one, other);
  return edits <= Math.max(1, Math.floor(Math.min(one.length, other.length) / 5)) && one.length > 2
    ? 'spelling'
    : 'words';
}

/** Beyond this, comparing letter by letter takes long, and a difference is an affair of code blocks. */
const longest = 200;

function withoutSpaces(code: string): string {
  return code.replaceAll(/\s+/g, '');
}

/** Addresses and folders name the language of their page. */
function withoutLocale(code: string, locale: string): string {
  return code.replaceAll(localePattern(locale), '').replaceAll(/[/._-]+/g, '/');
}

function localePattern(locale: string): RegExp {
  const known = localePatterns.get(locale);
  if (known !== undefined) return known;
  const spellings = [locale, languageOf(locale)].map((name) => name.replaceAll(/[-_]/g, '[-_]'));
  const pattern = new RegExp(`(?<![a-z0-9])(?:${spellings.join('|')})(?![a-z0-9])`, 'gi');
  localePatterns.set(locale, pattern);
  return pattern;
}

const localePatterns = new Map<string, RegExp>();
