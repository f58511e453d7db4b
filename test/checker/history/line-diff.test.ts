import { describe, expect, it } from 'vitest';
import { diffLines } from '../../../scripts/checker/history/line-diff.ts';

describe('diffLines', () => {
  it('finds each line again after lines were put in and taken out', () => {
    const diff = diffLines(
      'title\nSelect Customers\nEnter the domain\nSubmit',
      'title\nNote\nSelect Customers\nSubmit',
    );
    expect([1, 2, 3, 4].map(diff.newLineOf)).toEqual([1, 3, undefined, 4]);
    expect(diff.changedLines).toBe(1);
    expect(diff.firstChange).toBe(2);
  });

  it('sees no change in equal texts, whatever their line ends', () => {
    const diff = diffLines('one\r\ntwo\r\n', 'one\ntwo\n');
    expect(diff.changedLines).toBe(0);
    expect(diff.firstChange).toBeUndefined();
    expect(diff.newLineOf(2)).toBe(2);
  });

  it('counts a changed line once', () => {
    expect(diffLines('a\nb\nc', 'a\nB\nc').changedLines).toBe(1);
  });

  it('gives up on the middle of two long texts that share nothing', () => {
    const before = Array.from({ length: 3000 }, (_, line) => `old ${line}`);
    const after = Array.from({ length: 3000 }, (_, line) => `new ${line}`);
    const diff = diffLines(['head', ...before].join('\n'), ['head', ...after].join('\n'));
    expect(diff.changedLines).toBe(3000);
    expect(diff.newLineOf(1)).toBe(1);
    expect(diff.newLineOf(2)).toBeUndefined();
  });
});
