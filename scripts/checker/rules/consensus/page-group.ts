import type { Block, PageDocument, Point, Section } from '../../../../src/domain/document/page-document.ts';
import { alignPages } from '../../align/align-pages.ts';
import type { Alignment } from '../../align/alignment.ts';
import type { CheckedPage } from '../rule.ts';
import { claimedRevision } from './claimed-revision.ts';

/** Translations of one page that were made from one text, and which part of one answers which of another. */
export interface PageGroup {
  /** At least `fewestPages`, sorted by path. */
  readonly pages: readonly CheckedPage[];
  /** Whether the pages name the text they were made from; else it is only likely that it is one. */
  readonly isClaimed: boolean;
  /** What answers a node of page `from` in page `to`. */
  readonly answerTo: (from: number, node: Block | Section, to: number) => Answer;
}

/** What answers a node of one page in another. */
export interface Answer {
  /** The node and those that are taken together with it: one, unless several answer as one. */
  readonly own: readonly (Block | Section)[];
  /** Empty where nothing answers it. */
  readonly others: readonly (Block | Section)[];
  /** How sure, 0 to 1: of the answer, or of its absence. */
  readonly score: number;
  /** Where it would stand; only where nothing answers it. */
  readonly place: Point | undefined;
}

/** Of two pages that differ nobody can say which is odd. */
export const fewestPages = 3;

/** The pages of one key in groups that claim one source text each; pages that claim none are a group where none does. */
export function groupPages(pages: readonly CheckedPage[], pinKey: string | undefined): readonly PageGroup[] {
  const byRevision = new Map<string | undefined, CheckedPage[]>();
  for (const page of pages) {
    const revision = claimedRevision(page.document.frontMatter, pinKey);
    byRevision.set(revision, [...(byRevision.get(revision) ?? []), page]);
  }
  return [...byRevision]
    .filter(
      ([revision, group]) =>
        group.length >= fewestPages && (revision !== undefined || group.length === pages.length),
    )
    .map(([revision, group]) => createGroup(group, revision !== undefined));
}

/** Some pages as a group; none is aligned with another before it is asked for. */
export function createGroup(pages: readonly CheckedPage[], isClaimed: boolean): PageGroup {
  const alignments = new Map<number, Alignment>();
  const alignmentOf = (one: number, other: number): Alignment => {
    const key = one * pages.length + other;
    const known = alignments.get(key);
    if (known !== undefined) return known;
    const [first, second] = [pages[one], pages[other]];
    const alignment = alignPages(documentOf(first), documentOf(second), {
      ...(first && { sourceLocale: first.locale }),
      ...(second && { locale: second.locale }),
    });
    alignments.set(key, alignment);
    return alignment;
  };
  return {
    pages,
    isClaimed,
    answerTo: (from, node, to) => {
      const pair = alignmentOf(Math.min(from, to), Math.max(from, to)).pairOf(node);
      const isForward = from < to;
      return {
        own: isForward ? pair.source : pair.translation,
        others: isForward ? pair.translation : pair.source,
        score: pair.score,
        place: pair.place,
      };
    },
  };
}

function documentOf(page: CheckedPage | undefined): PageDocument {
  if (page === undefined) throw new RangeError('There is no such page in the group');
  return page.document;
}
