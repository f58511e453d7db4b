import { describe, expect, it } from 'vitest';
import { findMixedWords } from '../../../src/domain/locale/look-alikes.ts';

const repairs = (text: string, language: string): readonly string[] =>
  findMixedWords(text, language).map(({ repaired }) => repaired);

describe('findMixedWords', () => {
  it('finds a Latin letter in a Cyrillic word', () => {
    expect(findMixedWords('👍 Cоздать', 'ru')).toEqual([
      {
        from: 3,
        to: 10,
        text: 'Cоздать',
        repaired: 'Создать',
        letters: ['C'],
        script: 'Latin',
        wordScript: 'Cyrillic',
      },
    ]);
  });

  it.each([
    ['eсть нa кaк oбъект', 'ru', ['есть', 'на', 'как', 'объект']],
    ['прикладi вiкно', 'uk', ['прикладі', 'вікно']],
    ['ТypeScript аdmin Ηello', 'en', ['TypeScript', 'admin', 'Hello']],
    ['oθόνη', 'el', ['οθόνη']],
    ['Јavna страница', 'sr', ['Javna']],
  ])('repairs %s', (text, language, repaired) => {
    expect(repairs(text, language)).toEqual(repaired);
  });

  it.each([
    'JSONа webхук HTTPсервер IP-адрес К8s Dockerе USBшный 10кB',
    'μm kΩ Δx πr μSv ΑΒγ',
    'СССР PC XVIII Х',
    'вiдео',
  ])('leaves what is joined on purpose or cannot be told alone: %s', (text) => {
    expect(repairs(text, 'ru')).toEqual([]);
  });
});
