import type { Block, EmphasisTrait, Section } from '../../../../src/domain/document/page-document.ts';
import { quoteNames } from '../entities/wording.ts';
import { excerpt } from '../structure/excerpt.ts';
import type { Cluster } from './clusters.ts';
import { majorityOf } from './majority.ts';
import { spanToName } from './node-names.ts';
import type { Oddity } from './oddity.ts';

/**
 * Texts in which one page has fewer words in bold than most: a label that no longer stands out.
 *
 * One that has more is not odd: translation loses bold, and adds none.
 */
export function findLostBold(clusters: readonly Cluster[]): readonly Oddity[] {
  return clusters.flatMap(({ nodes, score }) => {
    const single = nodes.flatMap((own) => (own.length === 1 ? own : []));
    if (single.length < nodes.length) return [];
    const bold = single.map(boldIn);
    const majority = majorityOf(bold, (own) => String(own.length));
    if (majority === undefined) return [];
    const { holders, odd, value } = majority;
    return odd.flatMap((page): Oddity[] => {
      const node = single[page];
      const own = bold[page]?.length ?? 0;
      if (node === undefined || node.kind === 'section' || own >= value.length) return [];
      // Literal markers are a fault of another kind.
      if (/\*\*|__/.test(node.text)) return [];
      const quoted = quoteNames(value.map(({ text }) => excerpt(text)));
      return [
        {
          page,
          holders,
          span: spanToName(node),
          related: holders.flatMap((holder) =>
            (bold[holder] ?? []).slice(0, value.length).map(({ span }) => ({ page: holder, span })),
          ),
          words: {
            odd: `has ${own === 0 ? 'nothing' : counted(own)} in bold where`,
            others: `have ${value.length}: ${quoted}`,
          },
          help: 'Set the words in bold that the source has in bold.',
          severity: node.kind === 'step' ? 'warning' : 'note',
          confidence: score * 0.9,
          data: { kind: 'bold', count: own, others: value.length },
        },
      ];
    });
  });
}

function boldIn(node: Block | Section): readonly EmphasisTrait[] {
  if (node.kind === 'section') return [];
  return node.traits.emphases.filter(({ kind }) => kind === 'strong');
}

function counted(count: number): string {
  return count === 1 ? '1 phrase' : `${count} phrases`;
}
