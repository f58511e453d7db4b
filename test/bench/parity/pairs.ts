import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadSettings, parseSettings } from '../../../scripts/checker/config/load-settings.ts';
import type { Settings } from '../../../scripts/checker/config/settings.ts';
import { rules } from '../../../scripts/checker/rules/index.ts';
import { type CheckInput, type PageFile, runCheck } from '../../../scripts/checker/run-check.ts';
import { findPages } from '../../../scripts/checker/workspace/find-pages.ts';
import { loadProduct } from '../../../scripts/checker/workspace/load-product.ts';
import { readPage } from '../../../scripts/checker/workspace/read-page.ts';
import { parsePage } from '../../../src/domain/document/parse-page.ts';
import { recogniseDialect } from '../../../src/domain/document/recognise-dialect.ts';
import type { Finding } from '../../../src/domain/report/report.ts';
import { findingsOf, realPages } from '../../checker/metamorphic/real-pages.ts';
import type { ParityPage, ParityPair } from '../../mutations/mutation.ts';
import { shuffled } from '../../mutations/random.ts';
import { corpus, corpusFolder } from '../corpora.ts';
import type { ParityOptions } from './options.ts';

/** Pages of one project, and the checker as that project sets it. */
export interface ParityCorpus {
  readonly name: string;
  /** The sample that is mutated. */
  readonly pairs: readonly ParityPair[];
  /** How many mutations of a kind each page gets. */
  readonly each: number;
  /** What the check says of a translation with this text. */
  readonly check: (pair: ParityPair, text: string) => readonly Finding[];
  /** What it says of all pages as they are, the sample and the others, and how many pairs those are. */
  readonly checkAll: () => { readonly pairs: number; readonly findings: readonly Finding[] };
}

/** How much of a corpus is taken: pairs of each locale, and mutations of each kind and page. */
interface SampleSize {
  readonly pairs: number;
  readonly each: number;
}

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Corpora of other projects' pages that can lie beside this one, and their settings. */
const neighbours: Readonly<Record<string, { readonly settings: object; readonly size: SampleSize }>> = {
  fastapi: {
    settings: { sourceLocale: 'en', pages: ['{locale}/docs/{path}.md'], dialect: 'mkdocs' },
    size: { pairs: 4, each: 2 },
  },
  learn: {
    settings: {
      sourceLocale: 'de-DE',
      pages: ['{locale}/{path}.md'],
      dialect: 'learn',
      locales: ['de-DE', 'fr-FR', 'ja-JP'],
    },
    size: { pairs: 8, each: 2 },
  },
};

/** What can be measured here, as the options ask. */
export async function loadCorpora(
  options: ParityOptions,
  print: (line: string) => void,
): Promise<readonly ParityCorpus[]> {
  const isWanted = (name: string): boolean => options.corpora?.includes(name) ?? true;
  const found: ParityCorpus[] = [];
  if (isWanted('own')) {
    found.push(loadCorpus('own', root, await loadSettings(root), options, { pairs: 6, each: 2 }));
  }
  if (isWanted('fixtures')) found.push(fixtures(options));
  for (const [name, { settings, size }] of Object.entries(neighbours)) {
    if (!isWanted(name) || corpus(name, print) === undefined) continue;
    found.push(loadCorpus(name, corpusFolder(name), parseSettings(settings, 'the benchmark'), options, size));
  }
  if (options.folder !== undefined) {
    const folder = resolve(options.folder);
    const file = options.settings === undefined ? undefined : resolve(options.settings);
    found.push(
      loadCorpus(options.folder, folder, await loadSettings(folder, file), options, { pairs: 6, each: 2 }),
    );
  }
  return found;
}

/** Short pages of every dialect, each with a translation that is made just like it. */
function fixtures(options: ParityOptions): ParityCorpus {
  const pairs = realPages.filter(({ locale }) => isWantedLocale(options, locale));
  return {
    name: 'fixtures',
    pairs,
    each: options.each ?? 2,
    check: findingsOf,
    checkAll: () => ({ pairs: pairs.length, findings: pairs.flatMap((pair) => findingsOf(pair)) }),
  };
}

/** Longer pages would take most of the time and tell no more. */
const longestPage = 60_000;

function loadCorpus(
  name: string,
  folder: string,
  settings: Settings,
  options: ParityOptions,
  size: SampleSize,
): ParityCorpus {
  const { pages, locales, expected } = findPages(settings, folder);
  const { product } = loadProduct(settings, folder, locales);
  const sources = new Map(pages.filter(({ isSource }) => isSource).map((page) => [page.key, page.path]));
  const pagesByPath = new Map(pages.map((page) => [page.path, page]));
  const most = options.pairs ?? size.pairs;
  const pairs = locales
    .filter((locale) => isWantedLocale(options, locale))
    .flatMap((locale) => {
      const there = expected.filter(
        (page) => page.locale === locale && page.exists && sources.has(page.key) && page.source !== page.path,
      );
      const inOrder = there.toSorted((one, other) => (one.path < other.path ? -1 : 1));
      const sample: ParityPair[] = [];
      const drawn = shuffled(inOrder, `${options.seed} ${name} ${locale}`);
      for (const { key, path } of richFirst(drawn, folder, most)) {
        if (sample.length === most) break;
        const source = readParityPage(folder, sources.get(key) ?? '', settings.dialect);
        const translation = source && readParityPage(folder, path, source.document.dialect);
        if (source === undefined || translation === undefined) continue;
        const labels = new Set([...(product.labels.get(locale)?.values() ?? [])].map(({ text }) => text));
        sample.push({ key, sourceLocale: product.sourceLocale, locale, source, translation, labels });
      }
      return sample;
    });
  const check = (files: readonly PageFile[], dialect: CheckInput['dialect']): readonly Finding[] => {
    const { report, crashes } = runCheck({ files, expected: [], product, rules: rulesOf(settings), dialect });
    if (crashes.length > 0) throw new Error(`The check of ${name} broke: ${crashes.join('; ')}`);
    return report.findings;
  };
  return {
    name,
    pairs,
    each: options.each ?? size.each,
    check: ({ source, translation }, text) => {
      const files = [source, { ...translation, text }].flatMap((page): PageFile[] => {
        const found = pagesByPath.get(page.path);
        return found === undefined ? [] : [{ ...found, content: { kind: 'text', text: page.text } }];
      });
      return check(files, source.document.dialect);
    },
    checkAll: () => {
      const files = pages
        .filter(
          ({ isSource, locale, key }) => isSource || (sources.has(key) && isWantedLocale(options, locale)),
        )
        .map((page): PageFile => ({ ...page, content: readPage(join(folder, page.path)) }));
      return {
        pairs: files.filter(({ isSource }) => !isSource).length,
        findings: check(files, settings.dialect),
      };
    },
  };
}

/** Without those that the settings switch off. */
function rulesOf(settings: Settings): typeof rules {
  return rules.filter(({ id }) => {
    const setting = settings.rules?.[id];
    return (typeof setting === 'object' ? setting.severity : setting) !== 'off';
  });
}

function isWantedLocale({ locales }: ParityOptions, locale: string): boolean {
  return locales?.some((wanted) => wanted.toLowerCase() === locale.toLowerCase()) ?? true;
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
