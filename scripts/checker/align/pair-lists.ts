import type { Block, PageDocument, Section } from '../../../src/domain/document/page-document.ts';
import { walkBlocks } from '../../../src/domain/document/walk-blocks.ts';
import type { BlockContext } from './align-blocks.ts';
import { isWhollyFree, type Pairing } from './pairing.ts';
import { readingLength } from './reading-length.ts';

/** Of a list that holds some other text too: not sure, not unlikely. */
const proseScore = 0.5;

/**
 * Pairs lists by what became of their items, and a list that was turned into running text, or the other way round,
 * with that text.
 */
export function pairLists(
  context: BlockContext,
  sections: Pairing<Section>,
  source: PageDocument,
  translation: PageDocument,
): void {
  const { pairing } = context;
  const votes = countVotes(context, source);
  votes.sort((one, other) => other.count - one.count);
  for (const { one, other, count, isWhole } of votes) {
    const known = pairing.linkOf(one) ?? pairing.linkOf(other);
    if (known === undefined) {
      pairing.link([one], [other], meanScore(context, one, other));
    } else if (
      (count >= 2 || isWhole) &&
      (pairing.linkOf(one) === undefined || pairing.linkOf(other) === undefined)
    ) {
      pairing.unlink(known);
      pairing.link(
        inOrder(new Set([...known.source, one])),
        inOrder(new Set([...known.translation, other])),
        known.score,
      );
    }
  }
  for (const [blocks, side] of [
    [source.blocks, 'source'],
    [translation.blocks, 'translation'],
  ] as const) {
    pairMarkerLists(pairing, blocks, side);
    pairWithLeadIn(pairing, sections, blocks, side);
    pairWithProse(context, blocks, (list, paragraph) =>
      side === 'source' ? [[...walkBlocks(list)], [paragraph]] : [[paragraph], [...walkBlocks(list)]],
    );
  }
}

type Side = 'source' | 'translation';

function linkSides(
  pairing: Pairing<Block>,
  side: Side,
  own: readonly Block[],
  others: readonly Block[],
  score: number,
): void {
  if (side === 'source') pairing.link(own, others, score);
  else pairing.link(others, own, score);
}

function otherSide(side: Side): Side {
  return side === 'source' ? 'translation' : 'source';
}

/** Free lists whose items are free too. */
function freeLists(pairing: Pairing<Block>, blocks: readonly Block[]): readonly Block[] {
  return blocks.filter((list) => list.kind === 'list' && isWhollyFree(pairing, list));
}

/**
 * Pairs a list that is nothing but a text which begins like one: in the item `- 1. März: …` Markdown sees a list of
 * one step, in its counterpart `- 1 March: …` it sees text.
 */
function pairMarkerLists(pairing: Pairing<Block>, blocks: readonly Block[], side: Side): void {
  for (const list of freeLists(pairing, blocks)) {
    const { parent } = list;
    if (parent === undefined || parent.text !== '' || parent.children.length !== 1) continue;
    if (list.children.length !== 1) continue;
    const link = pairing.linkOf(parent);
    if (link === undefined || link.source.length + link.translation.length !== 2) continue;
    const [other] = link[otherSide(side)];
    if (other === undefined || other.text === '') continue;
    pairing.unlink(link);
    linkSides(pairing, side, [parent, ...walkBlocks(list)], [other], link.score);
  }
}

/** Pairs a lead-in and its list with a paragraph that holds both: `Roles: reader | editor`. */
function pairWithLeadIn(
  pairing: Pairing<Block>,
  sections: Pairing<Section>,
  blocks: readonly Block[],
  side: Side,
): void {
  for (const list of freeLists(pairing, blocks)) {
    const siblings = list.parent?.children ?? list.section.blocks;
    const leadIn = siblings[siblings.indexOf(list) - 1];
    if (leadIn?.kind !== 'paragraph') continue;
    const link = pairing.linkOf(leadIn);
    if (link !== undefined && link.source.length + link.translation.length !== 2) continue;
    const candidates =
      link === undefined ? freeParagraphsNear(pairing, sections, leadIn, side) : link[otherSide(side)];
    const paragraph = candidates.find((candidate) =>
      holdsLeadInAndList(candidate, leadIn, list, link !== undefined),
    );
    if (paragraph === undefined) continue;
    if (link !== undefined) pairing.unlink(link);
    linkSides(pairing, side, [leadIn, ...walkBlocks(list)], [paragraph], link?.score ?? proseScore);
  }
}

/** Free paragraphs of the counterpart of a block's section. */
function freeParagraphsNear(
  pairing: Pairing<Block>,
  sections: Pairing<Section>,
  { section }: Block,
  side: Side,
): readonly Block[] {
  return (sections.linkOf(section)?.[otherSide(side)] ?? [])
    .flatMap(({ blocks }) => blocks)
    .filter((block) => block.kind === 'paragraph' && pairing.linkOf(block) === undefined);
}

function holdsLeadInAndList(paragraph: Block, leadIn: Block, list: Block, isPaired: boolean): boolean {
  const parts = paragraph.text.split(/[|、,，;；،]/u).filter((part) => part.trim() !== '').length;
  const whole = readingLength(paragraph.text);
  const before = readingLength(leadIn.text);
  let items = 0;
  for (const block of walkBlocks(list)) items += readingLength(block.text);
  const isAsMany = parts === list.children.length;
  const isAsLong = Math.abs(Math.log(whole / Math.max(1, before + items))) < (isAsMany ? 0.75 : 0.5);
  return isAsLong && whole > 1.3 * before && (isPaired || isAsMany);
}

function inOrder(blocks: ReadonlySet<Block>): readonly Block[] {
  return [...blocks].toSorted((one, other) => one.index - other.index);
}

interface Vote {
  readonly one: Block;
  readonly other: Block;
  readonly count: number;
  /** Whether all items of one of the two are in the other. */
  readonly isWhole: boolean;
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
        .map(([other, count]) => ({
          other,
          count,
          size: Math.min(one.children.length, other.children.length),
        }))
        .filter(({ count, size }) => count >= 0.25 * size)
        .map(({ other, count, size }) => ({ one, other, count, isWhole: count === size }));
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
    if (list.kind !== 'list' || !isWhollyFree(pairing, list)) continue;
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
