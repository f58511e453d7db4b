import { expect, it } from 'vitest';
import { datesOf, findDates } from '../../../src/domain/document/dates.ts';
import { ownTexts } from '../../../src/domain/document/own-text.ts';
import { parsePage } from '../../../src/domain/document/parse-page.ts';
import { sliceOf } from '../../../src/domain/document/spans.ts';

it.each([
  ['Seit 5.3.2024 gilt dies.', [['2024-03-05']]],
  ['until 03/05/2024', [['2024-03-05', '2024-05-03']]],
  ['until 12/25/2024', [['2024-12-25']]],
  ['from 2024-03-05 to 2024/3/6', [['2024-03-05'], ['2024-03-06']]],
  ['2024年3月5日から', [['2024-03-05']]],
  ['２０２４年３月５日', [['2024-03-05']]],
  ['2024년 3월 5일부터', [['2024-03-05']]],
  ['29.02.2023', []],
  ['version 1.2.2024.3 and 10.20.30', []],
  ['5 customers in 2024', []],
])('reads the dates of %j', (text, readings) => {
  expect(findDates(text).map((date) => date.readings)).toEqual(readings);
});

it('gives each date its place, and leaves code alone', () => {
  const page = parsePage('😀 Giltigt från **2024-03-05**, inte `2024-01-01`.\n', { dialect: 'gfm' });
  const [text] = ownTexts(page);
  const dates = text === undefined ? [] : datesOf(text);
  expect(dates.map(({ text: written, span }) => [written, sliceOf(page, span)])).toEqual([
    ['2024-03-05', '2024-03-05'],
  ]);
});
