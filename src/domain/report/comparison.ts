import type { PageChange } from './page-drift.ts';
import type { ReportedPage } from './report.ts';

/** A block of a source page beside what answers it in the translation. */
export interface ComparedBlock {
  /** The Markdown of each; `undefined` where there is none. */
  readonly source: string | undefined;
  readonly translation: string | undefined;
  /** How the source has gone on since; of something new this is all there is. */
  readonly changes: readonly PageChange[];
}

/** What holds other blocks is shown by them; a table is shown whole. */
const inner = new Set(['list', 'row', 'cell']);

/**
 * A translation beside its source, block by block in the source's order. `source` is the text that the alignment lies
 * in: the one that the translation was made from, where that is known.
 */
export function compareBlocks(page: ReportedPage, source: string, translation: string): ComparedBlock[] {
  const { alignment, drift } = page;
  if (alignment === undefined) return [];
  const rows: Row[] = [];
  const pairs = alignment.pairs.filter(({ kind }) => !inner.has(kind));
  for (const pair of pairs.filter((each) => each.kind !== 'section')) {
    const row = { source: spansOf(pair.source), translation: spansOf(pair.translation) };
    if (!rows.some((other) => isInside(row, other))) rows.push(row);
  }
  for (const pair of pairs.filter((each) => each.kind === 'section'))
    rows.push({ source: spansOf(pair.source), translation: spansOf(pair.translation) });

  const ordered = rows
    .filter((row) => row.source.length > 0)
    .toSorted((a, b) => startOf(a.source) - startOf(b.source));
  for (const extra of rows.filter((row) => row.source.length === 0)) {
    const before = ordered.findLastIndex(
      (row) => row.translation.length > 0 && startOf(row.translation) < startOf(extra.translation),
    );
    ordered.splice(before + 1, 0, extra);
  }

  const changes =
    drift?.revision !== null && drift?.revision === alignment.revision
      ? (drift?.changes ?? []).filter((change) => change.node !== 'field' && !change.inTranslation)
      : [];
  const shown = ordered.map((row) => ({
    at: row.source.length > 0 ? startOf(row.source) : undefined,
    block: {
      source: textOf(row.source, source),
      translation: textOf(row.translation, translation),
      changes: changes.filter(
        ({ before }) =>
          before.end.offset > before.start.offset &&
          row.source.some(({ start, end }) => before.start.offset < end && start < before.end.offset),
      ),
    },
  }));
  const told = new Set(shown.flatMap(({ block }) => block.changes));
  for (const change of changes.filter((each) => !told.has(each))) {
    const before = shown.findLastIndex(({ at }) => at !== undefined && at < change.before.start.offset);
    shown.splice(before + 1, 0, {
      at: change.before.start.offset,
      block: { source: undefined, translation: undefined, changes: [change] },
    });
  }
  return shown.map(({ block }) => block);
}

interface Span {
  readonly start: number;
  readonly end: number;
}

interface Row {
  readonly source: readonly Span[];
  readonly translation: readonly Span[];
}

function spansOf(ranges: ReadonlyArray<{ start: { offset: number }; end: { offset: number } }>): Span[] {
  return ranges.map(({ start, end }) => ({ start: start.offset, end: end.offset }));
}

function startOf(spans: readonly Span[]): number {
  return Math.min(...spans.map(({ start }) => start));
}

/** True when all of `row` is shown by `other`; one side may be empty. */
function isInside(row: Row, other: Row): boolean {
  return lie(row.source, other.source) && lie(row.translation, other.translation);
}

function lie(spans: readonly Span[], around: readonly Span[]): boolean {
  return spans.every((span) => around.some(({ start, end }) => start <= span.start && span.end <= end));
}

function textOf(spans: readonly Span[], text: string): string | undefined {
  if (spans.length === 0) return undefined;
  return spans.map(({ start, end }) => text.slice(start, end)).join('\n\n');
}
