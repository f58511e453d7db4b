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
    ['+++\ntitle\n+++\nText.\n', 'The front matter is not valid TOML: Expected `field = value`'],
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

describe('front matter of Hugo', () => {
  it('reads tables, lists and dates of TOML, and where each field stands', () => {
    const text =
      '+++\ntitle = "客户 😀" # shown\ndate = 2024-03-05T10:00:00Z\ntags = [\n  "a", # one\n  \'b\',\n]\n\n[params]\nweight = 1_000\nseo.title = """\nLong\ntext"""\n\n[[menu.main]]\nname = "x"\n+++\nText.\n';
    for (const page of [text, text.replaceAll('\n', '\r\n'), `\uFEFF${text}`]) {
      const document = parse(page);
      expect(document.problems).toEqual([]);
      expect(document.frontMatter?.data).toMatchObject({
        title: '客户 😀',
        date: '2024-03-05T10:00:00Z',
        tags: ['a', 'b'],
        params: { weight: 1000 },
        menu: { main: [{ name: 'x' }] },
      });
      const spanOf = (field: string): string => {
        const span = document.frontMatter?.valueSpans.get(field);
        return span === undefined ? '' : sliceOf(document, span);
      };
      expect([spanOf('title'), spanOf('date'), spanOf('params')]).toEqual([
        '"客户 😀"',
        '2024-03-05T10:00:00Z',
        '[params]',
      ]);
      expect(outlineOf(document)).toBe('paragraph "Text."');
    }
  });

  it.each([
    ['title = "a\nweight = 1', '2:9-2:11', 'The text is never closed', { weight: 1 }],
    ['weight = 1\nweight = 2', '3:1-3:10', '`weight` is given twice', { weight: 1 }],
    ['weight = 1\ntags = [1', '3:8-3:9', 'The list is never closed', { weight: 1 }],
    ['weight = 1 2', '2:12-2:13', 'Expected the end of the line', {}],
  ])('says where TOML breaks off in %j, and reads the fields beside it', (fields, place, message, data) => {
    const document = parse(`+++\n${fields}\n+++\nText.\n`);
    expect(document.problems.map((problem) => [problem.message, placeOf(problem.span)])).toEqual([
      [`The front matter is not valid TOML: ${message}`, place],
    ]);
    expect(document.frontMatter?.data).toMatchObject(data);
  });

  it('reads JSON, and takes no expression of MDX for it', () => {
    const document = parse('{\n  "title": "Kunder",\n  "params": { "a": 1 }\n}\n\nText.\n');
    expect(document.frontMatter?.data).toEqual({ title: 'Kunder', params: { a: 1 } });
    const title = document.frontMatter?.valueSpans.get('title');
    expect(title && sliceOf(document, title)).toBe('"Kunder"');
    expect(outlineOf(document)).toBe('paragraph "Text."');
    const page = parsePage('{"Text"}\n\nMore.\n', { dialect: 'mdx' });
    expect([page.frontMatter, page.problems]).toEqual([undefined, []]);
  });
});
