import { describe, expect, it } from 'vitest';
import { datesOf, findDates, mayBeSameDate } from '../../../src/domain/document/dates.ts';
import { ownTexts } from '../../../src/domain/document/own-text.ts';
import { parsePage } from '../../../src/domain/document/parse-page.ts';
import { sliceOf } from '../../../src/domain/document/spans.ts';
import { locales } from '../locale/number-locales.ts';

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

describe('dates with a month in words', () => {
  it.each([
    ['en', 'Since October 1, 2019 it is so.', [['2019-10-01']]],
    ['en', 'In May 2021 you may 5 times, on the 3rd of June', [['2021-05'], ['--06-03']]],
    ['sv', 'den 1 oktober 2019', [['2019-10-01']]],
    ['ru', 'с 1 октября 2019 г. и в январе 2020 года', [['2019-10-01'], ['2020-01']]],
    ['pt-BR', '3 de out. de 2019', [['2019-10-03']]],
    ['hu', '2019. október 1-jén', [['2019-10-01']]],
    ['he', 'ב-3 באוקטובר 2019', [['2019-10-03']]],
    ['vi', 'ngày 3 tháng 10 năm 2019', [['2019-10-03']]],
    ['th', 'วันที่ 5 มีนาคม 2567', [['2024-03-05']]],
    ['ko', '2024. 3. 5. 부터', [['2024-03-05']]],
    ['ja', '2021年5月、9月30日まで、3日間', [['2021-05'], ['--09-30']]],
    ['fa', 'از ۹ مهر ۱۳۹۸', [[]]],
    ['es', 'el mayor de 2000 discos', []],
    ['de', 'Since October 1, 2019', [['2019-10-01']]],
  ])('in %s: %j', (locale, text, readings) => {
    expect(findDates(text, locale).map((date) => date.readings)).toEqual(readings);
  });

  it.each(locales)('are read as Intl writes them in %s', (locale) => {
    for (let month = 0; month < 12; month++) {
      for (const dateStyle of ['long', 'full'] as const) {
        const format = new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC' });
        const text = `A ${format.format(Date.UTC(2019, month, 14))} Z`;
        const day = `2019-${String(month + 1).padStart(2, '0')}-14`;
        expect([text, findDates(text, locale).map((date) => date.readings)]).toEqual([text, [[day]]]);
      }
    }
  });
});

it('compares dates as far as both tell', () => {
  expect(mayBeSameDate(['2024-03'], ['2024-03-05'])).toBe(true);
  expect(mayBeSameDate(['--03-05'], ['2024-03-06'])).toBe(false);
  expect(mayBeSameDate(['2024-03-05', '2024-05-03'], ['2024-05-03'])).toBe(true);
  expect(mayBeSameDate([], ['2024-05-03'])).toBe(true);
});
