import type { Block, Section, Span } from '../../../../src/domain/document/page-document.ts';
import { emptySpanAt } from '../../../../src/domain/document/spans.ts';
import type { EntityKind } from '../../../../src/domain/locale/entity-kind.ts';
import { type EntityList, isEntityList } from '../../../../src/domain/locale/entity-list.ts';
import { type EntityToken, matchedShare } from '../../../../src/domain/locale/entity-token.ts';
import type { PairContext } from '../rule.ts';
import { endOf } from './anchored-sections.ts';
import { shareOf } from './listed-codes.ts';

/** The list of a translation that answers one of the source. */
export interface Answer {
  readonly list: EntityList | undefined;
  readonly place: Span;
  readonly confidence: number;
}

/**
 * The list of the translation that answers a list of the source. A list that is damaged beyond recognition is known
 * by its place; one that stands elsewhere by its names. `undefined` where its whole section is missing: that is
 * another rule's to say.
 */
export function answerTo(
  list: EntityList,
  expected: readonly string[],
  { alignment, translation }: PairContext,
  candidates: readonly EntityList[],
  kind: EntityKind,
): Answer | undefined {
  const blocks = alignment.pairOf(list.block);
  const aligned = new Set<unknown>(blocks.translation);
  const sections = alignment
    .pairOf(list.section)
    .translation.filter((part): part is Section => part.kind === 'section');
  const isAligned = (candidate: EntityList): boolean => isInside(candidate.block, aligned);
  const near = candidates.filter((candidate) => isAligned(candidate) || sections.includes(candidate.section));
  const answer = bestAnswer(near, expected, isAligned);
  if (answer !== undefined) return { list: answer, place: answer.span, confidence: 1 };
  const far = bestAnswer(
    candidates.filter((candidate) => isEntityList(candidate, kind, translation.locale)),
    expected,
    () => false,
  );
  if (far !== undefined && shareOf(far, expected) >= 0.5) {
    return { list: far, place: far.span, confidence: 0.8 };
  }
  if (sections.length === 0 || holdsOtherForm(sections, list.section)) return undefined;
  const place = blocks.place === undefined ? endOf(sections) : emptySpanAt(blocks.place);
  return { list: undefined, place, confidence: 0.8 };
}

/** An include or a component may bring the list in. */
function holdsOtherForm(sections: readonly Section[], source: Section): boolean {
  const inserts = sections.reduce((sum, section) => sum + countInserts(section), 0);
  return inserts > countInserts(source);
}

function countInserts({ blocks }: Section): number {
  return blocks.filter((block) => block.kind === 'component' || block.kind === 'html').length;
}

/** Of some lists the one that names most of what is expected; `isAligned` tells those that stand in the right place. */
export function bestAnswer(
  candidates: readonly EntityList[],
  expected: readonly string[],
  isAligned: (candidate: EntityList) => boolean,
): EntityList | undefined {
  const scored = candidates
    .map((list) => ({ list, score: shareOf(list, expected) + matchedShare(list.tokens) / 2 }))
    .filter(({ list }) => isAnswer(list, expected, isAligned(list)))
    .map(({ list, score }) => ({ list, score: score + (isAligned(list) ? 0.3 : 0) }));
  return scored.toSorted((one, other) => other.score - one.score)[0]?.list;
}

/** True when a list names enough of what is expected, or has the place and the shape of a list of names. */
function isAnswer(list: EntityList, expected: readonly string[], isAligned: boolean): boolean {
  const understood = matchedShare(list.tokens);
  if (understood >= 0.25 && shareOf(list, expected) >= 0.25) return true;
  if (list.tokens.length < expected.length / 3 || !list.tokens.every(isShort)) return false;
  return isAligned || understood >= 0.3;
}

function isShort({ text, match }: EntityToken): boolean {
  return match !== undefined || (text.length <= 30 && text.split(/\s+/).length <= 4);
}

/** True for a list of the translation that stands where alignment puts one of the source. */
export function isAlignedWith(candidate: EntityList, list: EntityList, { alignment }: PairContext): boolean {
  return isInside(candidate.block, new Set<unknown>(alignment.pairOf(list.block).translation));
}

function isInside(block: Block | undefined, blocks: ReadonlySet<unknown>): boolean {
  return block !== undefined && (blocks.has(block) || isInside(block.parent, blocks));
}
