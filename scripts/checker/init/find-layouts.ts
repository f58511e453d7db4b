import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { localeTagOf } from '../../../src/domain/locale/locale-tag.ts';
import { mistakenLocaleOf } from '../../../src/domain/locale/mistaken-locales.ts';
import { countScripts, type Script } from '../../../src/domain/locale/scripts.ts';
import { isMarkdown } from '../workspace/document-formats.ts';
import { listFiles } from '../workspace/list-files.ts';
import { parsePagePattern } from '../workspace/page-pattern.ts';
import { readPage } from '../workspace/read-page.ts';
import { readContentFolders } from './content-folders.ts';
import { type Layout, recogniseLayouts } from './recognise-layout.ts';
import { recogniseSiblings, siblingFolders } from './recognise-siblings.ts';

/** What built sites and packages leave behind. */
export const builtFolders =
  /(?:^|\/)(?:node_modules|dist|build|out|_site|site|public|coverage|vendor|target)\//;

/** Files in two languages that are there to try a program on. */
const testFolders = /(?:^|\/)(?:tests?|__tests__|specs?|fixtures|__fixtures__|testdata)\//;

/** Layouts, and names in their paths that stand for locales. */
export interface FoundLayouts {
  readonly layouts: readonly Layout[];
  /** By the name in the path. */
  readonly localeNames: ReadonlyMap<string, string>;
  readonly sourceLocale?: string;
}

/** The layouts of the pages of a folder, or of pages beside it; none where no page is there in two languages. */
export function findLayouts(
  folder: string,
  files: readonly string[],
  pages: readonly string[],
): FoundLayouts {
  const written = pages.filter((path) => !builtFolders.test(path));
  const named = inContentFolders(folder, files, written);
  if (named !== undefined) return named;
  const localeNames = new Map<string, string>();
  for (const set of [written.filter((path) => !testFolders.test(path)), written, pages]) {
    const layouts = recogniseLayouts(set);
    if (layouts.length > 0) return { layouts, localeNames };
  }
  const beside = siblingsOf(folder, written);
  return { layouts: beside === undefined ? [] : [beside], localeNames };
}

/** Pages as if Hugo's folders were called after their locales. */
function inContentFolders(
  folder: string,
  files: readonly string[],
  pages: readonly string[],
): FoundLayouts | undefined {
  const folders = readContentFolders(files, (path) => readText(join(folder, path)));
  if (folders === undefined) return undefined;
  const real = new Map<string, string>();
  const localeNames = new Map<string, string>();
  for (const path of pages) {
    const [own, locale = ''] = [...folders.locales].find(([each]) => path.startsWith(`${each}/`)) ?? [];
    if (own === undefined) continue;
    const above = own.slice(0, own.lastIndexOf('/') + 1);
    real.set(`${above}${locale}${path.slice(own.length)}`, path);
    const name = own.slice(above.length);
    if (localeTagOf(name) !== locale) localeNames.set(name, locale);
  }
  const layouts = recogniseLayouts([...real.keys()]).map((layout) => ({
    ...layout,
    sample: real.get(layout.sample) ?? layout.sample,
    sources: layout.sources.map((path) => real.get(path) ?? path),
  }));
  if (layouts.length === 0) return undefined;
  const { sourceLocale } = folders;
  return { layouts, localeNames, ...(sourceLocale && { sourceLocale }) };
}

/** A repository per locale, where they lie side by side. */
function siblingsOf(folder: string, pages: readonly string[]): Layout | undefined {
  const above = dirname(folder);
  let names: readonly string[];
  try {
    names = readdirSync(above);
  } catch {
    return undefined;
  }
  const siblings = siblingFolders(folder, names).map((sibling) => ({
    ...sibling,
    pages: listFiles(join(above, sibling.name), parsePagePattern('{path}')).filter(isMarkdown),
  }));
  return recogniseSiblings(pages, siblings);
}

/** Names that the checker would only guess, or take for another language, are written into the settings. */
export function localeNamesOf(
  folder: string,
  pages: readonly string[],
  { layouts, localeNames }: FoundLayouts,
): Readonly<Record<string, string>> | undefined {
  const names = new Map(localeNames);
  for (const layout of layouts) {
    for (const spelling of [...layout.locales, layout.sourceLocale ?? ''].filter((each) => each !== '')) {
      const locale = mistakenLocaleOf(spelling);
      if (locale !== undefined) names.set(spelling, locale);
    }
    for (const [spelling, script, locale] of countriesForLanguages) {
      if (!layout.locales.includes(spelling)) continue;
      const patterns = layout.pages.map(parsePagePattern).filter(({ hasLocale }) => hasLocale);
      const path = pages.find((each) => patterns.some((pattern) => pattern.read(each)?.locale === spelling));
      const scripts = countScripts(path === undefined ? '' : readText(join(folder, path)));
      if ((scripts.get(script) ?? 0) >= fewestLetters) names.set(spelling, locale);
    }
  }
  return names.size === 0 ? undefined : Object.fromEntries(names);
}

/** So many letters of a script are no quotation. */
const fewestLetters = 20;

/** Countries that are languages as well, which the script of a page tells apart: Kanuri and Twi are written in Latin letters. */
const countriesForLanguages: readonly (readonly [string, Script, string])[] = [
  ['kr', 'Hang', 'ko'],
  ['tw', 'Han', 'zh-TW'],
];

/** A file's text; empty where it has none. */
export function readText(path: string): string {
  const content = readPage(path);
  return content.kind === 'text' ? content.text : '';
}
