import { describe, expect, it } from 'vitest';
import { displayCells } from '../../../scripts/checker/reporters/display-cells.ts';
import {
  type PrettyOptions,
  renderPretty as piecesOf,
  summarySentence,
} from '../../../scripts/checker/reporters/pretty.ts';
import type { Report } from '../../../src/domain/report/report.ts';
import { exampleReport, exampleTexts } from '../report/example-report.ts';

function renderPretty(report: Report, options?: PrettyOptions): string {
  return [...piecesOf(report, options)].join('');
}

describe('renderPretty', () => {
  it('shows place, line, counterpart and help, page by page', () => {
    expect(renderPretty(exampleReport, { textOf })).toMatchInlineSnapshot(`
      "content/ru-RU/add.md:1:1  warning missing-page  \`ru-RU\` has no translation of \`add\`
        content/en-US/add.md:1:1  the source
          1 │ # Add a new customer
            │ ^
        help: Translate \`content/en-US/add.md\` into \`content/ru-RU/add.md\`.

      content/zh-CN/add.md:3:9-3:11  error unknown-label  \`顾客\` is no label, the source says \`Customers\`
          3 │ 👋 请选择**顾客**，然后选择**添加客户**。
            │            ^^^^
        content/en-US/add.md:3:10  the source as of 1234567
          3 │ Select **Customers**, then **New customer**.
            │          ^^^^^^^^^
        help: Write the label as the product shows it.

      content/zh-CN/add.md:3:27  note stray-space  A space at the end of the page, and \\u{1B}[2J in the message
          3 │ 👋 请选择**顾客**，然后选择**添加客户**。
            │                                          ^
        help: Remove the space.

      Not compared:
        locales/ru-RU/labels.json  \`ru-RU\` has no labels.

      Compared 1 translation with its source: 1 error, 1 warning, 1 note.
      "
    `);
  });

  it('does without the pages', () => {
    const text = renderPretty(exampleReport);
    expect(text).toContain('content/zh-CN/add.md:3:9-3:11  error unknown-label');
    expect(text).not.toContain('│');
  });

  it.each([40, 60, 80])('keeps quoted lines to %i columns, carets under what they point at', (columns) => {
    const text = renderPretty(exampleReport, { textOf: () => longText, columns });
    const frames = text.split('\n').filter((line) => line.includes('│'));
    expect(frames.length).toBeGreaterThan(0);
    for (const line of frames) {
      const width = displayCells(line).reduce((total, cell) => total + cell.width, 0);
      expect(width).toBeLessThanOrEqual(columns);
    }
  });

  it('breaks words between lines in a narrow terminal, and nowhere else', () => {
    const report = { ...exampleReport, findings: exampleReport.findings.slice(1, 2), notCompared: [] };
    expect(renderPretty(report, { textOf, columns: 44 })).toMatchInlineSnapshot(`
      "content/zh-CN/add.md:3:9-3:11  error unknown-label
        \`顾客\` is no label, the source says
        \`Customers\`
          3 │ … 请选择**顾客**，然后选择**添加客…
            │           ^^^^
        content/en-US/add.md:3:10  the source as of 1234567
          3 │ Select **Customers**, then **New cu…
            │          ^^^^^^^^^
        help: Write the label as the product shows
              it.

      Compared 1 translation with its source: 1 error, 1 warning, 1 note.
      "
    `);
    const [head = ''] = renderPretty(report, { textOf }).split('\n');
    expect(head).toMatch(/unknown-label {2}`顾客` is no label, the source says `Customers`$/);
  });

  it('keeps words that are written from right to left in their place', () => {
    const findings = exampleReport.findings
      .slice(1, 2)
      .map((finding) => ({ ...finding, message: '`العملاء` is no label', path: 'content/ar/add.md' }));
    const text = renderPretty(
      { ...exampleReport, findings },
      { textOf: () => '# عميل\n\nحدد **العملاء**.\n' },
    );
    expect(text).toContain('`\u2068العملاء\u2069` is no label\n');
    expect(text).toContain('    3 │ \u2068حدد **العملاء**.\u2069\n');
  });

  it('lets no page talk to the terminal', () => {
    expect(renderPretty(exampleReport, { textOf: () => hostileText })).not.toMatch(
      /[^\P{Cc}\n]|\u202E|\u2028/u,
    );
  });

  it('marks severities where colours are given', () => {
    const colours = {
      error: tagged('error'),
      warning: tagged('warning'),
      note: tagged('note'),
      strong: (text: string) => text,
      faint: (text: string) => text,
    };
    expect(renderPretty(exampleReport, { colours })).toContain('<error>error</error> unknown-label');
  });
});

describe('summarySentence', () => {
  it('counts in plain words', () => {
    const summary = { pages: 2, pairs: 1, errors: 0, warnings: 0, notes: 0, suppressed: 0 };
    expect(summarySentence({ ...exampleReport, summary })).toBe(
      'Compared 1 translation with its source: nothing to fix.',
    );
    expect(
      summarySentence({ ...exampleReport, summary: { ...summary, pairs: 4, errors: 2, notes: 1 } }),
    ).toBe('Compared 4 translations with their sources: 2 errors, 1 note.');
  });
});

const hostileText = 'one\ntwo\nthree \u001B]0;title\u0007 \u202Edesrever\u2028\n';

function textOf(path: string, revision?: string): string | undefined {
  return revision === undefined ? exampleTexts[path] : exampleTexts[path]?.replaceAll('Add', 'New');
}

function tagged(name: string): (text: string) => string {
  return (text) => `<${name}>${text}</${name}>`;
}

const longText = `${'选择 **客户** 和 add the customer now 😀 '.repeat(10)}\n`.repeat(4);
