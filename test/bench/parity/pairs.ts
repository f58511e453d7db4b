import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadSettings, parseSettings } from '../../../scripts/checker/config/load-settings.ts';
import type { Settings } from '../../../scripts/checker/config/settings.ts';
import { rules } from '../../../scripts/checker/rules/index.ts';
import { type PageFile, runCheck } from '../../../scripts/checker/run-check.ts';
import { findPages } from '../../../scripts/checker/workspace/find-pages.ts';
import { loadProduct } from '../../../scripts/checker/workspace/load-product.ts';
import { readPage } from '../../../scripts/checker/workspace/read-page.ts';
import { parsePage } from '../../../src/domain/document/parse-page.ts';
import { recogniseDialect } from '../../../src/domain/document/recognise-dialect.ts';
import type { Finding } from '../../../src/domain/report/report.ts';
import type { ParityPage, ParityPair } from '../../mutations/mutation.ts';
import { shuffled } from '../../mutations/random.ts';
import { corpus, corpusFolder } from '../corpora.ts';
import type { ParityOptions } from './options.ts';

/** Pages of one project, and the checker as that project sets it. */
export interface ParityCorpus {
  readonly name: string;
  readonly pairs: readonly ParityPair[];
  /** How many mutations of a kind each page gets. */
  readonly each: number;
  /** What the check says of a translation with this text. */
  readonly check: (pair: ParityPair, text: string) => readonly Finding[];
}

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** What can be measured here: our own guide, fastapi where it lies beside the project, and the folder asked for. */
export async function loadCorpora(
  options: ParityOptions,
  print: (line: string) => void,
): Promise<readonly ParityCorpus[]> {
  const isWanted = (name: string): boolean => options.corpora?.includes(name) ?? true;
  const found: ParityCorpus[] = [];
  if (isWanted('own')) {
    found.push(loadCorpus('own', root, await loadSettings(root), options, 3));
  }
  if (isWanted('fastapi') && corpus('fastapi', print) !== undefined) {
    const settings = { sourceLocale: 'en', pages: ['{locale}/docs/{path}.md'], dialect: 'mkdocs' };
    const folder = corpusFolder('fastapi');
    found.push(loadCorpus('fastapi', folder, parseSettings(settings, 'the benchmark'), options, 2));
  }
  const { folder } = options;
  if (folder !== undefined) {
    found.push(loadCorpus('folder', resolve(folder), await loadSettings(folder), options, 2));
  }
  return found;
}

/** Longer pages would take most of the time and tell no more. */
const longestPage = 60_000;

function loadCorpus(
  name: string,
  folder: string,
  settings: Settings,
  options: ParityOptions,
  each: number,
): ParityCorpus {
  const { pages, locales, expected } = findPages(settings, folder);
  const { product } = loadProduct(settings, folder, locales);
  const sources = new Map(pages.filter(({ isSource }) => isSource).map((page) => [page.key, page.path]));
  const pagesByPath = new Map(pages.map((page) => [page.path, page]));
  const isWanted = (locale: string): boolean =>
    options.locales?.some((wanted) => wanted.toLowerCase() === locale.toLowerCase()) ?? true;
  const pairs = locales.filter(isWanted).flatMap((locale) => {
    const there = expected.filter((page) => page.locale === locale && page.exists && sources.has(page.key));
    const inOrder = there.toSorted((one, other) => (one.path < other.path ? -1 : 1));
    const sample: ParityPair[] = [];
    const drawn = shuffled(inOrder, `${options.seed} ${name} ${locale}`);
    for (const { key, path } of richFirst(drawn, folder, options.pages)) {
      if (sample.length === options.pages) break;
      const source = readParityPage(folder, sources.get(key) ?? '', settings.dialect);
      const translation = source && readParityPage(folder, path, source.document.dialect);
      if (source === undefined || translation === undefined) continue;
      const labels = new Set([...(product.labels.get(locale)?.values() ?? [])].map(({ text }) => text));
      sample.push({ key, sourceLocale: product.sourceLocale, locale, source, translation, labels });
    }
    return sample;
  });
  return {
    name,
    pairs,
    each: options.each ?? each,
    check: ({ source, translation }, text) => {
      const files = [source, { ...translation, text }].flatMap((page): PageFile[] => {
        const found = pagesByPath.get(page.path);
        return found === undefined ? [] : [{ ...found, content: { kind: 'text', text: page.text } }];
      });
      const { report, crashes } = runCheck({
        files,
        expected: [],
        product,
        rules,
        dialect: source.document.dialect,
      });
      if (crashes.length > 0)
        throw new Error(`The check of ${translation.path} broke: ${crashes.join('; ')}`);
      return report.findings;
    },
  };
}

/** Pages with steps or tables are rare, and have most that can break: a third of the sample are such pages. */
function richFirst<Page extends { readonly path: string }>(
  drawn: readonly Page[],
  folder: string,
  count: number,
): readonly Page[] {
  const rich = drawn
    .filter(({ path }) => {
      const content = readPage(join(folder, path));
      return content.kind === 'text' && hasStepsOrTable.test(content.text);
    })
    .slice(0, Math.ceil(count / 3));
  return [...rich, ...drawn.filter((page) => !rich.includes(page))];
}

const hasStepsOrTable = /^ *\d+[.)] .+\n(?:.*\n){0,6}? *\d+[.)] |^\|? *:?-{3,}:? *\|/m;

function readParityPage(
  folder: string,
  path: string,
  dialect: ParityPage['document']['dialect'] | undefined,
): ParityPage | undefined {
  const content = readPage(join(folder, path));
  if (content.kind !== 'text' || content.text.length > longestPage) return undefined;
  const { text } = content;
  return { path, text, document: parsePage(text, { dialect: dialect ?? recogniseDialect(path, text) }) };
}
