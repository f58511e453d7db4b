import { readLinkTarget } from '../../../../src/domain/document/link-target.ts';
import type { PageDocument, Span } from '../../../../src/domain/document/page-document.ts';
import type { CheckedPage, FamilyContext, PairContext } from '../rule.ts';
import {
  anchorsOfMissing,
  anchorsOn,
  type BrokenAnchor,
  findBrokenAnchors,
  idsOf,
  idsOfMissing,
  includesId,
  isReserved,
  type PageAnchors,
} from '../structure/broken-anchors.ts';
import { lostAnchors } from '../structure/lost-anchors.ts';
import { matchLinks } from './match-links.ts';
import { isIncluded, type PagePlace, type PlacedTarget, targetsOf } from './page-targets.ts';
import { targetSpanOf } from './target-span.ts';

/**
 * `boxes`: tabs, zones and the like, which show what is in them. `components`: those of MDX, which may give it ids of their
 * own, from their titles say. `anything`: one of MDX without content, or an expression, makes what it shows, such as a
 * list of terms with an id for each.
 */
export type RenderedElsewhere = 'nothing' | 'boxes' | 'components' | 'anything';

/** A page with its ids, and the ids that it links to, as small JSON. */
export interface AnchorPage extends PagePlace {
  /** What components may render that is not to be seen in the page. */
  readonly rendersMore: RenderedElsewhere;
  /** Absent where the page takes in other files. */
  readonly anchors?: PageAnchors | undefined;
  /** Ids that a translation lacks, with their sections or alone: it is they that are missing, not the links to them. */
  readonly missing: readonly string[];
  /** Links into the page itself that lead nowhere. */
  readonly broken: readonly BrokenInPage[];
  /** Links to ids of other pages. */
  readonly links: readonly PlacedTarget[];
}

/** A link into its own page to an id that it does not have. */
export interface BrokenInPage {
  readonly id: string;
  /** Of the link. */
  readonly span: Span;
  /** Of the target in it. */
  readonly targetSpan?: Span | undefined;
  /** The source's target, where this page has its id. */
  readonly meant?: string | undefined;
}

/** What the pages of a family tell of ids. */
export function anchorPagesOf(family: FamilyContext): readonly AnchorPage[] {
  const source = family.pages.find(({ isSource }) => isSource);
  return family.pages
    .filter(({ state }) => state !== 'unreadable')
    .map((page): AnchorPage => {
      const pair = family.pairs.find(({ translation }) => translation === page);
      const { path, key, document } = page;
      return {
        path,
        key,
        dialect: document.dialect,
        source: source?.path ?? path,
        rendersMore: renderedElsewhere(document),
        anchors: anchorsOn(document),
        missing: pair === undefined ? [] : missingIds(pair),
        broken: brokenIn(page, pair),
        links: isIncluded(path) ? [] : linksToOthers(page, pair),
      };
    });
}

function renderedElsewhere({ blocks, dialect }: PageDocument): RenderedElsewhere {
  const components = blocks.filter(({ kind }) => kind === 'component');
  if (components.length === 0) return 'nothing';
  if (dialect !== 'mdx') return 'boxes';
  const isEmpty = components.some(({ text, children }) => text === '' && children.length === 0);
  return isEmpty ? 'anything' : 'components';
}

function brokenIn({ document }: CheckedPage, pair: PairContext | undefined): readonly BrokenInPage[] {
  const all = findBrokenAnchors(document);
  if (all.length === 0) return [];
  const explained = new Set(pair === undefined ? [] : linksToMissing(pair));
  const lost = new Set(pair === undefined ? [] : lostIds(pair));
  const anchors = anchorsOn(document);
  const ids = anchors === undefined ? new Set<string>() : idsOf(anchors);
  return all
    .filter((broken) => !explained.has(broken) && !lost.has(broken.id))
    .map(({ link, id }): BrokenInPage => {
      const meant = sourceTargetOf(link.target, pair);
      const isThere = meant?.startsWith('#') === true && includesId(ids, readLinkTarget(meant).fragment);
      const targetSpan = targetSpanOf(document, link.span, link.target);
      return { id, span: link.span, ...(isThere && { meant, targetSpan }) };
    });
}

/** Links to sections that the translation lacks; `missing-section` names them. */
function linksToMissing({ alignment }: PairContext): readonly BrokenAnchor[] {
  return alignment.sections.flatMap(({ source: [section], verdict }) =>
    verdict === 'missing' && section !== undefined ? anchorsOfMissing(alignment, section) : [],
  );
}

/** `changed-anchor` names these. */
function lostIds({ alignment }: PairContext): readonly string[] {
  return lostAnchors(alignment).map(({ anchor }) => anchor.id);
}

function missingIds(pair: PairContext): readonly string[] {
  return [...idsOfMissing(pair.alignment), ...lostIds(pair).map((id) => id.toLowerCase())];
}

function linksToOthers({ document }: CheckedPage, pair: PairContext | undefined): readonly PlacedTarget[] {
  return targetsOf(document)
    .filter(({ target, isImage }) => !isImage && !isReserved(readLinkTarget(target).fragment))
    .map((placed) => {
      const sourceTarget = sourceTargetOf(placed.target, pair);
      return sourceTarget === undefined ? placed : { ...placed, sourceTarget };
    });
}

/** The target of the source's link that one of the translation answers, where the two are not the same. */
function sourceTargetOf(target: string, pair: PairContext | undefined): string | undefined {
  if (pair === undefined) return undefined;
  const match = matchLinks(pair).find(({ translation }) => translation?.trait.target === target);
  const meant = match?.source.trait.target;
  return meant === target ? undefined : meant;
}
