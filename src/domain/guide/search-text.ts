/**
 * How Chinese is looked for: sign by sign, next to each other. Programs part Chinese into words in different ways, so that
 * a word of the index would not be the word that is looked for; readers look for a run of signs. Inferred from trying
 * both with Pagefind 1.5.
 */

const han = String.raw`[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF“”‘’…—·]`;

/**
 * The language that the search index of a locale is written in: none that is known for Chinese, whose signs are parted
 * here.
 * @example indexLanguage('zh-TW') // => 'x-zh-tw'
 */
export function indexLanguage(locale: string): string {
  return partsSigns(locale) ? `x-${locale.toLowerCase()}` : locale.toLowerCase();
}

/**
 * A text as the index of a locale holds it.
 * @example indexText('選取送出', 'zh-TW') // => '選 取 送 出'
 */
export function indexText(text: string, locale: string): string {
  return partsSigns(locale) ? text.replaceAll(signs, ' $& ').replaceAll(/\s+/gu, ' ').trim() : text;
}

/**
 * A text of the index as a reader knows it; `marks` are signs that may stand between two others without being text.
 * @example shownText('選 取 送 出 Submit', 'zh-TW') // => '選取送出 Submit'
 */
export function shownText(text: string, locale: string): string {
  return partsSigns(locale) ? text.replaceAll(betweenSigns, '$<before>') : text;
}

/**
 * What was typed, as the index is asked for it: full-width letters and invisible characters are pasted now and then.
 * A run of Chinese is asked for as such first, and its signs in any order if there is none.
 * @example indexQueries('送出', 'zh-TW') // => ['"送 出"', '送 出']
 */
export function indexQueries(typed: string, locale: string): string[] {
  const clean = typed
    .normalize('NFKC')
    .replaceAll(/[\p{Cf}\p{Cc}"]/gu, '')
    .trim();
  if (clean === '') return [];
  const query = indexText(clean, locale);
  return query === clean ? [query] : [`"${query}"`, query];
}

const signs = new RegExp(han, 'gu');

/** A space between two signs, markers of what was found (private use) left aside. */
const betweenSigns = new RegExp(`(?<before>${han}[\\uE000\\uE001]*) (?=[\\uE000\\uE001]*${han})`, 'gu');

function partsSigns(locale: string): boolean {
  return /^zh\b/i.test(locale);
}
