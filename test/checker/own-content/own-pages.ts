import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadSettings } from '../../../scripts/checker/config/load-settings.ts';
import type { SourceHistory } from '../../../scripts/checker/history/source-history.ts';
import { rules } from '../../../scripts/checker/rules/index.ts';
import type { ExpectedPage, Label } from '../../../scripts/checker/rules/rule.ts';
import { type CheckResult, type PageFile, runCheck } from '../../../scripts/checker/run-check.ts';
import { findPages } from '../../../scripts/checker/workspace/find-pages.ts';
import { loadProduct } from '../../../scripts/checker/workspace/load-product.ts';
import type { PageDocument, Section } from '../../../src/domain/document/page-document.ts';
import { parsePage } from '../../../src/domain/document/parse-page.ts';
import { finishedLocales } from '../../../src/domain/locale/locales.ts';
import type { Finding } from '../../../src/domain/report/report.ts';

/** A page of our own, read once for all tests. */
export interface OwnPage {
  readonly key: string;
  readonly locale: string;
  readonly path: string;
  readonly text: string;
  readonly document: PageDocument;
}

const folder = join(import.meta.dirname, '../../..');
// Languages in progress are left out: what they lack is no fault of theirs.
const settings = { ...(await loadSettings(folder)), locales: finishedLocales };
const workspace = findPages(settings, folder);
// Some of the tests judge parts of pages, which have only some of the ids that whole ones must have.
const { product } = loadProduct({ ...settings, requiredAnchors: undefined }, folder, workspace.locales);

const pages = workspace.pages.map((page) => {
  const text = readFileSync(join(folder, page.path), 'utf8');
  return { ...page, text, document: parse(text) };
});

/** Every page of ours, the source pages too. */
export const ownPages: readonly OwnPage[] = pages;
/** Where a page is expected, whether it is there or not. */
export const expectedPages: readonly ExpectedPage[] = workspace.expected;

/** The guide in English. */
export const source: OwnPage = guideIn(product.sourceLocale);
/** The guide in every other language. */
export const translations: readonly OwnPage[] = finishedLocales
  .filter((locale) => locale !== product.sourceLocale)
  .map(guideIn);

function guideIn(locale: string): OwnPage {
  const page = pages.find(
    (candidate) => candidate.key === 'add-a-new-customer' && candidate.locale === locale,
  );
  if (page === undefined) throw new RangeError(`There is no guide in ${locale}.`);
  return page;
}

/** A text as one of our pages, in our dialect. */
export function parse(text: string): PageDocument {
  return parsePage(text, { dialect: settings.dialect ?? 'mdx' });
}

/** The form's label with an id. */
export function labelIn(locale: string, id: string): Label | undefined {
  return product.labels.get(locale)?.get(id);
}

/** Ids of the labels with a text, as some labels share theirs. */
export function labelIdsOf(locale: string, text: string): readonly string[] {
  return [...(product.labels.get(locale)?.values() ?? [])]
    .filter((label) => label.text === text)
    .map(({ id }) => id);
}

/** The section with an id of ours. */
export function sectionOf(document: PageDocument, anchor: string): Section {
  const section = document.sections.find(({ heading }) => heading?.anchors.some(({ id }) => id === anchor));
  if (section === undefined) throw new RangeError(`There is no section #${anchor}.`);
  return section;
}

/** Another text in place of a page's own, by path. */
export type Replaced = ReadonlyMap<string, string>;

/** Checks pages with our settings, some of them with another text. */
export function check(
  checked: readonly OwnPage[],
  replaced: Replaced = new Map(),
  rest: { readonly expected?: readonly ExpectedPage[]; readonly history?: SourceHistory } = {},
): CheckResult {
  return runCheck({
    files: checked.map(({ key, locale, path, text }): PageFile => {
      const content = { kind: 'text', text: replaced.get(path) ?? text } as const;
      return { key, locale, path, isSource: locale === product.sourceLocale, content };
    }),
    expected: [],
    product,
    rules,
    dialect: settings.dialect,
    ...rest,
  });
}

/** What the check says of a translation with another text, beside its source. */
export function findingsOf(translation: OwnPage, text: string, sourceText = source.text): readonly Finding[] {
  const replaced = new Map([
    [translation.path, text],
    [source.path, sourceText],
  ]);
  return check([source, translation], replaced).report.findings;
}
