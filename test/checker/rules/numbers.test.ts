import { describe, expect, it } from 'vitest';
import { alignPages } from '../../../scripts/checker/align/align-pages.ts';
import { changedDate } from '../../../scripts/checker/rules/changed-date.ts';
import { changedNumber } from '../../../scripts/checker/rules/changed-number.ts';
import { changedUnit } from '../../../scripts/checker/rules/changed-unit.ts';
import { changedVersion } from '../../../scripts/checker/rules/changed-version.ts';
import type { CheckedPage } from '../../../scripts/checker/rules/rule.ts';
import { parsePage } from '../../../src/domain/document/parse-page.ts';
import { locales } from '../../domain/locale/number-locales.ts';

const rules = [changedNumber, changedDate, changedUnit, changedVersion];

/** One fact of each kind, as a language writes it. */
interface Facts {
  readonly count: number;
  readonly limit: number;
  readonly price: number;
  readonly days: number;
  readonly day: Date;
  readonly version: string;
}

const facts: Facts = {
  count: 7,
  limit: 12_500,
  price: 1249.5,
  days: 30,
  day: new Date(Date.UTC(2019, 9, 14)),
  version: '2.10.4',
};

/** A table of facts, each in a row whose first cell is the same in every language. */
function writePage(locale: string, { count, limit, price, days, day, version }: Facts): string {
  const number = (value: number, options: Intl.NumberFormatOptions = {}): string =>
    new Intl.NumberFormat(locale, options).format(value);
  const rows = [
    ['ResellerCount', number(count)],
    ['CustomerLimit', number(limit)],
    ['LicensePrice', number(price, { style: 'currency', currency: 'EUR' })],
    ['TrialLength', number(days, { style: 'unit', unit: 'day', unitDisplay: 'long' })],
    ['SignedSince', new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(day)],
    ['ClientVersion', version],
  ];
  return `# Limits\n\n| A | B |\n| - | - |\n${rows.map(([name, text]) => `| \`${name}\` | ${text} |`).join('\n')}\n`;
}

function findingsOf(locale: string, text: string): readonly string[] {
  const source = checkedPage('en-US', writePage('en-US', facts));
  const translation = checkedPage(locale, text);
  const alignment = alignPages(source.document, translation.document, { sourceLocale: 'en-US', locale });
  const product = { sourceLocale: 'en-US', labels: new Map(), entityLists: [] };
  return rules.flatMap((rule) =>
    [...rule.check({ source, translation, alignment, product })].map(
      ({ span }) => `${rule.id} ${span.start.line}`,
    ),
  );
}

function checkedPage(locale: string, text: string): CheckedPage {
  return {
    key: 'limits',
    locale,
    path: `${locale}/limits.md`,
    document: parsePage(text, { dialect: 'gfm' }),
    isSource: locale === 'en-US',
    state: 'current',
  };
}

describe.each(locales)('numbers, dates and units of %s', (locale) => {
  it('are silent where they are the source’s', () => {
    expect(findingsOf(locale, writePage(locale, facts))).toEqual([]);
  });

  it.each([
    ['count', { count: 8 }, ['changed-number 5']],
    ['limit', { limit: 15_200 }, ['changed-number 6']],
    ['price', { price: 1294.5 }, ['changed-number 7']],
    ['length', { days: 60 }, ['changed-number 8']],
    ['day', { day: new Date(Date.UTC(2018, 9, 14)) }, ['changed-date 9']],
    ['version', { version: '2.10.3' }, ['changed-version 10']],
  ] satisfies [string, Partial<Facts>, string[]][])('tell another %s', (_, change, expected) => {
    expect(findingsOf(locale, writePage(locale, { ...facts, ...change }))).toEqual(expected);
  });
});

it('tells days from hours, weeks, months and years in most languages', () => {
  const found = locales.flatMap((locale) =>
    (['hour', 'week', 'month', 'year'] as const).map((unit) => {
      const written = (of: string): string =>
        new Intl.NumberFormat(locale, { style: 'unit', unit: of, unitDisplay: 'long' }).format(30);
      const text = writePage(locale, facts).replace(written('day'), written(unit));
      return findingsOf(locale, text).join() === 'changed-unit 8';
    }),
  );
  expect(found.filter(Boolean).length / found.length).toBeGreaterThan(0.95);
});
