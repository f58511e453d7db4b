import type { Span } from '../../../src/domain/document/page-document.ts';
import { emptySpanAt } from '../../../src/domain/document/spans.ts';
import { closest } from '../closest.ts';
import { sayLacking } from './required/say-lacking.ts';
import type { CheckedPage, Draft, FamilyContext, FamilyRule } from './rule.ts';
import { anchorsOn, idsOf, idsOfMissing, includesId } from './structure/broken-anchors.ts';
import { anchoredNodes, lostAnchors, writtenSpan } from './structure/lost-anchors.ts';

/** Finds ids that the settings require of a page and that it does not have. */
export const missingAnchor: FamilyRule = {
  id: 'missing-anchor',
  on: 'family',
  severity: 'error',
  docs: {
    summary: 'A page lacks ids that the `requiredAnchors` of the settings name.',
    why: 'A program leads its readers to them, and would lead them nowhere; no link in a page tells.',
    fix: 'Give the heading, step or sentence that is meant the id, or take the id out of what the program leads to.',
  },
  *check(family) {
    const required = (family.product.requiredAnchors ?? []).filter(({ pages }) => pages.includes(family.key));
    if (required.length === 0) return;
    const ids = [...new Set(required.flatMap((each) => each.ids))];
    const source = family.pages.find(({ isSource }) => isSource);
    const lackedBySource = source === undefined ? [] : lackedBy(source, ids);
    for (const page of family.pages) {
      // What the source lacks is said there: a translation cannot have it before.
      const known = page === source ? [] : [...lackedBySource, ...explainedIn(page, family)];
      const lacked = lackedBy(page, ids).filter((id) => !includesId(new Set(known), id));
      if (lacked.length === 0) continue;
      const requiring = required.filter((each) => each.ids.some((id) => lacked.includes(id)));
      yield {
        message: sayLacking('Id', lacked, requiring),
        help:
          lacked.length === 1
            ? 'Give the id to the heading, step or sentence that is meant, or no longer lead there.'
            : 'Give the ids to the headings, steps or sentences that are meant, or no longer lead there.',
        span: firstPlace(page),
        path: page.path,
        ...likeOf(page, lacked, ids),
        data: { ids: lacked },
      };
    }
  },
};

/** None where the page could not be read, or takes in other files: their ids are not to be known. */
function lackedBy({ state, document }: CheckedPage, ids: readonly string[]): readonly string[] {
  const anchors = state === 'unreadable' ? undefined : anchorsOn(document);
  if (anchors === undefined) return [];
  const there = idsOf(anchors);
  return ids.filter((id) => !includesId(there, id));
}

/** Ids whose heading, step or text the translation lacks, or that stand there spelt otherwise: other rules name those. */
function explainedIn(page: CheckedPage, { pairs }: FamilyContext): readonly string[] {
  const pair = pairs.find(({ translation }) => translation === page);
  if (pair === undefined) return [];
  const { alignment, source } = pair;
  const withoutPlace = anchoredNodes(source.document).filter(({ node }) => {
    const { verdict } = alignment.pairOf(node);
    return verdict !== 'same' && verdict !== 'moved';
  });
  return [
    ...idsOfMissing(alignment),
    ...[...lostAnchors(alignment), ...withoutPlace].map(({ anchor }) => anchor.id.toLowerCase()),
  ];
}

/** An id of the page that nothing requires and that is one of those but for a slip. */
function likeOf(
  { document, path }: CheckedPage,
  lacked: readonly string[],
  required: readonly string[],
): Pick<Draft, 'related'> {
  const others = new Map(
    anchoredNodes(document).flatMap(({ anchor }) =>
      required.includes(anchor.id) ? [] : [[anchor.id, anchor] as const],
    ),
  );
  const related = lacked.flatMap((id) => {
    const like = others.get(closest(id, others.keys()) ?? '');
    return like === undefined
      ? []
      : [{ label: `much like \`${id}\``, path, span: writtenSpan(document, like.span) }];
  });
  return related.length === 0 ? {} : { related };
}

/** Nobody knows where on the page the ids belong: its first heading or text stands for it. */
function firstPlace({ document: { blocks, sections } }: CheckedPage): Span {
  const starts = [...blocks, ...sections].map(({ span }) => span.start);
  const [first] = starts.toSorted((one, other) => one.offset - other.offset);
  return emptySpanAt(first ?? { line: 1, column: 1, offset: 0 });
}
