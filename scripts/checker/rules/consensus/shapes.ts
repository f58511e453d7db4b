import type { Block, Section } from '../../../../src/domain/document/page-document.ts';
import type { Severity } from '../../../../src/domain/report/report.ts';
import { excerptOf } from '../structure/excerpt.ts';
import { graveCallouts } from './absences.ts';
import type { Cluster } from './clusters.ts';
import { majorityOf } from './majority.ts';
import { nounOf, spanToName } from './node-names.ts';
import type { Oddity } from './oddity.ts';
import type { PageGroup } from './page-group.ts';

/** What is another kind of thing in one page than in most: a list of another kind, a heading of another level. */
export function findShapes(group: PageGroup, clusters: readonly Cluster[]): readonly Oddity[] {
  const told = new Set<Block | Section>();
  return clusters.flatMap(({ nodes, score }) => {
    const single = nodes.flatMap((own) => (own.length === 1 ? own : []));
    if (single.length < nodes.length || score < leastScore) return [];
    for (const aspect of aspects) {
      if (!single.every((node) => aspect.has(node))) continue;
      const majority = majorityOf(single, aspect.valueOf);
      if (majority === undefined) continue;
      return majority.odd.flatMap((page): Oddity[] => {
        const node = single[page];
        const sample = single[majority.holders[0] ?? 0];
        if (node === undefined || sample === undefined) return [];
        if (aspect.name === 'list-start' && lacksFirst(group, majority.holders[0] ?? 0, sample, page))
          return [];
        // What lies in a list of another kind, or below a heading of another level, goes with it.
        const outer = node.kind === 'section' ? node.parent : node.parent;
        if (outer !== undefined && told.has(outer)) {
          told.add(node);
          return [];
        }
        told.add(node);
        return [
          {
            page,
            holders: majority.holders,
            span: spanToName(node),
            related: majority.holders.flatMap((holder) => {
              const other = single[holder];
              return other === undefined ? [] : [{ page: holder, span: spanToName(other) }];
            }),
            words: aspect.wordsFor(node, sample),
            help: aspect.help,
            severity: aspect.severityOf(node, sample),
            confidence: score,
            data: { kind: aspect.name, value: aspect.valueOf(node), others: aspect.valueOf(sample) },
          },
        ];
      });
    }
    return [];
  });
}

/** A list whose first step is lost begins where that step would have left off. */
function lacksFirst(group: PageGroup, holder: number, list: Block | Section, page: number): boolean {
  const [first] = list.kind === 'section' ? [] : list.children;
  return first !== undefined && group.answerTo(holder, first, page).others.length === 0;
}

/** Below this, two nodes of different kinds may not answer each other at all. */
const leastScore = 0.5;

interface Aspect {
  readonly name: string;
  readonly has: (node: Block | Section) => boolean;
  readonly valueOf: (node: Block | Section) => string;
  readonly wordsFor: (odd: Block | Section, other: Block | Section) => { odd: string; others: string };
  readonly help: string;
  readonly severityOf: (odd: Block | Section, other: Block | Section) => Severity;
}

const aspects: readonly Aspect[] = [
  {
    name: 'list-kind',
    has: (node) => node.kind === 'list',
    valueOf: (node) => (node.kind === 'list' && node.list?.ordered === true ? 'numbered' : 'bulleted'),
    wordsFor: (odd, other) => ({
      odd: `has a ${listKind(odd)} list where`,
      others: `have a ${listKind(other)} one`,
    }),
    help: 'Write the list as the source does.',
    severityOf: (_, other) => (listKind(other) === 'numbered' ? 'warning' : 'note'),
  },
  {
    name: 'list-start',
    has: (node) => node.kind === 'list',
    valueOf: (node) => String(startOf(node)),
    wordsFor: (odd, other) => ({
      odd: `has a list that begins at ${startOf(odd)} where`,
      others: `have it begin at ${startOf(other)}`,
    }),
    help: 'Number the steps as the source does.',
    severityOf: () => 'warning',
  },
  {
    name: 'callout',
    has: (node) => node.kind === 'callout',
    valueOf: calloutOf,
    wordsFor: (odd, other) => ({
      odd: `has a \`${calloutOf(odd)}\` callout where`,
      others: `have \`${calloutOf(other)}\``,
    }),
    help: 'Give the text the kind of callout that the source has.',
    severityOf: (odd, other) =>
      graveCallouts.has(calloutOf(other)) && !graveCallouts.has(calloutOf(odd)) ? 'error' : 'warning',
  },
  {
    name: 'block',
    has: () => true,
    valueOf: (node) => node.kind,
    wordsFor: (odd, other) => ({
      odd: `has a ${nounOf(odd)} where`,
      others: `have a ${nounOf(other)}: \`${excerptOf(odd)}\``,
    }),
    help: 'Write it as the source does.',
    severityOf: (_, other) => (other.kind === 'paragraph' || other.kind === 'item' ? 'note' : 'warning'),
  },
  {
    name: 'heading-level',
    has: (node) => node.kind === 'section' && node.depth > 0,
    valueOf: (node) => (node.kind === 'section' ? String(node.depth) : ''),
    wordsFor: (odd, other) => ({
      odd: `has a heading of level ${depthOf(odd)} where`,
      others: `have level ${depthOf(other)}: \`${excerptOf(odd)}\``,
    }),
    help: 'Give the heading the level it has in the source.',
    severityOf: () => 'warning',
  },
];

function listKind(node: Block | Section): string {
  return node.kind === 'list' && node.list?.ordered === true ? 'numbered' : 'bulleted';
}

function startOf(node: Block | Section): number {
  return node.kind === 'list' ? (node.list?.start ?? 1) : 1;
}

function calloutOf(node: Block | Section): string {
  return node.kind === 'callout' ? (node.callout ?? '') : '';
}

function depthOf(node: Block | Section): number {
  return node.kind === 'section' ? node.depth : 0;
}
