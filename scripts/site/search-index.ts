import { globSync, readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import * as z from 'zod/mini';
import { indexLanguage, indexText } from '../../src/domain/guide/search-text.ts';
import { siteLocales, sourceLocale } from '../../src/domain/locale/locales.ts';
import { escapeMarkup } from './escape-markup.ts';
import { type LabelsByLocale, labelNames, placeNames } from './names-in-languages.ts';
import { readPlaces, type SearchPage, type SearchPlace } from './read-places.ts';

/**
 * Writes the search index of a built site into its `pagefind` folder. What is found are places: the beginning of a page, a
 * section, a step, a sentence or row that can be linked to; each also by its name and its labels in the other languages,
 * so that what a colleague or a screenshot calls it is found.
 * @param dist the folder of the built site
 * @param resources the folder that holds `<locale>/labels.json`
 * @throws When Pagefind cannot read a place or write the index.
 */
export async function writeSearchIndex(dist: string, resources: string): Promise<void> {
  const files = globSync('*/*/**/index.html', { cwd: dist }).toSorted();
  const pages = files.flatMap((file) => readPlaces(file, readFileSync(join(dist, file), 'utf8')) ?? []);
  const labels = readLabels(resources);
  const { index, errors } = await createIndex();
  if (!index) throw new Error(`The search index could not be started: ${errors.join('; ')}`);
  try {
    for (const page of pages) {
      const versions = pages.filter(({ key }) => key === page.key);
      for (const place of page.places) {
        const url = place.id === undefined ? page.path : `${page.path}#${place.id}`;
        refuse(await index.addHTMLFile({ url, content: contentOf(place, page, versions, labels) }));
      }
    }
    await writeFiles(join(dist, 'pagefind'), index);
  } finally {
    await close();
  }
}

function readLabels(resources: string): LabelsByLocale {
  return Object.fromEntries(
    siteLocales.map((locale) => [
      locale,
      JSON.parse(readFileSync(join(resources, locale, 'labels.json'), 'utf8')),
    ]),
  );
}

/** A page of its own for the place: its title counts most, then its text, then its names elsewhere. */
function contentOf(
  place: SearchPlace,
  page: SearchPage,
  versions: readonly SearchPage[],
  labels: LabelsByLocale,
): string {
  const names = [
    ...placeNames(place.id, page.locale, versions),
    ...place.labels.flatMap((label) => labelNames(label, page.locale, labels)),
  ];
  const written = (text: string): string => escapeMarkup(indexText(text, page.locale));
  const heading = place.isTitled ? `<h2>${written(place.title)}</h2>` : '';
  const alsoCalled = [...new Set(names)].map((name) => `<b>${written(name)}</b>`).join(' · ');
  return [
    `<html lang="${indexLanguage(page.locale)}"><head><title></title></head><body>`,
    meta('title', place.title),
    meta('page', page.title),
    heading,
    `<p>${written(place.text)}</p>`,
    alsoCalled === '' ? '' : `<p>(${alsoCalled})</p>`,
    '</body></html>',
  ].join('\n');
}

function meta(name: string, value: string): string {
  return `<meta data-pagefind-meta="${name}[content]" content="${escapeMarkup(value)}">`;
}

/** Writes the index anew, without the interfaces that Pagefind brings along: the guide has its own. */
async function writeFiles(folder: string, index: PagefindIndex): Promise<void> {
  const found = await index.getFiles();
  refuse(found);
  await rm(folder, { recursive: true, force: true });
  for (const { path, content } of found.files.filter((file) => !/-ui\.|-highlight\./.test(file.path))) {
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, path === 'pagefind-entry.json' ? namedByLocales(content) : content);
  }
}

/** The list of indexes by the languages of the pages, which Pagefind's own program looks for in the browser. */
function namedByLocales(content: Uint8Array): string {
  const entry: unknown = JSON.parse(new TextDecoder().decode(content));
  const { languages } = z.looseObject({ languages: z.record(z.string(), z.unknown()) }).parse(entry);
  const named = siteLocales.flatMap((locale) => {
    // Where no page has been translated yet, the source is searched.
    const index = languages[indexLanguage(locale)] ?? languages[indexLanguage(sourceLocale)];
    return index === undefined ? [] : [[locale.toLowerCase(), index]];
  });
  return JSON.stringify({ ...Object(entry), languages: Object.fromEntries(named) });
}

function refuse({ errors }: { readonly errors: readonly string[] }): void {
  if (errors.length > 0) throw new Error(`The search index could not be written: ${errors.join('; ')}`);
}
