import { expect, it } from 'vitest';
import { parsePage } from '../../../src/domain/document/parse-page.ts';
import { nodeAt, walkBlocks } from '../../../src/domain/document/walk-blocks.ts';

const text = '# Add\n\n1. Select **Customers**.\n   - Wait\n\n## Later\n\nDone.\n';
const document = parsePage(text, { dialect: 'gfm' });

it('walks a block and what is below it, parents first', () => {
  const [list] = document.blocks;
  expect(list && [...walkBlocks(list)].map(({ kind }) => kind)).toEqual(['list', 'step', 'list', 'item']);
});

it.each([
  ['# Add', 'Add'],
  ['Customers', 'step'],
  ['Wait', 'item'],
  ['## Later', 'Later'],
  ['Done', 'paragraph'],
])('finds the innermost block at %j, or else the section', (words, expected) => {
  const node = nodeAt(document, text.indexOf(words));
  expect(node.kind === 'section' ? node.heading?.text : node.kind).toBe(expected);
});
