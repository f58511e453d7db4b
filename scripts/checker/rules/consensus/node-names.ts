import type { Block, Section, Span } from '../../../../src/domain/document/page-document.ts';
import { blockName } from '../structure/block-names.ts';
import { excerptOf } from '../structure/excerpt.ts';

/** What a sentence calls a block or section: `section`, `list item`, `warning callout`. */
export function nounOf(node: Block | Section): string {
  return node.kind === 'section' ? 'section' : blockName(node).toLowerCase();
}

/** A heading, a step's or item's own text, any other block as a whole. */
export function spanToName(node: Block | Section): Span {
  if (node.kind === 'section') return node.heading?.span ?? node.span;
  return node.text.trim() === '' || node.kind === 'code' ? node.span : node.textSpan;
}

/** Whether a block has nothing that a message could quote. */
export function isNameless(block: Block): boolean {
  return excerptOf(block) === '';
}
