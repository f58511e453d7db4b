import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { localeSlug, siteLocales, sourceLocale } from '../../src/domain/locale/locales.ts';
import { copySite, type SiteCopy } from '../site/build-copy.ts';
import { measureProcess, type ProcessMeasure } from './measure-process.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What a build of the site makes beside the guide's pages, in the order in which it is added. */
const products = [
  {
    name: 'and comparisons, Markdown, search pages',
    files: ['[...page]/compare.astro', '[...page].md.ts', 'search.astro'],
    integrations: [],
  },
  { name: 'and the check', files: [], integrations: ['lockstep'] },
  {
    name: 'and search index, offline copies, headers',
    files: [],
    // Offline copies are made of what the search index has.
    integrations: ['siteSearch', 'offlineWorker', 'siteHeaders', 'shareImage'],
  },
] as const;

type Product = (typeof products)[number];

/**
 * How long the guide's site and a plain Astro site with @astrojs/mdx take for the same generated pages, a fifth of them
 * sources: 5,000, or as many as `--pages` says. What the site makes beside its pages is added bit by bit.
 */
export function run(print: (line: string) => void, args: readonly string[]): void {
  const pages = Number(args[args.indexOf('--pages') + 1] ?? 0) || 5000;
  const plain = plainSite();
  const site = copySite();
  try {
    for (let page = 0; page < pages / siteLocales.length; page += 1) {
      const source = site.write(`content/${sourceLocale}/page-${page}.mdx`, pageText(page, sourceLocale));
      for (const locale of siteLocales) {
        const text = pageText(page, locale, locale === sourceLocale ? undefined : source);
        if (locale !== sourceLocale) writePage(site.folder, `content/${locale}/page-${page}.mdx`, text);
        writePage(plain, `src/pages/${localeSlug(locale)}/page-${page}.mdx`, text);
      }
    }
    const base = build(plain);
    const tell = (name: string, took: ProcessMeasure, folder: string): void => {
      const times = `${took.seconds.toFixed(1)} s (${(took.seconds / base.seconds).toFixed(2)} times), ${took.cpuSeconds.toFixed(1)} s of CPU (${(took.cpuSeconds / base.cpuSeconds).toFixed(2)} times)`;
      const each = `${((1000 * took.cpuSeconds) / pages).toFixed(1)} ms a page`;
      const written = globSync('**/*.html', { cwd: join(folder, 'dist') }).length;
      print(`${name.padEnd(42)} ${times}, ${each}, ${took.megabytes.toFixed(0)} MB, ${written} HTML files`);
    };
    tell(`${pages} pages, a plain Astro site`, base, plain);
    const choose = productChooser(site);
    choose([]);
    tell("the guide's pages alone", build(site.folder), site.folder);
    for (const [at, { name }] of products.entries()) {
      choose(products.slice(0, at + 1));
      tell(name, build(site.folder), site.folder);
    }
  } finally {
    rmSync(plain, { recursive: true, force: true });
    rmSync(site.folder, { recursive: true, force: true });
  }
}

function build(folder: string): ProcessMeasure {
  const astro = join(folder, 'node_modules/astro/bin/astro.mjs');
  const measure = measureProcess(astro, ['build', '--silent'], folder);
  if (measure.code !== 0) throw new Error(`The build in ${folder} failed, so its time says nothing.`);
  return measure;
}

/** Leaves all but the chosen products out of a copy of the site. */
function productChooser({ folder }: SiteCopy): (chosen: readonly Product[]) => void {
  const place = (path: string): string => join(folder, path);
  const settings = readFileSync(place('astro.config.mjs'), 'utf8');
  const routes = products
    .flatMap((product) => product.files.map((file) => ({ product, path: `src/pages/[locale]/${file}` })))
    .map((route) => ({ ...route, text: readFileSync(place(route.path), 'utf8') }));
  return (chosen) => {
    const left = products
      .filter((product) => !chosen.includes(product))
      .flatMap(({ integrations }) => [...integrations]);
    const without = left.reduce(withoutIntegration, settings);
    writeFileSync(place('astro.config.mjs'), without);
    for (const { product, path, text } of routes)
      if (chosen.includes(product)) writePage(folder, path, text);
      else rmSync(place(path), { force: true });
  };
}

function withoutIntegration(settings: string, name: string): string {
  const without = settings.replace(new RegExp(`^ {4}${name}\\(.*\\),\\n`, 'mu'), '');
  if (without === settings) throw new Error(`The site's settings have no integration \`${name}\` on a line.`);
  return without;
}

function plainSite(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lockstep-plain-'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(
    join(folder, 'astro.config.mjs'),
    "import mdx from '@astrojs/mdx';\nimport { defineConfig } from 'astro/config';\nexport default defineConfig({ integrations: [mdx()] });\n",
  );
  return folder;
}

function writePage(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** A page of about a screenful, with what the guide's pages have: steps, callouts, a table, ids, links. */
function pageText(page: number, locale: string, source?: string): string {
  const words = (count: number): string =>
    Array.from({ length: count }, (_, at) => `${locale.slice(0, 2)}${(page * 7 + at * 13) % 97}`).join(' ');
  const steps = [1, 2, 3, 4, 5].map((step) => `${step}. ${words(9)} **${words(2)}**. {/* #step-${step} */}`);
  return `---
title: ${words(4)} ${page}
description: ${words(12)}.
date: 2026-01-01
appliesTo:
  - ${words(2)}
roles:
  - ${words(2)}
${source === undefined ? '' : `source: ${source}\n`}---

${words(30)}, [${words(3)}](#more).

## ${words(3)} {/* #first */}

${steps.join('\n')}

> [!NOTE]
> ${words(20)}.

## ${words(2)} {/* #more */}

${words(40)}. {/* #rule */}

| ${words(1)} | ${words(2)} |
| --- | --- |
| \`${words(1)}\` | ${words(6)} |
| \`code-${page}\` | ${words(5)} |

- ${words(8)}
- ${words(7)}
`;
}
