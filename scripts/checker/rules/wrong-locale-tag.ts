import { localeTagOf } from '../../../src/domain/locale/locale-tag.ts';
import { type LeafField, leafFields } from './fields/leaf-fields.ts';
import type { Draft, PageRule, Product } from './rule.ts';

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
  *check({ page, product }) {
    if (page.locale === 'und') return;
    for (const field of leafFields(page.document).values()) {
      const { path, value, span } = field;
      const tag = isLocaleField(field) && typeof value === 'string' ? localeTagOf(value) : undefined;
      if (tag === undefined || agrees(tag, page.locale)) continue;
      yield {
        message: `\`${path}\` is \`${value}\`, the page is in \`${page.locale}\``,
        help: `Write \`${page.locale}\`, or move the page to the folder of \`${tag}\`.`,
        span,
        data: { field: path, found: tag, expected: page.locale },
        ...fixFor(field, tag, page.locale, product),
      };
    }
  },
};

/** By the whole path; lower case. */
const localeFields: ReadonlySet<string> = new Set([
  'content-language',
  'content_language',
  'html_lang',
  'inlanguage',
  'lang',
  'language',
  'languagecode',
  'locale',
  'ms.contentlocale',
  'ms.locale',
  'og:locale',
  'og_locale',
  'params.lang',
  'params.locale',
  'seo.lang',
  'seo.locale',
]);

function isLocaleField({ path }: LeafField): boolean {
  return localeFields.has(path.toLowerCase());
}

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

/**
 * The source's tag was copied with its text, so that only the page's own is right. Any other may be right, and the
 * page in the wrong folder.
 */
function fixFor(
  { path, value, span }: LeafField,
  tag: string,
  locale: string,
  product: Product,
): Pick<Draft, 'fix'> {
  const isCopied = agrees(tag, product.sourceLocale) || agrees(product.sourceLocale, tag);
  const text = spelledAs(String(value), locale);
  const length = span.end.offset - span.start.offset;
  const quotes =
    length === String(value).length ? ['', ''] : length === String(value).length + 2 ? ['"', '"'] : undefined;
  if (quotes === undefined) return {};
  return {
    fix: {
      title: `Write \`${text}\` as \`${path}\``,
      safety: isCopied ? 'safe' : 'unsafe',
      edits: [{ span, text: quotes.join(text) }],
    },
  };
}

/** In the form that the field has: `sv` for `en`, `sv_SE` for `en_US`, `sv-se` for `en-us`. */
function spelledAs(model: string, locale: string): string {
  const { language } = new Intl.Locale(locale);
  const text = /[-_]/.test(model) || language === 'zh' ? locale : language;
  const separated = model.includes('_') ? text.replaceAll('-', '_') : text;
  return /[-_]/.test(model) && model === model.toLowerCase() ? separated.toLowerCase() : separated;
}
