import { describe, expect, test } from 'vitest';
import { companyNameFault } from '../../../src/domain/customer/company-name.ts';

const kindOf = (name: string) => companyNameFault(name)?.kind;

describe('refuses', () => {
  test.each([
    ['B', 'singleCharacter'],
    ['京', 'singleCharacter'],
    ['-', 'singleCharacter'],
    ['\u3164\u3164', 'specialCharacters'],
    ['&-(%)', 'specialCharacters'],
    ['🥐🥐', 'specialCharacters'],
    ['LLC', 'abbreviation'],
    ['l.l.c.', 'abbreviation'],
    ['C. P. A.', 'abbreviation'],
    ['Pty  Ltd.', 'abbreviation'],
    ['ＧｍｂＨ', 'abbreviation'],
    ['sdn bhd', 'abbreviation'],
    ['1 2 3', 'spacedCharacters'],
    ['а\tб', 'spacedCharacters'],
    ['999', 'repeatedCharacter'],
    ['АаА', 'repeatedCharacter'],
    ['Test', 'testName'],
    ['test company 2', 'testName'],
    ['ТЕСТ', 'testName'],
    ['测试公司', 'testName'],
    ['測試有限公司', 'testName'],
    ['Test, Inc.', 'testName'],
    ['«Тест», ООО', 'testName'],
    ['test-company_1', 'testName'],
    ['"Demo" GmbH', 'testName'],
    ['n'.repeat(256), 'tooLong'],
  ])('%s as %s', (name, kind) => {
    expect(kindOf(name)).toBe(kind);
  });
});

describe('asks to look again at', () => {
  test.each([
    ['Norrsken.com', { kind: 'domainEnding', part: '.com' }],
    ['Хлеб.club', { kind: 'domainEnding', part: '.club' }],
    ['Bageri.SE', { kind: 'domainEnding', part: '.SE' }],
    ['Test Drive Motors', { kind: 'testWord', part: 'Test' }],
    ['Crash-Test Laboratories', { kind: 'testWord', part: 'Test' }],
  ])('%s', (name, fault) => {
    expect(companyNameFault(name)).toEqual(fault);
  });
});

test.each([
  'Norrsken Bakery Supplies',
  'AA',
  '北京',
  'ООО «Хлебозавод №2»',
  'Norrsken LLC',
  'Contest Media',
  'Telia Company AB (publ.)',
  'Banca S.p.A.',
  '3M',
  '9 Mile Bread',
  'Testo Industries',
  'A.P. Møller',
  '株式会社',
  'Demos Trading',
  '\u200fشركة النور\u200f',
  'H&M',
  'no'.repeat(127),
])('accepts %s', (name) => {
  expect(companyNameFault(name)).toBeUndefined();
});
