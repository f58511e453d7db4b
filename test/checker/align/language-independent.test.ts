import { describe, expect, it } from 'vitest';
import { alignSequences } from '../../../scripts/checker/align/align-sequences.ts';
import { cognateOf } from '../../../scripts/checker/align/cognate.ts';
import { readingLength } from '../../../scripts/checker/align/reading-length.ts';

describe('the beginning of a word across scripts', () => {
  it('is one for a loanword in Latin, Cyrillic and Greek letters', () => {
    expect(['contact', 'Kontakt', 'контактные'].map(cognateOf)).toEqual(['kont', 'kont', 'kont']);
    expect(cognateOf('σύστημα')).toBe(cognateOf('system'));
  });

  it('is none for short words and for scripts without letters of that kind', () => {
    expect(['and', '客户协议'].map(cognateOf)).toEqual([undefined, undefined]);
  });
});

describe('the reading length of a text', () => {
  it('is about the same for a sentence and its Chinese translation', () => {
    const english = readingLength('Copy the user name and the password; both are shown only once.');
    const chinese = readingLength('复制用户名和密码；两者都只显示一次。');
    expect(chinese / english).toBeGreaterThan(0.7);
    expect(chinese / english).toBeLessThan(1.3);
  });
});

describe('two sequences', () => {
  it('stay paired behind an insertion and a removal', () => {
    expect(pair('abcd', 'axbcd')).toBe('0-0 1-2 2-3 3-4');
    expect(pair('abcd', 'abd')).toBe('0-0 1-1 3-2');
  });

  it('cross where neighbours are swapped', () => {
    expect(pair('abcd', 'acbd')).toBe('0-0 1-2 2-1 3-3');
  });

  it('have no pair where one of them is empty', () => {
    expect(pair('abc', '')).toBe('');
  });

  it('of great length are cut at what each has once', () => {
    const long = Array.from({ length: 400 }, (_, index) => String.fromCodePoint(0x4e00 + index)).join('');
    expect(
      pair(long, long.slice(0, 100) + long.slice(300))
        .split(' ')
        .slice(99, 102),
    ).toEqual(['99-99', '300-100', '301-101']);
  });
});

/** Which letters of two words answer each other. */
function pair(source: string, translation: string): string {
  const matches = alignSequences({
    sourceLength: source.length,
    translationLength: translation.length,
    compare: (one, other) => (source[one] === translation[other] ? 5 : -5),
    gapCost: () => 0.7,
    keysOf: (side, index) => [(side === 'source' ? source : translation)[index]],
  });
  return matches.map((match) => `${match.source}-${match.translation}`).join(' ');
}
