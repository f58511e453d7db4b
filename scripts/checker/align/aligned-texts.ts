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
  const pairs: readonly Pair<Block | Section>[] = [...alignment.sections, ...alignment.blocks];
  return pairs.flatMap((pair) => {
    const source = pair.source.flatMap((node) => ownTextOf(node) ?? []);
    const translation = pair.translation.flatMap((node) => ownTextOf(node) ?? []);
    return source.length > 0 && translation.length > 0 ? [{ source, translation, score: pair.score }] : [];
  });
}
