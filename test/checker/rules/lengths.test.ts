import { describe, expect, it } from 'vitest';
import { expectedRatio, localeRatioOf } from '../../../scripts/checker/rules/lengths/locale-ratio.ts';
import { countSentences } from '../../../scripts/checker/rules/lengths/sentence-count.ts';
import type { LengthFact, ShortText } from '../../../scripts/checker/rules/lengths/short-texts.ts';
import { truncatedText } from '../../../scripts/checker/rules/truncated-text.ts';

/** Ratios around the usual one, as hundredths of their logarithm. */
function samplesAround(usual: number, spread: number): number[] {
  return Array.from({ length: 101 }, (_, n) => Math.round(100 * Math.log(usual) + spread * (n - 50)));
}

const place = { start: { line: 3, column: 1, offset: 20 }, end: { line: 3, column: 40, offset: 59 } };

function shortText(change: Partial<ShortText>): ShortText {
  return {
    kind: 'text',
    locale: 'de-DE',
    path: 'de-DE/restore.md',
    span: place,
    end: place,
    excerpt: 'Wählen Sie die Sicherung.',
    tail: 'Wählen Sie die Sicherung.',
    source: { path: 'en-US/restore.md', span: place },
    sourceLength: 200,
    length: 120,
    page: { usual: 1, spread: 1.6, count: 0 },
    lacksSentences: false,
    isNearby: false,
    isFinished: true,
    unfinished: null,
    sureness: 0.9,
    ...change,
  };
}

function severitiesOf(facts: readonly LengthFact[]): unknown[] {
  const product = { sourceLocale: 'en-US', labels: new Map(), entityLists: [] };
  return [...truncatedText.check({ facts, product, expected: [] } as never)].map(({ severity }) => severity);
}

describe('the ratio of a locale', () => {
  it('is the median of its samples, whatever a few odd ones say', () => {
    const ratio = localeRatioOf([...samplesAround(1.2, 0.4), -300, -300, 300]);
    expect(ratio?.usual).toBeCloseTo(1.2, 1);
    expect(ratio?.spread).toBeCloseTo(0.15, 1);
  });

  it('is not told from a few texts', () => {
    expect(localeRatioOf([0, 1, 2])).toBeUndefined();
  });

  it('gives way to a page that is terser, but not to one that is cut throughout', () => {
    const locale = { usual: 1.2, spread: 0.12 };
    expect(expectedRatio({ usual: 1.1, spread: 1.1, count: 20 }, locale).usual).toBe(1.1);
    expect(expectedRatio({ usual: 0.5, spread: 1.1, count: 20 }, locale).usual).toBeCloseTo(1.02);
  });

  it('leaves a page with few texts more play', () => {
    const few = expectedRatio({ usual: 1, spread: 1.2, count: 6 }, undefined);
    const many = expectedRatio({ usual: 1, spread: 1.2, count: 60 }, undefined);
    expect(few.spread).toBeGreaterThan(many.spread);
  });
});

describe('a text that is short for its locale', () => {
  const german: LengthFact = { kind: 'ratios', locale: 'de-DE', ratios: samplesAround(1.2, 0.4) };

  it('is seen by what the other pages show, where its own page is too small to tell', () => {
    const text = shortText({ lacksSentences: true });
    expect(severitiesOf([text])).toEqual([]);
    expect(severitiesOf([german, text])).toEqual(['warning']);
  });

  it('is none where the locale varies that much, or where it has all of its sentences', () => {
    const loose: LengthFact = { ...german, ratios: samplesAround(1.2, 1.5) };
    expect(severitiesOf([loose, shortText({ lacksSentences: true })])).toEqual([]);
    expect(severitiesOf([german, shortText({})])).toEqual([]);
  });

  it('is none where its rest stands beside it', () => {
    expect(severitiesOf([german, shortText({ lacksSentences: true, isNearby: true })])).toEqual([]);
  });

  it('is an error where it stops in the middle, too', () => {
    expect(severitiesOf([german, shortText({ lacksSentences: true, unfinished: 'word' })])).toEqual([
      'error',
    ]);
  });
});

describe('sentences', () => {
  it('end with the signs of any script, and not with dots that stand for what is left out', () => {
    expect(countSentences('Select **Open...** and wait. It takes “a minute.” Done!')).toBe(3);
    expect(countSentences('等待一分钟。完成！')).toBe(2);
    expect(countSentences('Version 1.2.3 of example.com')).toBe(0);
  });
});
