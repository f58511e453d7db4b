import type { Block } from '../../../src/domain/document/page-document.ts';
import type { Alignment } from '../align/alignment.ts';
import type { PairRule } from './rule.ts';
import { absentBlocks, extraDraft, spanToShow } from './structure/absent-blocks.ts';
import { excerptOf } from './structure/excerpt.ts';

/** Finds a step of the translation that is no step of the source. */
export const extraStep: PairRule = {
  id: 'extra-step',
  on: 'pair',
  severity: 'error',
  docs: {
    summary: 'A step of the translation is not a step of the source.',
    why: 'A reader does something that the source does not ask for, or looks for something that is gone.',
    fix: 'Remove the step, or add it to the source so that every language has it.',
  },
  *check(context) {
    const { alignment, source } = context;
    for (const absent of absentBlocks(alignment, 'extra', ['step'])) {
      const { block, score } = absent;
      const isSure = alignment.confidence >= 0.25 && score >= sureScore;
      yield {
        ...extraDraft(context, absent),
        message: `Step \`${excerptOf(block)}\` is not in the source`,
        help: 'Remove the step, or add it to the source.',
        severity: isSure ? 'error' : 'warning',
        data: { step: block.number ?? 0, text: block.text },
      };
    }
    for (const { step, counterpart, score } of turnedIntoSteps(alignment)) {
      const home =
        counterpart.section.heading === undefined ? '' : ` under \`${excerptOf(counterpart.section)}\``;
      yield {
        message: `Step \`${excerptOf(step)}\` is not a step in the source: its text stands${home} there`,
        help: 'Move the text to where the source has it.',
        span: spanToShow(step),
        confidence: score,
        related: [{ label: 'the source', path: source.path, span: spanToShow(counterpart) }],
        data: { step: step.number ?? 0, text: step.text },
      };
    }
  },
};

/** Below this, the step may answer text of another kind that alignment did not find. */
const sureScore = 0.7;

/** Steps among the steps of another list, whose text the source has elsewhere and not as a step. */
function turnedIntoSteps(
  alignment: Alignment,
): readonly { readonly step: Block; readonly counterpart: Block; readonly score: number }[] {
  return alignment.blocks.flatMap(({ source, translation, verdict, score }) => {
    if (verdict !== 'moved') return [];
    const [counterpart] = source;
    const [step] = translation;
    if (counterpart === undefined || step?.kind !== 'step') return [];
    if (counterpart.kind === 'step' || step.parent === undefined) return [];
    // A list of the source that became numbered as a whole has its counterpart here.
    const isSameList =
      counterpart.parent && alignment.pairOf(counterpart.parent).translation.includes(step.parent);
    const hasHome = alignment.pairOf(step.parent).source.length > 0;
    return isSameList === true || !hasHome ? [] : [{ step, counterpart, score }];
  });
}
