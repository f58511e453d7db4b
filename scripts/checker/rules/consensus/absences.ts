import type { Block, Section } from '../../../../src/domain/document/page-document.ts';
import { emptySpanAt } from '../../../../src/domain/document/spans.ts';
import { resolveTerritory } from '../../../../src/domain/locale/territories.ts';
import type { Severity } from '../../../../src/domain/report/report.ts';
import { readingLength } from '../../align/reading-length.ts';
import { excerptOf } from '../structure/excerpt.ts';
import type { Cluster } from './clusters.ts';
import { majorityOf } from './majority.ts';
import { isNameless, nounOf, spanToName } from './node-names.ts';
import type { Oddity } from './oddity.ts';
import type { PageGroup } from './page-group.ts';

/**
 * The sections and blocks that single pages lack, or have on their own.
 *
 * One fault, one finding: what lies in a section or block that is itself absent is left out.
 */
export function findAbsences(group: PageGroup, clusters: readonly Cluster[]): readonly Oddity[] {
  const oddities = joinRows(findEach(group, clusters));
  const torn = oddities.filter(({ data }) => data.kind === 'missing' && data['node'] === 'row');
  // The rows below a blank line in a table are a paragraph of bars to the renderer.
  return oddities.filter(
    ({ page, span, data }) =>
      data['node'] !== 'paragraph' ||
      !/\|[^|]*\|/.test(String(data['text'])) ||
      !torn.some((rows) => rows.page === page && Math.abs(rows.span.start.line - span.start.line) <= 3),
  );
}

/** Rows that are lost at one place are lost together: a blank line in a table takes all below it. */
function joinRows(oddities: readonly Oddity[]): readonly Oddity[] {
  const places = Map.groupBy(oddities, ({ page, span, data }) =>
    data.kind === 'missing' && data['node'] === 'row' ? `${page} ${span.start.offset}` : undefined,
  );
  const joined = [...places].flatMap(([place, rows]): readonly Oddity[] => {
    const [first] = rows;
    if (place === undefined || first === undefined || rows.length === 1) return rows;
    const words = {
      odd: `lacks ${rows.length} table rows that`,
      others: first.words.others.replace(/^have: /, 'have, from '),
    };
    return [
      {
        ...first,
        words: { ...words, others: `${words.others} on` },
        data: { ...first.data, count: rows.length },
      },
    ];
  });
  return joined.toSorted(
    (one, other) => one.page - other.page || one.span.start.offset - other.span.start.offset,
  );
}

function findEach(group: PageGroup, clusters: readonly Cluster[]): readonly Oddity[] {
  return clusters.flatMap((cluster) => {
    if (cluster.nodes.some((nodes) => nodes.length > 1)) return [];
    const majority = majorityOf(cluster.nodes, (nodes) => String(nodes.length));
    if (majority === undefined) return [];
    const { holders, odd, value } = majority;
    return odd.flatMap(
      (page) =>
        (value.length > 0
          ? missingFrom(group, cluster, holders, page)
          : extraIn(group, cluster, page, holders)) ?? [],
    );
  });
}

function missingFrom(
  group: PageGroup,
  { nodes, home, score }: Cluster,
  holders: readonly number[],
  page: number,
): Oddity | undefined {
  const [node] = nodes[home] ?? [];
  if (node === undefined || isTooSmall(node) || isInsideAbsent(group, home, node, page)) return undefined;
  const { place } = group.answerTo(home, node, page);
  if (place === undefined || isSortedElsewhere(group, home, node, page)) return undefined;
  return {
    page,
    holders,
    span: emptySpanAt(place),
    related: holders.flatMap((holder) =>
      (nodes[holder] ?? []).map((own) => ({ page: holder, span: spanToName(own) })),
    ),
    words: { odd: `lacks the ${nounOf(node)} that`, others: `have: \`${excerptOf(node)}\`` },
    help: `Look at the source, and translate the ${nounOf(node)} if it has it.`,
    severity: severityOfLoss(node, score),
    confidence: score,
    data: { kind: 'missing', node: node.kind, text: textOf(node) },
  };
}

function extraIn(
  group: PageGroup,
  { nodes, score }: Cluster,
  page: number,
  holders: readonly number[],
): Oddity | undefined {
  const [node] = nodes[page] ?? [];
  if (node === undefined || isTooSmall(node)) return undefined;
  if (holders.some((holder) => isInsideAbsent(group, page, node, holder))) return undefined;
  if (holders.some((holder) => isSortedElsewhere(group, page, node, holder))) return undefined;
  return {
    page,
    holders,
    span: spanToName(node),
    related: holders.flatMap((holder) => {
      const { place } = group.answerTo(page, node, holder);
      return place === undefined ? [] : [{ page: holder, span: emptySpanAt(place) }];
    }),
    words: { odd: `has the ${nounOf(node)} \`${excerptOf(node)}\`, which`, others: 'lack' },
    help: `Look at the source, and remove the ${nounOf(node)} if it does not have it.`,
    severity: node.kind === 'section' || node.kind === 'step' ? 'warning' : 'note',
    confidence: score,
    data: { kind: 'extra', node: node.kind, text: textOf(node) },
  };
}

/** Whether what a node lies in is absent from the other page too, or the node is a frame around what is there. */
function isInsideAbsent(group: PageGroup, from: number, node: Block | Section, to: number): boolean {
  const isAbsent = (outer: Block | Section): boolean =>
    group.answerTo(from, outer, to).others.length === 0 && !isFoundInPart(group, from, outer, to);
  if (isFoundInPart(group, from, node, to)) return true;
  const section = node.kind === 'section' ? node.parent : node.section;
  for (let parent = node.kind === 'section' ? undefined : node.parent; parent; parent = parent.parent) {
    if (isAbsent(parent)) return true;
  }
  return section !== undefined && section.depth > 0 && isAbsent(section);
}

function isFoundInPart(group: PageGroup, from: number, node: Block | Section, to: number): boolean {
  if (node.kind !== 'list' && node.kind !== 'table' && node.kind !== 'row') return false;
  return node.children.some((child) => group.answerTo(from, child, to).others.length > 0);
}

/** Short connecting sentences come and go in translation; what shows nothing is missed by nobody. */
function isTooSmall(node: Block | Section): boolean {
  if (node.kind === 'section') return false;
  if (node.kind === 'paragraph') return readingLength(node.text) < 20 && node.traits.links.length === 0;
  // A row has the cells of its table: one that seems lost was found in another place of the row.
  return node.kind === 'cell' || isNameless(node);
}

/**
 * Whether a short item may be there under another name: languages sort lists of names in their own way, so only a list
 * that has fewer of them than the other lacks one. Countries are held against each other as sets.
 */
function isSortedElsewhere(group: PageGroup, from: number, node: Block | Section, to: number): boolean {
  const list = node.kind === 'item' ? node.parent : undefined;
  if (node.kind !== 'item' || list === undefined || !isEnumeration(list)) return false;
  if (resolveTerritory(node.text, group.pages[from]?.locale ?? 'en') !== undefined) return true;
  const counterparts = group.answerTo(from, list, to).others;
  const count = counterparts.reduce(
    (sum, other) => sum + (other.kind === 'section' ? 0 : other.children.length),
    0,
  );
  return count >= list.children.length;
}

function isEnumeration(list: Block): boolean {
  if (list.children.length < 5) return false;
  return list.children.filter((item) => readingLength(item.text) <= 40).length * 2 > list.children.length;
}

function severityOfLoss(node: Block | Section, score: number): Severity {
  const isGrave =
    node.kind === 'section' ||
    node.kind === 'step' ||
    node.kind === 'code' ||
    node.kind === 'component' ||
    (node.kind === 'callout' && graveCallouts.has(node.callout ?? ''));
  return isGrave && score >= sureScore ? 'error' : 'warning';
}

/** Callouts whose loss may cost a reader more than time. */
export const graveCallouts: ReadonlySet<string> = new Set(['caution', 'danger', 'important', 'warning']);

const sureScore = 0.6;

function textOf(node: Block | Section): string {
  return node.kind === 'section' ? (node.heading?.text ?? '') : node.text;
}
