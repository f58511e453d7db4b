import { assert, property, shuffledSubarray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rules } from '../../../scripts/checker/rules/index.ts';
import { type CheckResult, type PageFile, runCheck } from '../../../scripts/checker/run-check.ts';
import { type Dialect, dialects } from '../../../src/domain/document/page-document.ts';
import { reportSchema } from '../../../src/domain/report/report.ts';

const source = '# Add a customer\n\n1. Select **Customers**.\n2. Select **Add**.\n\nEnter 12 names.\n';
const translation = '# Lägg till en kund\n\n1. Välj **Kunder**.\n2. Välj **Lägg till**.\n\nAnge 12 namn.\n';
const withLostStep = translation.replace('2. Välj **Lägg till**.\n', '');

const brokenTexts = {
  'ten thousand lists in lists': `${'- '.repeat(10_000)}a\n`,
  'ten thousand quotes in quotes': `${'> '.repeat(10_000)}a\n`,
  'a fence that is not closed': `${translation}\n\`\`\`\n${translation}`,
  'emphasis that is not closed': translation.replaceAll('**.', '.'),
  'a tag that is not closed': `${translation}\n<div class="a\n\n${translation}`,
  'a comment that is not closed': `${translation}\n<!-- ${translation}`,
  'a component that is not closed': `${translation}\n<Note>\n\n${translation}`,
  'front matter that is not closed': `---\ntitle: Kund\n\n${translation}`,
  'front matter that is no YAML': `---\n\t[: {\n---\n\n${translation}`,
  'shortcodes that are not closed': `{{< note >}}\n\n${translation}\n{{< tabs `,
  'containers that are not closed': `/// note\n\n::: zone pivot="a"\n\n${translation}`,
  'a byte order mark': `\uFEFF${translation}`,
  'byte order marks amid the text': translation.replaceAll(' ', '\uFEFF '),
  'lone carriage returns': translation.replaceAll('\n', '\r'),
  'line ends of every kind': translation.replace('\n', '\r\n').replace('\n\n', '\r\r'),
  'lone surrogates': translation.replaceAll('a', 'a\uD83D'),
  'letters under a thousand marks': translation.replaceAll('a', `a${'\u0301'.repeat(1000)}`),
  'text from right to left': translation.replaceAll('Välj', '\u202Eבחר\u202C'),
  'characters of no width': translation.replaceAll('l', 'l\u200B\u00AD'),
} as const;

describe('a page that is broken, and another that has lost a step', () => {
  const cases = Object.entries(brokenTexts).flatMap(([name, text]) =>
    dialects.map((dialect) => ({ name, text, dialect })),
  );
  it.each(cases)('are both judged: $name, in $dialect', ({ text, dialect }) => {
    const { report, crashes } = check(
      [...pair('broken', source, text), ...pair('same', text, text), ...pair('other', source, withLostStep)],
      dialect,
    );
    expect(crashes).toEqual([]);
    expect(reportSchema.parse(report)).toEqual(report);
    expect(report.findings.filter(({ path }) => path === 'sv/other.md').map(({ rule }) => rule)).toEqual([
      'missing-step',
    ]);
    const lengths = new Map([
      ['sv/broken.md', text.length],
      ['en/same.md', text.length],
      ['sv/same.md', text.length],
    ]);
    for (const { path, range } of report.findings) {
      expect(range.start.offset).toBeLessThanOrEqual(range.end.offset);
      expect(range.end.offset).toBeLessThanOrEqual(lengths.get(path) ?? source.length * 2);
    }
  });
});

it('reports the same in whatever order the files come', () => {
  const files = Object.values(brokenTexts)
    .slice(2, 8)
    .flatMap((text, index) => pair(`page-${index}`, source, text));
  const expected = JSON.stringify(check(files, 'gfm').report);
  assert(
    property(shuffledSubarray(files, { minLength: files.length }), (shuffled) => {
      expect(JSON.stringify(check(shuffled, 'gfm').report)).toBe(expected);
    }),
    { numRuns: 15 },
  );
});

function pair(key: string, sourceText: string, translationText: string): readonly PageFile[] {
  return [fileOf(key, 'en', sourceText), fileOf(key, 'sv', translationText)];
}

function fileOf(key: string, locale: string, text: string): PageFile {
  const path = `${locale}/${key}.md`;
  return { key, locale, path, isSource: locale === 'en', content: { kind: 'text', text } };
}

function check(files: readonly PageFile[], dialect: Dialect): CheckResult {
  return runCheck({
    files,
    expected: files
      .filter(({ isSource }) => !isSource)
      .map(({ key, locale, path }) => ({ key, locale, path, exists: true, source: `en/${key}.md` })),
    product: { sourceLocale: 'en', labels: new Map(), entityLists: [] },
    rules,
    dialect,
  });
}
