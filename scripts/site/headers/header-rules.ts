import { localeSlug, siteLocales } from '../../../src/domain/locale/locales.ts';

/** Headers by their names. */
export type Headers = Readonly<Record<string, string>>;

/** What a host sends with some of the site's files. */
export interface HeaderRule {
  /** A path, or one with a single `*` for any characters: `/_astro/*`, `/*.md`. */
  readonly path: string;
  readonly headers: Headers;
}

const immutable = { 'Cache-Control': 'public, max-age=31536000, immutable' };

/**
 * What hosts send with the site's files, the more special rules last; a later rule's header replaces an earlier one's.
 * Pages name most of their policy themselves, in a meta element with the hashes of their scripts. Here is what such an
 * element cannot say.
 *
 * General knowledge: MDN's pages on each header; a meta element cannot say `frame-ancestors`. The transport rule covers
 * neither subdomains nor the browsers' built-in list: both are for the owner of a domain to decide.
 */
export const headerRules: readonly HeaderRule[] = [
  {
    path: '/*',
    headers: {
      'Content-Security-Policy': "frame-ancestors 'none'",
      'X-Frame-Options': 'DENY',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'Permissions-Policy':
        'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Strict-Transport-Security': 'max-age=31536000',
      'Cache-Control': 'no-cache',
    },
  },
  // Their names hold hashes of what is in them.
  { path: '/_astro/*', headers: immutable },
  { path: '/pagefind/index/*', headers: immutable },
  { path: '/pagefind/fragment/*', headers: immutable },
  // What a service worker fetches is held to the policy that comes with its script.
  {
    path: '/sw.js',
    headers: { 'Content-Security-Policy': "default-src 'none'; connect-src 'self'; frame-ancestors 'none'" },
  },
  { path: '/*.md', headers: { 'Content-Type': 'text/markdown; charset=utf-8' } },
  ...siteLocales.flatMap((locale) => [
    {
      path: `/${localeSlug(locale)}/llms.txt`,
      headers: { 'Content-Type': 'text/plain; charset=utf-8' },
    },
    {
      path: `/${localeSlug(locale)}/feed.xml`,
      headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' },
    },
  ]),
];

/**
 * The headers of a file of the site.
 * @example headersOf('/_astro/a.css')['Cache-Control'] // => 'public, max-age=31536000, immutable'
 */
export function headersOf(path: string): Headers {
  const matching = headerRules.filter((rule) => new RegExp(expressionOf(rule.path)).test(path));
  return Object.assign({}, ...matching.map(({ headers }) => headers));
}

/**
 * The regular expression for a rule's path, which Apache, nginx and JavaScript understand alike.
 * @example expressionOf('/*.md') // => '^/.*\\.md$'
 */
export function expressionOf(path: string): string {
  return `^${path.replaceAll('.', String.raw`\.`).replace('*', '.*')}$`;
}
