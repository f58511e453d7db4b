import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { localeSlug, siteLocales, sourceLocale } from '../../src/domain/locale/locales.ts';
import { copySite } from '../site/build-copy.ts';
import { measureProcess, type ProcessMeasure } from './measure-process.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * How long the guide's site and a plain Astro site with @astrojs/mdx take for the same generated pages, a fifth of them
 * sources: 5,000, or as many as `--pages` says.
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
    const whole = build(site.folder);
    withoutProducts(site.folder);
    const alone = build(site.folder);
    const figures = (took: ProcessMeasure): string =>
      `${took.seconds.toFixed(1)} s (${(took.seconds / base.seconds).toFixed(2)} times), ${took.cpuSeconds.toFixed(1)} s of CPU (${(took.cpuSeconds / base.cpuSeconds).toFixed(2)} times), ${took.megabytes.toFixed(0)} MB`;
    print(`${pages} pages, a plain Astro site    ${figures(base)}`);
    print(`the guide's pages                  ${figures(alone)}`);
    print(`with check, comparison and search  ${figures(whole)}`);
  } finally {
    rmSync(plain, { recursive: true, force: true });
    rmSync(site.folder, { recursive: true, force: true });
  }
}

function build(folder: string): ProcessMeasure {
  return measureProcess(join(folder, 'node_modules/astro/bin/astro.mjs'), ['build', '--silent'], folder);
}

/** Leaves the check, the search index and what is made beside the pages out of a copy. */
function withoutProducts(folder: string): void {
  const settings = join(folder, 'astro.config.mjs');
  const without = readFileSync(settings, 'utf8').replace(
    /^ {4}(?:lockstep|siteSearch|siteHeaders)\(.*\),\n/gmu,
    '',
  );
  writeFileSync(settings, without);
  for (const page of ['[...page]/compare.astro', '[...page].md.ts', 'search.astro'])
    rmSync(join(folder, 'src/pages/[locale]', page), { force: true });
}

function plainSite(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lockstep-plain-'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(
    join(folder, 'astro.config.mjs'),
    "import mdx from '@astrojs/mdx';\nimport { defineConfig } from 'astro/config';\nexport default defineConfig({ integrations: [mdx()] });\n",
  );
  writePage(
    folder,
    'src/layouts/Page.astro',
    '<html><head><title>{Astro.props.frontmatter.title}</title></head><body><slot /></body></html>\n',
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
