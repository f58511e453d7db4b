import { basename } from 'node:path';
import { localeTagOf } from '../../../src/domain/locale/locale-tag.ts';
import { compareText } from '../compare-text.ts';
import type { Layout } from './recognise-layout.ts';

/** A folder beside the working folder that is called after it and a locale. */
export interface SiblingFolder {
  readonly name: string;
  readonly locale: string;
  /** Its name with {locale}. */
  readonly pattern: string;
}

/**
 * Of the folders beside a folder, those that are called after it and a locale: `docs-sv` or `sv.docs` beside `docs`.
 * @example siblingFolders('/home/me/docs', ['docs', 'docs-sv', 'docs-old'])
 * // => [{ name: 'docs-sv', locale: 'sv', pattern: 'docs-{locale}' }]
 */
export function siblingFolders(folder: string, names: readonly string[]): readonly SiblingFolder[] {
  const own = basename(folder);
  return names.flatMap((name): SiblingFolder[] => {
    for (const sign of ['-', '_', '.']) {
      const behind = name.startsWith(`${own}${sign}`) ? name.slice(own.length + 1) : '';
      if (localeTagOf(behind) !== undefined)
        return [{ name, locale: behind, pattern: `${own}${sign}{locale}` }];
      const before = name.endsWith(`${sign}${own}`) ? name.slice(0, -own.length - 1) : '';
      if (localeTagOf(before) !== undefined)
        return [{ name, locale: before, pattern: `{locale}${sign}${own}` }];
    }
    return [];
  });
}

/** The layout of a repository per locale: pages of the folder that are in siblings under the same path. */
export function recogniseSiblings(
  pages: readonly string[],
  siblings: readonly (SiblingFolder & { readonly pages: readonly string[] })[],
): Layout | undefined {
  const own = new Set(pages);
  const shared = siblings.flatMap((sibling) =>
    sibling.pages.filter((path) => own.has(path)).map((path) => ({ path, sibling })),
  );
  const [first] = shared;
  if (first === undefined) return undefined;
  const sources = [...new Set(shared.map(({ path }) => path))];
  const folder = commonFolderOf(sources);
  const endings = [...new Set(sources.map((path) => /\w+$/.exec(path)?.[0] ?? ''))].toSorted();
  const ending = endings.length === 1 ? endings[0] : `{${endings.join(',')}}`;
  const patterns = [...new Set(shared.map(({ sibling }) => sibling.pattern))];
  return {
    kind: 'a repository per locale',
    pages: [
      `${folder}{path}.${ending}`,
      ...patterns.map((pattern) => `../${pattern}/${folder}{path}.${ending}`),
    ],
    locales: [...new Set(shared.map(({ sibling }) => sibling.locale))].toSorted(compareText),
    sourceLocale: undefined,
    pairs: shared.length,
    sources,
    sample: first.path,
  };
}

/** The folder that holds all of them, with a slash; empty for the working folder. */
export function commonFolderOf(paths: readonly string[]): string {
  const [folders = [], ...others] = paths.map((path) => path.split('/').slice(0, -1));
  const shared = folders.findIndex((name, at) => others.some((other) => other[at] !== name));
  const common = shared === -1 ? folders : folders.slice(0, shared);
  return common.length === 0 ? '' : `${common.join('/')}/`;
}
