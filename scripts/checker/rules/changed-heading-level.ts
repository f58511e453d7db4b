import type { Section } from '../../../src/domain/document/page-document.ts';
import type { Alignment } from '../align/alignment.ts';
import type { PairRule } from './rule.ts';
import { excerptOf } from './structure/excerpt.ts';

/** Finds a heading of another level than in the source. */
export const changedHeadingLevel: PairRule = {
  id: 'changed-heading-level',
  on: 'pair',
  severity: 'warning',
  docs: {
    summary: 'A heading is of another level than its counterpart in the source.',
    why: 'The contents list and screen readers then put the section inside the wrong one.',
    fix: 'Give the heading the level it has in the source.',
  },
  *check({ alignment, source }) {
    const usual = usualShift(alignment);
    for (const { one, other, score } of pairedHeadings(alignment)) {
      const shift = other.depth - one.depth;
      if (shift === usual || one.heading === undefined || other.heading === undefined) continue;
      // What is below a shifted section is shifted with it.
      const above = shiftOfParent(alignment, one, other);
      if (above !== usual && above === shift) continue;
      yield {
        message: `Heading \`${excerptOf(other)}\` is of level ${other.depth}, the source's is of level ${one.depth}`,
        help: `Make it a heading of level ${one.depth + usual}.`,
        span: other.heading.span,
        confidence: score,
        related: [{ label: 'the source', path: source.path, span: one.heading.span }],
        data: { level: other.depth, sourceLevel: one.depth },
      };
    }
  },
};

interface PairedHeading {
  readonly one: Section;
  readonly other: Section;
  readonly score: number;
}

function pairedHeadings(alignment: Alignment): readonly PairedHeading[] {
  return alignment.sections.flatMap(({ source, translation, score }) => {
    const [one, ...ones] = source;
    const [other, ...others] = translation;
    if (one === undefined || other === undefined || one.depth === 0 || other.depth === 0) return [];
    return ones.length + others.length > 0 ? [] : [{ one, other, score }];
  });
}

/** By how much most headings differ: a page that takes its title from its front matter has every level changed. */
function usualShift(alignment: Alignment): number {
  const headings = pairedHeadings(alignment);
  const counts = new Map<number, number>();
  for (const { one, other } of headings) {
    const shift = other.depth - one.depth;
    counts.set(shift, (counts.get(shift) ?? 0) + 1);
  }
  const [shift, count] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? [0, 0];
  return count > 2 && count * 3 >= headings.length * 2 ? shift : 0;
}

function shiftOfParent(alignment: Alignment, one: Section, other: Section): number | undefined {
  if (one.parent === undefined || other.parent === undefined) return undefined;
  const isPaired = alignment.pairOf(one.parent) === alignment.pairOf(other.parent);
  return isPaired ? other.parent.depth - one.parent.depth : undefined;
}
