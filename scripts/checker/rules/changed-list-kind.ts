import type { Block } from '../../../src/domain/document/page-document.ts';
import type { Draft, PairRule } from './rule.ts';
import { brokenMarkersOf } from './structure/broken-markers.ts';

/** Finds a numbered list that became bullets or running text, and the other way round. */
export const changedListKind: PairRule = {
  id: 'changed-list-kind',
  on: 'pair',
  severity: 'warning',
  docs: {
    summary: 'A list is numbered in one of the two pages and not in the other, or is running text here.',
    why: 'Numbers tell a reader that the order matters, and let others refer to a step.',
    fix: 'Write the list as the source does.',
  },
  *check({ alignment, source }) {
    for (const { source: sources, translation, score } of alignment.blocks) {
      const one = sources[0];
      const other = translation[0];
      if (one?.kind !== 'list' || other === undefined || other.parent?.kind === 'list') continue;
      const draft = compareLists(one, other);
      if (draft === undefined || brokenMarkersOf(alignment).hasMarker(other)) continue;
      yield {
        ...draft,
        span: other.kind === 'list' ? { start: other.span.start, end: firstMarkerEnd(other) } : other.span,
        confidence: score,
        related: [{ label: 'the source', path: source.path, span: one.span }],
        data: { kind: kindOf(other), sourceKind: kindOf(one), items: one.children.length },
      };
    }
  },
};

function compareLists(one: Block, other: Block): Pick<Draft, 'message' | 'help' | 'severity'> | undefined {
  const [kind, sourceKind] = [kindOf(other), kindOf(one)];
  if (kind === sourceKind || one.children.length < 2) return undefined;
  if (kind === 'prose') {
    return {
      message: `The ${sourceKind} list of ${one.children.length} items is running text here`,
      help: 'Make it a list again, unless the text reads better.',
      severity: sourceKind === 'numbered' ? 'warning' : 'note',
    };
  }
  return {
    message: `The list is ${kind}, the source's is ${sourceKind}`,
    help: sourceKind === 'numbered' ? 'Number the steps.' : 'Use bullets: the order does not matter.',
    severity: sourceKind === 'numbered' ? 'warning' : 'note',
  };
}

function kindOf(block: Block): 'numbered' | 'bulleted' | 'prose' {
  if (block.kind !== 'list') return 'prose';
  return block.list?.ordered === true ? 'numbered' : 'bulleted';
}

function firstMarkerEnd(list: Block): Block['span']['end'] {
  return list.children[0]?.textSpan.start ?? list.span.end;
}
