import type { Block } from '../../../src/domain/document/page-document.ts';
import type { Severity } from '../../../src/domain/report/report.ts';
import type { Alignment } from '../align/alignment.ts';
import type { PairRule } from './rule.ts';
import { blockName } from './structure/block-names.ts';
import { brokenMarkersOf } from './structure/broken-markers.ts';
import { excerptOf } from './structure/excerpt.ts';
import { firstLineOf } from './structure/first-line.ts';
import { isGraveCallout } from './structure/grave-callouts.ts';

/** Finds a code block, callout, table, image or component that comes earlier or later than in the source. */
export const movedBlock: PairRule = {
  id: 'moved-block',
  on: 'pair',
  severity: 'warning',
  docs: {
    summary:
      'A code block, callout, table, image or component stands before or behind another text than in the source.',
    why: 'A reader runs the wrong command, or is warned too late.',
    fix: 'Put it where the source has it.',
  },
  *check({ alignment, source, translation: page }) {
    for (const { source: sources, translation, verdict, score } of alignment.blocks) {
      const one = sources[0];
      const other = translation[0];
      if (one === undefined || other === undefined || !kinds.has(one.kind)) continue;
      if (verdict !== 'moved' && !isInOtherStep(alignment, one, other)) continue;
      if (one.kind !== other.kind || score < leastScore) continue;
      if (isPartOfMore(alignment, one) || brokenMarkersOf(alignment).hasMarker(other)) continue;
      yield {
        message: `${blockName(other)} \`${excerptOf(other)}\` is out of place: ${placeOf(one)}`,
        help: 'Put it where the source has it.',
        span: firstLineOf(page.document, other.span),
        severity: severityOf(one),
        confidence: score,
        related: [{ label: 'the source', path: source.path, span: firstLineOf(source.document, one.span) }],
        data: { kind: one.kind },
      };
    }
  },
};

const kinds: ReadonlySet<Block['kind']> = new Set(['code', 'callout', 'table', 'image', 'component']);

/** Below this, the two may not be the same. */
const leastScore = 0.7;

/** A block that went from one step to another; one that only left its step stands behind the list. */
function isInOtherStep({ pairOf }: Alignment, one: Block, other: Block): boolean {
  if (one.parent === undefined || other.parent === undefined) return false;
  const { source, translation } = pairOf(one.parent);
  if (source.length !== 1 || translation.length !== 1 || translation[0] === other.parent) return false;
  return isListed(one.parent) && isListed(other.parent) && pairOf(other.parent).source.length > 0;
}

function isListed({ kind }: Block): boolean {
  return kind === 'step' || kind === 'item';
}

/** What it stands in has moved too, or was joined with something else. */
function isPartOfMore({ pairOf }: Alignment, block: Block): boolean {
  for (let { parent } = block; parent !== undefined; parent = parent.parent) {
    if (parent.kind !== 'list' && pairOf(parent).verdict !== 'same') return true;
  }
  return pairOf(block.section).verdict !== 'same';
}

function severityOf({ kind, callout }: Block): Severity {
  return kind === 'code' || isGraveCallout(callout) ? 'warning' : 'note';
}

function placeOf(block: Block): string {
  const siblings = block.parent?.children ?? block.section.blocks;
  const before = siblings[siblings.indexOf(block) - 1];
  const last = before?.kind === 'list' || before?.kind === 'table' ? before.children.at(-1) : before;
  const text = excerptOf(last ?? block.parent ?? block.section);
  return text === '' ? 'the source has it elsewhere' : `it stands after \`${text}\` in the source`;
}
