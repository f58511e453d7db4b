import * as fc from 'fast-check';
import type { Finding, Report } from '../../../src/domain/report/report.ts';
import { exampleReport } from '../report/example-report.ts';

/** What a page, a file's name or a setting may hold to break out of a report. */
const hostilePieces = [
  '\u001B[2J',
  '\u001B]8;;https://evil.example\u0007',
  '\u009B31m',
  '\u0000',
  '\u0008',
  '\u007F',
  '\r',
  '\n',
  '\u2028',
  '\u202E',
  '\u2066',
  '\u2069',
  '\uFEFF',
  '\uD800',
  '\uFFFE',
  '::error::owned',
  '\n::add-mask::owned',
  '##[error]owned',
  '##[set-output name=a]owned',
  '##vso[task.setvariable variable=a]owned',
  '%0A::warning::owned',
  '%25',
  ']]>',
  '<!--',
  '-->',
  '</script>',
  '</style>',
  '</code></details>',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"onmouseover="alert(1)',
  "'",
  '&lt;b&gt;',
  '&#x3C;b&#x3E;',
  '[here](javascript:alert(1))',
  '![](https://evil.example/x.png)',
  '[a]: https://evil.example',
  '<https://evil.example>',
  'https://evil.example',
  'www.evil.example',
  'ada@evil.example',
  '@someone',
  '@org/team',
  '#123',
  'GH-123',
  'org/repository#123',
  '!123',
  '`',
  '``',
  '|',
  '\\',
  '\\|',
  '* ',
  '# ',
  '> ',
  '~~~',
  '---',
  '$x$',
  ' ',
  'Välj',
  '选择',
  'العملاء',
  '👨‍👩‍👧',
] as const;

/** Texts that are put together of such pieces. */
export const hostileTexts: fc.Arbitrary<string> = fc
  .array(
    fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...hostilePieces) }, fc.string({ unit: 'binary' })),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((pieces) => pieces.join(''));

/** Texts of files, and reports on them, in which everything that comes from outside is hostile. */
export const hostileReports: fc.Arbitrary<{ readonly report: Report; readonly page: string }> = fc
  .record({
    page: hostileTexts,
    findings: fc.array(
      fc.record({
        at: fc.nat(),
        length: fc.nat(20),
        like: fc.constantFrom(...exampleReport.findings),
        texts: fc.array(hostileTexts, { minLength: 7, maxLength: 7 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    notCompared: fc.array(fc.record({ path: hostileTexts, reason: hostileTexts }), { maxLength: 2 }),
  })
  .map(({ page, findings, notCompared }) => ({
    page,
    report: {
      ...exampleReport,
      findings: findings.map(({ at, length, like, texts }, index) => {
        const [message = '', help = '', path = '', label = '', title = '', text = '', value = ''] = texts;
        const range = rangeAt(page, at % (page.length + 1), length);
        return {
          ...like,
          message: `\`${value}\` is ${message}`,
          help,
          path,
          range,
          related: [{ label, path: `${path}${value}`, range }],
          data: { [value]: message },
          fingerprint: String(index),
          fix: { title, safety: 'safe', edits: [{ range, text }] },
        } satisfies Finding;
      }),
      notCompared,
    },
  }));

function rangeAt(page: string, offset: number, length: number): Finding['range'] {
  const end = Math.min(page.length, offset + length);
  return { start: pointAt(page, offset), end: pointAt(page, end) };
}

function pointAt(page: string, offset: number): Finding['range']['start'] {
  const lines = page.slice(0, offset).split(/\r\n|[\r\n]/);
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1, offset };
}
