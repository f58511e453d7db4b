import { describe, expect, it } from 'vitest';
import { parsePage } from '../../../src/domain/document/parse-page.ts';
import { sliceOf } from '../../../src/domain/document/spans.ts';
import { outlineOf, placeOf } from './outline.ts';

function parse(text: string): ReturnType<typeof parsePage> {
  return parsePage(text, { dialect: 'gfm' });
}

describe('front matter', () => {
  it.each(['\n', '\r\n'])(
    'gives values and their places with %j as line end, after a byte order mark too',
    (lineEnd) => {
      for (const mark of ['', '\uFEFF']) {
        const text =
          `${mark}---\ntitle: "Kunder 😀"\nroles:\n  - admin\n  - sales\nempty:\nms.date: 09/06/2021\n---\n# Kunder\n`.replaceAll(
            '\n',
            lineEnd,
          );
        const document = parse(text);
        expect(document.problems).toEqual([]);
        expect(document.frontMatter?.data).toEqual({
          title: 'Kunder 😀',
          roles: ['admin', 'sales'],
          empty: null,
          'ms.date': '09/06/2021',
        });
        const values = [...(document.frontMatter?.valueSpans ?? [])].map(([key, span]) => [
          key,
          sliceOf(document, span),
        ]);
        expect(values).toEqual([
          ['title', '"Kunder 😀"'],
          ['roles', `- admin${lineEnd}  - sales`],
          ['empty', ''],
          ['ms.date', '09/06/2021'],
        ]);
        expect(document.frontMatter && placeOf(document.frontMatter.span)).toBe(`1:${mark.length + 1}-8:4`);
        expect(outlineOf(document)).toBe('# Kunder');
      }
    },
  );

  it('reads the page below front matter that is never closed', () => {
    const document = parse('---\ntitle: Kunder\nms.date: 2021\n\n# Kunder\n\nText.\n');
    expect(document.problems.map(({ kind, message, span }) => [kind, placeOf(span), message])).toEqual([
      [
        'front-matter',
        '1:1-1:4',
        'The front matter opens with `---` but is never closed: put a line `---` below its last field',
      ],
    ]);
    expect(document.frontMatter?.data).toEqual({ title: 'Kunder', 'ms.date': 2021 });
    expect(outlineOf(document)).toBe('# Kunder\n  paragraph "Text."');
  });

  it('takes a line of dashes above text for the divider it is', () => {
    const document = parse('---\n\n# Kunder\n');
    expect(document.problems).toEqual([]);
    expect(document.frontMatter).toBeUndefined();
    expect(document.blocks.map(({ kind }) => kind)).toEqual(['divider']);
  });

  it.each([
    ['---\ntitle: "Kunder\n---\nText.\n', 'The front matter is not valid YAML: Missing closing "quote'],
    [
      '---\ntitle: a: b\n---\nText.\n',
      'The front matter is not valid YAML: Nested mappings are not allowed in compact mappings',
    ],
    ['---\ntitle: A\ntitle: B\n---\nText.\n', 'The front matter is not valid YAML: Map keys must be unique'],
    ['---\n- title\n---\nText.\n', 'The front matter is not a list of `field: value` lines'],
    ['+++\ntitle\n+++\nText.\n', 'The front matter has a line that is not `field = value`'],
  ])('says what is wrong in %j and reads the page', (text, message) => {
    const document = parse(text);
    expect(document.problems.map((problem) => problem.message)).toEqual([message]);
    expect(outlineOf(document)).toBe('paragraph "Text."');
  });

  it('survives aliases that multiply without end', () => {
    const levels = Array.from(
      { length: 20 },
      (_, level) => `a${level + 1}: &a${level + 1} [*a${level}, *a${level}, *a${level}, *a${level}]`,
    );
    const { problems } = parse(`---\na0: &a0 [1]\n${levels.join('\n')}\n---\nText.\n`);
    expect(problems.map(({ message }) => message)).toEqual([
      'The front matter could not be read: ReferenceError: Excessive alias count indicates a resource exhaustion attack',
    ]);
  });
});
