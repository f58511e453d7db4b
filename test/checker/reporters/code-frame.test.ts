import { describe, expect, it } from 'vitest';
import { codeFrame } from '../../../scripts/checker/reporters/code-frame.ts';

describe('codeFrame', () => {
  it('points below wide characters and emoji where a terminal shows them', () => {
    expect(frameOf('# A\n👨‍👩‍👧 选择**客户**。', '客户')).toEqual({
      line: '👨‍👩‍👧 选择**客户**。',
      pointer: '         ^^^^',
    });
  });

  it('counts no column for a combining mark', () => {
    expect(frameOf('Cafe\u0301 **Kund**', 'Kund')?.pointer).toBe('       ^^^^');
  });

  it('points at an empty place, also at the end of a line', () => {
    expect(codeFrame('ab\r\ncd', span('ab\r\ncd', 2, 2))).toEqual({ line: 'ab', pointer: '  ^' });
    expect(codeFrame('', span('', 0, 0))).toEqual({ line: '', pointer: '^' });
  });

  it('cuts a long line around the place', () => {
    const text = `${'Sätt '.repeat(60)}Kund${' slut'.repeat(60)}`;
    const frame = frameOf(text, 'Kund');
    expect(frame?.line).toMatch(/^….*Kund.*…$/);
    expect(frame?.line.length).toBeLessThanOrEqual(102);
    expect(frame?.line.slice(frame.pointer.indexOf('^'))).toMatch(/^Kund/);
  });

  it('points to the end of the first line of a range that goes on', () => {
    expect(codeFrame('one two\nthree', span('one two\nthree', 4, 10))?.pointer).toBe('    ^^^');
  });

  it('shows control characters as code points and still points right', () => {
    expect(frameOf('a\u001B[1mKund', 'Kund')).toEqual({ line: 'a\\u{1B}[1mKund', pointer: '          ^^^^' });
  });

  it('has nothing to show of a place beyond the text', () => {
    expect(codeFrame('short', span('short', 50, 50))).toBeUndefined();
  });
});

function frameOf(text: string, piece: string): ReturnType<typeof codeFrame> {
  const from = text.indexOf(piece);
  return codeFrame(text, span(text, from, from + piece.length));
}

function span(text: string, from: number, to: number): Parameters<typeof codeFrame>[1] {
  const point = (offset: number) => {
    const lines = text.slice(0, offset).split('\n');
    return { line: lines.length, column: (lines.at(-1) ?? '').length + 1, offset };
  };
  return { start: point(from), end: point(to) };
}
