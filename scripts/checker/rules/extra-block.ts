import { readingLength } from '../align/reading-length.ts';
import type { PairRule } from './rule.ts';
import { absentBlocks, extraDraft } from './structure/absent-blocks.ts';
import { blockName } from './structure/block-names.ts';
import { isOfEntityList } from './structure/entity-members.ts';
import { excerptOf } from './structure/excerpt.ts';

/** Finds a block of the translation that the source lacks. */
export const extraBlock: PairRule = {
  id: 'extra-block',
  on: 'pair',
  severity: 'note',
  docs: {
    summary:
      'A paragraph, list, callout, table, table row, code block, image, quote or component has no counterpart in the source.',
    why: 'What the source no longer says may no longer hold.',
    fix: 'Remove it, or add it to the source so that every language has it.',
  },
  *check(context) {
    for (const absent of absentBlocks(context.alignment, 'extra', kinds)) {
      const { block, score } = absent;
      if (score < 0.55 || excerptOf(block) === '' || isConnective(block.kind, block.text)) continue;
      if (isOfEntityList(block, context.translation.locale)) continue;
      // A frame around text that the source has elsewhere adds nothing.
      if (block.children.some((child) => context.alignment.pairOf(child).source.length > 0)) continue;
      const isGrave = block.list?.ordered === true || block.kind === 'code' || block.kind === 'callout';
      yield {
        ...extraDraft(context, absent),
        message: `${blockName(block)} \`${excerptOf(block)}\` is not in the source`,
        help: 'Remove it, or add it to the source.',
        severity: isGrave && context.alignment.confidence >= 0.7 ? 'warning' : 'note',
        data: { kind: block.kind, text: block.text },
      };
    }
  },
};

const kinds = [
  'paragraph',
  'list',
  'item',
  'callout',
  'table',
  'code',
  'quote',
  'component',
  'definition',
  'row',
  'image',
] as const;

function isConnective(kind: string, text: string): boolean {
  return kind === 'paragraph' && readingLength(text) < 20;
}
