import { expect, test } from 'vitest';
import { readOpenedRow, serialiseOpenedRow } from '../../../../src/domain/customer/many/opened-row.ts';
import { fieldIds } from '../../../../src/i18n/form-translator.ts';

const cell = { kind: 'cell', fault: 'cell.country', field: 'country', value: '<b>Атлантида</b>' } as const;

test('a kept row says again what its cells say that the form has no answer for', () => {
  const row = { row: 3, name: 'kunder "2025".csv', problems: [cell] };
  const width = { kind: 'width', found: 3, expected: 4 } as const;
  expect(readOpenedRow(serialiseOpenedRow({ ...row, problems: [width, cell] }), fieldIds)).toEqual(row);
});

test.each([
  ['no JSON', '{'],
  ['no row', '{"name":"a.csv","problems":[]}'],
  ['an unknown fault', JSON.stringify({ row: 3, name: 'a', problems: [{ ...cell, fault: 'cell.colour' }] })],
  ['an unknown question', JSON.stringify({ row: 3, name: 'a', problems: [{ ...cell, field: 'colour' }] })],
])('%s is none', (_, text) => {
  expect(readOpenedRow(text, fieldIds)).toBeUndefined();
});
