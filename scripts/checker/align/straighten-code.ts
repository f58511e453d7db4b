import type { Block, PageDocument } from '../../../src/domain/document/page-document.ts';
import type { BlockContext } from './align-blocks.ts';
import type { Link } from './pairing.ts';

/** Of code that is the same to the letter. */
const sameScore = 8;

/**
 * Gives code that stands in another place its counterpart: where a code block is paired with other code though just
 * the same code is somewhere else, once in each page, those two answer each other.
 */
export function straightenCode(
  { pairing }: BlockContext,
  source: PageDocument,
  translation: PageDocument,
): void {
  const [ones, others] = [singlesOf(source), singlesOf(translation)];
  for (const [text, one] of ones) {
    const other = others.get(text);
    if (one === undefined || other === undefined) continue;
    const [link, otherLink] = [pairing.linkOf(one), pairing.linkOf(other)];
    if (link !== undefined && link === otherLink) continue;
    if (!isLoose(link) || !isLoose(otherLink)) continue;
    if (link !== undefined) pairing.unlink(link);
    if (otherLink !== undefined) pairing.unlink(otherLink);
    pairing.link([one], [other], sameScore);
  }
}

/** Code that is in a page once, by its text; `undefined` for code that is there more than once. */
function singlesOf({ blocks }: PageDocument): ReadonlyMap<string, Block | undefined> {
  const singles = new Map<string, Block | undefined>();
  for (const block of blocks) {
    if (block.kind !== 'code' || block.text.trim() === '') continue;
    singles.set(block.text, singles.has(block.text) ? undefined : block);
  }
  return singles;
}

/** Free, or paired with one other block whose code is another. */
function isLoose(link: Link<Block> | undefined): boolean {
  if (link === undefined) return true;
  const [one, other] = [link.source[0], link.translation[0]];
  return link.source.length + link.translation.length === 2 && one?.text !== other?.text;
}
