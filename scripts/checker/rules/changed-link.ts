import type { LinkTarget } from '../../../src/domain/document/link-target.ts';
import { leadsToOtherLanguage } from './links/leads-to-other-language.ts';
import { matchLinks, type PlacedLink } from './links/match-links.ts';
import { targetSpanOf } from './links/target-span.ts';
import type { PairRule } from './rule.ts';

/** Finds a link that leads somewhere else than the source's. */
export const changedLink: PairRule = {
  id: 'changed-link',
  on: 'pair',
  severity: 'warning',
  docs: {
    summary:
      'A link leads to another page than the link that answers it in the source, or to another part of it.',
    why: 'A reader ends up on a page that the text does not speak of.',
    fix: "Use the source's target, in the locale of the page where there is one.",
  },
  *check(context) {
    for (const { kind, source, translation, texts } of matchLinks(context)) {
      if (translation === undefined) continue;
      if (kind === 'same' && !isOtherPart(source, translation)) continue;
      // An anchor that only one page has is broken, or derived from a translated heading.
      if (source.target.kind === 'anchor' && translation.key === '#') continue;
      if (kind === 'changed' && isOnePage(source.target, translation.target)) continue;
      if (leadsToOtherLanguage(source.trait.target, context.source.locale)) continue;
      const found = translation.trait.target;
      const expected = source.trait.target;
      const span = targetSpanOf(context.translation.document, translation.trait.span, found);
      yield {
        message: `Link leads to \`${found}\`, the source's to \`${expected}\``,
        help: `Lead the link to \`${expected}\`, or to that page in the locale of this one.`,
        span: translation.trait.span,
        confidence: Math.min(1, 0.3 + texts.score * 0.6),
        related: [{ label: 'the source', path: context.source.path, span: source.trait.span }],
        data: { found, expected },
        ...(span !== undefined && {
          fix: { title: `Lead it to \`${expected}\``, safety: 'unsafe', edits: [{ span, text: expected }] },
        }),
      };
    }
  },
};

/** Two parts of one page of a site, in one language: another language's page may have other anchors. */
function isOtherPart(one: PlacedLink, other: PlacedLink): boolean {
  if (one.target.kind !== 'site' || one.target.fragment === '' || other.target.fragment === '') return false;
  return one.target.fragment !== other.target.fragment && addressOf(one) === addressOf(other);
}

function addressOf({ trait }: PlacedLink): string {
  return trait.target.split('#', 1)[0] ?? '';
}

/** A path, and the address of the page it leads to on its site. */
function isOnePage(one: LinkTarget, other: LinkTarget): boolean {
  const [page, site] = one.kind === 'page' ? [one, other] : [other, one];
  if (page.kind !== 'page' || site.kind !== 'site' || page.fragment !== site.fragment) return false;
  return page.key !== '/' && site.key.endsWith(page.key);
}
