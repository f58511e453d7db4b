import type { OwnText } from '../../../../src/domain/document/own-text.ts';

/** True for a text of a step, or of anything inside one. */
export function isInStep({ node }: OwnText): boolean {
  if (node.kind === 'section') return false;
  for (let block: typeof node | undefined = node; block !== undefined; block = block.parent) {
    if (block.kind === 'step') return true;
  }
  return false;
}
