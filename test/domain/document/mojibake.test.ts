import { describe, expect, test } from 'vitest';
import { findMojibake } from '../../../src/domain/document/mojibake.ts';

const misread = (text: string, encoding: string): string =>
  new TextDecoder(encoding).decode(new TextEncoder().encode(text));

describe('findMojibake', () => {
  test.each([
    ['Türkiye', 'windows-1252'],
    ['företag', 'windows-1252'],
    ['Välj', 'windows-1250'],
    ['Österreich', 'windows-1252'],
    ['İstanbul', 'windows-1252'],
    ['partner’s', 'windows-1252'],
    ['帳戶資訊', 'windows-1252'],
    ['При добавлении клиента', 'windows-1251'],
    ['При добавлении клиента', 'windows-1252'],
    ['Україна', 'windows-1251'],
    ['Türkiye', 'macintosh'],
    ['일본어', 'windows-1252'],
    ['Ελλάδα', 'windows-1252'],
  ])('reads %s back from %s', (text, encoding) => {
    const broken = misread(text, encoding);
    expect(findMojibake(broken).map(({ from, to, repaired }) => ({ from, to, repaired }))).toEqual([
      { from: 0, to: broken.length, repaired: text },
    ]);
  });

  test('repairs text that was encoded twice', () => {
    const broken = misread(misread('Türkiye', 'windows-1252'), 'windows-1252');
    expect(findMojibake(broken)[0]?.repaired).toBe('Türkiye');
  });

  test('finds a character that is lost, and does not guess it', () => {
    expect(findMojibake('Välj f�retag nu')).toEqual([
      { from: 5, to: 12, text: 'f�retag', repaired: undefined, encoding: undefined },
    ]);
  });

  test('joins broken words that follow each other', () => {
    const broken = misread('Välj företag och gå vidare, när allt är klart', 'windows-1252');
    expect(findMojibake(broken)).toHaveLength(1);
  });

  test.each([
    'A IRMÃ» e o São João',
    '„Ä“ und „Ö“, dann „Übernehmen“',
    '«ESPAÑA» y «MAÑANA»',
    'Ângela, Âmbar, România, ÎN, Â',
    'Vượt qua Ân, ÂN, ÂU',
    '«été», “café…” — à…',
    'Íslandi Ð ÐÐ',
    '«РФ» и «СССР»; Різні Рєально ПРИВІТ СІЄ',
    'Úžasný, Čž, Óż, łódź',
    'Café®, MÜ®, Fuß»',
    '联通 帳戶 かな 한국어',
    'été—été–été',
  ])('leaves sound text alone: %s', (text) => {
    expect(findMojibake(text)).toEqual([]);
  });
});
