import { type MeasuredPair, medianOf, type PageRatio } from './page-ratio.ts';

/** How long the translations of a locale are beside their source, seen on all of its pages. */
export interface LocaleRatio {
  /** Median of length : source length. */
  readonly usual: number;
  /** How far the logarithms of ratios lie from the usual one: 0.12 for an eighth more or less. */
  readonly spread: number;
}

/** So many texts of each page stand for all of it. */
const fromEachPage = 8;

/** Shorter texts vary too much to say anything of the others. */
const fewestLetters = 60;

/** Some ratios of a page, in hundredths of their logarithm: small enough to keep of every page. */
export function sampleRatios(
  pairs: readonly MeasuredPair[],
  lengthOf: (pair: MeasuredPair) => Pick<MeasuredPair, 'sourceLength' | 'length'>,
): readonly number[] {
  const long = pairs.filter(({ sourceLength, length }) => sourceLength >= fewestLetters && length > 0);
  const step = Math.max(1, long.length / fromEachPage);
  const ratios: number[] = [];
  for (let at = 0; at < long.length; at += step) {
    const pair = long[Math.floor(at)];
    if (pair === undefined) continue;
    const { sourceLength, length } = lengthOf(pair);
    ratios.push(Math.round(100 * Math.log(length / sourceLength)));
  }
  return ratios;
}

/** Fewer texts say nothing of a language. */
const fewestSamples = 60;

/** What the samples of all pages of a locale tell, or `undefined` where they are too few. */
export function localeRatioOf(samples: readonly number[]): LocaleRatio | undefined {
  if (samples.length < fewestSamples) return undefined;
  const usual = medianOf(samples);
  const spread = 1.48 * medianOf(samples.map((ratio) => Math.abs(ratio - usual)));
  return { usual: Math.exp(usual / 100), spread: Math.max(leastSpread, spread / 100) };
}

/** No two translators write alike. */
const leastSpread = 0.12;

/**
 * What a text's length is held against: the locale's ratio, on a page that is terser than others the page's own; where
 * there is no more than the page, the fewer its texts, the more play they have.
 */
export function expectedRatio(page: Omit<PageRatio, 'pairs'>, locale: LocaleRatio | undefined): LocaleRatio {
  const spread = Math.log(page.spread);
  if (locale === undefined)
    return { usual: page.usual, spread: spread * (1 + 1.5 / Math.sqrt(page.count + 1)) };
  const isKnown = page.count >= 12;
  return {
    usual: isKnown ? Math.min(locale.usual, Math.max(page.usual, locale.usual * 0.85)) : locale.usual,
    spread: isKnown ? Math.max(locale.spread, spread * 0.8) : locale.spread,
  };
}
