import { describe, expect, it } from 'vitest';
import { mapPlaces } from '../../../scripts/checker/lsp/places.ts';
import { indexLines } from '../../../src/domain/document/line-index.ts';

const texts = [
  '# 😀 添加\r\n\r\nVälj **Kunder**.\r\n',
  '\uFEFF# 😀\nVälj\rKunder\n',
  'ett\r\n',
  '\uFEFF',
  '',
];

describe('places in the protocol', () => {
  it.each(texts)('lead back to every offset of %j', (text) => {
    const places = mapPlaces(text);
    const lines = indexLines(text);
    for (let offset = text.startsWith('\uFEFF') ? 1 : 0; offset <= text.length; offset++) {
      // Between the two characters of a line end no editor can be.
      if (text[offset - 1] === '\r' && text[offset] === '\n') continue;
      const { start } = places.rangeOf(lines.spanOf(offset, offset));
      expect([offset, places.offsetAt(start)]).toEqual([offset, offset]);
    }
  });

  it('do not count a byte order mark, unless the editor shows it', () => {
    const text = '\uFEFFVälj';
    const span = indexLines(text).spanOf(1, 5);
    expect(mapPlaces(text).rangeOf(span)).toEqual({
      start: { line: 0, character: 0 },
      end: { line: 0, character: 4 },
    });
    expect(mapPlaces(text, true).rangeOf(span).end).toEqual({ line: 0, character: 5 });
    expect(mapPlaces(text).rangeOf(indexLines(text).spanOf(0, 0)).start).toEqual({ line: 0, character: 0 });
  });

  it('behind the end of a line or of the text are at the end', () => {
    const places = mapPlaces('Välj\r\nKunder');
    expect(places.offsetAt({ line: 0, character: 99 })).toBe(4);
    expect(places.offsetAt({ line: 9, character: 0 })).toBe(12);
  });
});
