import { array, assert, constantFrom, nat, oneof, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toCsv } from '../../../../src/domain/customer/exports/csv.ts';
import { detectDelimiter, isDelimiterRow } from '../../../../src/domain/customer/many/detect-delimiter.ts';
import { detectEncoding } from '../../../../src/domain/customer/many/detect-encoding.ts';
import {
  cellLimit,
  createCsvReader,
  type Delimiter,
  delimiters,
} from '../../../../src/domain/customer/many/read-csv.ts';

/** All rows of a text that comes in the given pieces. */
function rowsOf(pieces: readonly string[], delimiter: Delimiter = ','): string[][] {
  const reader = createCsvReader(delimiter);
  return [...pieces.flatMap((piece) => reader.push(piece)), ...reader.end()];
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const bytes = (...values: number[]): Uint8Array => new Uint8Array(values);

describe('a table is read', () => {
  test.each([
    [
      'with any line break',
      'a,b\r\nc,d\ne,f\rg,h',
      [
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
        ['g', 'h'],
      ],
    ],
    ['with quoted cells', '"a,""b""","c\r\nd"\r\n', [['a,"b"', 'c\r\nd']]],
    ['with empty cells and rows', ',\n\n"",x\n', [['', ''], [''], ['', 'x']]],
    ['with marks inside bare cells', '5" pipe,b\n', [['5" pipe', 'b']]],
    ['with text behind a closing mark', '"a"b,c\n', [['ab', 'c']]],
    ['with a last cell that is empty', 'a,', [['a', '']]],
    ['with spaces that belong to cells', ' a , b\n', [[' a ', ' b']]],
    ['of which nothing is there', '', []],
  ])('%s', (_, text, rows) => {
    expect(rowsOf([text])).toEqual(rows);
  });

  test('the same however it is cut, whatever is in its cells', () => {
    const cell = oneof(
      string({ unit: 'binary' }),
      string({ unit: constantFrom('"', ',', ';', '\t', '\r', '\n', '=', "'", 'я', '🙂') }),
    );
    assert(
      property(
        array(array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        array(nat(40)),
        constantFrom(...delimiters),
        (rows, cuts, delimiter) => {
          const text = rows.map((cells) => `${cells.map(quoted).join(delimiter)}\r\n`).join('');
          const pieces: string[] = [];
          let from = 0;
          for (const length of cuts) {
            pieces.push(text.slice(from, from + length));
            from += length;
          }
          expect(rowsOf([...pieces, text.slice(from)], delimiter)).toEqual(rows);
        },
      ),
      { numRuns: 50 },
    );
  });

  test('with a mark that is never closed, which is told with its row', () => {
    const reader = createCsvReader(',');
    expect(reader.push('a,b\nc,"d\ne,f\n')).toEqual([['a', 'b']]);
    expect(reader.end()).toEqual([]);
    expect(reader.openRow()).toBe(2);
    const long = createCsvReader(',');
    long.push('a\n"');
    for (let length = 0; length <= cellLimit; length += 10_000) long.push('x'.repeat(10_000));
    expect(long.openRow()).toBe(2);
    const fine = createCsvReader(',');
    fine.push('"a"\n');
    expect(fine.openRow()).toBeUndefined();
  });
});

describe('the delimiter is found', () => {
  test.each([
    [';', 'Företag;Ort\r\nBageri, bröd, AB;Umeå\r\nTvå;Luleå'],
    [',', 'Company,City\r\n"A; B; C",Minsk\r\n'],
    ['\t', 'Company\tCity, region\nA\tMinsk, BY\n'],
    [';', 'sep=;\r\na,b,c\r\n'],
    [',', 'Company\nNorrsken\n'],
    [',', ''],
  ])('%j', (delimiter, sample) => {
    expect(detectDelimiter(sample)).toBe(delimiter);
  });

  test('in a line that only tells it', () => {
    expect(rowsOf(['sep=;\r\n'], ';').every(isDelimiterRow)).toBe(true);
    expect(isDelimiterRow(['sep=', 'x'])).toBe(false);
  });

  test('in what the form exports, whatever is in it', () => {
    assert(
      property(string({ unit: 'binary' }), string(), (one, other) => {
        const text = toCsv([
          ['Company', 'City', 'Email'],
          [one, other, ''],
        ]);
        expect(rowsOf([text])).toHaveLength(2);
      }),
    );
  });
});

describe('the encoding is told from the bytes', () => {
  test.each([
    ['nothing', bytes(), { kind: 'empty' }],
    ['UTF-8', new TextEncoder().encode('Umeå;北京'), { kind: 'text', encoding: 'utf-8', isSure: true }],
    [
      'a letter cut at the end',
      new TextEncoder().encode('å').slice(0, 1),
      { kind: 'text', encoding: 'utf-8', isSure: true },
    ],
    ['UTF-16 with a mark', bytes(0xff, 0xfe, 0x41, 0), { kind: 'text', encoding: 'utf-16le', isSure: true }],
    [
      'UTF-16 the other way round',
      bytes(0xfe, 0xff, 0, 0x41),
      { kind: 'text', encoding: 'utf-16be', isSure: true },
    ],
    ['a workbook', bytes(0x50, 0x4b, 3, 4, 20, 0), { kind: 'workbook' }],
    ['a picture', bytes(0x89, 0x50, 0x4e, 0x47, 0, 0), { kind: 'binary' }],
  ])('%s', (_, sample, kind) => {
    expect(detectEncoding(sample, 'sv-SE')).toEqual(kind);
  });

  test.each([
    ['ru-RU', 'windows-1251'],
    ['zh-CN', 'gb18030'],
    ['zh-TW', 'big5'],
    ['sv-SE', 'windows-1252'],
  ])('and guessed by the language %s where they are no UTF-8', (locale, encoding) => {
    expect(detectEncoding(bytes(0xcc, 0xe8, 0xed), locale)).toEqual({
      kind: 'text',
      encoding,
      isSure: false,
    });
  });
});
