import { readingLength } from '../../../scripts/checker/align/reading-length.ts';
import { readLinkTarget } from '../../../src/domain/document/link-target.ts';
import type { Block } from '../../../src/domain/document/page-document.ts';
import { walkBlocks } from '../../../src/domain/document/walk-blocks.ts';

/**
 * True where something beside the words tells two neighbours apart, so that whoever does not know the language can
 * see which of them answers which: links, code, numbers, images, what stands below them, or how long they are.
 *
 * Two steps that say "Select **Delete**." and "Select **Save**." are told apart by their words alone. Which of them
 * is gone, or whether they changed places, is then more than structure says.
 */
export function canBeTold(one: Block, other: Block): boolean {
  if (signatureOf(one) !== signatureOf(other)) return true;
  const [length, otherLength] = [lengthOf(one), lengthOf(other)];
  return Math.max(length, otherLength) > clearlyLonger * Math.min(length, otherLength);
}

/** Two languages need not be longer or shorter in the same sentences. */
const clearlyLonger = 2;

/** The run of neighbours among the children of a list or table that nothing but words tells apart, in order. */
export function alikeAround(block: Block): readonly Block[] {
  const siblings = block.parent?.children ?? [block];
  const at = siblings.indexOf(block);
  let [from, to] = [at, at];
  while (isAlike(siblings[from - 1], siblings[from])) from -= 1;
  while (isAlike(siblings[to], siblings[to + 1])) to += 1;
  return siblings.slice(from, to + 1);
}

function isAlike(one: Block | undefined, other: Block | undefined): boolean {
  return one !== undefined && other !== undefined && !canBeTold(one, other);
}

function signatureOf(block: Block): string {
  return JSON.stringify(
    [...walkBlocks(block)].map(({ kind, callout, component, text, traits }) => [
      kind,
      callout,
      component,
      kind === 'code' ? text : '',
      traits.links.map(({ target }) => readLinkTarget(target).key),
      traits.images.map(({ source }) => source),
      traits.codes.map((code) => code.text),
      traits.numbers.map(({ value }) => value),
      traits.emphases.length,
    ]),
  );
}

function lengthOf(block: Block): number {
  let length = 0;
  for (const { text } of walkBlocks(block)) length += readingLength(text);
  return length;
}
