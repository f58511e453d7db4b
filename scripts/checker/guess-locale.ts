import { parsePage } from '../../src/domain/document/parse-page.ts';
import { recogniseDialect } from '../../src/domain/document/recognise-dialect.ts';
import { localeTagOf } from '../../src/domain/locale/locale-tag.ts';

/**
 * The BCP 47 locale of a page that nobody has told, `und` where nothing tells it.
 *
 * What the page says itself counts more than its file name, and that more than its folders, the nearest first.
 * @example guessLocale('docs/sv/install.md', '# Installera') // => 'sv'
 */
export function guessLocale(path: string, text: string): string {
  const { frontMatter } = parsePage(text, { dialect: recogniseDialect(path, text) });
  const said = ['ms.contentlocale', 'lang', 'locale', 'language'].map((field) => frontMatter?.data[field]);
  const parts = path.split('/').toReversed();
  const named = [...(parts[0] ?? '').split('.').slice(0, -1), ...parts.slice(1)].filter(looksLikeLocale);
  for (const candidate of [...said, ...named]) {
    const locale = typeof candidate === 'string' ? localeTagOf(candidate) : undefined;
    if (locale !== undefined) return locale;
  }
  return 'und';
}

/** Three letters alone, such as `src` and `doc`, are codes of languages too, and in paths rarely meant so. */
function looksLikeLocale(name: string): boolean {
  return /^[a-z]{2}$|^[a-z]{2,3}[-_][a-z\d_-]+$/i.test(name);
}
