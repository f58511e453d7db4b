import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { lockstep } from './scripts/checker/integration/astro.ts';
import { siteHeaders } from './scripts/site/headers/site-headers.ts';
import { offlineWorker } from './scripts/site/offline-worker.ts';
import { shareImage } from './scripts/site/share-image.ts';
import { siteSearch } from './scripts/site/site-search.ts';
import { untranslatedMessages } from './scripts/site/untranslated-messages.ts';
import { guideMarkdown } from './src/components/guide-markdown.ts';
import { isInProgress, localeSlug, siteLocales, sourceLocale } from './src/domain/locale/locales.ts';
import { reportFolder } from './src/markdown/check-report.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const { homepage } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8'));

/**
 * True for a page that is a text of its own: one that stands in for a missing translation, one that shows a translation
 * beside its source, and the lists of a language in progress repeat what is listed already.
 * @param {string} address
 */
function isOwnPage(address) {
  const [slug, ...key] = new URL(address).pathname.split('/').filter(Boolean);
  const locale = siteLocales.find((known) => localeSlug(known) === slug);
  if (!locale) return true;
  if (key.length === 0) return !isInProgress(locale);
  if (key.at(-1) === 'offline') return false;
  const isWritten = (/** @type {string} */ wanted) =>
    existsSync(new URL(`content/${wanted}/${key.join('/')}.mdx`, import.meta.url));
  return isWritten(locale) || !(isInProgress(locale) || isWritten(sourceLocale) || key.at(-1) === 'compare');
}

/**
 * The alternates as the pages name them: the choice of languages, which the sitemap takes for English, is nobody's
 * language, and a page's default is its source.
 * @param {import('@astrojs/sitemap').LinkItem[]} links
 */
function withDefault(links) {
  const named = links.map((link) => (link.url === homepage ? { ...link, lang: 'x-default' } : link));
  const source = named.find(({ lang }) => lang === sourceLocale);
  const hasDefault = named.some(({ lang }) => lang === 'x-default');
  return source && !hasDefault ? [...named, { ...source, lang: 'x-default' }] : named;
}

export default defineConfig({
  site: homepage,
  publicDir: './src/static',
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  build: { inlineStylesheets: 'never' },
  integrations: [
    lockstep({ reportFolder }),
    siteSearch(),
    siteHeaders(),
    shareImage(),
    offlineWorker(),
    // What of a page never changes is one string, which is quicker to compile and to write out.
    mdx({ optimize: true }),
    // Left to itself it would put every TypeScript file through Babel.
    preact({ include: ['**/*.tsx'] }),
    sitemap({
      filter: isOwnPage,
      i18n: {
        defaultLocale: localeSlug(sourceLocale),
        locales: Object.fromEntries(siteLocales.map((locale) => [localeSlug(locale), locale])),
      },
      serialize: (item) => (item.links ? { ...item, links: withDefault(item.links) } : item),
    }),
  ],
  markdown: {
    // The policy below allows no inline styles, which highlighting would need.
    syntaxHighlight: false,
    processor: satteri(guideMarkdown(root)),
  },
  vite: {
    plugins: [untranslatedMessages(root, sourceLocale)],
    environments: {
      prerender: {
        build: {
          rolldownOptions: {
            output: {
              // One file for many pages: left to itself a build writes and loads one for each.
              codeSplitting: {
                groups: [
                  // What pages import would go where the pages go.
                  { name: 'packages', test: /\/node_modules\//, priority: 2 },
                  { name: 'pages', test: /\/content\/.*\.mdx$/, maxSize: 300_000, priority: 1 },
                ],
              },
            },
          },
        },
      },
    },
    // The dev server looks for the packages to make ready with settings of its own, which take the form for React's.
    optimizeDeps: {
      rolldownOptions: { transform: { jsx: { runtime: 'automatic', importSource: 'preact' } } },
    },
    worker: { plugins: () => [untranslatedMessages(root, sourceLocale)] },
    define: { SITE_ROOT: JSON.stringify(root) },
    build: {
      // The other minifier warns of selectors that are newer than itself.
      cssMinify: 'esbuild',
      rolldownOptions: {
        // Astro's own marker in every MDX page; nothing here could act on the warning.
        onLog: (level, log, report) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && report(level, log),
      },
    },
  },
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "object-src 'none'",
        "frame-src 'none'",
        // Workers are files of this site, never made of text.
        "worker-src 'self'",
        "form-action 'none'",
        "base-uri 'none'",
      ],
    },
  },
});
