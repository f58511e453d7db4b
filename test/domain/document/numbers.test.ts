import { expect, it } from 'vitest';
import { findNumbers } from '../../../src/domain/document/numbers.ts';

it.each([
  ['1000', [1000]],
  ['1,000 and 1.000 and 1 000 and 1\u00A0000 and 1\u202F000 and 1’000', [1000, 1000, 1000, 1000, 1000, 1000]],
  ['1,234,567.89 = 1.234.567,89 = 1 234 567,89', [1234567.89, 1234567.89, 1234567.89]],
  ['12,34,567 rupees', [1234567]],
  ['1.5 or 1,5 or 0.125 or 10,20', [1.5, 1.5, 0.125, 10.2]],
  ['上限为 １,０００ 个，共 5家', [1000, 5]],
  ['١٬٢٣٤٫٥ و ٣ و ५', [1234.5, 3, 5]],
  ['2019年10月1日', [2019, 10, 1]],
  ['on 2019-10-01, 09/06/2021, 01.10.2019 at 12:30', []],
  ['version 1.2.3, 127.0.0.1 or v2', []],
  ['Win32, Office365 but Office 365 and 5GB and 3rd', [365, 5, 3]],
  ['call +1 425 555 0100 now', []],
  ['https://example.com/2020?a=5 or user1@example2.com or 7', [7]],
  ['items 1,2,3', [1, 2, 3]],
  ['in 2019 300 partners, 24 of 249', [2019, 300, 24, 249]],
  ['5–10 or 5-10, 50 %', [5, 10, 5, 10, 50]],
])('finds the numbers in %j', (text, values) => {
  expect(findNumbers(text).map(({ value }) => value)).toEqual(values);
});

it('says where a number stands', () => {
  const text = 'Up to 1 000 customers';
  expect(findNumbers(text).map(({ from, to }) => text.slice(from, to))).toEqual(['1 000']);
});
