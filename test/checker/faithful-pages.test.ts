import { describe, expect, it } from 'vitest';
import type { Block, BlockKind } from '../../src/domain/document/page-document.ts';
import { type FaithfulPair, faithfulPairs, findingsOf, parseIn } from './faithful-pages.ts';

describe.each(faithfulPairs.map((pair) => [pair.name, pair.locale, pair] as const))(
  'in %s, %s, the check',
  (_name, _locale, pair) => {
    it('says nothing against the translation', () => {
      expect(findingsOf(pair)).toEqual([]);
    });

    it('sees every step, callout, code block, image and table row that is gone', () => {
      const unseen = removableBlocks(pair).filter(
        (block) =>
          !findingsOf(pair, without(pair.translation, block)).some((found) => / missing-/.test(found)),
      );
      expect(unseen.map(({ kind, text, span }) => `${kind} in line ${span.start.line}: ${text}`)).toEqual([]);
    });
  },
);

const kinds: ReadonlySet<BlockKind> = new Set(['step', 'callout', 'code', 'image', 'component', 'row']);

/** Blocks that fill whole lines and leave a sound page behind. */
function removableBlocks(pair: FaithfulPair): readonly Block[] {
  return parseIn(pair, pair.translation).blocks.filter((block) => {
    const from = pair.translation.lastIndexOf('\n', block.span.start.offset) + 1;
    const isHeaderRow = block.kind === 'row' && block.position === 0;
    return (
      kinds.has(block.kind) &&
      !isHeaderRow &&
      pair.translation.slice(from, block.span.start.offset).trim() === '' &&
      block.parent?.parent?.text !== ''
    );
  });
}

function without(text: string, { span }: Block): string {
  const from = text.lastIndexOf('\n', span.start.offset) + 1;
  const end = text.indexOf('\n', span.end.offset - 1) + 1;
  return text.slice(0, from) + (end === 0 ? '' : text.slice(end));
}
