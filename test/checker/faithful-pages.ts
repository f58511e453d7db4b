import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { alignPages } from '../../scripts/checker/align/align-pages.ts';
import { rules } from '../../scripts/checker/rules/index.ts';
import type {
  CheckedPage,
  Draft,
  PairContext,
  Product,
  ProjectFiles,
  Rule,
} from '../../scripts/checker/rules/rule.ts';
import type { Dialect, PageDocument } from '../../src/domain/document/page-document.ts';
import { parsePage } from '../../src/domain/document/parse-page.ts';
import type { ParityPair } from '../mutations/mutation.ts';

/**
 * A page and a faithful translation of it, in the folder `test/fixtures/faithful-pages/<dialect>/<name>/`: what they
 * do differently, languages, writers and tools do differently without harm.
 */
export interface FaithfulPair {
  readonly name: string;
  readonly dialect: Dialect;
  readonly locale: string;
  readonly source: string;
  readonly translation: string;
}

const folder = join(import.meta.dirname, '../fixtures/faithful-pages');

/** Every pair, by dialect and name. */
export const faithfulPairs: readonly FaithfulPair[] = namesIn(folder).flatMap((dialect) =>
  namesIn(join(folder, dialect)).map((name) => readPair(dialect as Dialect, name)),
);

function namesIn(path: string): readonly string[] {
  return readdirSync(path).toSorted();
}

function readPair(dialect: Dialect, name: string): FaithfulPair {
  const files = readdirSync(join(folder, dialect, name));
  const read = (start: string): { readonly file: string; readonly text: string } => {
    const file = files.find((candidate) => candidate.startsWith(start));
    if (file === undefined) throw new RangeError(`${dialect}/${name} has no ${start}.`);
    return { file, text: readFileSync(join(folder, dialect, name, file), 'utf8') };
  };
  const translation = read('translation.');
  return {
    name: `${dialect}/${name}`,
    dialect,
    locale: translation.file.split('.')[1] ?? '',
    source: read('source.').text,
    translation: translation.text,
  };
}

/** A page of a pair, read. */
export function parseIn({ dialect }: FaithfulPair, text: string): PageDocument {
  return parsePage(text, { dialect });
}

/** What every rule says of the pair, notes left out: `12 error missing-step Step …`, by line. */
export function findingsOf(pair: FaithfulPair, translation: string = pair.translation): readonly string[] {
  const product: Product = { sourceLocale: 'en-US', labels: new Map(), entityLists: [] };
  const source = checkedPage(pair, pair.source, true);
  const page = checkedPage(pair, translation, false);
  const alignment = alignPages(source.document, page.document, {
    sourceLocale: 'en-US',
    locale: pair.locale,
  });
  const context: PairContext = { source, translation: page, alignment, product };
  const found = rules.flatMap((rule) =>
    draftsOf(rule, context).map((draft) => ({ draft, rule, severity: draft.severity ?? rule.severity })),
  );
  return found
    .filter(({ severity }) => severity !== 'note')
    .toSorted((one, other) => one.draft.span.start.offset - other.draft.span.start.offset)
    .map(({ draft, rule, severity }) => `${draft.span.start.line} ${severity} ${rule.id} ${draft.message}`);
}

const noFiles: ProjectFiles = { namesIn: () => undefined, textOf: () => undefined };

function draftsOf(rule: Rule, pair: PairContext): readonly Draft[] {
  const { source, translation, product } = pair;
  if (rule.on === 'pair') return [...rule.check(pair)];
  if (rule.on === 'page') return [...rule.check({ page: translation, product })];
  const family = { key: 'page', pages: [source, translation], pairs: [pair], product, expected: [] };
  if (rule.on === 'family') return [...rule.check(family)];
  return rule.on === 'tree'
    ? [...rule.check({ facts: [...rule.collect(family)], product, expected: [], files: noFiles })]
    : [];
}

function checkedPage(pair: FaithfulPair, text: string, isSource: boolean): CheckedPage {
  return {
    key: 'page',
    locale: isSource ? 'en-US' : pair.locale,
    path: isSource ? 'source.md' : 'translation.md',
    document: parseIn(pair, text),
    isSource,
    state: 'current',
  };
}

/** A pair as the ways to damage and to edit pages take it. */
export function parityPairOf(pair: FaithfulPair): ParityPair {
  const page = (path: string, text: string): ParityPair['source'] => ({
    path,
    text,
    document: parseIn(pair, text),
  });
  return {
    key: pair.name,
    sourceLocale: 'en-US',
    locale: pair.locale,
    source: page('source', pair.source),
    translation: page('translation', pair.translation),
    labels: new Set(),
  };
}
