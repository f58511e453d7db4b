import { readLinkTarget } from '../../../../src/domain/document/link-target.ts';
import type { ProjectFiles } from '../rule.ts';
import { idsOf, includesId } from '../structure/broken-anchors.ts';
import type { AnchorPage } from './anchor-pages.ts';
import type { PlacedTarget } from './page-targets.ts';
import { resolveTarget } from './resolve-target.ts';

/** Finds pages and their ids. */
export interface IdLookup {
  /** The page of the tree that a target leads to. */
  readonly pageOf: (target: PlacedTarget, from: AnchorPage) => AnchorPage | undefined;
  /** Whether a page has an id, or may have it. */
  readonly hasId: (page: AnchorPage, id: string) => boolean;
  readonly pageAt: (path: string) => AnchorPage | undefined;
}

/** The pages of a tree by their paths, each with its ids once somebody asks. */
export function idsByPage(pages: readonly AnchorPage[], files: ProjectFiles): IdLookup {
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const known = new Map<AnchorPage, ReadonlySet<string>>();
  return {
    pageAt: (path) => byPath.get(path),
    pageOf: (target, from) => {
      const resolution = resolveTarget(target, from, files);
      return resolution?.kind === 'found' ? byPath.get(resolution.path) : undefined;
    },
    hasId: (page, id) => {
      if (page.anchors === undefined || page.missing.includes(id)) return true;
      const ids = known.get(page) ?? idsOf(page.anchors);
      known.set(page, ids);
      return includesId(ids, id);
    },
  };
}

/** An id that a link names and its page does not have. */
export interface LackingAnchor {
  readonly id: string;
  readonly page: AnchorPage;
  /** The source's target, where the page has its id. */
  readonly meant: string | undefined;
}

/**
 * What a link to another page lacks there, or `undefined`.
 *
 * Where the source's link lacks the same on the source's page, that is said there alone.
 */
export function lacksAnchor(
  from: AnchorPage,
  link: PlacedTarget,
  pages: IdLookup,
): LackingAnchor | undefined {
  const { fragment } = readLinkTarget(link.target);
  const id = fragment.toLowerCase();
  const page = pages.pageOf(link, from);
  if (page === undefined || page === from || pages.hasId(page, id)) return undefined;
  const source = pages.pageAt(from.source);
  if (source !== undefined && source !== from && source.links.some(({ target }) => target === link.target)) {
    const counterpart = pages.pageOf(link, source);
    if (counterpart !== undefined && !pages.hasId(counterpart, id)) return undefined;
  }
  const meant = link.sourceTarget;
  const isThere = meant !== undefined && pages.hasId(page, readLinkTarget(meant).fragment.toLowerCase());
  return { id: fragment, page, meant: isThere ? meant : undefined };
}
