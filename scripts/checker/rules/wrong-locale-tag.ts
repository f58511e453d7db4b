import { localeTagOf } from '../../../src/domain/locale/locale-tag.ts';
import type { PageRule } from './rule.ts';

/** Finds front matter that says the page is in another language than its folder says. */
export const wrongLocaleTag: PageRule = {
  id: 'wrong-locale-tag',
  on: 'page',
  severity: 'error',
  docs: {
    summary: "The front matter names another locale than the page's own.",
    why: 'Screen readers pronounce the page in the wrong language, and search engines list it there.',
    fix: 'Write the locale of the page, or move the page to the folder of its locale.',
  },
  *check({ page }) {
    const frontMatter = page.document.frontMatter;
    if (frontMatter === undefined || page.locale === 'und') return;
    for (const field of localeFields) {
      const value = frontMatter.data[field];
      const tag = typeof value === 'string' ? localeTagOf(value) : undefined;
      const span = frontMatter.valueSpans.get(field);
      if (tag === undefined || span === undefined || agrees(tag, page.locale)) continue;
      yield {
        message: `\`${field}\` is \`${value}\`, the page is in \`${page.locale}\``,
        help: `Write \`${page.locale}\`, or move the page to the folder of \`${tag}\`.`,
        span,
        data: { field, found: tag, expected: page.locale },
      };
    }
  },
};

const localeFields = ['ms.contentlocale', 'lang', 'locale', 'language'] as const;

/** A tag may say less than the folder (`sv` in `sv-SE`), but nothing else. */
function agrees(tag: string, locale: string): boolean {
  const said = new Intl.Locale(tag);
  const own = new Intl.Locale(locale);
  if (said.language !== own.language) return false;
  const full = { said: said.maximize(), own: own.maximize() };
  if (said.script !== undefined || said.region !== undefined) {
    if (full.said.script !== full.own.script) return false;
  }
  return said.region === undefined || own.region === undefined || said.region === own.region;
}
