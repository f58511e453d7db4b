import type { Block, Section } from '../../../../src/domain/document/page-document.ts';
import { excerpt, excerptOf } from '../structure/excerpt.ts';
import type { Cluster } from './clusters.ts';
import { majorityOf } from './majority.ts';
import { nounOf, spanToName } from './node-names.ts';
import type { Oddity } from './oddity.ts';
import type { PageGroup } from './page-group.ts';

/** What is one section, step or item in most pages and several in one, or the other way round. */
export function findJoins(group: PageGroup, clusters: readonly Cluster[]): readonly Oddity[] {
  return clusters.flatMap((cluster) => {
    const { nodes, score } = cluster;
    const [sample] = nodes[cluster.home] ?? [];
    if (sample === undefined || !joinedKinds.has(sample.kind) || nodes.some((own) => own.length === 0))
      return [];
    const majority = majorityOf(nodes, (own) => String(own.length));
    if (majority === undefined) return [];
    const { holders, odd, value } = majority;
    return odd.flatMap((page): Oddity[] => {
      const own = nodes[page] ?? [];
      const [first, second] = own;
      if (first === undefined) return [];
      const torn = second !== undefined && isInside(second, first) ? second : undefined;
      const kinds = holders.flatMap((holder) => nodes[holder] ?? []);
      // Text beside its list in one page and below it in another is the same to a reader.
      if (torn === undefined && kinds.some(({ kind }) => kind !== first.kind)) return [];
      return [
        {
          page,
          holders,
          span: spanToName(torn ?? first),
          related: holders.flatMap((holder) =>
            (nodes[holder] ?? []).slice(0, 1).map((node) => ({ page: holder, span: spanToName(node) })),
          ),
          words:
            torn === undefined
              ? {
                  odd: `has ${counted(own.length, first)} where`,
                  others: `have ${counted(value.length, first)}: \`${excerptOf(first)}\``,
                }
              : {
                  odd: `has a ${nounOf(torn)} ${beginningOf(group, page, torn)} inside a ${nounOf(first)} where`,
                  others: 'have text',
                },
          help:
            torn === undefined
              ? 'Divide the text as the source does.'
              : 'Escape the number or dash at the start of the text, as in `1\\.`, so that no list begins.',
          severity: 'warning',
          confidence: score,
          data: { kind: 'joined', node: first.kind, count: own.length, others: value.length },
        },
      ];
    });
  });
}

const joinedKinds: ReadonlySet<string> = new Set(['section', 'step', 'item', 'callout']);

function isInside(node: Block | Section, outer: Block | Section): boolean {
  return outer.span.start.offset <= node.span.start.offset && node.span.end.offset <= outer.span.end.offset;
}

function counted(count: number, node: Block | Section): string {
  return count === 1 ? `one ${nounOf(node)}` : `${count} ${nounOf(node)}s`;
}

/** As the file has it, marker included. */
function beginningOf(group: PageGroup, page: number, node: Block | Section): string {
  const text = group.pages[page]?.document.text.slice(node.span.start.offset, node.span.end.offset) ?? '';
  return `\`${excerpt(text)}\``;
}
