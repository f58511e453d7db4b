import { ownTexts } from '../../../../src/domain/document/own-text.ts';
import type { Dialect, PageDocument, Span } from '../../../../src/domain/document/page-document.ts';
import type { CheckedPage, FamilyContext } from '../rule.ts';
import { matchLinks } from './match-links.ts';
import { targetSpanOf } from './target-span.ts';

/** Where a page lies. */
export interface PagePlace {
  readonly path: string;
  readonly key: string;
  readonly dialect: Dialect;
  /** The source page of a translation; its own path for a source page. */
  readonly source: string;
}

/** A page and where it leads inside its site, as small JSON. */
export interface LinkingPage extends PagePlace {
  readonly targets: readonly PlacedTarget[];
  /** Former addresses of the page, as its front matter names them. */
  readonly aliases: readonly string[];
}

/** A target that names a file or an address of the same site. */
export interface PlacedTarget {
  /** As written. */
  readonly target: string;
  readonly isImage: boolean;
  /** Of the target, where it is written out; else of the link. */
  readonly span: Span;
  readonly isTargetSpan: boolean;
  /** The source's link to the same page, written in another way. */
  readonly sourceTarget?: string;
}

/**
 * Where the pages of a family lead that has a source: of the source page every target, each once; of a translation those
 * that its source does not have, for the others lead to a page of its own language or fall back to the source's.
 *
 * What answers a link of the source and leads elsewhere is left out: `changed-link` speaks of it.
 */
export function linkingPagesOf(family: FamilyContext): readonly LinkingPage[] {
  const source = family.pages.find(({ isSource }) => isSource);
  if (source === undefined || source.state === 'unreadable' || isIncluded(source.path)) return [];
  const ofSource = targetsOf(source.document);
  const pages: LinkingPage[] = [linkingPage(source, source.path, ofSource)];
  const known = new Set(ofSource.map(({ target }) => target));
  for (const context of family.pairs) {
    const { document } = context.translation;
    const own = targetsOf(document).filter(({ target }) => !known.has(target));
    if (own.length === 0 && aliasesOf(document).length === 0) continue;
    const matches = own.length === 0 ? [] : matchLinks(context);
    const targets = own.flatMap((placed): readonly PlacedTarget[] => {
      const match = matches.find(({ translation }) => translation?.trait.target === placed.target);
      if (match?.kind === 'changed') return [];
      return [match === undefined ? placed : { ...placed, sourceTarget: match.source.trait.target }];
    });
    pages.push(linkingPage(context.translation, source.path, targets));
  }
  return pages;
}

/** Text that other pages take in is at home where they are. */
export function isIncluded(path: string): boolean {
  return /(?:^|\/)_|(?:^|\/)(?:includes?|snippets?|partials?|shared|fragments)\//i.test(path);
}

function linkingPage(
  { path, key, document }: CheckedPage,
  source: string,
  targets: readonly PlacedTarget[],
): LinkingPage {
  return { path, key, dialect: document.dialect, source, targets, aliases: aliasesOf(document) };
}

/** Hugo's `aliases`, Jekyll's `redirect_from`. */
function aliasesOf({ frontMatter }: PageDocument): readonly string[] {
  const data = frontMatter?.data ?? {};
  return [data['aliases'], data['redirect_from']]
    .flat()
    .filter((alias): alias is string => typeof alias === 'string' && alias !== '');
}

/** Where a page leads inside its site: every target once. */
export function targetsOf(document: PageDocument): readonly PlacedTarget[] {
  const found = new Map<string, PlacedTarget>();
  const add = (target: string, span: Span, isImage: boolean): void => {
    if (found.has(target) || !isOwn(target)) return;
    const exact = targetSpanOf(document, span, target);
    found.set(target, { target, isImage, span: exact ?? span, isTargetSpan: exact !== undefined });
  };
  for (const { traits } of ownTexts(document)) {
    for (const { target, span } of traits.links) add(target, span, false);
    for (const { source, span } of traits.images) add(source, span, true);
  }
  for (const { kind, text, traits } of document.blocks) {
    if (kind === 'code' || text !== '') continue;
    for (const { source, span } of traits.images) add(source, span, true);
  }
  return [...found.values()];
}

/** No other site, no part of the same page, nothing that a program fills in. */
function isOwn(target: string): boolean {
  return target !== '' && !/^(?:#|\?|~|@|[a-z][a-z\d+.-]*:|\/\/)|[{}<>$*\\|`]|%7B|^[A-Z_\d]+$/i.test(target);
}
