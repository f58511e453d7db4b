import { readLinkTarget } from '../../../src/domain/document/link-target.ts';
import type {
  Block,
  Heading,
  PageDocument,
  Span,
  Traits,
} from '../../../src/domain/document/page-document.ts';
import { sliceOf } from '../../../src/domain/document/spans.ts';
import { shareScript } from '../../../src/domain/locale/scripts.ts';
import { resolveTerritory } from '../../../src/domain/locale/territories.ts';
import type { AlignOptions } from './alignment.ts';
import { cognateOf } from './cognate.ts';

/** What a feature is taken from; how much it proves depends on it. */
export type FeatureKind =
  | 'anchor'
  | 'link'
  | 'code'
  | 'image'
  | 'component'
  | 'number'
  | 'term'
  | 'territory'
  | 'listing'
  | 'word'
  | 'cognate';

/** Something that survives translation, found in both pages. */
export interface Feature {
  /** Unique among the features of two pages; from 0. */
  readonly id: number;
  readonly kind: FeatureKind;
  readonly value: string;
  /** How much two nodes gain when both have it: rare features prove more. */
  readonly weight: number;
}

/** Features of a text, and how often each is there: 1 for its own, less for those of its children. */
export type FeatureBag = ReadonlyMap<Feature, number>;

/** The features of two pages: those that are in both, by block and heading. */
export interface PageFeatures {
  readonly of: (text: Block | Heading) => FeatureBag;
  /** How many links, codes, images and components a text has that the other page has nowhere. */
  readonly foreignCount: (text: Block | Heading) => number;
}

const baseWeights: Readonly<Record<FeatureKind, number>> = {
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

const countedAsForeign: ReadonlySet<FeatureKind> = new Set(['link', 'code', 'image', 'component']);

/**
 * Finds what both pages have: anchors, link targets, code, images, components, numbers, terms of the product, and
 * words that were left as they are or sound alike.
 *
 * Words of the source are features only where the translation has them too: names, abbreviations, what is left
 * untranslated, and in related languages much more.
 */
export function readFeatures(
  source: PageDocument,
  translation: PageDocument,
  options: AlignOptions,
): PageFeatures {
  const sameScript = shareScript(options.sourceLocale ?? 'en', options.locale ?? 'en');
  const terms = options.terms ?? [];
  const known: WordKeys = new Map();
  const sourceTexts = rawFeatures(source, {
    locale: options.sourceLocale ?? 'en',
    termsOf: (text) => termsIn(text, terms, 'source'),
    known,
  });
  const translationTexts = rawFeatures(translation, {
    locale: options.locale ?? 'en',
    termsOf: (text) => termsIn(text, terms, 'translation'),
    known,
  });
  const sourceCounts = countTexts(sourceTexts);
  const translationCounts = countTexts(translationTexts);

  const features = new Map<string, Feature>();
  for (const [key, count] of sourceCounts) {
    const other = translationCounts.get(key);
    if (other === undefined) continue;
    const kind = key.slice(0, key.indexOf(' ')) as FeatureKind;
    const value = key.slice(kind.length + 1);
    if (kind === 'cognate' && (count > 12 || other > 12)) continue;
    if (kind === 'word' && sameScript && value.length < 4 && !isName(value)) continue;
    const rarity = 1 / (1 + 0.7 * Math.log2(Math.max(count, other)));
    const related = kind === 'word' && sameScript && !isName(value) ? 0.5 : 1;
    features.set(key, { id: features.size, kind, value, weight: baseWeights[kind] * rarity * related });
  }

  const bags = new Map<Block | Heading, FeatureBag>();
  const foreign = new Map<Block | Heading, number>();
  for (const [node, keys] of [...sourceTexts, ...translationTexts]) {
    const bag = new Map<Feature, number>();
    let strangers = 0;
    for (const key of keys) {
      const feature = features.get(key);
      if (feature !== undefined) bag.set(feature, 1);
      else if (countedAsForeign.has(key.slice(0, key.indexOf(' ')) as FeatureKind)) strangers++;
    }
    bags.set(node, bag);
    foreign.set(node, strangers);
  }
  return {
    of: (text) => bags.get(text) ?? new Map(),
    foreignCount: (text) => foreign.get(text) ?? 0,
  };
}

/** The country or region that an item or cell names; languages sort such lists in their own way. */
function territoryIn({ kind, text }: Block, locale: string): string | undefined {
  const isShort = (kind === 'item' || kind === 'cell') && text !== '' && text.length <= 40;
  return isShort ? resolveTerritory(text, locale)?.code : undefined;
}

interface TextReading {
  readonly locale: string;
  readonly termsOf: (text: string) => readonly string[];
  readonly known: WordKeys;
}

type RawFeatures = ReadonlyMap<Block | Heading, ReadonlySet<string>>;

function rawFeatures(document: PageDocument, reading: TextReading): RawFeatures {
  const all = new Map<Block | Heading, ReadonlySet<string>>();
  for (const { heading } of document.sections) {
    if (heading === undefined) continue;
    const keys = textFeatures(heading.text, heading.traits, reading);
    addWords(keys, sourceBeside(document, heading.span), reading.known);
    for (const id of idsOf(heading)) keys.add(`anchor ${id}`);
    all.set(heading, keys);
  }
  for (const block of document.blocks) {
    if (block.kind === 'code') {
      all.set(block, new Set([`listing ${block.text.replaceAll(/\s+/g, ' ').trim()}`]));
      continue;
    }
    const keys = textFeatures(block.text, block.traits, reading);
    addWords(keys, sourceBeside(document, block.textSpan), reading.known);
    const territory = territoryIn(block, reading.locale);
    if (territory !== undefined) keys.add(`territory ${territory}`);
    if (block.component !== undefined) keys.add(`component ${block.component}`);
    all.set(block, keys);
  }
  return all;
}

/** A heading's explicit ids, or the one that renderers derive from its text. */
export function idsOf(heading: Heading): readonly string[] {
  if (heading.anchors.length > 0) return heading.anchors.map(({ id }) => id);
  const derived = heading.text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s+/g, '-');
  return derived === '' ? [] : [derived];
}

function textFeatures(text: string, traits: Traits, { termsOf, known }: TextReading): Set<string> {
  const keys = new Set<string>();
  for (const { id } of traits.anchors) keys.add(`anchor ${id}`);
  for (const { target } of traits.links) {
    const { kind, key, fragment } = readLinkTarget(target);
    keys.add(`link ${kind === 'anchor' ? `#${fragment}` : key}`);
  }
  for (const code of traits.codes) keys.add(`code ${code.text}`);
  for (const image of traits.images) keys.add(`image ${/[^/]*$/.exec(image.source)?.[0] ?? image.source}`);
  for (const component of traits.components) keys.add(`component ${component.text}`);
  for (const number of traits.numbers) keys.add(`number ${number.value}`);
  for (const term of termsOf(text)) keys.add(`term ${term}`);
  addWords(keys, text, known);
  return keys;
}

/** The source text that Microsoft Learn's bilingual pages carry, unseen, beside each sentence. */
function sourceBeside(document: PageDocument, span: Span): string {
  if (document.dialect !== 'learn') return '';
  const written = sliceOf(document, span);
  return [...written.matchAll(/<span class="sxs-lookup">(.*?)<\/span>\s*<\/span>/gs)]
    .map(([, inner = '']) => inner.replaceAll(/<[^>]*>|\]\([^)]*\)|[*_`[]/g, ' '))
    .join(' ');
}

function addWords(keys: Set<string>, text: string, known: WordKeys): void {
  for (const [word] of text.matchAll(/[\p{L}\p{N}]+(?:[-_.][\p{L}\p{N}]+)*/gu)) {
    let ofWord = known.get(word);
    if (ofWord === undefined) {
      ofWord = wordKeys(word);
      known.set(word, ofWord);
    }
    for (const key of ofWord) keys.add(key);
  }
}

/** The features of words read before: pages repeat their words. */
type WordKeys = Map<string, readonly string[]>;

function wordKeys(word: string): readonly string[] {
  if (/^\p{N}+$/u.test(word)) return [];
  const keys: string[] = [];
  if (/^[A-Za-z0-9._-]+$/.test(word) && (word.length >= 3 || isName(word))) {
    keys.push(`word ${isName(word) ? word : word.toLowerCase()}`);
  }
  const cognate = cognateOf(word);
  if (cognate !== undefined) keys.push(`cognate ${cognate}`);
  return keys;
}

/** True for abbreviations and names such as `MPN` and `OAuth2`, which no language translates. */
function isName(word: string): boolean {
  return word.length >= 2 && /[A-Z].*[A-Z0-9]|[a-z][A-Z]/.test(word);
}

function termsIn(
  text: string,
  terms: NonNullable<AlignOptions['terms']>,
  side: 'source' | 'translation',
): readonly string[] {
  if (terms.length === 0) return [];
  const lower = text.toLowerCase();
  return terms.filter((term) => lower.includes(term[side].toLowerCase())).map((term) => term.source);
}

function countTexts(texts: RawFeatures): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const keys of texts.values()) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
