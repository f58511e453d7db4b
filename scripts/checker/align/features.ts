import type { Block, Heading, PageDocument } from '../../../src/domain/document/page-document.ts';
import { shareScript } from '../../../src/domain/locale/scripts.ts';
import type { AlignOptions } from './alignment.ts';
import { takeBlockKeys, takeHeadingKeys } from './page-keys.ts';
import { findTerms } from './terms.ts';
import { createVocabulary, type FeatureKind, type Vocabulary } from './vocabulary.ts';
import { isName, type WordKeys } from './word-keys.ts';

/** Something that survives translation, found in both pages. */
export interface Feature {
  readonly kind: FeatureKind;
  readonly value: string;
  /** How much two nodes gain when both have it: rare features prove more. */
  readonly weight: number;
}

/** What sharing and not sharing each feature of two pages is worth, by its id. */
export interface FeatureWeights {
  /** What sharing it gains; negative for words, which count together. */
  readonly gains: Float64Array;
  /** What it loses where only one of two nodes has it. */
  readonly losses: Float64Array;
}

/** The features of two pages: those that are in both, by block and heading. */
export interface PageFeatures {
  /** Ids of the features a text has, rising. */
  readonly of: (text: Block | Heading) => readonly number[];
  /** How many links, codes, images and components a text has that the other page has nowhere. */
  readonly foreignCount: (text: Block | Heading) => number;
  readonly feature: (id: number) => Feature;
  readonly weights: FeatureWeights;
}

/** The weight of what is in each page once. */
export const baseWeights: Readonly<Record<FeatureKind, number>> = {
  anchor: 12,
  link: 4.5,
  code: 3.5,
  image: 5,
  component: 4,
  number: 2.2,
  term: 3.5,
  territory: 4,
  listing: 6,
  word: 2,
  cognate: 0.8,
};

/** What a feature that only one of two nodes has takes away, as a share of its weight. */
const lossShares: Readonly<Record<FeatureKind, number>> = {
  anchor: 0.7,
  link: 0.6,
  code: 0.5,
  image: 0.6,
  component: 0.5,
  number: 0.5,
  term: 0.4,
  territory: 0.6,
  listing: 0.4,
  word: 0.2,
  cognate: 0,
};

const countedAsForeign: ReadonlySet<FeatureKind> = new Set(['link', 'code', 'image', 'component']);

/**
 * Finds what both pages have: anchors, link targets, code, images, components, numbers, terms of the product, and
 * words that were left as they are or sound alike.
 *
 * Words of the source are features only where the translation has them too: names, abbreviations, what is left
 * untranslated, and in related languages much more. So the source's things get numbers, once for all its
 * translations, and those of a translation are only looked up.
 */
export function readFeatures(
  source: PageDocument,
  translation: PageDocument,
  options: AlignOptions,
): PageFeatures {
  const sourceLocale = options.sourceLocale ?? 'en';
  const locale = options.locale ?? 'en';
  const reading = readingOf(source, sourceLocale);
  const { vocabulary } = reading;
  const terms = findTerms(source, translation, options.terms ?? [], vocabulary.size());
  const size = vocabulary.size() + terms.values.length;
  const kindOf = (id: number): FeatureKind => (id < vocabulary.size() ? vocabulary.kindOf(id) : 'term');
  const valueOf = (id: number): string =>
    id < vocabulary.size() ? vocabulary.valueOf(id) : (terms.values[id - vocabulary.size()] ?? '');
  const translated = readTranslation(translation, locale, vocabulary);

  const counts = new Int32Array(size);
  const otherCounts = new Int32Array(size);
  counts.set(reading.counts);
  for (const text of translated) for (const id of text.ids) otherCounts[id] = (otherCounts[id] ?? 0) + 1;
  for (const { isOfSource, ids } of terms.texts) {
    const own = isOfSource ? counts : otherCounts;
    for (const id of ids) own[id] = (own[id] ?? 0) + 1;
  }

  const sameScript = shareScript(sourceLocale, locale);
  const gains = new Float64Array(size);
  const losses = new Float64Array(size);
  for (let id = 0; id < size; id++) {
    const count = counts[id] ?? 0;
    const other = otherCounts[id] ?? 0;
    if (count === 0 || other === 0) continue;
    const kind = kindOf(id);
    const weight = weightOf(kind, valueOf, id, count, other, sameScript);
    if (weight === 0) continue;
    gains[id] = kind === 'word' || kind === 'cognate' ? -weight : weight;
    losses[id] = weight * lossShares[kind];
  }

  const ids = new Map<Block | Heading, readonly number[]>();
  const foreign = new Map<Block | Heading, number>();
  for (const text of reading.texts) {
    const own = featuresAmong(text.ids, gains);
    if (own.length > 0) ids.set(text.node, own);
    let strangers = 0;
    for (const id of text.strong) if (otherCounts[id] === 0) strangers++;
    if (strangers > 0) foreign.set(text.node, strangers);
  }
  for (const text of translated) {
    const own = featuresAmong(text.ids, gains);
    if (own.length > 0) ids.set(text.node, own.length === 1 ? own : own.toSorted(rising));
    if (text.foreignCount > 0) foreign.set(text.node, text.foreignCount);
  }
  for (const { node, ids: own } of terms.texts) {
    ids.set(node, [...(ids.get(node) ?? []), ...featuresAmong(own, gains)]);
  }
  return {
    of: (text) => ids.get(text) ?? none,
    foreignCount: (text) => foreign.get(text) ?? 0,
    feature: (id) => ({ kind: kindOf(id), value: valueOf(id), weight: Math.abs(gains[id] ?? 0) }),
    weights: { gains, losses },
  };
}

const none: readonly number[] = [];

/** Those of some ids that gain anything; most texts share little with the other page. */
function featuresAmong(ids: readonly number[], gains: Float64Array): readonly number[] {
  let found: number[] | undefined;
  for (const id of ids) if (gains[id] !== 0) (found ??= []).push(id);
  return found ?? none;
}

function rising(one: number, other: number): number {
  return one - other;
}

/** The weight of something that so many texts of both pages have, at least one of each; 0 where it is no feature. */
function weightOf(
  kind: FeatureKind,
  valueOf: (id: number) => string,
  id: number,
  count: number,
  other: number,
  sameScript: boolean,
): number {
  if (kind === 'cognate' && (count > 12 || other > 12)) return 0;
  const isRelated = kind === 'word' && sameScript && !isName(valueOf(id));
  if (isRelated && valueOf(id).length < 4) return 0;
  const rarity = 1 / (1 + 0.7 * Math.log2(Math.max(count, other)));
  return baseWeights[kind] * rarity * (isRelated ? 0.5 : 1);
}

interface SourceText {
  readonly node: Block | Heading;
  /** Everything it has, rising. */
  readonly ids: readonly number[];
  /** Those of the ids that count as foreign where the other page has them nowhere. */
  readonly strong: readonly number[];
}

interface SourceReading {
  readonly locale: string;
  readonly vocabulary: Vocabulary;
  readonly texts: readonly SourceText[];
  /** How many texts have each thing. */
  readonly counts: readonly number[];
}

/** Sources are read once for all their translations. */
const readings = new WeakMap<PageDocument, SourceReading>();

function readingOf(source: PageDocument, locale: string): SourceReading {
  const before = readings.get(source);
  if (before?.locale === locale) return before;
  const vocabulary = createVocabulary();
  const counts: number[] = [];
  const texts: SourceText[] = [];
  let own = new Set<number>();
  const taker = {
    take: (kind: FeatureKind, value: string): void => {
      own.add(vocabulary.add(kind, value));
    },
    takeWord: ({ word, cognate }: WordKeys): void => {
      if (word !== undefined) own.add(vocabulary.add('word', word));
      if (cognate !== undefined) own.add(vocabulary.add('cognate', cognate));
    },
    wants: () => true,
  };
  const close = (node: Block | Heading): void => {
    const ids = [...own].toSorted(rising);
    for (const id of ids) counts[id] = (counts[id] ?? 0) + 1;
    texts.push({ node, ids, strong: ids.filter((id) => countedAsForeign.has(vocabulary.kindOf(id))) });
    own = new Set();
  };
  for (const { heading } of source.sections) {
    if (heading === undefined) continue;
    takeHeadingKeys(source, heading, taker);
    close(heading);
  }
  for (const block of source.blocks) {
    takeBlockKeys(source, block, locale, taker);
    close(block);
  }
  const reading = { locale, vocabulary, texts, counts };
  readings.set(source, reading);
  return reading;
}

interface TranslationText {
  readonly node: Block | Heading;
  /** Of what the source has too, in no order. */
  readonly ids: readonly number[];
  readonly foreignCount: number;
}

function readTranslation(
  translation: PageDocument,
  locale: string,
  vocabulary: Vocabulary,
): readonly TranslationText[] {
  const texts: TranslationText[] = [];
  /** The last text that had each thing, so that a text counts it once. */
  const lastText = new Int32Array(vocabulary.size()).fill(-1);
  const wanted = new Set<FeatureKind>();
  for (let id = 0; id < vocabulary.size(); id++) wanted.add(vocabulary.kindOf(id));
  let ids: number[] = [];
  let strangers: Set<string> | undefined;
  const takeId = (id: number): void => {
    if (lastText[id] === texts.length) return;
    lastText[id] = texts.length;
    ids.push(id);
  };
  const taker = {
    take: (kind: FeatureKind, value: string): void => {
      const id = vocabulary.find(kind, value);
      if (id !== -1) takeId(id);
      else if (countedAsForeign.has(kind)) (strangers ??= new Set()).add(`${kind} ${value}`);
    },
    takeWord: (keys: WordKeys): void => {
      const { word, cognate } = vocabulary.findWord(keys);
      if (word !== -1) takeId(word);
      if (cognate !== -1) takeId(cognate);
    },
    wants: (kind: FeatureKind) => wanted.has(kind),
  };
  const close = (node: Block | Heading): void => {
    texts.push({ node, ids, foreignCount: strangers?.size ?? 0 });
    ids = [];
    strangers = undefined;
  };
  for (const { heading } of translation.sections) {
    if (heading === undefined) continue;
    takeHeadingKeys(translation, heading, taker);
    close(heading);
  }
  for (const block of translation.blocks) {
    takeBlockKeys(translation, block, locale, taker);
    close(block);
  }
  return texts;
}
