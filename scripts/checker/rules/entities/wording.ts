import type { EntityToken } from '../../../../src/domain/locale/entity-token.ts';
import type { Draft } from '../rule.ts';
import type { ListComparison } from './list-comparison.ts';

/**
 * Names in backticks, parted by commas; of more than `most` the first ones and how many more there are.
 *
 * @example quoteNames(['Polen', 'Ungern']) // => '`Polen`, `Ungern`'
 */
export function quoteNames(names: readonly string[], most: number = mostNames): string {
  const shown = names.length > most + 1 ? names.slice(0, most) : names;
  const rest = names.length - shown.length;
  return shown.map((name) => `\`${name}\``).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

const mostNames = 12;

/**
 * The name of a locale's language in English.
 *
 * @example languageName('zh-TW') // => 'Traditional Chinese'
 */
export function languageName(locale: string): string {
  const { language, script } = new Intl.Locale(locale).maximize();
  languages ??= new Intl.DisplayNames('en', { type: 'language' });
  return languages.of(language === 'zh' ? `zh-${script}` : language) ?? locale;
}

/** Made when it is first asked: the making takes as long as judging a page. */
let languages: Intl.DisplayNames | undefined;

/** What a finding about some words of a list has in common: it stands at the first and points at the others. */
export function atTokens(
  { page, reference, confidence }: ListComparison,
  tokens: readonly EntityToken[],
): Pick<Draft, 'span' | 'path' | 'confidence' | 'related'> | undefined {
  const sorted = tokens.toSorted((one, other) => one.span.start.offset - other.span.start.offset);
  const [first, ...others] = sorted;
  if (first === undefined) return undefined;
  return {
    span: first.span,
    path: page.path,
    confidence,
    related: [
      ...reference.related,
      ...others.map((token) => ({ label: `\`${token.text}\``, path: page.path, span: token.span })),
    ],
  };
}
