import type { Block } from '../../../src/domain/document/page-document.ts';
import type { Alignment } from '../align/alignment.ts';
import { readingLength } from '../align/reading-length.ts';
import type { PairRule } from './rule.ts';
import {
  type AbsentBlock,
  absenceSeverity,
  absentBlocks,
  isImage,
  missingDraft,
} from './structure/absent-blocks.ts';
import { blockName } from './structure/block-names.ts';
import { isOfEntityList } from './structure/entity-members.ts';
import { excerptOf } from './structure/excerpt.ts';

/** Finds a paragraph, list, list item, table, quote or component of the source that the translation lacks. */
export const missingBlock: PairRule = {
  id: 'missing-block',
  on: 'pair',
  severity: 'warning',
  docs: {
    summary: 'A paragraph, list, list item, table, quote or component has no counterpart in the translation.',
    why: 'A reader of the translation never learns what it says.',
    fix: 'Translate it and put it where the source has it.',
  },
  *check(context) {
    for (const absent of absentBlocks(context.alignment, 'missing', kinds)) {
      const { block, score } = absent;
      if (!isWorthReporting(absent) || isHeadingThere(context.alignment, block)) continue;
      // For `missing-image`.
      if (isImage(block)) continue;
      const isName = block.kind === 'item' && isEnumeration(block.parent);
      if (isOfEntityList(block, context.source.locale)) continue;
      if (isName && !isShorterBy(context.alignment, block.parent)) continue;
      const isGrave = block.kind === 'component' || block.list?.ordered === true;
      yield {
        ...missingDraft(context, absent),
        message: `${blockName(block)} \`${excerptOf(block)}\` has no counterpart`,
        help: 'Translate it and put it here.',
        severity: isLeadIn(block) || isName ? 'note' : absenceSeverity(isGrave ? 'error' : 'warning', score),
        data: { kind: block.kind, text: block.text },
      };
    }
  },
};

const kinds = ['paragraph', 'list', 'item', 'table', 'quote', 'component', 'definition'] as const;

/** Translators join and drop short connecting sentences, so a paragraph counts only when it is surely lost. */
function isWorthReporting({ block, score }: AbsentBlock): boolean {
  if (block.kind === 'item') return score >= 0.5;
  if (block.kind === 'paragraph')
    return score >= 0.6 && (readingLength(block.text) >= 20 || block.traits.links.length > 0);
  return score >= 0.45 && (block.kind === 'component' || excerptOf(block) !== '');
}

/** A bold line where the translation has one heading more: the line became that heading. */
function isHeadingThere(alignment: Alignment, block: Block): boolean {
  const [bold] = block.traits.emphases;
  if (
    block.kind !== 'paragraph' ||
    bold?.kind !== 'strong' ||
    bold.text.length < block.text.trim().length - 1
  )
    return false;
  return alignment.pairOf(block.section).verdict === 'split';
}

/** A sentence that only announces the list, code or table behind it says nothing that a reader would miss. */
function isLeadIn(block: Block): boolean {
  if (block.kind !== 'paragraph' || !/^[^.!?。！？]*[:：]\s*$/u.test(block.text)) return false;
  const siblings = block.parent?.children ?? block.section.blocks;
  const next = siblings[siblings.indexOf(block) + 1];
  return next !== undefined && next.kind !== 'paragraph' && readingLength(block.text) < 120;
}

/** A list of short names: languages sort them in their own way, so that little tells which of them answer each other. */
function isEnumeration(list: Block | undefined): boolean {
  if (list === undefined || list.children.length < 5) return false;
  const short = list.children.filter((item) => item.text.split(/\s+/).length <= 4);
  return short.length * 2 > list.children.length;
}

/** True where the translation's list is shorter by just what has no counterpart, and all else in it has one. */
function isShorterBy({ pairOf }: Alignment, list: Block | undefined): boolean {
  if (list === undefined) return false;
  const lists = pairOf(list).translation.filter(({ kind }) => kind === 'list');
  const missing = list.children.filter((item) => pairOf(item).verdict === 'missing').length;
  const others = lists.flatMap(({ children }) => children);
  return (
    others.length === list.children.length - missing && others.every((item) => pairOf(item).source.length > 0)
  );
}
