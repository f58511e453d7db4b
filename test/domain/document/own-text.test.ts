import { describe, expect, test } from 'vitest';
import { ownTexts } from '../../../src/domain/document/own-text.ts';
import { parsePage } from '../../../src/domain/document/parse-page.ts';
import { textRangeOf } from '../../../src/domain/document/text-place.ts';
import { wordsOf } from '../../../src/domain/document/words.ts';

const page = parsePage(
  '# Add a customer\n\nSelect **Add customer** on `/dashboard`, see https://example.com/a/b.\n\n```text\ncode\n```\n\n- 選取**客戶**\n',
  { dialect: 'gfm' },
);

describe('the own texts of a page', () => {
  test('are headings and blocks in order, without code', () => {
    expect(ownTexts(page).map(({ text }) => text)).toEqual([
      'Add a customer',
      'Select Add customer on /dashboard, see https://example.com/a/b.',
      '選取客戶',
    ]);
  });

  test('say where a bold run lies in them', () => {
    const text = ownTexts(page)[1];
    const bold = text?.traits.emphases[0];
    expect(text && bold && textRangeOf(text.traits, bold.contentSpan)).toEqual({ from: 7, to: 19 });
  });

  test('have words, but for code and addresses', () => {
    expect(ownTexts(page).map((text) => wordsOf(text).map(({ key }) => key))).toEqual([
      ['add', 'a', 'customer'],
      ['select', 'add', 'customer', 'on', 'see'],
      ['選', '取', '客', '戶'],
    ]);
  });
});
