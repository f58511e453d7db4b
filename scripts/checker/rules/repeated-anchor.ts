import type { Block, PageDocument, Section } from '../../../src/domain/document/page-document.ts';
import { sliceOf } from '../../../src/domain/document/spans.ts';
import type { FamilyRule, PairContext } from './rule.ts';
import { type AnchoredNode, anchoredNodes, lostAnchors, writtenSpan } from './structure/lost-anchors.ts';

/** Finds an explicit id that a page has twice. */
export const repeatedAnchor: FamilyRule = {
  id: 'repeated-anchor',
  on: 'family',
  severity: 'warning',
  docs: {
    summary: 'Two parts of a page have the same explicit id.',
    why: 'A link to the id leads to the first of them, and no link leads to the second.',
    fix: 'Give the second one an id of its own, the same in every language.',
  },
  *check(family) {
    const source = family.pages.find(({ isSource }) => isSource);
    const known = new Set(
      source === undefined ? [] : repeatsIn(source.document).map(({ anchor }) => anchor.id),
    );
    for (const page of family.pages) {
      const repeats = repeatsIn(page.document);
      if (repeats.length === 0) continue;
      const pair = family.pairs.find(({ translation }) => translation === page);
      for (const { anchor, node, first } of repeats) {
        if (page !== source && known.has(anchor.id)) continue;
        if (pair !== undefined && [node, first.node].some((each) => isExplained(each, pair))) continue;
        yield {
          message: `Id \`${anchor.id}\` is that of another part of the page too`,
          help: 'Give one of the two an id of its own.',
          span: writtenSpan(page.document, anchor.span),
          path: page.path,
          related: [
            { label: 'the other', path: page.path, span: writtenSpan(page.document, first.anchor.span) },
          ],
          data: { id: anchor.id },
        };
      }
    }
  },
};

/** An id and what had it before. */
interface Repeat extends AnchoredNode {
  readonly first: AnchoredNode;
}

/** Ids that somebody wrote, as `{#id}`; those in HTML are made by tools, which repeat what they derive from headings. */
function repeatsIn(document: PageDocument): readonly Repeat[] {
  const seen = new Map<string, AnchoredNode>();
  const found: Repeat[] = [];
  for (const each of anchoredNodes(document).toSorted(byPlace)) {
    if (!sliceOf(document, each.anchor.span).trimStart().startsWith('{')) continue;
    const first = seen.get(each.anchor.id);
    if (first === undefined) seen.set(each.anchor.id, each);
    else found.push({ ...each, first });
  }
  return found;
}

/** Other rules name what stands there twice or too much, and an id in the place of another. */
function isExplained(node: Block | Section, { alignment }: PairContext): boolean {
  const { verdict } = alignment.pairOf(node);
  return (
    (verdict !== 'same' && verdict !== 'moved') || lostAnchors(alignment).some((lost) => lost.node === node)
  );
}

function byPlace({ anchor: one }: AnchoredNode, { anchor: other }: AnchoredNode): number {
  return one.span.start.offset - other.span.start.offset;
}
