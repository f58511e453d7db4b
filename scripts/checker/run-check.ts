import type { Dialect, PageDocument } from '../../src/domain/document/page-document.ts';
import { parsePage } from '../../src/domain/document/parse-page.ts';
import { recogniseDialect } from '../../src/domain/document/recognise-dialect.ts';
import {
  type Finding,
  type NotCompared,
  type PageState,
  type Report,
  type ReportedPage,
  reportVersion,
  type Severity,
} from '../../src/domain/report/report.ts';
import { alignPages } from './align/align-pages.ts';
import type { Term } from './align/alignment.ts';
import { compareText } from './compare-text.ts';
import { type KnownRevision, type RevisedPage, readRevisions } from './history/read-revisions.ts';
import type { SourceHistory } from './history/source-history.ts';
import { reasonOf } from './operational-error.ts';
import { finishFindings, type JudgedPair, type SaidDraft } from './report/finish-findings.ts';
import type { CheckedPage, ExpectedPage, PairContext, Product, Rule } from './rules/rule.ts';
import type { PageContent } from './workspace/decode-page.ts';

/** A file that the run reads. */
export interface PageFile {
  readonly key: string;
  /** BCP 47. */
  readonly locale: string;
  /** Relative to the working folder, forward slashes. */
  readonly path: string;
  readonly isSource: boolean;
  readonly content: PageContent;
}

/** Everything a check rests on; nothing else is read. */
export interface CheckInput {
  readonly files: readonly PageFile[];
  /** Every source page in every locale, whether it is there or not, and the orphans. */
  readonly expected: readonly ExpectedPage[];
  readonly product: Product;
  readonly rules: readonly Rule[];
  /** Severities that the settings give to rules, by id. */
  readonly severities?: ReadonlyMap<string, Severity>;
  /** Default: recognised from each source page. */
  readonly dialect?: Dialect | undefined;
  /** Absent where translations name no source revision. */
  readonly history?: SourceHistory;
  /** Which places the caller asked about; default: all. */
  readonly isReported?: (place: ReportedPlace) => boolean;
  /** What the caller already knows that it could not judge. */
  readonly notCompared?: readonly NotCompared[];
}

/** A page, or a place where a rule found something. */
export interface ReportedPlace {
  readonly path: string;
  readonly locale: string;
  readonly rule?: string;
}

/** A report, and what its readers need beside it. */
export interface CheckResult {
  readonly report: Report;
  /** The text of a file, or of the old source that a `related` place with a `revision` lies in. */
  readonly textOf: (path: string, revision?: string) => string | undefined;
  /** Rules that broke: their pages were not judged by them, so a clean report does not mean clean pages. */
  readonly crashes: readonly string[];
}

/**
 * Judges pages: reads each, holds each translation against the source text it was made from, and lets every rule look.
 *
 * A page that cannot be read, and a rule that breaks on a page, are said in the report; the rest is still judged.
 */
export function runCheck(input: CheckInput): CheckResult {
  const notCompared: NotCompared[] = [...(input.notCompared ?? [])];
  const crashes: string[] = [];
  const documents = readDocuments(input);
  const known = input.history && readRevisions(documents.filter(isReadable), input.history);
  notCompared.push(...documents.flatMap(lackOfPage), ...(known?.notCompared ?? []));
  const revisions = known?.revisions ?? new Map<string, KnownRevision>();
  const pages = checkedPages(documents, revisions, input.expected);

  const pairs = new Map<string, JudgedPair>();
  const sources = new Map(pages.filter((page) => page.isSource).map((page) => [page.key, page]));
  for (const page of pages) {
    const source = sources.get(page.key);
    if (page.isSource || page.state === 'unreadable' || source === undefined) continue;
    if (source.state === 'unreadable') {
      notCompared.push({ path: page.path, reason: `Its source \`${source.path}\` could not be read.` });
      continue;
    }
    try {
      pairs.set(page.path, judgePair(source, page, revisions.get(page.path), input.product));
    } catch (error) {
      const sentence = `The page could not be aligned with its source: ${reasonOf(error)}.`;
      crashes.push(`${page.path}: ${sentence}`);
      notCompared.push({ path: page.path, reason: sentence });
    }
  }

  const said: SaidDraft[] = [];
  for (const { rule, path, look } of looksOf(input, pages, [...pairs.values()])) {
    try {
      for (const draft of look()) said.push(draft);
    } catch (error) {
      const sentence = `The rule \`${rule.id}\` broke: ${reasonOf(error)}.`;
      crashes.push(`${path}: ${sentence}`);
      notCompared.push({ path, reason: sentence });
    }
  }

  const isReported = input.isReported ?? (() => true);
  const isAskedFor = askedFor(input.expected, isReported);
  const textOf = textReader(pages, pairs.values());
  const findings = finishFindings(said, {
    places: new Map([...input.expected, ...pages].map((page) => [page.path, page])),
    pairs,
    sourceLocale: input.product.sourceLocale,
    severities: input.severities ?? new Map<string, Severity>(),
    textOf,
    isReported,
  });
  const reported = pages.filter(isAskedFor);
  const passedOver = new Set(pages.filter((page) => !isAskedFor(page)).map((page) => page.path));
  return {
    report: {
      version: reportVersion,
      summary: summarise(reported, pairs, findings),
      pages: reportedPages(reported, input.expected.filter(isAskedFor)),
      findings,
      notCompared: withoutRepeats(notCompared).filter((entry) => !passedOver.has(entry.path)),
    },
    textOf,
    crashes,
  };
}

/** A page, parsed as far as it can be. */
interface ReadPage extends RevisedPage {
  readonly locale: string;
}

/** A page in whichever dialect its source is written, so that both are read alike. */
function readDocuments(input: CheckInput): readonly ReadPage[] {
  const sourceDialects = new Map<string, Dialect>();
  const sourcesFirst = input.files.toSorted((one, other) => Number(other.isSource) - Number(one.isSource));
  return sourcesFirst
    .map(({ content, ...page }): ReadPage => {
      const text = content.kind === 'text' ? content.text : '';
      const sourceKey = `${page.key}\0${extensionOf(page.path)}`;
      const dialect = input.dialect ?? sourceDialects.get(sourceKey) ?? recogniseDialect(page.path, text);
      if (page.isSource) sourceDialects.set(sourceKey, dialect);
      return { ...page, document: readDocument(content, dialect) };
    })
    .toSorted((one, other) => compareText(one.path, other.path));
}

function readDocument(content: PageContent, dialect: Dialect): PageDocument {
  if (content.kind === 'unreadable') return emptyDocument(dialect, '', content.problem);
  try {
    return parsePage(content.text, { dialect });
  } catch (error) {
    const start = { line: 1, column: 1, offset: 0 };
    const message = `The page could not be parsed: ${reasonOf(error)}`;
    return emptyDocument(dialect, content.text, { kind: 'encoding', message, span: { start, end: start } });
  }
}

function emptyDocument(
  dialect: Dialect,
  text: string,
  problem: PageDocument['problems'][number],
): PageDocument {
  return { ...parsePage('', { dialect }), text, problems: [problem] };
}

/** Nothing of a page with the wrong encoding can be judged; other problems leave the rest of it. */
function isReadable({ document }: { readonly document: PageDocument }): boolean {
  return document.problems.every(({ kind }) => kind !== 'encoding' && kind !== 'file');
}

function lackOfPage(page: ReadPage): readonly NotCompared[] {
  if (isReadable(page)) return [];
  return [{ path: page.path, reason: 'The page could not be read; its finding says why.' }];
}

function checkedPages(
  documents: readonly ReadPage[],
  revisions: ReadonlyMap<string, KnownRevision>,
  expected: readonly ExpectedPage[],
): readonly CheckedPage[] {
  const orphans = new Set(
    expected.filter((place) => place.exists && place.source === undefined).map((place) => place.path),
  );
  return documents.map((page) => {
    const known = revisions.get(page.path);
    const state = stateOf(page, orphans.has(page.path), known);
    return { ...page, state, ...(known?.pinned && { revision: known.pinned }) };
  });
}

function stateOf(page: ReadPage, isOrphan: boolean, known: KnownRevision | undefined): PageState {
  if (!isReadable(page)) return 'unreadable';
  if (page.isSource) return 'source';
  if (isOrphan) return 'orphan';
  return known?.state ?? 'unknown';
}

/** Certainty of a finding where the source as it is stands in for the one that was translated. */
const standInCertainty = 0.7;

function judgePair(
  source: CheckedPage,
  translation: CheckedPage,
  known: KnownRevision | undefined,
  product: Product,
): JudgedPair {
  const judged = known?.old === undefined ? source : { ...source, document: known.old.document };
  const alignment = alignPages(judged.document, translation.document, {
    sourceLocale: source.locale,
    locale: translation.locale,
    terms: labelTerms(product, source.locale, translation.locale),
  });
  return {
    context: { source: judged, translation, alignment, product },
    old: known?.old,
    certainty: known?.state === 'behind' && known.old === undefined ? standInCertainty : 1,
  };
}

/** The product's labels in both languages: the same words in the same places tell that two blocks answer each other. */
function labelTerms({ labels }: Product, sourceLocale: string, locale: string): readonly Term[] {
  const translations = labels.get(locale);
  return [...(labels.get(sourceLocale)?.values() ?? [])].flatMap(({ id, text: source }) => {
    const translation = translations?.get(id)?.text;
    return translation === undefined ? [] : [{ source, translation }];
  });
}

/** One look of one rule. */
interface Look {
  readonly rule: Rule;
  /** What is looked at; `.` for the whole tree. */
  readonly path: string;
  readonly look: () => readonly SaidDraft[];
}

function* looksOf(
  input: CheckInput,
  pages: readonly CheckedPage[],
  pairs: readonly JudgedPair[],
): Iterable<Look> {
  const { product, expected } = input;
  const contexts: readonly PairContext[] = pairs.map((pair) => pair.context);
  for (const rule of input.rules) {
    switch (rule.on) {
      case 'page':
        for (const page of pages) {
          if (page.state === 'unreadable' && rule.id !== 'unreadable-page') continue;
          const look = (): readonly SaidDraft[] =>
            Array.from(rule.check({ page, product }), (draft) => ({ rule, draft, page }));
          yield { rule, path: page.path, look };
        }
        break;
      case 'pair':
        for (const context of contexts) {
          const page = context.translation;
          const look = (): readonly SaidDraft[] =>
            Array.from(rule.check(context), (draft) => ({ rule, draft, page }));
          yield { rule, path: page.path, look };
        }
        break;
      case 'family':
        for (const [key, family] of Map.groupBy(pages, (page) => page.key)) {
          const ofKey = contexts.filter(({ translation }) => translation.key === key);
          const wanted = expected.filter((place) => place.key === key);
          const look = (): readonly SaidDraft[] =>
            Array.from(
              rule.check({ key, pages: family, pairs: ofKey, product, expected: wanted }),
              (draft) => ({ rule, draft, page: undefined }),
            );
          yield { rule, path: family[0]?.path ?? '.', look };
        }
        break;
      case 'tree':
        yield {
          rule,
          path: '.',
          look: () =>
            Array.from(rule.check({ pages, pairs: contexts, product, expected }), (draft) => ({
              rule,
              draft,
              page: undefined,
            })),
        };
    }
  }
}

function textReader(pages: readonly CheckedPage[], pairs: Iterable<JudgedPair>): CheckResult['textOf'] {
  const current = new Map(pages.map((page) => [page.path, page.document.text]));
  const old = new Map<string, string>();
  for (const pair of pairs) {
    if (pair.old !== undefined) old.set(pair.old.revision, pair.old.document.text);
  }
  return (path, revision) => (revision === undefined ? current.get(path) : old.get(revision));
}

/** Sources of the pages that the caller asked about are reported too: they were read. */
function askedFor(
  expected: readonly ExpectedPage[],
  isReported: (place: ReportedPlace) => boolean,
): (page: { path: string; locale: string }) => boolean {
  const sources = new Set<string>();
  for (const { path, locale, source } of expected) {
    if (source !== undefined && isReported({ path, locale })) sources.add(source);
  }
  return ({ path, locale }) => sources.has(path) || isReported({ path, locale });
}

function summarise(
  pages: readonly CheckedPage[],
  pairs: ReadonlyMap<string, JudgedPair>,
  findings: readonly Finding[],
): Report['summary'] {
  const count = (severity: Severity): number =>
    findings.filter((finding) => finding.severity === severity).length;
  return {
    pages: pages.length,
    pairs: pages.filter((page) => pairs.has(page.path)).length,
    errors: count('error'),
    warnings: count('warning'),
    notes: count('note'),
    suppressed: 0,
  };
}

function reportedPages(pages: readonly CheckedPage[], expected: readonly ExpectedPage[]): ReportedPage[] {
  const sources = new Map(expected.map((place) => [place.path, place.source]));
  const there = pages.map(({ key, locale, path, state, isSource }): ReportedPage => {
    return { key, locale, path, source: isSource ? null : (sources.get(path) ?? null), state };
  });
  const missing = expected
    .filter((place) => !place.exists)
    .map(({ key, locale, path, source }): ReportedPage => {
      return { key, locale, path, source: source ?? null, state: 'missing' };
    });
  return [...there, ...missing].toSorted((one, other) => compareText(one.path, other.path));
}

function extensionOf(path: string): string {
  return /\.[^./]+$/.exec(path)?.[0].toLowerCase() ?? '';
}

function withoutRepeats(entries: readonly NotCompared[]): NotCompared[] {
  return [...new Map(entries.map((entry) => [`${entry.path}\0${entry.reason}`, entry])).values()];
}
