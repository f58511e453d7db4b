import type { Dialect, PageDocument, Span } from '../../src/domain/document/page-document.ts';
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
  severitySchema,
} from '../../src/domain/report/report.ts';
import { alignPages } from './align/align-pages.ts';
import { blobId, shortId } from './history/blob-id.ts';
import { diffLines, type LineDiff } from './history/line-diff.ts';
import { isRevisionId, type Pin, pinName, type SourceHistory } from './history/source-history.ts';
import { reasonOf } from './operational-error.ts';
import { fingerprinter } from './report/fingerprint.ts';
import type {
  CheckedPage,
  Draft,
  ExpectedPage,
  PairContext,
  PinnedRevision,
  Product,
  Rule,
} from './rules/rule.ts';
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
  const parsed = readDocuments(input, notCompared);
  const revisions = readRevisions(input, parsed, notCompared);
  const orphans = new Set(
    input.expected.filter((place) => place.exists && place.source === undefined).map((place) => place.path),
  );
  const pages = parsed.map(({ file, document }): CheckedPage => {
    const known = revisions.get(file.path);
    return {
      key: file.key,
      locale: file.locale,
      path: file.path,
      document,
      isSource: file.isSource,
      state: stateOf(file, orphans.has(file.path), known),
      ...(known?.pinned && { revision: known.pinned }),
    };
  });

  const found: Found[] = [];
  const look = (rule: Rule, path: string, context: string, drafts: () => Iterable<Found>): void => {
    try {
      found.push(...drafts());
    } catch (error) {
      const sentence = `The rule \`${rule.id}\` broke ${context}: ${reasonOf(error)}.`;
      crashes.push(sentence);
      notCompared.push({ path, reason: sentence });
    }
  };

  for (const page of pages) {
    for (const rule of input.rules) {
      if (rule.on !== 'page') continue;
      if (page.state === 'unreadable' && rule.id !== 'unreadable-page') continue;
      look(rule, page.path, 'on this page', () =>
        Array.from(rule.check({ page, product: input.product }), (draft) => ({ rule, draft, page })),
      );
    }
  }

  const pairs: ComparedPair[] = [];
  const sources = new Map(pages.filter((page) => page.isSource).map((page) => [page.key, page]));
  for (const translation of pages) {
    const source = sources.get(translation.key);
    if (translation.isSource || translation.state === 'unreadable' || source === undefined) continue;
    if (source.state === 'unreadable') {
      notCompared.push({
        path: translation.path,
        reason: `Its source \`${source.path}\` could not be read.`,
      });
      continue;
    }
    try {
      pairs.push(comparePair(source, translation, revisions.get(translation.path), input.product));
    } catch (error) {
      const sentence = `The page could not be aligned with its source: ${reasonOf(error)}.`;
      crashes.push(sentence);
      notCompared.push({ path: translation.path, reason: sentence });
    }
  }
  for (const pair of pairs) {
    for (const rule of input.rules) {
      if (rule.on !== 'pair') continue;
      look(rule, pair.context.translation.path, 'on this page', () =>
        Array.from(rule.check(pair.context), (draft) => ({
          rule,
          draft,
          page: pair.context.translation,
          pair,
        })),
      );
    }
  }
  for (const rule of input.rules) {
    if (rule.on !== 'tree') continue;
    const contexts = pairs.map((pair) => pair.context);
    look(rule, '.', 'on the tree of pages', () =>
      Array.from(
        rule.check({ pages, pairs: contexts, product: input.product, expected: input.expected }),
        (draft) => ({ rule, draft, page: undefined }),
      ),
    );
  }

  const textOf = textReader(pages, pairs);
  const findings = finishFindings(found, input, pages, pairs, textOf);
  return {
    report: {
      version: reportVersion,
      summary: summarise(pages, pairs, findings, input),
      pages: reportedPages(pages, input),
      findings,
      notCompared: withoutRepeats(notCompared).filter((entry) => isAskedFor(entry.path, pages, input)),
    },
    textOf,
    crashes,
  };
}

interface ParsedFile {
  readonly file: PageFile;
  readonly document: PageDocument;
}

/** What a rule said, and of what. */
interface Found {
  readonly rule: Rule;
  readonly draft: Draft;
  /** The page it looked at; `undefined` for a rule on the tree. */
  readonly page: CheckedPage | undefined;
  readonly pair?: ComparedPair;
}

interface ComparedPair {
  readonly context: PairContext;
  /** The old source that the translation was held against, where it is not the source as it is. */
  readonly old: OldSource | undefined;
  /** Below 1 where the source that the translation was made from is not to be had. */
  readonly certainty: number;
}

interface OldSource {
  readonly revision: string;
  readonly document: PageDocument;
  readonly diff: LineDiff;
  /** Offsets at which the lines of the source as it is begin. */
  readonly lineStarts: readonly number[];
}

/** What the pin of a translation came to. */
interface KnownRevision {
  readonly state: 'current' | 'behind' | 'unknown';
  readonly pinned?: PinnedRevision;
  readonly old?: OldSource;
}

/** Certainty of a finding where the source as it is stands in for the one that was translated. */
const standInCertainty = 0.7;

/** A page in whichever dialect its source is written, so that both are read alike. */
function readDocuments(input: CheckInput, notCompared: NotCompared[]): readonly ParsedFile[] {
  const sourceDialects = new Map<string, Dialect>();
  const inOrder = [...input.files].sort((one, other) => Number(other.isSource) - Number(one.isSource));
  const parsed: ParsedFile[] = [];
  for (const file of inOrder) {
    const text = file.content.kind === 'text' ? file.content.text : '';
    const sourceKey = `${file.key}\0${extensionOf(file.path)}`;
    const dialect = input.dialect ?? sourceDialects.get(sourceKey) ?? recogniseDialect(file.path, text);
    if (file.isSource) sourceDialects.set(sourceKey, dialect);
    const document = readDocument(file, text, dialect);
    if (document.problems.some((problem) => problem.kind === 'encoding')) {
      notCompared.push({ path: file.path, reason: 'The page could not be read; its finding says why.' });
    }
    parsed.push({ file, document });
  }
  return parsed.sort((one, other) => compareText(one.file.path, other.file.path));
}

function readDocument(file: PageFile, text: string, dialect: Dialect): PageDocument {
  if (file.content.kind === 'unreadable') return unreadableDocument(dialect, text, file.content.problem);
  try {
    return parsePage(text, { dialect });
  } catch (error) {
    const start = { line: 1, column: 1, offset: 0 };
    return unreadableDocument(dialect, text, {
      kind: 'encoding',
      message: `The page could not be parsed: ${reasonOf(error)}`,
      span: { start, end: start },
    });
  }
}

function unreadableDocument(
  dialect: Dialect,
  text: string,
  problem: PageDocument['problems'][number],
): PageDocument {
  return { ...parsePage('', { dialect }), text, problems: [problem] };
}

/** Reads every pin, then asks the history for all old texts at once. */
function readRevisions(
  input: CheckInput,
  parsed: readonly ParsedFile[],
  notCompared: NotCompared[],
): ReadonlyMap<string, KnownRevision> {
  const known = new Map<string, KnownRevision>();
  const { history } = input;
  if (history === undefined) return known;
  const sources = new Map(
    parsed.filter(({ file }) => file.isSource).map((source) => [source.file.key, source]),
  );
  const behind: { file: PageFile; pin: Pin; span: Span; source: ParsedFile }[] = [];
  for (const { file, document } of parsed) {
    const source = sources.get(file.key);
    const value = document.frontMatter?.data[history.pinKey];
    if (file.isSource || source === undefined || source.file.content.kind !== 'text') continue;
    if (value === undefined || value === null) continue;
    const revision = String(value);
    const span = document.frontMatter?.valueSpans.get(history.pinKey) ?? document.root.span;
    if (!isRevisionId(revision)) {
      const reason = `Its front matter \`${history.pinKey}\` is \`${revision}\`, which is no git id, so it is unknown which source it was made from.`;
      notCompared.push({ path: file.path, reason });
    } else if (blobId(source.document.text).startsWith(revision.toLowerCase())) {
      known.set(file.path, { state: 'current' });
    } else {
      behind.push({ file, pin: { revision, sourcePath: source.file.path }, span, source });
    }
  }
  if (behind.length === 0) return known;

  const texts = history.readTexts(behind.map(({ pin }) => pin));
  const commits = history.readLastCommits([...new Set(behind.map(({ pin }) => pin.sourcePath))]);
  for (const { file, pin, span, source } of behind) {
    const text = texts.get(pinName(pin));
    const current = source.document.text;
    if (text !== undefined && blobId(text) === blobId(current)) {
      known.set(file.path, { state: 'current' });
      continue;
    }
    const diff = text === undefined ? undefined : diffLines(text, current);
    if (text === undefined) {
      const why = history.limit() ?? `Git has no object \`${shortId(pin.revision)}\`.`;
      const reason = `The source text it was made from is not to be had, so it was held against the source as it is, with less confidence. ${why}`;
      notCompared.push({ path: file.path, reason });
    }
    known.set(file.path, {
      state: 'behind',
      pinned: {
        pin: pin.revision,
        span,
        sourcePath: pin.sourcePath,
        changedLines: diff?.changedLines,
        firstChange: lineSpan(current, diff?.firstChange ?? 1),
        lastCommit: commits.get(pin.sourcePath),
      },
      ...(text !== undefined &&
        diff && {
          old: {
            revision: blobId(text),
            document: parsePage(text, { dialect: source.document.dialect }),
            diff,
            lineStarts: lineStartsOf(current),
          },
        }),
    });
  }
  return known;
}

function stateOf(file: PageFile, isOrphan: boolean, known: KnownRevision | undefined): PageState {
  if (file.content.kind === 'unreadable') return 'unreadable';
  if (file.isSource) return 'source';
  if (isOrphan) return 'orphan';
  return known?.state ?? 'unknown';
}

function comparePair(
  source: CheckedPage,
  translation: CheckedPage,
  known: KnownRevision | undefined,
  product: Product,
): ComparedPair {
  const judged = known?.old === undefined ? source : { ...source, document: known.old.document };
  const alignment = alignPages(judged.document, translation.document, {
    sourceLocale: source.locale,
    locale: translation.locale,
  });
  return {
    context: { source: judged, translation, alignment, product },
    old: known?.old,
    certainty: known?.state === 'behind' && known.old === undefined ? standInCertainty : 1,
  };
}

function textReader(pages: readonly CheckedPage[], pairs: readonly ComparedPair[]): CheckResult['textOf'] {
  const current = new Map(pages.map((page) => [page.path, page.document.text]));
  const old = new Map(
    pairs.flatMap((pair) => (pair.old ? [[pair.old.revision, pair.old.document.text]] : [])),
  );
  return (path, revision) => (revision === undefined ? current.get(path) : old.get(revision));
}

/** Gives what the rules said its place in the report; sorted by path, place and rule. */
function finishFindings(
  found: readonly Found[],
  input: CheckInput,
  pages: readonly CheckedPage[],
  pairs: readonly ComparedPair[],
  textOf: CheckResult['textOf'],
): Finding[] {
  const pairOf = new Map(pairs.map((pair) => [pair.context.translation.path, pair]));
  const places = new Map<string, { key: string; locale: string }>();
  for (const page of [...input.expected, ...pages]) places.set(page.path, page);
  const fingerprint = fingerprinter();

  return found
    .map(({ rule, draft, page, pair }) => {
      const path = draft.path ?? page?.path ?? '.';
      const place = places.get(path);
      // A rule on the tree sees translations beside the source they were made from, as a rule on pairs does.
      const ofPair = pair ?? (rule.on === 'tree' ? pairOf.get(path) : undefined);
      return {
        rule,
        draft,
        path,
        key: place?.key ?? path,
        locale: place?.locale ?? page?.locale ?? input.product.sourceLocale,
        pair: ofPair,
        certainty: ofPair?.certainty ?? 1,
      };
    })
    .filter(({ rule, path, locale }) => input.isReported?.({ path, locale, rule: rule.id }) ?? true)
    .sort(
      (one, other) =>
        compareText(one.path, other.path) ||
        one.draft.span.start.offset - other.draft.span.start.offset ||
        compareText(one.rule.id, other.rule.id) ||
        one.draft.span.end.offset - other.draft.span.end.offset ||
        compareText(one.draft.message, other.draft.message),
    )
    .map(({ rule, draft, path, key, locale, pair, certainty }): Finding => {
      const related = (draft.related ?? []).map((place) => relatedPlace(place, pair));
      const [counterpart] = related;
      return {
        rule: rule.id,
        severity: severityOf(rule, draft, input.severities?.get(rule.id)),
        confidence: roundedConfidence((draft.confidence ?? 1) * certainty),
        message: draft.message,
        help: draft.help,
        locale,
        path,
        range: rangeOf(draft.span),
        related,
        data: { ...draft.data },
        fingerprint: fingerprint({
          rule: rule.id,
          key,
          locale,
          excerpt: excerptOf(textOf(path), draft.span),
          counterpart: counterpart
            ? excerptOf(textOf(counterpart.path, counterpart.revision), counterpart.range)
            : '',
        }),
        fix: null,
      };
    });
}

/** The settings replace the rule's severity; where the rule says that this fault is lighter, it stays so. */
function severityOf(rule: Rule, draft: Draft, set: Severity | undefined): Severity {
  const own = draft.severity ?? rule.severity;
  if (set === undefined) return own;
  const order = severitySchema.options;
  const isLighter = order.indexOf(own) > order.indexOf(rule.severity);
  return isLighter && order.indexOf(own) > order.indexOf(set) ? own : set;
}

/**
 * A place in the source, as it is today where its lines are still the same, else in the old text that the
 * translation was made from.
 */
function relatedPlace(
  place: NonNullable<Draft['related']>[number],
  pair: ComparedPair | undefined,
): Finding['related'][number] {
  const { label, path } = place;
  const range = rangeOf(place.span);
  if (pair?.old === undefined || path !== pair.context.source.path) return { label, path, range };
  const today = rangeToday(range, pair.old);
  if (today !== undefined) return { label, path, range: today };
  const { revision } = pair.old;
  return { label: `${label} as of ${shortId(revision)}`, path, range, revision };
}

/** Where a range of the old source stands now; `undefined` when a line of it has changed. */
function rangeToday(range: Finding['range'], old: OldSource): Finding['range'] | undefined {
  const { start, end } = range;
  const startLine = old.diff.newLineOf(start.line);
  const endLine = old.diff.newLineOf(end.line);
  if (startLine === undefined || endLine === undefined) return undefined;
  if (endLine - startLine !== end.line - start.line) return undefined;
  const offsetAt = (line: number, column: number): number => (old.lineStarts[line - 1] ?? 0) + column - 1;
  return {
    start: { line: startLine, column: start.column, offset: offsetAt(startLine, start.column) },
    end: { line: endLine, column: end.column, offset: offsetAt(endLine, end.column) },
  };
}

function summarise(
  pages: readonly CheckedPage[],
  pairs: readonly ComparedPair[],
  findings: readonly Finding[],
  input: CheckInput,
): Report['summary'] {
  const isCounted = isReportedPage(input);
  const count = (severity: Severity): number =>
    findings.filter((finding) => finding.severity === severity).length;
  return {
    pages: pages.filter(isCounted).length,
    pairs: pairs.filter((pair) => isCounted(pair.context.translation)).length,
    errors: count('error'),
    warnings: count('warning'),
    notes: count('note'),
    suppressed: 0,
  };
}

function reportedPages(pages: readonly CheckedPage[], input: CheckInput): ReportedPage[] {
  const sources = new Map(input.expected.map((place) => [place.path, place.source]));
  const there = pages.map((page) => ({
    key: page.key,
    locale: page.locale,
    path: page.path,
    source: page.isSource ? null : (sources.get(page.path) ?? null),
    state: page.state,
  }));
  const missing = input.expected
    .filter((place) => !place.exists)
    .map((place) => ({
      key: place.key,
      locale: place.locale,
      path: place.path,
      source: place.source ?? null,
      state: 'missing' as const,
    }));
  return [...there, ...missing]
    .filter(isReportedPage(input))
    .sort((one, other) => compareText(one.path, other.path));
}

/** Sources of the pages that the caller asked about are reported too: they were read. */
function isReportedPage(input: CheckInput): (page: { path: string; locale: string }) => boolean {
  const { isReported } = input;
  if (isReported === undefined) return () => true;
  const sources = new Set(
    input.expected
      .filter(({ path, locale }) => isReported({ path, locale }))
      .flatMap(({ source }) => (source === undefined ? [] : [source])),
  );
  return ({ path, locale }) => sources.has(path) || isReported({ path, locale });
}

function rangeOf(span: Span): Finding['range'] {
  return { start: { ...span.start }, end: { ...span.end } };
}

function excerptOf(text: string | undefined, span: Span): string {
  return text?.slice(span.start.offset, span.end.offset) ?? '';
}

function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  for (const end of text.matchAll(/\r\n|\r|\n/g)) starts.push(end.index + end[0].length);
  return starts;
}

function lineSpan(text: string, line: number): Span {
  const point = { line, column: 1, offset: lineStartsOf(text)[line - 1] ?? text.length };
  return { start: point, end: point };
}

function extensionOf(path: string): string {
  return /\.[^./]+$/.exec(path)?.[0].toLowerCase() ?? '';
}

/** By code units, so that every machine sorts alike. */
function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function roundedConfidence(confidence: number): number {
  return Math.round(Math.min(1, Math.max(0, confidence)) * 100) / 100;
}

/** What concerns no page, such as labels of a locale, is always said. */
function isAskedFor(path: string, pages: readonly CheckedPage[], input: CheckInput): boolean {
  const page = pages.find((candidate) => candidate.path === path);
  return page === undefined || isReportedPage(input)(page);
}

function withoutRepeats(entries: readonly NotCompared[]): NotCompared[] {
  return [...new Map(entries.map((entry) => [`${entry.path}\0${entry.reason}`, entry])).values()];
}
