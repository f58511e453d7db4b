import type { Block } from '../document/page-document.ts';
import { foldName } from './fold-name.ts';
import { conjunctionPattern } from './list-separators.ts';
import type { FoldedText } from './name-index.ts';
import { mayEnumerate } from './read-prose-names.ts';

/**
 * Pieces of a block that are names if the block is a list of names: a quick look, without knowing names, that tells which
 * blocks are worth a closer one. Empty for a block that is no list; of one that is, some pieces may be prose.
 */
export function piecesOf(block: Block, locale: string): readonly FoldedText[] {
  const known = pieces.get(block);
  if (known !== undefined) return known;
  const texts = new Set([...listedPieces(block), ...prosePieces(block, locale)]);
  const found = Array.from(texts, (text): FoldedText => ({ text, folded: foldName(text) }));
  pieces.set(block, found);
  return found;
}

/** Every kind of entity asks for them. */
const pieces = new WeakMap<Block, readonly FoldedText[]>();

function listedPieces({ kind, children, parent, section }: Block): readonly string[] {
  if (kind === 'list') {
    return children.length < fewestRows ? [] : children.flatMap(({ text }) => shortPieces(text));
  }
  if (kind === 'table') {
    return children.length < fewestRows
      ? []
      : children.flatMap((row) => row.children.flatMap(({ text }) => shortPieces(text)));
  }
  if (kind !== 'definition') return [];
  const terms = (parent?.children ?? section.blocks).filter((sibling) => sibling.kind === 'definition');
  return terms.length < fewestRows ? [] : terms.flatMap(({ text }) => shortPieces(text));
}

/** An item may hold several names; a heading row counts as one. */
const fewestRows = 3;

function prosePieces(block: Block, locale: string): readonly string[] {
  if (!mayEnumerate(block, locale)) return [];
  const parted = shortPieces(block.text);
  if (parted.length >= fewestPieces) return parted;
  // Some languages part names with words or spaces alone.
  const words = block.text.split(conjunctionPattern(locale)).filter(isShort);
  return words.length >= fewestPieces ? words : [];
}

/** The first and the last name of a list run into the sentence around it. */
const fewestPieces = 3;

function shortPieces(text: string): readonly string[] {
  return text
    .split(partingSign)
    .map((piece) => piece.trim())
    .filter(isShort);
}

const partingSign = /[,，、،;；፣\n•·|(（:：]|\s[–—*+-]\s?/u;

function isShort(piece: string): boolean {
  return piece !== '' && piece.length <= longestPiece;
}

/** UTF-16 units. */
const longestPiece = 60;
