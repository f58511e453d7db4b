import { describe, expect, it } from 'vitest';
import { rules } from '../../../scripts/checker/rules/index.ts';
import type { CheckedMessages, MessagesRule } from '../../../scripts/checker/rules/rule.ts';
import { type CheckResult, runCheck } from '../../../scripts/checker/run-check.ts';
import { parseMessages, readRawMessages } from '../../../src/domain/messages/parse-messages.ts';
import { recogniseFormat } from '../../../src/domain/messages/recognise-format.ts';
import { reportSchema } from '../../../src/domain/report/report.ts';

function check(
  source: string,
  translation: string,
  chosen: Parameters<typeof runCheck>[0]['rules'] = rules,
): CheckResult {
  const raw = readRawMessages(source, 'en/app.json');
  const format = recogniseFormat([raw]);
  const place = { key: '{locale}/app.json' };
  const files: CheckedMessages[] = [
    { ...place, locale: 'en', path: 'en/app.json', isSource: true, file: parseMessages(raw, format, 'en') },
    {
      ...place,
      locale: 'ru',
      path: 'ru/app.json',
      isSource: false,
      file: parseMessages(readRawMessages(translation, 'ru/app.json'), format, 'ru'),
    },
  ];
  const expected = [{ ...place, locale: 'ru', path: 'ru/app.json', exists: true, source: 'en/app.json' }];
  return runCheck({
    files: [],
    expected: [],
    product: { sourceLocale: 'en', labels: new Map(), entityLists: [] },
    rules: chosen,
    messages: { files, expected, code: [], notCompared: [] },
  });
}

function found({ report }: CheckResult): readonly string[] {
  return report.findings.map(({ rule, path, range }) => `${path}:${range.start.line} ${rule}`);
}

describe('messages in memory', () => {
  it('are judged beside no pages, with fingerprints that stay when lines move', () => {
    const source = '{"due": "Due on {{date}}"}';
    const [one] = check(source, '{"due": "До {{дата}}"}').report.findings;
    const [other] = check(source, '{\n\n  "due": "До {{дата}}" }').report.findings;
    expect(one).toMatchObject({ rule: 'changed-placeholder', locale: 'ru', path: 'ru/app.json' });
    expect(other?.fingerprint).toBe(one?.fingerprint);
  });

  it('keep the run going where a rule breaks', () => {
    const broken: MessagesRule = {
      id: 'broken',
      on: 'messages',
      severity: 'note',
      docs: { summary: '', why: '', fix: '' },
      check: () => {
        throw new Error('no luck');
      },
    };
    const { crashes, report } = check('{"a": "Book"}', '{}', [broken, ...rules]);
    expect(crashes).toEqual(['en/app.json: The rule `broken` broke: no luck.']);
    expect(report.findings.map(({ rule }) => rule)).toEqual(['missing-message']);
  });
});

describe('files that nobody would write', () => {
  it('hold names of prototypes and halves of characters', () => {
    const result = check(
      '{"__proto__": {"x": "{{a}}"}, "constructor": "{{b}} book", "toString": "c", "half": "\\ud83d {{d}}"}',
      '{"constructor": "{{__proto__}} книга", "__proto__": {"x": "{{a}}"}, "half": "\\ude00 {{\\ud83d}}"}',
    );
    expect(found(result)).toEqual([
      'ru/app.json:1 changed-placeholder',
      'ru/app.json:1 missing-message',
      'ru/app.json:1 changed-placeholder',
    ]);
    expect(reportSchema.parse(JSON.parse(JSON.stringify(result.report)))).toEqual(result.report);
  });

  it.each([
    ['many keys', (i: number) => `"k${i}": "text {{n}}"`, 5000],
    ['keys that nest', (i: number) => `"${'a_'.repeat(i % 50)}${i}.${'b.'.repeat(i % 20)}c": "{{n}}"`, 2000],
    [
      'long texts',
      (i: number) => `"k${i}": "${'{{x '.repeat(5000)}${'<a '.repeat(5000)}${'%-'.repeat(5000)}"`,
      5,
    ],
  ])('have %s, and are judged', (_name, entry, count) => {
    const text = (from: number): string =>
      `{${Array.from({ length: count }, (__, i) => entry(i + from)).join(',\n')}}`;
    expect(found(check(text(0), text(0)))).toEqual([]);
    expect(found(check(text(0), text(1)))).not.toEqual([]);
  });
});
