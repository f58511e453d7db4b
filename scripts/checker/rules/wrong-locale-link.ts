import { foreignLocaleOf, ownLocales } from './links/foreign-locale.ts';
import { matchLinks } from './links/match-links.ts';
import { type LinkingPage, linkingPagesOf } from './links/page-targets.ts';
import { resolveTarget, rootOf } from './links/resolve-target.ts';
import { targetSpanOf } from './links/target-span.ts';
import type { Draft, FamilyContext, PairContext, ProjectFiles, TreeRule } from './rule.ts';
import { isLeftInSource } from './texts/left-in-source.ts';

/** A finding, or a translation whose paths have to be looked for. */
type Fact =
  | { readonly kind: 'named'; readonly draft: Draft }
  | { readonly kind: 'paths'; readonly page: LinkingPage };

/** Finds a link that leads to another locale than the page's. */
export const wrongLocaleLink: TreeRule<Fact> = {
  id: 'wrong-locale-link',
  on: 'tree',
  severity: 'warning',
  docs: {
    summary: 'A link leads to another language although the site has the page in the reader’s own.',
    why: 'A reader leaves their language at a click.',
    fix: "Write the page's own locale in the address, or none.",
  },
  *collect(family) {
    for (const context of family.pairs) {
      for (const draft of namedLocales(context)) yield { kind: 'named', draft };
    }
    for (const page of pathsOutOfLocale(family)) yield { kind: 'paths', page };
  },
  *check({ facts, files }) {
    for (const fact of facts) {
      if (fact.kind === 'named') yield fact.draft;
      else yield* foreignPaths(fact.page, files);
    }
  },
};

function* namedLocales(context: PairContext): Iterable<Draft> {
  const { source, translation } = context;
  const own = ownLocales(context);
  for (const match of matchLinks(context)) {
    const found = foreignLocaleOf(match, context, own);
    if (found === undefined || isLeftInSource(context, found.link.trait.textSpan)) continue;
    const { link, locale, meant } = found;
    const span = targetSpanOf(translation.document, link.trait.span, link.trait.target);
    yield {
      message: `Link names the locale \`${locale}\`, the page is \`${translation.locale}\``,
      help: `Lead it to \`${meant}\`.`,
      span: span ?? link.trait.span,
      path: translation.path,
      confidence: 0.8,
      // The place is in the text that was translated, which may be an older one.
      ...(translation.revision === undefined && {
        related: [{ label: 'the source', path: source.path, span: match.source.trait.span }],
      }),
      data: { target: link.trait.target, locale, meant },
      ...(span !== undefined && {
        fix: { title: `Lead it to \`${meant}\``, safety: 'safe', edits: [{ span, text: meant }] },
      }),
    };
  }
}

/** Translations with links that climb out of their folder, where the source's do not say the same. */
function pathsOutOfLocale(family: FamilyContext): readonly LinkingPage[] {
  return linkingPagesOf(family).flatMap((page): readonly LinkingPage[] => {
    const targets = page.targets.filter(
      ({ target, sourceTarget }) => sourceTarget !== undefined && target.startsWith('../'),
    );
    return page.path === page.source || targets.length === 0 ? [] : [{ ...page, targets }];
  });
}

/** A path into the source's folder, to a page that the translation's own folder has too. */
function* foreignPaths(page: LinkingPage, files: ProjectFiles): Iterable<Draft> {
  const sourceRoot = `${rootOf(page.source, page.key)}/`;
  const ownRoot = `${rootOf(page.path, page.key)}/`;
  if (ownRoot.startsWith(sourceRoot) || sourceRoot.startsWith(ownRoot)) return;
  for (const placed of page.targets) {
    const { target, sourceTarget, span, isTargetSpan } = placed;
    const found = resolveTarget(placed, { ...page, source: page.path }, files);
    if (sourceTarget === undefined || found?.kind !== 'found' || !found.path.startsWith(sourceRoot)) continue;
    const meant = resolveTarget({ ...placed, target: sourceTarget }, { ...page, source: page.path }, files);
    if (meant?.kind !== 'found' || !meant.path.startsWith(ownRoot)) continue;
    yield {
      message: `Link leads to \`${target}\`, and the page is there in the language of this one`,
      help: `Lead it to \`${sourceTarget}\`.`,
      span,
      path: page.path,
      confidence: 0.9,
      data: { target, locale: '', meant: sourceTarget },
      ...(isTargetSpan && {
        fix: {
          title: `Lead it to \`${sourceTarget}\``,
          safety: 'safe',
          edits: [{ span, text: sourceTarget }],
        },
      }),
    };
  }
}
