import { array, assert, constantFrom, nat, oneof, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toCsv } from '../../../../src/domain/customer/exports/csv.ts';
import { detectDelimiter, isDelimiterRow } from '../../../../src/domain/customer/many/detect-delimiter.ts';
import { detectEncoding, type Encoding } from '../../../../src/domain/customer/many/detect-encoding.ts';
import { guessEncoding } from '../../../../src/domain/customer/many/guess-encoding.ts';
import {
  cellLimit,
  createCsvReader,
  type Delimiter,
  delimiters,
  rowLimit,
} from '../../../../src/domain/customer/many/read-csv.ts';
import { names } from './names.ts';

/** All rows of a text that comes in the given pieces. */
function rowsOf(pieces: readonly string[], delimiter: Delimiter = ','): string[][] {
  const reader = createCsvReader(delimiter);
  return [...pieces.flatMap((piece) => reader.push(piece)), ...reader.end()];
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const sure = (encoding: Encoding) => ({ kind: 'text', encoding, isSure: true });

function wide(text: string, order: 'le' | 'be'): Uint8Array {
  const found = new DataView(new ArrayBuffer(2 * text.length));
  for (let index = 0; index < text.length; index += 1)
    found.setUint16(2 * index, text.charCodeAt(index), order === 'le');
  return new Uint8Array(found.buffer);
}

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
    expect(reader.fault()).toEqual({ kind: 'openQuote', row: 2 });
    const fine = createCsvReader(',');
    fine.push('"a"\n');
    fine.end();
    expect(fine.fault()).toBeUndefined();
  });

  test.each([
    ['openQuote', 'a\n"', 'x'.repeat(10_000), cellLimit],
    ['longCell', 'a\n', 'x'.repeat(10_000), cellLimit],
    ['longRow', 'a\n', 'x,'.repeat(1000), 2 * rowLimit],
  ] as const)('until it goes on without an end, as with %s', (kind, begin, more, limit) => {
    const reader = createCsvReader(',');
    reader.push(begin);
    for (let length = 0; length <= limit; length += more.length) reader.push(more);
    expect(reader.fault()).toEqual({ kind, row: 2 });
    // Nothing more is kept, however long it goes on.
    expect(reader.push('\nb\n')).toEqual([]);
    expect(reader.end()).toEqual([]);
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
    ['UTF-16 without a mark', wide('Компания;Город\r\n', 'le'), sure('utf-16le')],
    ['Chinese in UTF-16 without a mark', wide('公司,城市\n北光,北京\n', 'be'), sure('utf-16be')],
    ['UTF-16 cut within a letter', wide('公司,城市\n🙂', 'le').slice(0, -1), sure('utf-16le')],
    ['numbers of a program', bytes(1, 0, 2, 0, 0x2c, 0, 7, 0), { kind: 'binary' }],
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

  test.each([
    // "Страна;Город" and "Land;Företagsnamn", with no locale's own encoding as the first guess.
    ['windows-1251', [0xd1, 0xf2, 0xf0, 0xe0, 0xed, 0xe0, 0x3b, 0xc3, 0xee, 0xf0, 0xee, 0xe4]],
    ['koi8-r', [0xf3, 0xd4, 0xd2, 0xc1, 0xce, 0xc1, 0x3b, 0xe7, 0xcf, 0xd2, 0xcf, 0xc4]],
    ['ibm866', [0x91, 0xe2, 0xe0, 0xa0, 0xad, 0xa0, 0x3b, 0x83, 0xae, 0xe0, 0xae, 0xa4]],
    ['gb18030', [0xb9, 0xab, 0xcb, 0xbe, 0xc3, 0xfb, 0xb3, 0xc6, 0x3b, 0xb3, 0xc7, 0xca, 0xd0]],
    ['big5', [0xa4, 0xbd, 0xa5, 0x71, 0xa6, 0x57, 0xba, 0xd9, 0x3b, 0xab, 0xb0, 0xa5, 0xab]],
  ] as const)('and guessed as %s by the headings that are words in it', (encoding, header) => {
    const sample = bytes(...header, 0x0d, 0x0a, ...header, 0x0d, 0x0a);
    expect(guessEncoding(sample, 'windows-1252', names)).toBe(encoding);
  });

  test('and left as it is likely where the headings say nothing', () => {
    const sample = new Uint8Array([...new TextEncoder().encode('Company;City\r\nUme'), 0xe5, 0x0d, 0x0a]);
    expect(guessEncoding(sample, 'windows-1252', names)).toBe('windows-1252');
    // Not likely any more once the bytes cannot be that: no letter of Big5 ends in a line break.
    expect(guessEncoding(sample, 'big5', names)).toBe('windows-1250');
  });
});
