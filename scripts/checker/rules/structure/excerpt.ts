import type { Block, Section } from '../../../../src/domain/document/page-document.ts';

const longest = 60;

/**
 * The beginning of a text, at most 60 characters, cut between words where the language sets spaces.
 * @example excerpt('Select  **`Submit`**') // => "Select **'Submit'**"
 */
export function excerpt(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').replaceAll('`', "'").trim();
  const characters = [...line];
  if (characters.length <= longest) return line;
  const cut = characters.slice(0, longest - 1).join('');
  const space = cut.lastIndexOf(' ');
  return `${(space > longest / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

/**
 * An excerpt of what a reader sees of a block or section; of its first child's where it has no text of its own, of all
 * cells of a table row, and the name of an image's file.
 */
export function excerptOf(node: Block | Section): string {
  if (node.kind === 'section') return excerpt(node.heading?.text ?? '');
  if (node.kind === 'row') return excerpt(node.children.map(({ text }) => text).join(' | '));
  return excerpt(firstText(node));
}

function firstText(block: Block): string {
  if (block.text.trim() !== '') return block.text;
  for (const child of block.children) {
    const text = firstText(child);
    if (text !== '') return text;
  }
  return block.traits.images[0]?.source ?? block.component ?? '';
}
