import { describe, expect, test } from 'vitest';
import { blankMessages, formsFor } from '../../scripts/new-locale/blank-messages.ts';

describe('formsFor', () => {
  test.each([
    ['ar', ['zero', 'one', 'two', 'few', 'many', 'other']],
    ['pl', ['one', 'few', 'many', 'other']],
    ['ru-RU', ['one', 'few', 'many', 'other']],
    ['ja', ['other']],
    ['fr', ['one', 'other']],
    ['de-DE', ['one', 'other']],
  ])('%s counts in its own forms', (locale, forms) => {
    expect(formsFor(locale, 'cardinal')).toEqual(forms);
  });

  test('ordinals have forms of their own', () => {
    expect(formsFor('sv', 'ordinal')).toEqual(['one', 'other']);
    expect(formsFor('de', 'ordinal')).toEqual(['other']);
  });
});

describe('blankMessages', () => {
  const source = {
    title: 'Library 📚',
    list: { found_one: '{{count}} book', found_other: '{{count}} books', level_one: 'Level one' },
  };

  test('has every message of the source, empty, in its order', () => {
    const blank = blankMessages(source, 'pl');
    expect(JSON.stringify(blank)).toBe(
      JSON.stringify({
        title: '',
        list: { found_one: '', found_few: '', found_many: '', found_other: '', level_one: '' },
      }),
    );
    expect(blankMessages(source, 'ja')).toEqual({ title: '', list: { found_other: '', level_one: '' } });
  });

  test('keeps what has been translated', () => {
    const kept = { title: '図書館 📚', list: { found_other: '' } };
    expect(blankMessages(source, 'ja', kept)).toEqual({
      title: '図書館 📚',
      list: { found_other: '', level_one: '' },
    });
  });
});
