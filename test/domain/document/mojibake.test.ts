import { describe, expect, test } from 'vitest';
import { findMojibake } from '../../../src/domain/document/mojibake.ts';

const misread = (text: string, encoding: string): string =>
  new TextDecoder(encoding).decode(new TextEncoder().encode(text));

const repairsOf = (text: string): readonly (string | undefined)[] =>
  findMojibake(text).map(({ repaired }) => repaired);

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

describe('findMojibake in text of consoles and of East Asia', () => {
  test.each([
    ['При добавлении клиента', 'koi8-r'],
    ['При добавлении клиента', 'ibm866'],
    ['При добавлении клиента', 'windows-1254'],
    ['При добавлении', 'gbk'],
    ['Türkiye och företag', 'koi8-r'],
    ['företag och välj', 'gbk'],
    ['客戶帳戶資訊', 'gbk'],
    ['ソフトウェア', 'shift_jis'],
  ])('reads %s back from %s', (text, encoding) => {
    expect(repairsOf(misread(text, encoding))).toEqual([text]);
  });

  test('reads DOS characters back', () => {
    expect(repairsOf('F├Âretag, V├ñlj, partnerΓÇÖs, partnerÔÇÖs')).toEqual([
      'Företag',
      'Välj, partner’s',
      'partner’s',
    ]);
  });

  test('says that characters are lost where bytes went missing', () => {
    expect(repairsOf(misread('在合作伙伴中心', 'gbk'))).toEqual([undefined]);
    expect(repairsOf('锟斤拷锟斤拷')).toEqual([undefined]);
  });

  test.each([
    '├── src\n│   └── a\n╔══╗ █▄ ├é┤',
    '機械学習の小計、縺れた糸、隨機值、繧ぐ',
    '使用Type定义String类型，T恤衫，渝、澜、淇、滢、瀚',
    '韓國의 漢字 怨恨',
    '芯片、信息、学习、需要、许可、写入、小型、校验',
  ])('leaves sound text alone: %s', (text) => {
    expect(findMojibake(text)).toEqual([]);
  });
});
