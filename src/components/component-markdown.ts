import type { SiteLocale } from '../domain/locale/locales.ts';
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
  PracticeForm: ({ locale, page }) =>
    `[${siteMessages(locale)('openPracticeForm')}](${new URL('#stage-opening', page).href})`,
};
