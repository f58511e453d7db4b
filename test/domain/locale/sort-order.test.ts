import { describe, expect, it } from 'vitest';
import { sortedNames } from '../../../src/domain/locale/sort-order.ts';

describe('sortedNames', () => {
  it('leaves out as few names as can be', () => {
    expect(sortedNames(['Armenien', 'Vietnam', 'Brasilien', 'Indien'], 'sv').inOrder).toEqual([0, 2, 3]);
    expect(sortedNames([], 'sv').inOrder).toEqual([]);
    expect(sortedNames(['Peru', 'Peru'], 'sv').inOrder).toEqual([0, 1]);
  });

  it.each([
    ['sv', ['Albanien', 'Zambia', 'Åland', 'Österrike']],
    ['de', ['Ägypten', 'Österreich', 'Zypern']],
    ['cs', ['Cuba', 'Česko', 'Honduras', 'Chile', 'Indie']],
    ['zh-CN', ['巴西', '匈牙利', '印度']],
    ['zh-TW', ['巴西', '印度', '越南']],
    ['ru', ['Азербайджан', 'Армения', 'Беларусь']],
    // In the order of all languages.
    ['sv', ['Åland', 'Albanien', 'Österrike', 'Zambia']],
  ])('knows the orders that lists in %s follow', (locale, names) => {
    expect(sortedNames(names, locale).inOrder).toEqual([...names.keys()]);
  });

  it('compares names in the order that the list follows', () => {
    const { compare } = sortedNames(['Albanien', 'Zambia', 'Åland'], 'sv');
    expect(compare('Zambia', 'Österrike')).toBeLessThan(0);
  });
});
