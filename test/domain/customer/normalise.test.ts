import { expect, test } from 'vitest';
import { cleanText, isBlank, lengthOf, toAscii, toCode } from '../../../src/domain/customer/normalise.ts';

test('takes out what cannot be seen', () => {
  expect(cleanText('\u200eNorr\u00adsken\u200b\u00a0 Bakery\u3000\ufeff')).toBe('Norrsken Bakery');
});

test.each([
  ['a filler letter', '\u3164'],
  ['a control character', '\u0000\u0007'],
  ['a tag', '\u{E0061}'],
])('takes out %s', (_, unseen) => {
  expect(cleanText(`Norr${unseen}sken`)).toBe('Norrsken');
});

test('keeps what tells Chinese characters and emoji apart', () => {
  expect(cleanText('葛\u{E0100} ❤\uFE0F')).toBe('葛\u{E0100} ❤\uFE0F');
});

test('sees an answer without letters and digits as none', () => {
  expect(['-', ' … ', '🙂', '\u3164'].map(isBlank)).toEqual([true, true, true, true]);
  expect(['7', '路', 'ул.'].map(isBlank)).toEqual([false, false, false]);
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
