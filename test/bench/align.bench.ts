import { markdownToMdast } from 'satteri';
import { alignPages } from '../../scripts/checker/align/align-pages.ts';
import type { PageDocument } from '../../src/domain/document/page-document.ts';
import { parsePage } from '../../src/domain/document/parse-page.ts';
import { longPages } from '../checker/align/long-pages.ts';
import { corpus, medianTime } from './corpora.ts';

/**
 * How long alignment takes beside Sätteri's parsing of the same texts, and how that grows with the length of a page.
 *
 * Ratios within one process say more than times do: machines differ, and so does what else they do.
 */
export function run(print: (line: string) => void): void {
  measureCorpus(print);
  for (const [name, write] of Object.entries(longPages)) measureGrowth(name, write, print);
}

function measureCorpus(print: (line: string) => void): void {
  const files = corpus('fastapi', print);
  if (files === undefined) return;
  const documents = new Map(files.map(({ path, text }) => [path, parsePage(text, { dialect: 'mkdocs' })]));
  const pairs = [...documents].flatMap(([path, translation]) => {
    const locale = path.slice(0, path.indexOf('/'));
    const source = locale === 'en' ? undefined : documents.get(`en${path.slice(locale.length)}`);
    return source === undefined ? [] : [{ source, translation, locale }];
  });
  const parsing = medianTime(3, () => {
    for (const { translation } of pairs) markdownToMdast(translation.text);
  });
  const aligning = medianTime(3, () => {
    for (const { source, translation, locale } of pairs) {
      alignPages(source, translation, { sourceLocale: 'en', locale });
    }
  });
  print(`fastapi: ${pairs.length} pairs aligned in ${aligning.toFixed(0)} ms`);
  print(`  ${(aligning / parsing).toFixed(1)} times what Sätteri takes to parse the translations`);
}

const sizes = [1250, 2500, 5000, 10_000];

function measureGrowth(
  name: string,
  write: (size: number) => readonly [string, string],
  print: (line: string) => void,
): void {
  print(name);
  let before: number | undefined;
  for (const size of sizes) {
    const [text, other] = write(size);
    const parsing = medianTime(3, () => {
      markdownToMdast(text);
      markdownToMdast(other);
    });
    // Fresh documents, since what alignment has read of a page it keeps.
    const runs = [0, 1, 2, 3].map(() => [read(text), read(other)] as const);
    const aligning = medianTime(runs.length - 1, () => {
      const [source, translation] = runs.pop() ?? [read(text), read(other)];
      alignPages(source, translation, { sourceLocale: 'en', locale: 'sv' });
    });
    const growth =
      before === undefined ? '' : `, ${(aligning / before).toFixed(1)} times that of half as many`;
    print(
      `  ${String(size).padStart(6)} blocks ${aligning.toFixed(0).padStart(6)} ms, ` +
        `${(aligning / parsing).toFixed(1)} times Sätteri${growth}`,
    );
    before = aligning;
  }
}

function read(page: string): PageDocument {
  return parsePage(page, { dialect: 'gfm' });
}
