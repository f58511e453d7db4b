import { localeTagOf, meansSameLocale } from '../../src/domain/locale/locale-tag.ts';
import { OperationalError } from '../checker/operational-error.ts';

/**
 * The canonical spelling of a new locale.
 * @param known the locales that are there
 * @throws When it is no BCP 47 tag of a language that CLDR knows, or there already, also under another tag.
 * @example canonicalLocale('DE_de', ['en-US']) // => 'de-DE'
 */
export function canonicalLocale(spelling: string, known: readonly string[]): string {
  const locale = localeTagOf(spelling);
  if (locale === undefined) {
    throw new OperationalError(
      `\`${spelling}\` is not a locale: no language, script or region has that name.`,
      'Write a BCP 47 tag, such as de-DE, pt-BR or sr-Latn-RS.',
    );
  }
  const same = known.find((other) => meansSameLocale(other, locale));
  if (same !== undefined) {
    const which =
      same === locale ? `\`${locale}\` is` : `\`${locale}\` means the same as \`${same}\`, which is`;
    throw new OperationalError(
      `${which} there already.`,
      `Translate what \`npm run check\` names in content/${same}/ and locales/${same}/.`,
    );
  }
  return locale;
}

/**
 * What a language calls itself, for lists of languages; with its region where `known` has the language already.
 * @throws When nobody has told CLDR.
 * @example ownName('de-DE', ['en-US']) // => 'Deutsch'
 * @example ownName('en-GB', ['en-US']) // => 'English (United Kingdom)'
 */
export function ownName(locale: string, known: readonly string[]): string {
  const { language, script } = new Intl.Locale(locale);
  const isShared = known.some((other) => new Intl.Locale(other).language === language);
  const wanted = isShared ? locale : [language, script].filter((part) => part !== undefined).join('-');
  const names = new Intl.DisplayNames(locale, {
    type: 'language',
    fallback: 'none',
    languageDisplay: 'standard',
  });
  const name = names.of(wanted);
  if (name === undefined || names.resolvedOptions().locale.split('-')[0] !== language) {
    throw new OperationalError(
      `What \`${locale}\` calls itself is not known.`,
      'Say it: npm run new-locale -- TAG --name "NAME".',
    );
  }
  // Most languages write their names small inside a sentence; a list begins with a capital, as its others do.
  const [first = '', ...rest] = name;
  return first.toLocaleUpperCase(locale) + rest.join('');
}
