import type { Block } from '../../../src/domain/document/page-document.ts';
import type { Alignment } from '../align/alignment.ts';
import type { PairRule } from './rule.ts';
import { blockName } from './structure/block-names.ts';
import { excerptOf } from './structure/excerpt.ts';
import { firstLineOf } from './structure/first-line.ts';
import { isGraveCallout } from './structure/grave-callouts.ts';

/** Finds a callout of another kind than in the source, and one that lost its frame. */
export const changedCallout: PairRule = {
  id: 'changed-callout',
  on: 'pair',
  severity: 'warning',
  docs: {
    summary: 'A callout is of another kind than in the source, or plain text here.',
    why: 'A warning that looks like a note, or like any sentence, is passed over.',
    fix: 'Give the text the kind of callout that the source has.',
  },
  *check({ alignment, source, translation: translationPage }) {
    for (const { source: sources, translation, verdict, score } of alignment.blocks) {
      const callout = sources[0];
      if (callout?.kind !== 'callout' || sources.length > 1) continue;
      const other = verdict === 'missing' ? textOf(alignment, callout) : translation[0];
      if (other === undefined) continue;
      const kind = other.kind === 'callout' ? (other.callout ?? '') : other.kind;
      if (kind === callout.callout || callout.callout === undefined) continue;
      yield {
        message:
          other.kind === 'callout'
            ? `Callout is \`${kind}\`, the source's is \`${callout.callout}\``
            : `${blockName(callout)} \`${excerptOf(callout)}\` is a plain ${kind} here`,
        help: `Make it a callout of the kind \`${callout.callout}\`.`,
        span: other.kind === 'callout' ? firstLineOf(translationPage.document, other.span) : other.span,
        severity: isGraveCallout(callout.callout) && !isGraveCallout(kind) ? 'error' : 'warning',
        confidence: verdict === 'missing' ? 0.7 : score,
        related: [
          { label: 'the source', path: source.path, span: firstLineOf(source.document, callout.span) },
        ],
        data: { callout: kind, sourceCallout: callout.callout },
      };
    }
  },
};

/** What became of the text of a callout that has no counterpart itself. */
function textOf(alignment: Alignment, callout: Block): Block | undefined {
  const [first] = callout.children.flatMap((child) => alignment.pairOf(child).translation);
  return first;
}
