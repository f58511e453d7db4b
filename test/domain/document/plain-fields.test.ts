import { array, assert, constantFrom, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMap, isScalar, parseDocument } from 'yaml';
import { readPlainFields } from '../../../src/domain/document/plain-fields.ts';

describe('fields that stand on one line each', () => {
  it('are read with the place of their values', () => {
    const source =
      'title: Lägg till en kund\r\nms.date: 06/17/2020\nsummary:  \'Kundens sida\' \nauthor: "Åsa"';
    expect(readPlainFields(source)).toEqual([
      { key: 'title', value: 'Lägg till en kund', from: 7, to: 24 },
      { key: 'ms.date', value: '06/17/2020', from: 35, to: 45 },
      { key: 'summary', value: 'Kundens sida', from: 56, to: 70 },
      { key: 'author', value: 'Åsa', from: 80, to: 85 },
    ]);
  });

  it.each([
    'title: Kunder # en kommentar',
    'title: Kunder: en lista',
    'draft: true',
    'order: 12',
    'price: 1e3',
    'title:',
    'title: "Rad\\n"',
    'title: [kund]',
    'title: Kunder\n  och andra',
    'title: Kunder\ntitle: Kontakter',
    '- kund',
    'title: Kunder\u00A0',
    'true: Kunder',
    '',
  ])('are left to YAML where they may be more than text: %j', (source) => {
    expect(readPlainFields(source)).toBeUndefined();
  });

  it('say what YAML says', () => {
    let read = 0;
    assert(
      property(array(lines, { minLength: 1, maxLength: 3 }), (written) => {
        const source = written.join('');
        const fields = readPlainFields(source);
        if (fields === undefined) return;
        read++;
        expect(fields).toEqual(readByYaml(source));
      }),
      { numRuns: 3000 },
    );
    expect(read).toBeGreaterThan(100);
  });
});

/** What YAML may take for something, and text of several scripts. */
const pieces = constantFrom(
  'kund',
  'Add',
  "'",
  "''",
  '"',
  '\\',
  ': ',
  ':',
  ' #',
  '#',
  '- ',
  '1',
  '.5',
  'e3',
  '0x1f',
  '[',
  '}',
  ',',
  '&',
  '*',
  '!',
  '|',
  '>',
  '%',
  '@',
  '`',
  ' ',
  '\t',
  '\r',
  '顧客',
  '😀',
  '\u00A0',
  '\u0085',
  '\u2028',
  '\uFEFF',
  '?',
  'no',
  '~',
);
const values = tuple(constantFrom('', "'", '"'), array(pieces, { minLength: 1, maxLength: 4 })).map(
  ([quote, parts]) => quote + parts.join('') + quote,
);
const lines = tuple(
  constantFrom('title', 'ms.date', 'k-1', 'true', 'N', 'constructor'),
  constantFrom(': ', ':  ', ':'),
  values,
  constantFrom('\n', '\r\n', ' \n'),
).map((parts) => parts.join(''));

function readByYaml(source: string): unknown {
  const { contents, errors } = parseDocument(source, { uniqueKeys: false });
  expect(errors).toEqual([]);
  if (!isMap(contents)) return undefined;
  return contents.items.map(({ key, value }) => {
    if (!isScalar(key) || !isScalar(value)) return undefined;
    const [from = 0, to = 0] = value.range ?? [];
    return { key: key.value, value: value.value, from, to };
  });
}
