import type { Block, Heading, PageDocument } from '../../../src/domain/document/page-document.ts';
import type { Term } from './alignment.ts';

/** Which known terms the texts of two pages have. */
export interface PageTerms {
  /** The terms in the source's language; the place of each, behind `first`, is its id. */
  readonly values: readonly string[];
  /** Texts that have any, with their ids rising. */
  readonly texts: readonly {
    readonly node: Block | Heading;
    readonly isOfSource: boolean;
    readonly ids: readonly number[];
  }[];
}

/** Looks for terms in the texts of a source and its translation; their ids begin at `first`. */
export function findTerms(
  source: PageDocument,
  translation: PageDocument,
  terms: readonly Term[],
  first: number,
): PageTerms {
  const values = [...new Set(terms.map((term) => term.source))];
  if (values.length === 0) return { values, texts: [] };
  const ids = new Map(values.map((value, at) => [value, first + at]));
  const texts = ([source, translation] as const).flatMap((page, side) => {
    const isOfSource = side === 0;
    const wanted = terms.map((term) => ({
      word: (isOfSource ? term.source : term.translation).toLowerCase(),
      id: ids.get(term.source) ?? first,
    }));
    const headings = page.sections.flatMap(({ heading }) => heading ?? []);
    const blocks = page.blocks.filter(({ kind }) => kind !== 'code');
    return [...headings, ...blocks].flatMap((node) => {
      const lower = node.text.toLowerCase();
      const found = wanted.filter(({ word }) => lower.includes(word));
      if (found.length === 0) return [];
      const own = new Set(found.map(({ id }) => id));
      return [{ node, isOfSource, ids: [...own].toSorted((one, other) => one - other) }];
    });
  });
  return { values, texts };
}
