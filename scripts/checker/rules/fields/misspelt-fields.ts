import type { FrontMatter, Span } from '../../../../src/domain/document/page-document.ts';
import { editDistance } from '../../../../src/domain/locale/fold-name.ts';

/** A field of a translation whose name is a slip, or a translation, of one of the source's. */
export interface MisspeltField {
  readonly name: string;
  readonly sourceName: string;
  /** The name, in the translation. */
  readonly span: Span;
  /** False where only their places tell that the two are one. */
  readonly isClose: boolean;
}

/**
 * The fields of a translation that answer fields of the source under another name: `descripton`, `beschreibung`.
 *
 * A field that only the translation has is its own affair, unless the source has one that is missing here and either
 * is spelled nearly so or stands between the same neighbours.
 */
export function misspeltFields(
  source: FrontMatter | undefined,
  translation: FrontMatter | undefined,
  text: string,
): readonly MisspeltField[] {
  if (source === undefined || translation === undefined) return [];
  const [names, sourceNames] = [Object.keys(translation.data), Object.keys(source.data)];
  const missing = new Set(sourceNames.filter((name) => !names.includes(name)));
  return names.flatMap((name, at): MisspeltField[] => {
    const span = nameSpan(translation, name, text);
    if (sourceNames.includes(name) || span === undefined) return [];
    const near = name.length > 3 ? nearestOf(name, missing) : undefined;
    const sourceName = near ?? inItsPlace(names, at, sourceNames, missing);
    if (sourceName === undefined || !isSameType(translation.data[name], source.data[sourceName])) return [];
    missing.delete(sourceName);
    return [{ name, sourceName, span, isClose: near !== undefined }];
  });
}

/** One letter in four may differ. */
function nearestOf(name: string, candidates: Iterable<string>): string | undefined {
  const edits = (candidate: string): number => editDistance(name.toLowerCase(), candidate.toLowerCase());
  const [nearest] = [...candidates].toSorted((one, other) => edits(one) - edits(other));
  return nearest !== undefined && edits(nearest) * 4 <= Math.max(name.length, 8) ? nearest : undefined;
}

/** The missing field between the same two fields; the first and last of all have one neighbour. */
function inItsPlace(
  names: readonly string[],
  at: number,
  sourceNames: readonly string[],
  missing: ReadonlySet<string>,
): string | undefined {
  const [before, after] = [names[at - 1], names[at + 1]];
  if (before === undefined && after === undefined) return undefined;
  return sourceNames.find(
    (name, index) =>
      missing.has(name) && sourceNames[index - 1] === before && sourceNames[index + 1] === after,
  );
}

function isSameType(one: unknown, other: unknown): boolean {
  return typeof one === typeof other && Array.isArray(one) === Array.isArray(other);
}

function nameSpan({ span, valueSpans }: FrontMatter, name: string, text: string): Span | undefined {
  const value = valueSpans.get(name);
  if (value === undefined) return undefined;
  const before = text.slice(span.start.offset, value.start.offset);
  const at = before.lastIndexOf(name);
  if (at === -1) return value;
  const offset = span.start.offset + at;
  const line = span.start.line + (before.slice(0, at).match(/\n/g)?.length ?? 0);
  const column = at - before.lastIndexOf('\n', at);
  return {
    start: { line, column, offset },
    end: { line, column: column + name.length, offset: offset + name.length },
  };
}
