import type { PageDocument, Span } from '../../../src/domain/document/page-document.ts';
import { parsePage } from '../../../src/domain/document/parse-page.ts';
import type { NotCompared } from '../../../src/domain/report/report.ts';
import type { PinnedRevision } from '../rules/rule.ts';
import { blobId, shortId } from './blob-id.ts';
import { diffLines, type LineDiff } from './line-diff.ts';
import { isRevisionId, type Pin, pinName, type SourceHistory } from './source-history.ts';

/** What the pin of a translation came to. */
export interface KnownRevision {
  readonly state: 'current' | 'behind';
  /** For a translation that is behind. */
  readonly pinned?: PinnedRevision;
  /** The text it was made from, where that is to be had. */
  readonly old?: OldSource;
}

/** A source page as it was when it was translated. */
export interface OldSource {
  /** Blob id of its text. */
  readonly revision: string;
  readonly document: PageDocument;
  /** From this text to the source as it is. */
  readonly diff: LineDiff;
  /** Offsets at which the lines of the source as it is begin. */
  readonly lineStarts: readonly number[];
}

/** A page whose front matter may hold a pin, or whose text a pin may speak of. */
export interface RevisedPage {
  readonly key: string;
  readonly path: string;
  readonly isSource: boolean;
  readonly document: PageDocument;
}

/**
 * What each translation's pin came to, by path; a translation without a pin is not among them.
 *
 * The history is asked once for all old texts. `notCompared` says of which pages the pin could not be followed, and why.
 */
export function readRevisions(
  pages: readonly RevisedPage[],
  history: SourceHistory,
): {
  readonly revisions: ReadonlyMap<string, KnownRevision>;
  readonly notCompared: readonly NotCompared[];
} {
  const revisions = new Map<string, KnownRevision>();
  const notCompared: NotCompared[] = [];
  const behind: PinnedPage[] = [];
  const sources = new Map(pages.filter((page) => page.isSource).map((page) => [page.key, page]));
  const sourceIds = new Map([...sources].map(([key, source]) => [key, blobId(source.document.text)]));
  for (const page of pages) {
    const source = sources.get(page.key);
    const { frontMatter } = page.document;
    const value = frontMatter?.data[history.pinKey];
    if (page.isSource || source === undefined || value === undefined || value === null) continue;
    const revision = writtenPin(page.document, history.pinKey) ?? String(value);
    if (!isRevisionId(revision)) {
      const is =
        revision === '' ? 'is empty' : `is \`${revision}\`, which is no git id of 7 to 40 hexadecimal digits`;
      const reason = `Its front matter \`${history.pinKey}\` ${is}, so it is unknown which source it was made from.`;
      notCompared.push({ path: page.path, reason });
    } else if (sourceIds.get(page.key)?.startsWith(revision.toLowerCase())) {
      revisions.set(page.path, { state: 'current' });
    } else {
      const span = frontMatter?.valueSpans.get(history.pinKey) ?? page.document.root.span;
      behind.push({ page, pin: { revision, sourcePath: source.path }, span, source });
    }
  }
  if (behind.length === 0) return { revisions, notCompared };

  const texts = history.readTexts(behind.map(({ pin }) => pin));
  const commits = history.readLastCommits([...new Set(behind.map(({ pin }) => pin.sourcePath))]);
  const oldSources = new Map<string, OldSource>();
  for (const { page, pin, span, source } of behind) {
    const text = texts.get(pinName(pin));
    if (text !== undefined && blobId(text) === sourceIds.get(page.key)) {
      // The pin names a commit that held the source as it is.
      revisions.set(page.path, { state: 'current' });
      continue;
    }
    if (text === undefined) notCompared.push({ path: page.path, reason: lackOf(pin, history) });
    const old = text === undefined ? undefined : (oldSources.get(pinName(pin)) ?? oldSourceOf(text, source));
    if (old !== undefined) oldSources.set(pinName(pin), old);
    const other = old && otherPageOf(old, source, sources.values(), sourceIds);
    if (other !== undefined) {
      const reason = `Its front matter \`${history.pinKey}\` is the id of another page, \`${other.path}\`, so it is unknown which text of \`${pin.sourcePath}\` it was made from.`;
      notCompared.push({ path: page.path, reason });
      continue;
    }
    const pinned: PinnedRevision = {
      pin: pin.revision,
      span,
      sourcePath: pin.sourcePath,
      changedLines: old?.diff.changedLines,
      firstChange: startOfLine(source.document.text, old?.diff.firstChange ?? 1),
      lastCommit: commits.get(pin.sourcePath),
    };
    revisions.set(page.path, { state: 'behind', pinned, ...(old && { old }) });
  }
  return { revisions, notCompared };
}

interface PinnedPage {
  readonly page: RevisedPage;
  readonly pin: Pin;
  /** Where the pin stands. */
  readonly span: Span;
  readonly source: RevisedPage;
}

/** As it stands in the file: YAML takes an id of digits alone for a number, and would drop its zeros. */
function writtenPin({ text, frontMatter }: PageDocument, key: string): string | undefined {
  const span = frontMatter?.valueSpans.get(key);
  if (typeof frontMatter?.data[key] !== 'number' || span === undefined) return undefined;
  return text.slice(span.start.offset, span.end.offset);
}

/**
 * The other source page whose text a pin names by mistake.
 *
 * A page that began as a copy of another is pinned to that other's text with reason; it shares most of its lines.
 */
function otherPageOf(
  old: OldSource,
  source: RevisedPage,
  sources: Iterable<RevisedPage>,
  ids: ReadonlyMap<string, string>,
): RevisedPage | undefined {
  if (old.diff.changedLines * 2 <= lineStartsOf(source.document.text).length) return undefined;
  return [...sources].find((other) => other !== source && ids.get(other.key) === old.revision);
}

function lackOf(pin: Pin, history: SourceHistory): string {
  const why = history.limit() ?? `Git knows no text of it by the id \`${shortId(pin.revision)}\`.`;
  return `The source text it was made from is not to be had, so it was held against the source as it is, with less confidence. ${why}`;
}

function oldSourceOf(text: string, source: RevisedPage): OldSource {
  return {
    revision: blobId(text),
    document: parsePage(text, { dialect: source.document.dialect }),
    diff: diffLines(text, source.document.text),
    lineStarts: lineStartsOf(source.document.text),
  };
}

/** Where a range of the old source stands now; `undefined` when a line of it has changed. */
export function rangeToday(range: Span, old: OldSource): Span | undefined {
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

function startOfLine(text: string, line: number): Span {
  const point = { line, column: 1, offset: lineStartsOf(text)[line - 1] ?? text.length };
  return { start: point, end: point };
}

function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  for (const end of text.matchAll(/\r\n|\r|\n/g)) starts.push(end.index + end[0].length);
  return starts;
}
