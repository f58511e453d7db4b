import type { Block, Section } from '../../../../src/domain/document/page-document.ts';
import { emptySpanAt } from '../../../../src/domain/document/spans.ts';
import type { Draft, PairContext } from '../rule.ts';
import { excerptOf } from '../structure/excerpt.ts';
import { findAbsences } from './absences.ts';
import { type Cluster, readClusters } from './clusters.ts';
import { nounOf, spanToName } from './node-names.ts';
import type { Oddity } from './oddity.ts';
import { createGroup, fewestPages, groupPages, type PageGroup } from './page-group.ts';
import { quoteAll } from './wording.ts';

/**
 * What translations of a source text that is not to be had lack of what the others of that text have.
 *
 * What the source as it is has is said where each is held against that one.
 */
export function* findLostOfOldSource(
  pairs: readonly PairContext[],
  pinKey: string | undefined,
): Generator<{ readonly group: PageGroup; readonly oddity: Oddity }> {
  const behind = pairs.filter(
    ({ translation: { state, revision } }) =>
      state === 'behind' && revision !== undefined && revision.changedLines === undefined,
  );
  if (behind.length < fewestPages) return;
  const pages = behind.map(({ translation }) => translation);
  for (const group of groupPages(pages, pinKey)) {
    const clusters = readClusters(group).filter((cluster) => isOutsideSource(group, cluster, behind));
    for (const oddity of findAbsences(group, clusters)) {
      if (oddity.data.kind === 'missing') yield { group, oddity };
    }
  }
}

/** What the source lacks though every translation of its text has it. */
export function* findLostOfSource(pairs: readonly PairContext[]): Generator<Draft> {
  const current = pairs.filter(({ translation }) => translation.state === 'current');
  if (current.length < fewestPages || !current.every(hasExtra)) return;
  const group = createGroup(
    current.map(({ translation }) => translation),
    true,
  );
  const told = new Set<Block | Section>();
  for (const cluster of readClusters(group)) {
    const nodes = cluster.nodes.flatMap((own) => (own.length === 1 ? own : []));
    const [node] = nodes;
    const [first] = current;
    if (node === undefined || first === undefined || nodes.length < current.length) continue;
    if (!isOutsideSource(group, cluster, current)) continue;
    told.add(node);
    const outer = node.kind === 'section' ? node.parent : (node.parent ?? node.section);
    const { place, score } = first.alignment.pairOf(node);
    if ((outer !== undefined && told.has(outer)) || place === undefined || excerptOf(node) === '') continue;
    yield {
      message: `The source lacks the ${nounOf(node)} that ${quoteAll(group.pages.map(({ locale }) => locale))} have: \`${excerptOf(node)}\``,
      help: `Add the ${nounOf(node)} to the source, or remove it from the translations.`,
      span: emptySpanAt(place),
      path: first.source.path,
      severity: node.kind === 'section' || node.kind === 'step' ? 'warning' : 'note',
      confidence: Math.min(cluster.score, score),
      related: nodes.flatMap((own, page) => {
        const { locale, path } = group.pages[page] ?? {};
        return path === undefined ? [] : [{ label: locale ?? '', path, span: spanToName(own) }];
      }),
      data: { kind: 'source', node: node.kind, locales: group.pages.map(({ locale }) => locale) },
    };
  }
}

function hasExtra({ alignment }: PairContext): boolean {
  return [...alignment.sections, ...alignment.blocks].some(
    ({ verdict, score }) => verdict === 'extra' && score >= 0.55,
  );
}

function isOutsideSource(group: PageGroup, { nodes }: Cluster, pairs: readonly PairContext[]): boolean {
  return nodes.every((own, page) => {
    const pair = pairs.find(({ translation }) => translation === group.pages[page]);
    return own.every((node) => pair?.alignment.pairOf(node).verdict === 'extra');
  });
}
