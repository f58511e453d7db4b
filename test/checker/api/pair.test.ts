import { describe, expect, it } from 'vitest';
import { formatReport, pair } from '../../../scripts/checker/api/index.ts';

const source = `# Add a customer

1. Open **Customers**.
2. Run \`customers add\`.
3. Enter at most 5 accounts.
`;
const translation = `# Kunden hinzufügen

1. Öffnen Sie **Kunden**.
2. Geben Sie höchstens 5 Konten an.
`;

describe('pair', () => {
  it('compares two texts without a disk', () => {
    const report = pair(source, translation, { locale: 'de' });
    expect(report.pages.map(({ path, locale, state }) => [path, locale, state])).toEqual([
      ['source.md', 'und', 'source'],
      ['translation.md', 'de', 'unknown'],
    ]);
    expect(report.findings).toMatchObject([
      { rule: 'missing-step', path: 'translation.md', locale: 'de', related: [{ path: 'source.md' }] },
    ]);
    expect(report.notCompared).toEqual([]);
  });

  it('guesses the locales from what the pages are called, and says where it could not', () => {
    const named = pair(source, translation, { sourcePath: 'docs/en/add.md', path: 'docs/de/add.md' });
    expect(named.pages.map(({ locale }) => locale)).toEqual(['de', 'en']);
    expect(pair(source, translation).notCompared).toEqual([
      {
        path: 'translation.md',
        reason: 'Its locale is unknown, so nothing was judged by its language; give `locale`.',
      },
    ]);
  });

  it('quotes the texts where its report is formatted', () => {
    expect(formatReport(pair(source, translation, { locale: 'de' }), 'pretty')).toContain(
      '4 │ 2. Run `customers add`.',
    );
  });

  it('runs the rules that are asked for', () => {
    expect(pair(source, translation, { locale: 'de', rules: ['changed-number'] }).findings).toEqual([]);
  });

  it.each([
    [[source, undefined], '`pair` takes two texts.'],
    [[source, translation, { dialect: 'rst' }], 'The options of `pair` do not fit. `dialect`: '],
    [
      [source, translation, { path: 'source.md' }],
      'The source and the translation are both called `source.md`.',
    ],
    [[source, translation, { locale: '?' }], "`locale: '?'` is not a locale."],
  ])('refuses %j', (given, message) => {
    expect(() => pair(...(given as Parameters<typeof pair>))).toThrow(
      expect.objectContaining({
        name: 'OperationalError',
        message: expect.stringContaining(message),
      }),
    );
  });
});
