import type { OwnText } from '../../../src/domain/document/own-text.ts';
import { ownTextOf } from '../../../src/domain/document/own-text.ts';
import type { Block, Section } from '../../../src/domain/document/page-document.ts';
import type { Alignment, Pair } from './alignment.ts';

/** Texts of source and translation that answer each other; several on one side where blocks were merged or split. */
export interface TextPair {
  readonly source: readonly OwnText[];
  readonly translation: readonly OwnText[];
  readonly score: number;
}

/** Every pair of an alignment that has text on both sides, headings first. */
export function alignedTexts(alignment: Alignment): readonly TextPair[] {
  const known = alignedBefore.get(alignment) ?? readAlignedTexts(alignment);
  alignedBefore.set(alignment, known);
  return known;
}

/** Many rules ask for the same. */
const alignedBefore = new WeakMap<Alignment, readonly TextPair[]>();

function readAlignedTexts({ sections, blocks }: Alignment): readonly TextPair[] {
  const found: TextPair[] = [];
  for (const pairs of [sections, blocks] as readonly (readonly Pair<Block | Section>[])[]) {
    for (const pair of pairs) {
      const source = textsOf(pair.source);
      const translation = source.length === 0 ? [] : textsOf(pair.translation);
      if (translation.length > 0) found.push({ source, translation, score: pair.score });
    }
  }
  return found;
}

function textsOf(nodes: readonly (Block | Section)[]): readonly OwnText[] {
  const texts: OwnText[] = [];
  for (const node of nodes) {
    const text = ownTextOf(node);
    if (text !== undefined) texts.push(text);
  }
  return texts;
}
