import { expect, it } from 'vitest';
import { parsePage } from '../../../src/domain/document/parse-page.ts';
import { emptySpanAt, sliceOf, spanOfRunText } from '../../../src/domain/document/spans.ts';
import { placeOf } from './outline.ts';

it('maps a range of the text to the file, with the markup between', () => {
  const document = parsePage('😀 Välj **Lägg till\nkund** &amp; vänta.\n', { dialect: 'gfm' });
  const [block] = document.blocks;
  if (block === undefined) throw new Error('The page has no block');
  const sourceOf = (words: string): string => {
    const from = block.text.indexOf(words);
    return sliceOf(document, spanOfRunText(block, from, from + words.length));
  };
  expect(block.text).toBe('😀 Välj Lägg till kund & vänta.');
  expect(sourceOf('Lägg till kund')).toBe('Lägg till\nkund');
  expect(sourceOf('Välj Lägg')).toBe('Välj **Lägg');
  expect(sourceOf('& vänta')).toBe('&amp; vänta');
  expect(sourceOf(block.text)).toBe('😀 Välj **Lägg till\nkund** &amp; vänta.');
  expect(placeOf(spanOfRunText(block, 18, 22))).toBe('2:1-2:5');
});

it('gives an empty span for an empty range, and the place of the text where there is none', () => {
  const { blocks } = parsePage('Select.\n\n---\n\n```\na\r\nb\n```\n', { dialect: 'gfm' });
  const places = [
    [0, 0],
    [7, 7],
    [3, 3],
  ].map(([from = 0, to = 0]) => blocks[0] && placeOf(spanOfRunText(blocks[0], from, to)));
  expect(places).toEqual(['1:1-1:1', '1:8-1:8', '1:4-1:4']);
  expect(blocks[1] && placeOf(spanOfRunText(blocks[1], 0, 4))).toBe('3:1-3:1');
  expect(
    blocks[2] && placeOf(spanOfRunText(blocks[2], blocks[2].text.indexOf('b'), blocks[2].text.length)),
  ).toBe('7:1-7:2');
});

it('gives the empty span at a point', () => {
  const point = { line: 2, column: 3, offset: 9 };
  expect(emptySpanAt(point)).toEqual({ start: point, end: point });
});
