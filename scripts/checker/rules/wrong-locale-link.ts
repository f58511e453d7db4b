import { readLinkTarget } from '../../../src/domain/document/link-target.ts';
import { ownTexts } from '../../../src/domain/document/own-text.ts';
import { languageOf } from '../../../src/domain/locale/scripts.ts';
import { matchLinks } from './links/match-links.ts';
import type { PairRule } from './rule.ts';
import { isLeftInSource } from './texts/left-in-source.ts';

/** Finds a link that names another locale than the page's. */
export const wrongLocaleLink: PairRule = {
  id: 'wrong-locale-link',
  on: 'pair',
  severity: 'warning',
  docs: {
    summary: 'A link names the locale of another language although the site has the page’s own.',
    why: 'A reader leaves their language at a click.',
    fix: "Write the page's own locale in the address, or none.",
  },
  *check(context) {
    const { source, translation } = context;
    const own = languageOf(translation.locale);
    const links = ownTexts(translation.document).flatMap(({ traits }) =>
      traits.links.map((trait) => readLinkTarget(trait.target)),
    );
    const localizedHosts = new Set(
      links
        .filter(({ locale }) => locale !== undefined && languageOf(locale) === own)
        .map(({ host }) => host),
    );
    for (const match of matchLinks(context)) {
      const link = match.translation;
      const locale = link?.target.locale;
      if (match.kind !== 'same' || link === undefined || locale === undefined) continue;
      if (isLeftInSource(context, link.trait.textSpan)) continue;
      const language = languageOf(locale);
      const sourceLocale = match.source.target.locale;
      // The source names a third locale on purpose, such as a law in its own language.
      const isMeant = sourceLocale !== undefined && languageOf(sourceLocale) !== languageOf(source.locale);
      if (language === own || isMeant) continue;
      const isOfSource = language === languageOf(source.locale);
      const isAdded = sourceLocale === undefined;
      if (isOfSource && !isAdded && !localizedHosts.has(link.target.host)) continue;
      yield {
        message: `Link names the locale \`${locale}\`, the page is \`${translation.locale}\``,
        help: `Write \`${translation.locale.toLowerCase()}\` instead, or leave the locale out.`,
        span: link.trait.span,
        confidence: 0.8,
        related: [{ label: 'the source', path: source.path, span: match.source.trait.span }],
        data: { target: link.trait.target, locale },
      };
    }
  },
};
