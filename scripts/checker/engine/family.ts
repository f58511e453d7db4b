import type { FoundPin } from '../history/found-pin.ts';
import type { ExpectedPage } from '../rules/rule.ts';
import type { PageContent } from '../workspace/decode-page.ts';

/** A file that the run reads. */
export interface PageFile {
  /** What a page and its translations have in common. */
  readonly key: string;
  /** BCP 47. */
  readonly locale: string;
  /** Relative to the working folder, forward slashes. */
  readonly path: string;
  readonly isSource: boolean;
  /** The name of its set of pages, where it has one. */
  readonly set?: string;
  readonly content: PageContent;
}

/**
 * A page in all its locales: what the engine judges at a time, and the unit that threads and the cache deal in.
 *
 * A run never holds more families than it works on.
 */
export interface Family {
  readonly key: string;
  /** The source page, where there is one, and its translations. */
  readonly files: readonly PageFile[];
  /** Where its pages ought to be, whether they are there or not. */
  readonly expected: readonly ExpectedPage[];
  /** What the pins of its translations came to, by path. */
  readonly pins: ReadonlyMap<string, FoundPin>;
}

/** A family whose pages may not have been looked into yet. */
export interface FoundFamily {
  readonly key: string;
  /** How many pages of it there are. */
  readonly pages: number;
  /** A name for its content: another content has another name. */
  readonly name: () => string;
  readonly read: () => Family;
}

/** Files and expected places as families, in the order of their keys. */
export function groupFamilies<File extends { readonly key: string }>(
  files: readonly File[],
  expected: readonly ExpectedPage[],
): readonly {
  readonly key: string;
  readonly files: readonly File[];
  readonly expected: readonly ExpectedPage[];
}[] {
  const filesByKey = Map.groupBy(files, ({ key }) => key);
  const expectedByKey = Map.groupBy(expected, ({ key }) => key);
  return [...new Set([...filesByKey.keys(), ...expectedByKey.keys()])]
    .toSorted()
    .map((key) => ({ key, files: filesByKey.get(key) ?? [], expected: expectedByKey.get(key) ?? [] }));
}
