/** What a link leads to, without what may rightly differ between languages. */

/** A link's target, read. */
export interface LinkTarget {
  /** `anchor`: into the same page. `page`: a path. `site`: with a host. `other`: mail, telephone, a script. */
  readonly kind: 'anchor' | 'page' | 'site' | 'other';
  /** Equal for two targets that lead to one page, in whichever language; fragments left out. */
  readonly key: string;
  /** Lower case, without `www.`; empty without a host. */
  readonly host: string;
  /** After the `#`, decoded; empty without one. */
  readonly fragment: string;
  /** A language and region in the path, as written: `en-us` in `https://learn.microsoft.com/en-us/azure/`. */
  readonly locale: string | undefined;
}

/**
 * Reads a link's target as a Markdown file gives it.
 *
 * The key leaves out the locale segment or subdomain or the locale that ends a file's name, `./` and `../`, a page's
 * extension, a closing slash or `index`, and parameters that choose a view or follow a visitor.
 *
 * @example
 * readLinkTarget('https://learn.microsoft.com/sv-se/azure/').key
 * // => readLinkTarget('https://learn.microsoft.com/en-us/azure').key
 */
export function readLinkTarget(target: string): LinkTarget {
  const known = readBefore.get(target);
  if (known !== undefined) return known;
  const read = readTarget(target);
  if (readBefore.size >= mostKept) readBefore.clear();
  readBefore.set(target, read);
  return read;
}

/** A site repeats its targets, in every language; several rules and the alignment ask. */
const readBefore = new Map<string, LinkTarget>();
/** Keeps the memory of a process that runs on within bounds. */
const mostKept = 20_000;

function readTarget(target: string): LinkTarget {
  const [address = '', ...fragments] = target.trim().split('#');
  const fragment = decoded(fragments.join('#'));
  if (address === '') return { kind: 'anchor', key: '#', host: '', fragment, locale: undefined };
  const site = /^(?:https?:)?\/\/([^/?]*)([^?]*)(?:\?(.*))?$/i.exec(address);
  if (site === null && /^[a-z][a-z0-9+.-]*:/i.test(address)) {
    return { kind: 'other', key: address, host: '', fragment, locale: undefined };
  }
  const [ownPath = '', ...ownQuery] = address.split('?');
  const path = site === null ? ownPath : (site[2] ?? '');
  const query = site === null ? ownQuery.join('?') : (site[3] ?? '');
  const host = (site?.[1] ?? '').toLowerCase().replace(/^www\./, '');
  const { segments, locale } = withoutLocale(decoded(path).split('/').filter(isMeant));
  const last = segments.pop() ?? '';
  const page = last.replace(/\.(?:md|mdx|markdown|html?|aspx|yml)$/i, '');
  const name = page === last ? last.replace(localeInName, '') : page.replace(localeSuffix, '');
  if (name !== '' && !/^(?:index|readme|_index)$/i.test(name)) segments.push(name);
  return {
    kind: site === null ? 'page' : 'site',
    key: `${hostKey(host)}/${segments.join('/').toLowerCase()}${queryKey(query)}`,
    host,
    fragment,
    locale,
  };
}

function isMeant(segment: string): boolean {
  return segment !== '' && segment !== '.' && segment !== '..';
}

/** Takes one locale out of the first three segments: `/sv-se/azure`, `/docs/sv/guide`. */
function withoutLocale(segments: readonly string[]): { segments: string[]; locale: string | undefined } {
  const at = segments.slice(0, 3).findIndex((segment) => localeSegment.test(segment));
  const isPage = at === segments.length - 1 && /\./.test(segments[at] ?? '');
  if (at === -1 || isPage) {
    const plain = segments[0] !== undefined && plainLanguage.test(segments[0]) ? 1 : 0;
    return { segments: segments.slice(plain), locale: undefined };
  }
  return { segments: segments.filter((_, other) => other !== at), locale: segments[at] };
}

const localeSegment = /^[a-z]{2,3}(?:[-_](?:hans|hant|latn|cyrl))?[-_][a-z]{2}$/i;
const plainLanguage = /^(?:[a-z]{2}|zh-han[st])$/i;

/** `guide.fr.md`, `README_CN.md`, `README-zh-TW.md`; a language alone behind a hyphen may be a word: `log-in.md`. */
const localeSuffix =
  /(?:\.[a-z]{2}(?:[-_](?:han[st]|latn|cyrl))?(?:[-_][a-z]{2})?|[-_][a-z]{2}[-_](?:han[st]|[a-z]{2})|(?<=^readme)[-_][a-z]{2})$/i;

/** `screenshot-en-US.png` */
const localeInName = /[-_.][a-z]{2}[-_](?:han[st]|[A-Z]{2})(?=\.[a-z\d]+$)/;

function hostKey(host: string): string {
  const withoutLanguage = host.replace(/^[a-z]{2}(?:-[a-z]{2,4})?\.(?=[^.]+\.[^.]+)/, '');
  // Microsoft's documentation moved in 2022; both names lead to the same pages.
  return withoutLanguage === 'docs.microsoft.com' ? 'learn.microsoft.com' : withoutLanguage;
}

function queryKey(query: string): string {
  const kept = query
    .split('&')
    .filter(
      (part) => part !== '' && !/^(?:view|wt\.mc_id|utm_\w+|hl|lang|locale|tabs|toc|bc|ocid)=/i.test(part),
    )
    .toSorted();
  return kept.length > 0 ? `?${kept.join('&')}` : '';
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
