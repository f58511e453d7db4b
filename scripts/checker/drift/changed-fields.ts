import { isDeepStrictEqual } from 'node:util';
import type { FrontMatter, PageDocument, Span } from '../../../src/domain/document/page-document.ts';
import type { DriftKind } from './drift.ts';
import { foldText } from './fold-text.ts';

/** A field of the front matter that is another. */
export interface ChangedField {
  readonly kind: Exclude<DriftKind, 'moved'>;
  readonly name: string;
  /** As text; empty where there is none. */
  readonly before: string;
  readonly after: string;
  readonly range: Span;
  readonly rangeBefore: Span;
}

/**
 * The top-level fields of the front matter that say something else, whatever their order and quotes; those that no
 * translation takes over (dates, revisions, people) left out.
 * @param ownFields names of further fields that are each language's own
 */
export function changedFields(
  before: PageDocument,
  after: PageDocument,
  ownFields: ReadonlySet<string>,
): readonly ChangedField[] {
  const old = fieldsOf(before.frontMatter);
  const now = fieldsOf(after.frontMatter);
  return [...new Set([...now.keys(), ...old.keys()])]
    .filter((name) => !ownFields.has(name) && !isApart(name))
    .flatMap((name): readonly ChangedField[] => {
      const [one, other] = [old.get(name), now.get(name)];
      if (isSameValue(one, other)) return [];
      return [
        {
          kind: one === undefined ? 'added' : other === undefined ? 'removed' : 'changed',
          name,
          before: textOf(one),
          after: textOf(other),
          range: placeOf(after, name),
          rangeBefore: placeOf(before, name),
        },
      ];
    });
}

/** An empty field is none. */
function fieldsOf(frontMatter: FrontMatter | undefined): ReadonlyMap<string, unknown> {
  const filled = Object.entries(frontMatter?.data ?? {}).filter(
    ([, value]) => value !== null && value !== undefined && value !== '',
  );
  return new Map(filled);
}

/** Words in the names of fields that speak of the file, not to its readers. */
const wordsApart =
  /^(?:authors?|commit|contributors?|dates?|expirydate|handoff|hash|lasthandoff|lastmod|lastmodified|lastupdated|manager|modified|publishdate|reviewed|reviewers?|revision|translators?|updated?)$/;

/** `ms.date`, `lastUpdated`, `last_reviewed`. */
function isApart(name: string): boolean {
  return name
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase()
    .split(/[^a-z]+/)
    .some((word) => wordsApart.test(word));
}

function isSameValue(one: unknown, other: unknown): boolean {
  return typeof one === 'string' && typeof other === 'string'
    ? foldText(one) === foldText(other)
    : isDeepStrictEqual(one, other);
}

function textOf(value: unknown): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return value;
  const isPlainList = Array.isArray(value) && value.every((each) => typeof each !== 'object');
  return isPlainList ? value.join(', ') : (JSON.stringify(value) ?? '');
}

/** Where a field stands; where it is not there, the end of the front matter, or the start of the page. */
function placeOf({ frontMatter, root }: PageDocument, name: string): Span {
  const span = frontMatter?.valueSpans.get(name);
  if (span !== undefined) return span;
  const place = frontMatter?.span.end ?? root.span.start;
  return { start: place, end: place };
}
