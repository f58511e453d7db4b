import { readLinkTarget } from '../../../../src/domain/document/link-target.ts';
import { ownTexts } from '../../../../src/domain/document/own-text.ts';
import type { PageDocument } from '../../../../src/domain/document/page-document.ts';
import { languageOf } from '../../../../src/domain/locale/scripts.ts';
import type { PairContext } from '../rule.ts';
import type { LinkMatch, PlacedLink } from './match-links.ts';

/** A link that names another locale than its page's. */
export interface ForeignLocale {
  readonly link: PlacedLink;
  /** As the link writes it. */
  readonly locale: string;
  /** The same target in the page's own locale, or in none as in the source. */
  readonly meant: string;
}

/** How the links of a page write its own locale, by the host they lead to; the site itself has the empty host. */
export function ownLocales({ translation: { locale, document } }: PairContext): ReadonlyMap<string, string> {
  const language = languageOf(locale);
  const found = new Map<string, string>();
  for (const target of targetsOf(document)) {
    const { host } = readLinkTarget(target);
    const written = localeIn(target);
    if (written !== undefined && languageOf(written) === language && !found.has(host))
      found.set(host, written);
  }
  return found;
}

function targetsOf(document: PageDocument): readonly string[] {
  return ownTexts(document).flatMap(({ traits }) => traits.links.map(({ target }) => target));
}

/**
 * The locale in the translation's link that should be the page's own, or `undefined`.
 *
 * The source's locale is right where the site may have no other: where none of the page's links names its own. What
 * names a third locale in the source does so on purpose, such as a law in its own language.
 */
export function foreignLocaleOf(
  match: LinkMatch,
  context: PairContext,
  own: ReadonlyMap<string, string>,
): ForeignLocale | undefined {
  const { source, translation } = context;
  const link = match.translation;
  if (match.kind !== 'same' || link === undefined) return undefined;
  const { target } = link.trait;
  const locale = localeIn(target);
  if (locale === undefined) return undefined;
  const [language, pageLanguage, sourceLanguage] = [locale, translation.locale, source.locale].map(
    languageOf,
  );
  if (language === pageLanguage) return undefined;
  const inSource = localeIn(match.source.trait.target);
  if (inSource !== undefined && languageOf(inSource) !== sourceLanguage) return undefined;
  const { host } = link.target;
  const ownSpelling = own.get(host);
  if (language === sourceLanguage && inSource !== undefined && ownSpelling === undefined) return undefined;
  const isPlain = !/[-_]/.test(locale);
  // `/en/` may be no language at all unless the site is seen to name others there.
  if (isPlain && (ownSpelling === undefined || inSource === undefined)) return undefined;
  const spelling = ownSpelling ?? spelledLike(translation.locale, locale);
  return {
    link,
    locale,
    meant: inSource === undefined ? match.source.trait.target : target.replace(locale, spelling),
  };
}

/** A locale among the first segments of an address, with its region or without. */
function localeIn(target: string): string | undefined {
  // A path from the page is looked for among the files.
  if (!/^(?:https?:)?\//i.test(target)) return undefined;
  const { locale } = readLinkTarget(target);
  if (locale !== undefined) return locale;
  return /^(?:https?:\/\/[^/?#]+)?\/(?:docs\/)?([a-z]{2}|zh-han[st])(?=\/)/i.exec(target)?.[1];
}

function spelledLike(locale: string, example: string): string {
  return example === example.toLowerCase() ? locale.toLowerCase() : locale;
}
