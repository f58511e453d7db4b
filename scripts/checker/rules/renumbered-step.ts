import type { Block, PageDocument, Span } from '../../../src/domain/document/page-document.ts';
import type { Alignment } from '../align/alignment.ts';
import type { Draft, PairRule } from './rule.ts';
import { brokenMarkersOf } from './structure/broken-markers.ts';
import { excerptOf } from './structure/excerpt.ts';

/** Finds a step that a reader sees with another number than in the source, though it is the same step. */
export const renumberedStep: PairRule = {
  id: 'renumbered-step',
  on: 'pair',
  severity: 'warning',
  docs: {
    summary: 'A numbered list begins at another number than in the source, or starts anew in the middle.',
    why: 'A reader who is sent to step 4 finds two steps with the number 1, or another step.',
    fix: 'Indent what stands between the steps, or correct the number of the first step.',
  },
  *check({ alignment, source, translation }) {
    for (const list of alignment.translation.blocks) {
      const [step] = list.children;
      if (list.list?.ordered !== true || step === undefined) continue;
      const { source: steps, translation: own, score } = alignment.pairOf(step);
      const [counterpart] = steps;
      if (counterpart?.kind !== 'step' || steps.length > 1 || own.length > 1 || score < leastScore) continue;
      const number = shownStart(translation.document, list);
      const expected = numberOf(source.document, counterpart);
      if (number === expected || !isFault(alignment, list, step, counterpart, number)) continue;
      yield {
        ...wordsFor(step, number, expected, counterpart),
        span: markerOf(translation.document, step),
        confidence: score,
        related: [{ label: 'the source', path: source.path, span: markerOf(source.document, counterpart) }],
        data: { number, sourceNumber: expected },
      };
    }
  },
};

/** Below this, the two steps may not be one. */
const leastScore = 0.6;

/**
 * The number that readers see at a list's first step. Python-Markdown ignores what the first item says and begins
 * at 1 (its option `lazy_ol`, on by default); the others, as CommonMark asks, begin there.
 */
function shownStart({ dialect }: PageDocument, list: Block): number {
  return dialect === 'mkdocs' ? 1 : (list.list?.start ?? 1);
}

function numberOf(document: PageDocument, step: Block): number {
  const list = step.parent;
  return list === undefined ? (step.number ?? 0) : shownStart(document, list) + (step.position ?? 0);
}

/** Whether the number is a fault of its own, and does not follow from a step more or less before it. */
function isFault(
  alignment: Alignment,
  list: Block,
  step: Block,
  counterpart: Block,
  number: number,
): boolean {
  const { source, translation, pairOf } = alignment;
  const before = listBefore(list, step);
  const last = before?.children.at(-1);
  if (isTornByMarker(alignment, before, list, step)) return false;
  if (before !== undefined && last !== undefined) {
    if (number === numberOf(translation, last) + 1) return false;
  }
  const sourceList = counterpart.parent;
  const position = counterpart.position ?? 0;
  if (position > 0) {
    // Where the steps before it are all missing, the number follows from that.
    const siblings = sourceList?.children.slice(0, position) ?? [];
    return siblings.some((sibling) => pairOf(sibling).translation.some((other) => other.parent === before));
  }
  const sourceBefore = sourceList && listBefore(sourceList, counterpart);
  const sourceLast = sourceBefore?.children.at(-1);
  if (last === undefined || sourceLast === undefined) return true;
  const goesOn = numberOf(source, counterpart) === numberOf(source, sourceLast) + 1;
  // The source goes on counting over what interrupts it, and so must the translation.
  return !goesOn || number === 1 || pairOf(sourceLast).translation.includes(last);
}

/** A marker that stays in the text, which `broken-list` tells of, parts the two lists. */
function isTornByMarker(
  alignment: Alignment,
  before: Block | undefined,
  list: Block,
  { section }: Block,
): boolean {
  const siblings = list.parent?.children ?? section.blocks;
  const from = before === undefined ? 0 : siblings.indexOf(before) + 1;
  const { hasMarker } = brokenMarkersOf(alignment);
  return siblings.slice(from, siblings.indexOf(list)).some(hasMarker);
}

/** The numbered list before this one, in one sequence of blocks. */
function listBefore(list: Block, { section }: Block): Block | undefined {
  const siblings = list.parent?.children ?? section.blocks;
  return siblings.slice(0, siblings.indexOf(list)).findLast((block) => block.list?.ordered === true);
}

function wordsFor(
  step: Block,
  number: number,
  expected: number,
  counterpart: Block,
): Pick<Draft, 'message' | 'help'> {
  const isTorn = number < expected && (counterpart.position ?? 0) > 0;
  return {
    message: isTorn
      ? `The list starts anew at ${number} with \`${excerptOf(step)}\`, the source goes on with ${expected}`
      : `The list begins at ${number} with \`${excerptOf(step)}\`, the source's begins at ${expected}`,
    help: isTorn
      ? 'Indent what stands above this step as far as the text of the step before, so that it is part of that step.'
      : `Write \`${expected}.\` before the first step.`,
  };
}

function markerOf({ text }: PageDocument, step: Block): Span {
  const { start, end } = step.span;
  const length = /^\d+[.)]/.exec(text.slice(start.offset, end.offset))?.[0].length ?? 0;
  return {
    start,
    end: { line: start.line, column: start.column + length, offset: start.offset + length },
  };
}
