import type { SiteLocale } from '../domain/locale/locales.ts';
import { glossaryEntries } from '../i18n/glossary.ts';
import { registrationIdRows } from '../i18n/registration-id-rows.ts';
import { siteMessages } from '../i18n/site-messages.ts';

/** Where a component stands. */
interface Place {
  readonly locale: SiteLocale;
  /** The address of its page. */
  readonly page: URL;
}

/**
 * The Markdown that stands for a component of a page where no component can.
 * @returns `undefined` for a component that pages cannot use
 */
export function componentMarkdown(name: string, place: Place): string | undefined {
  return writers[name]?.(place);
}

const writers: Readonly<Record<string, (place: Place) => string>> = {
  Glossary: ({ locale }) =>
    glossaryEntries(locale)
      .map(({ term, source, note }) => `- **${term}**${term === source ? '' : ` (${source})`}: ${note}`)
      .join('\n'),
  PracticeForm: ({ locale, page }) =>
    `[${siteMessages(locale)('openPracticeForm')}](${new URL('#stage-opening', page).href})`,
  RegistrationIdTable: ({ locale }) => {
    const say = siteMessages(locale);
    return [
      [say('registrationIdCountry'), say('registrationIdName'), say('registrationIdDigits')],
      ['---', '---', '---'],
      ...registrationIdRows(locale).map(({ country, name, digits }) => [
        country,
        `\`${name}\``,
        digits ?? say('notDocumented'),
      ]),
    ]
      .map((cells) => `| ${cells.join(' | ')} |`)
      .join('\n');
  },
};
