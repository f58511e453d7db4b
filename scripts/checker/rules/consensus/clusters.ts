import type { Block, Section } from '../../../../src/domain/document/page-document.ts';
import type { PageGroup } from './page-group.ts';

/** What answers each other in all pages of a group. */
export interface Cluster {
  /** By page: one node, none where the page lacks it, several where they answer one of another page. */
  readonly nodes: readonly (readonly (Block | Section)[])[];
  /** The first page that has it. */
  readonly home: number;
  /** How sure, 0 to 1, that all of this belongs together. */
  readonly score: number;
}

/**
 * Every section and block of a group of pages beside what answers it, in the order of the first page that has it.
 *
 * Where the pages do not agree what answers what, A with B, B with C, but C not with A, nothing is said.
 */
export function readClusters(group: PageGroup): readonly Cluster[] {
  const clusters: Cluster[] = [];
  const seen = new Set<Block | Section>();
  for (const [home, { document }] of group.pages.entries()) {
    for (const node of [...document.sections, ...document.blocks]) {
      if (seen.has(node)) continue;
      const { own, nodes, score } = gather(group, home, node);
      for (const one of [...own, ...nodes.flat()]) seen.add(one);
      if (isConsistent(group, nodes, home)) clusters.push({ nodes, home, score });
    }
  }
  return clusters;
}

/** The clusters of pages whose sections and blocks are of the same kinds in the same order. */
export function parallelClusters({ pages }: PageGroup): readonly Cluster[] {
  const all = pages.map(({ document }) => [...document.sections, ...document.blocks]);
  return (all[0] ?? []).map((_, at) => {
    const nodes = all.map((own) => {
      const node = own[at];
      return node === undefined ? [] : [node];
    });
    return { nodes, home: 0, score: 1 };
  });
}

function gather(
  group: PageGroup,
  home: number,
  node: Block | Section,
): { own: readonly (Block | Section)[]; nodes: readonly (readonly (Block | Section)[])[]; score: number } {
  const others = group.pages.flatMap((_, page) => (page === home ? [] : [page]));
  // What is one node in one page may be two in another, and those two are two in a third.
  const own = [...new Set(others.flatMap((page) => group.answerTo(home, node, page).own))].toSorted(
    (one, other) => one.index - other.index,
  );
  let score = 1;
  const nodes = group.pages.map((_, page) => {
    if (page === home) return own;
    const answers = own.map((one) => group.answerTo(home, one, page));
    for (const answer of answers) score = Math.min(score, answer.score);
    return [...new Set(answers.flatMap((answer) => answer.others))];
  });
  return { own, nodes, score };
}

/** A second page that has the node must see the same in the others as the first one does. */
function isConsistent(group: PageGroup, nodes: Cluster['nodes'], home: number): boolean {
  const witness = nodes.findIndex((own, page) => page !== home && own.length > 0);
  const [node] = nodes[witness] ?? [];
  if (node === undefined) return true;
  return nodes.every((own, page) => {
    if (page === witness) return true;
    const { others } = group.answerTo(witness, node, page);
    return own.length === 0 ? others.length === 0 : own.some((one) => others.includes(one));
  });
}
