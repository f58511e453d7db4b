import { expect, test } from 'vitest';
import { cleanText, lengthOf, toAscii, toCode } from '../../../src/domain/customer/normalise.ts';

test('takes out what cannot be seen', () => {
  expect(cleanText('\u200eNorr\u00adsken\u200b\u00a0 Bakery\u3000\ufeff')).toBe('Norrsken Bakery');
});

test('composes letters that were typed as letter and mark', () => {
  expect(cleanText('A\u030angstro\u0308m')).toBe('Ångström');
});

test('keeps the joiners that Persian needs, and sees through a text of nothing else', () => {
  expect(cleanText('نان\u200cوایی')).toBe('نان\u200cوایی');
  expect(cleanText(' \u200d\u200c ')).toBe('');
});

test.each([
  ['９８０５２', '98052'],
  ['٠١٢٣٤٥٦٧٨٩', '0123456789'],
  ['۰۹', '09'],
  ['०१२३४५६७८९', '0123456789'],
  ['𝟎𝟗', '09'],
  ['ａｎｎａ＠ｎｏｒｒｓｋｅｎ．ｅｘａｍｐｌｅ', 'anna@norrsken.example'],
])('writes %s with plain digits and letters', (typed, plain) => {
  expect(toAscii(typed)).toBe(plain);
});

test('takes separators out of codes', () => {
  expect(toCode(' 100-234\u2011567/8.9 ')).toBe('10023456789');
});

test('counts an emoji as one character', () => {
  expect(lengthOf('🥐')).toBe(1);
});
