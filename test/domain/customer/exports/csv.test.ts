import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCell, toCsv } from '../../../../src/domain/customer/exports/csv.ts';

test('cells with commas, quotation marks and line breaks are quoted, others are not', () => {
  expect(
    toCsv([
      ['Name', 'Note'],
      ['Bageri, AB', 'says "hej"\r\ntwice'],
    ]),
  ).toBe('Name,Note\r\n"Bageri, AB","says ""hej""\r\ntwice"\r\n');
});

test.each(['=1+1', '+46 8 123', '-2', '@SUM(A1)', '\tx', '\rx', '＝1'])(
  'a spreadsheet takes %j for text, and it is read again as it was',
  (text) => {
    const cell = toCsv([[text]])
      .slice(0, -2)
      .replace(/^"(.*)"$/su, '$1');
    expect(cell).toBe(`'${text}`);
    expect(readCell(cell)).toBe(text);
  },
);

test('an apostrophe of its own stays', () => {
  expect(readCell("'t Hof")).toBe("'t Hof");
});

test('no text begins a cell as a formula', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(toCsv([[text]])).not.toMatch(/^"?[=+\-@\t]/u);
    }),
  );
});
