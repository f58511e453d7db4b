import type { Block, PageDocument } from '../../../src/domain/document/page-document.ts';
import { walkBlocks } from '../../../src/domain/document/walk-blocks.ts';
import type { BlockContext } from './align-blocks.ts';
import { readingLength } from './reading-length.ts';

/** Of a list that holds some other text too: not sure, not unlikely. */
const proseScore = 0.5;

/**
 * Pairs lists by what became of their items, and a list that was turned into running text, or the other way round,
 * with that text.
 */
export function pairLists(context: BlockContext, source: PageDocument, translation: PageDocument): void {
  const { pairing } = context;
  const votes = countVotes(context, source);
  votes.sort((one, other) => other.count - one.count);
  for (const { one, other, count } of votes) {
    const known = pairing.linkOf(one) ?? pairing.linkOf(other);
    if (known === undefined) {
      pairing.link([one], [other], meanScore(context, one, other));
    } else if (count >= 2 && (pairing.linkOf(one) === undefined || pairing.linkOf(other) === undefined)) {
      pairing.unlink(known);
      pairing.link(
        inOrder(new Set([...known.source, one])),
        inOrder(new Set([...known.translation, other])),
        known.score,
      );
    }
  }
  pairWithProse(context, source.blocks, (list, paragraph) => [[...walkBlocks(list)], [paragraph]]);
  pairWithProse(context, translation.blocks, (list, paragraph) => [[paragraph], [...walkBlocks(list)]]);
}

function inOrder(blocks: ReadonlySet<Block>): readonly Block[] {
  return [...blocks].toSorted((one, other) => one.index - other.index);
}

interface Vote {
  readonly one: Block;
  readonly other: Block;
  readonly count: number;
}

function countVotes({ pairing }: BlockContext, source: PageDocument): Vote[] {
  return source.blocks
    .filter((block) => block.kind === 'list')
    .flatMap((one) => {
      const counts = new Map<Block, number>();
      for (const item of one.children) {
        for (const counterpart of pairing.linkOf(item)?.translation ?? []) {
          const other = counterpart.parent;
          if (other?.kind === 'list') counts.set(other, (counts.get(other) ?? 0) + 1);
        }
      }
      return [...counts]
        .filter(([other, count]) => count >= 0.25 * Math.min(one.children.length, other.children.length))
        .map(([other, count]) => ({ one, other, count }));
    });
}

function meanScore({ pairing }: BlockContext, one: Block, other: Block): number {
  const scores = one.children.flatMap((item) => {
    const link = pairing.linkOf(item);
    return link?.translation.some((block) => block.parent === other) ? [link.score] : [];
  });
  return scores.reduce((total, score) => total + score, 0) / Math.max(1, scores.length);
}

/** Pairs free lists of one page with a free paragraph that stands where they would. */
function pairWithProse(
  { pairing }: BlockContext,
  blocks: readonly Block[],
  sides: (list: Block, paragraph: Block) => readonly [readonly Block[], readonly Block[]],
): void {
  for (const list of blocks) {
    if (list.kind !== 'list' || [...walkBlocks(list)].some((block) => pairing.linkOf(block))) continue;
    const paragraph = counterpartOfPrevious(list);
    if (paragraph === undefined) continue;
    let length = 0;
    for (const block of walkBlocks(list)) length += readingLength(block.text);
    const ratio = Math.log(readingLength(paragraph.text) / Math.max(1, length));
    if (Math.abs(ratio) > 0.9) continue;
    const [source, translation] = sides(list, paragraph);
    pairing.link(source, translation, proseScore);
  }

  /** The free paragraph behind the counterpart of what stands before the list. */
  function counterpartOfPrevious(list: Block): Block | undefined {
    const siblings = list.parent?.children ?? list.section.blocks;
    const previous = siblings[siblings.indexOf(list) - 1];
    const link = previous && pairing.linkOf(previous);
    const isOfSource = previous !== undefined && link?.source.includes(previous);
    const last = (isOfSource ? link?.translation : link?.source)?.at(-1);
    if (last === undefined) return undefined;
    const others = last.parent?.children ?? last.section.blocks;
    const next = others[others.indexOf(last) + 1];
    return next?.kind === 'paragraph' && pairing.linkOf(next) === undefined ? next : undefined;
  }
}
