import type { Block, BlockKind, Span } from '../../../../src/domain/document/page-document.ts';
import { emptySpanAt } from '../../../../src/domain/document/spans.ts';
import type { Severity } from '../../../../src/domain/report/report.ts';
import type { Alignment } from '../../align/alignment.ts';
import type { Draft, PairContext } from '../rule.ts';
import { brokenMarkersOf } from './broken-markers.ts';
import { insertionPlace } from './insertion-place.ts';
import { isRenested } from './renested-lists.ts';

/** A block that only one of the two pages has, as a rule reports it. */
export interface AbsentBlock {
  readonly block: Block;
  /** How sure the absence is, 0 to 1. */
  readonly score: number;
  /** Where it would stand in the other page. */
  readonly place: Span;
}

/**
 * The blocks of some kinds that the translation lacks (`missing`) or has on its own (`extra`).
 *
 * One fault, one finding: what lies in a section or block that is itself absent is left out, and so is what a broken
 * marker runs into another text.
 */
export function absentBlocks(
  alignment: Alignment,
  verdict: 'missing' | 'extra',
  kinds: readonly BlockKind[],
): readonly AbsentBlock[] {
  return absentPairs(alignment)[verdict].flatMap((pair) => {
    const [block] = verdict === 'missing' ? pair.source : pair.translation;
    if (block === undefined || !kinds.includes(block.kind)) return [];
    if (pair.place === undefined || isInsideAbsent(alignment, block, verdict)) return [];
    if (isFoundInPart(alignment, block) || isRenested(alignment, block)) return [];
    const broken = brokenMarkersOf(alignment);
    if (broken.hides(block) || broken.hasMarker(block)) return [];
    const side = verdict === 'missing' ? 'source' : 'translation';
    const place = insertionPlace(alignment, side, block, pair.place);
    return [{ block, score: pair.score, place: emptySpanAt(place) }];
  });
}

interface AbsentPairs {
  readonly missing: Alignment['blocks'];
  readonly extra: Alignment['blocks'];
}

function absentPairs(alignment: Alignment): AbsentPairs {
  const known = absentBefore.get(alignment) ?? {
    missing: alignment.blocks.filter(({ verdict }) => verdict === 'missing'),
    extra: alignment.blocks.filter(({ verdict }) => verdict === 'extra'),
  };
  absentBefore.set(alignment, known);
  return known;
}

/** A dozen rules ask, each for blocks of its own kinds, and few pairs are absent. */
const absentBefore = new WeakMap<Alignment, AbsentPairs>();

function isInsideAbsent(alignment: Alignment, block: Block, verdict: 'missing' | 'extra'): boolean {
  for (let parent = block.parent; parent !== undefined; parent = parent.parent) {
    if (alignment.pairOf(parent).verdict === verdict && !isFoundInPart(alignment, parent)) return true;
  }
  return alignment.pairOf(block.section).verdict === verdict;
}

/** A list, some of whose items stand elsewhere: the others are absent, not the list. */
function isFoundInPart(alignment: Alignment, block: Block): boolean {
  if (block.kind !== 'list') return false;
  // A list that goes on counting is the rest of another.
  if (block.list?.ordered === true && block.list.start > 1) return true;
  return block.children.some((item) => {
    const { verdict } = alignment.pairOf(item);
    return verdict !== 'missing' && verdict !== 'extra';
  });
}

/** Where the two pages have little in common, an absence is no more than likely. */
export function absenceSeverity(severity: Severity, score: number): Severity {
  return severity === 'error' && score < sureScore ? 'warning' : severity;
}

const sureScore = 0.6;

/** Place, counterpart and confidence of a finding about something that the translation lacks. */
export function missingDraft(
  context: PairContext,
  { block, score, place }: AbsentBlock,
): Pick<Draft, 'span' | 'confidence' | 'related'> {
  return {
    span: place,
    confidence: score,
    related: [{ label: 'the source', path: context.source.path, span: spanToShow(block) }],
  };
}

/** Place, counterpart and confidence of a finding about something that the source lacks. */
export function extraDraft(
  context: PairContext,
  { block, score, place }: AbsentBlock,
): Pick<Draft, 'span' | 'confidence' | 'related'> {
  return {
    span: spanToShow(block),
    confidence: score,
    related: [{ label: 'where it would stand in the source', path: context.source.path, span: place }],
  };
}

/** True for an image, and for a component that is nothing else, such as Microsoft Learn's `:::image:::`. */
export function isImage({ kind, traits, children }: Block): boolean {
  return kind === 'image' || (kind === 'component' && traits.images.length > 0 && children.length === 0);
}

/** A step's or item's own text, any other block as a whole. */
export function spanToShow(block: Block): Span {
  const isWhole = block.text.trim() === '' || block.kind === 'code' || isImage(block);
  return isWhole ? block.span : block.textSpan;
}
