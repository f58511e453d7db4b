import { describe, expect, test } from 'vitest';
import { stateName, statesFor } from '../../../src/domain/customer/state-names.ts';
import { stateSearch } from '../../../src/domain/customer/state-search.ts';
import { statesOf } from '../../../src/domain/customer/states.ts';
import { siteLocales } from '../../../src/domain/locale/locales.ts';

const countries = ['US', 'CA', 'CN', 'MX'];

describe.each(siteLocales)('in %s', (locale) => {
  test.each(countries)('every state of %s has a name of its own, and is found by it', (country) => {
    const states = statesFor(country, locale);
    const search = stateSearch(country, locale);
    expect(states.map(({ code }) => code).toSorted()).toEqual(statesOf(country).toSorted());
    expect(new Set(states.map(({ name }) => name)).size).toBe(states.length);
    for (const { code, name } of states) {
      expect(name).not.toBe(code);
      expect([code, search.exactly(name), search.exactly(code)]).toEqual([code, code, code]);
    }
  });

  test('names are in the script of the language', () => {
    const script = {
      'zh-CN': /^\p{Script=Han}+$/u,
      'zh-TW': /^\p{Script=Han}+$/u,
      'ru-RU': /^[\p{Script=Cyrl} ()-]+$/u,
    };
    const expected = script[locale as keyof typeof script] ?? /^[\p{Script=Latin} ,.-]+$/u;
    const names = countries.flatMap((country) => statesFor(country, locale).map(({ name }) => name));
    expect(names.filter((name) => !expected.test(name))).toEqual([]);
  });
});

test.each([
  ['US', 'WA', 'en-US', 'Washington'],
  ['US', 'WA', 'sv-SE', 'Washington'],
  ['US', 'WA', 'zh-CN', '华盛顿州'],
  ['US', 'NJ', 'zh-TW', '紐澤西州'],
  ['US', 'NJ', 'ru-RU', 'Нью-Джерси'],
  ['CN', 'NM', 'sv-SE', 'Inre Mongoliet'],
  ['CN', 'GD', 'zh-CN', '广东省'],
  ['CN', 'GD', 'zh-TW', '廣東省'],
  ['CN', 'SN', 'ru-RU', 'Шэньси'],
  ['CA', 'QC', 'en-US', 'Quebec'],
  ['MX', 'YU', 'sv-SE', 'Yucatán'],
  ['MX', 'CX', 'en-US', 'Mexico City'],
  ['SE', 'Skåne', 'ru-RU', 'Skåne'],
])('the state of %s with the code %s is for readers of %s %s', (country, code, locale, name) => {
  expect(stateName(country, code, locale)).toBe(name);
});

test.each([
  ['CN', 'ru-RU', 'Guangdong', 'GD'],
  ['CN', 'sv-SE', '广东', 'GD'],
  ['CN', 'zh-TW', '广东省', 'GD'],
  ['CA', 'en-US', 'Île-du-Prince-Édouard', 'PE'],
  ['US', 'zh-CN', 'texas', 'TX'],
  ['US', 'en-US', 'Калифорния', 'CA'],
  ['US', 'zh-TW', '加州', 'CA'],
  ['MX', 'ru-RU', 'CDMX', 'CX'],
])('in %s, readers of %s find by %s the state %s', (country, locale, typed, code) => {
  expect(stateSearch(country, locale).exactly(typed)).toBe(code);
});

test.each([
  ['en-US', 'AH BJ CQ'],
  ['ru-RU', 'AH NM GS'],
])('states are sorted as readers of %s expect: %s', (locale, first) => {
  const codes = statesFor('CN', locale).map(({ code }) => code);
  expect(codes.slice(0, 3).join(' ')).toBe(first);
});

test.each([
  // By strokes: 哥 has 10, 華 has 14.
  ['zh-TW', ['加利福尼亞州', '阿拉巴馬州', '哥倫比亞特區', '華盛頓州']],
  // By pinyin: ā, gē, huá, jiā.
  ['zh-CN', ['阿拉斯加州', '哥伦比亚特区', '华盛顿州', '加利福尼亚州']],
  ['ru-RU', ['Айдахо', 'Вашингтон', 'Калифорния']],
] as const)('in %s states stand as readers look for them: %j', (locale, names) => {
  const sorted = statesFor('US', locale).map(({ name }) => name);
  expect(sorted.filter((name) => (names as readonly string[]).includes(name))).toEqual(names);
});
