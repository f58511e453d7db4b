import { compareText } from '../compare-text.ts';
import { parsePagePattern } from '../workspace/page-pattern.ts';
import { isLocale } from './locale-names.ts';
import type { Layout } from './recognise-layout.ts';

/** Docusaurus and others keep earlier versions of all pages in such folders. */
export const versionFolder = /^(?:version-|v)?\d[\w.]*$/;

/** Files that repositories have beside their documentation; they are translated one by one. */
const repositoryFile = /^[A-Z][A-Z\d_-]+\.\w+$/;

/** A layout of nothing but files such as README, with patterns that name them. */
export function namingFiles(layout: Layout): Layout {
  const names = new Set(layout.sources.map(nameOf));
  if (names.size === 0 || ![...names].every((name) => repositoryFile.test(name))) return layout;
  if (layout.pages.some((pattern) => !pattern.includes('{path}'))) return layout;
  const isNested = layout.sources.some((path) => path.includes('/'));
  const pages = [...names].toSorted().flatMap((name) => {
    const stem = name.replace(/\.\w+$/, '');
    const files = layout.pages.map((pattern) => pattern.replace('{path}', stem));
    return isNested && layout.pages.every((pattern) => !pattern.includes('/'))
      ? [...files, ...files.map((file) => `{path}/${file}`)]
      : files;
  });
  return { ...layout, pages: [...new Set(pages)] };
}

/** Layouts that differ in their files' ending, or in the name of one folder, as one; the first keeps its place. */
export function joinLayouts(layouts: readonly Layout[]): readonly Layout[] {
  const byEnding = joinedBy(layouts, withoutEnding, joinEndings);
  const byFolder = joinedBy(byEnding, folderFormOf, joinFolders);
  return joinedBy(byFolder, sourceFormOf, (alike) => [...new Set(alike.flatMap(({ pages }) => pages))]);
}

/** Files such as README, whose translations have several forms. */
function sourceFormOf({ kind, pages }: Layout): string {
  const isNamed = pages.every((pattern) => !pattern.includes('{path}.'));
  return [kind, ...(isNamed ? pages.slice(0, 1) : pages)].join('\n');
}

/**
 * A layout of one package or version as that of all that are alike among files, so that they need not be found one by
 * one; itself where no other is.
 */
export function widened(layout: Layout, paths: readonly string[]): Layout {
  const folder = differingFolderOf(layout);
  if (folder === undefined) return layout;
  const pages = layout.pages.map((pattern) =>
    withFolder(pattern, folder.text, `${folder.prefix}{${folder.name}}`),
  );
  const patterns = pages.map(parsePagePattern).filter(({ hasLocale }) => hasLocale);
  const translations = paths.flatMap((path) => {
    const match = patterns.map((pattern) => pattern.read(path)).find((each) => each !== undefined);
    const locale = match?.locale;
    const isTranslation =
      match !== undefined && locale !== undefined && locale !== layout.sourceLocale && isLocale(locale);
    return isTranslation ? [{ locale, own: match.captures.get(folder.name) }] : [];
  });
  if (new Set(translations.map(({ own }) => own)).size < 2) return layout;
  const locales = [...new Set(translations.map(({ locale }) => locale))].toSorted(compareText);
  return { ...layout, pages, locales, pairs: translations.length };
}

function joinedBy(
  layouts: readonly Layout[],
  formOf: (layout: Layout) => string,
  join: (alike: readonly Layout[], form: string) => readonly string[],
): readonly Layout[] {
  return Array.from(Map.groupBy(layouts, formOf), ([form, alike]) => {
    const [first] = alike as [Layout, ...Layout[]];
    return {
      ...first,
      pages: join(alike, form),
      locales: [...new Set(alike.flatMap(({ locales }) => locales))].toSorted(compareText),
      pairs: alike.reduce((sum, { pairs }) => sum + pairs, 0),
      sources: alike.flatMap(({ sources }) => sources),
    };
  }).toSorted((one, other) => other.pairs - one.pairs);
}

const pageEnding = /\{path\}\.(\w+|\{[\w,]+\})$/;

function withoutEnding({ kind, pages }: Layout): string {
  const forms = pages.map((pattern) => pattern.replace(pageEnding, '{path}'));
  return [kind, ...new Set(forms)].join('\n');
}

function joinEndings(alike: readonly Layout[], form: string): readonly string[] {
  const endings = alike.flatMap(({ pages }) =>
    pages.flatMap((pattern) => pageEnding.exec(pattern)?.[1]?.replace(/[{}]/g, '').split(',') ?? []),
  );
  const all = [...new Set(endings)].toSorted();
  const ending = all.length === 1 ? all[0] : `{${all.join(',')}}`;
  return form
    .split('\n')
    .slice(1)
    .map((pattern) => pattern.replace(/\{path\}$/, `{path}.${ending}`));
}

/** What stands for the folder in which layouts differ. */
const anyFolder = '\0';

/** Folders of packages and of versions, in which layouts may differ: all patterns of a layout name the same. */
function folderFormOf(layout: Layout): string {
  const { kind, pages } = layout;
  const folder = differingFolderOf(layout);
  if (folder === undefined) return [kind, ...pages].join('\n');
  return [
    `${folder.prefix}{${folder.name}}`,
    kind,
    ...pages.map((pattern) => withFolder(pattern, folder.text, anyFolder)),
  ].join('\n');
}

function joinFolders(alike: readonly Layout[], form: string): readonly string[] {
  const [only, ...others] = alike;
  const [placeholder = '', , ...patterns] = form.split('\n');
  // There will be more versions; a package may be the only one that is translated.
  if (others.length === 0 && only !== undefined && !placeholder.endsWith('{version}')) return only.pages;
  return patterns.map((pattern) => pattern.replace(anyFolder, placeholder));
}

interface DifferingFolder {
  readonly text: string;
  readonly prefix: string;
  /** What stands in braces for it. */
  readonly name: string;
}

/** `packages/forms/…` differs from other packages in `forms`, `version-2.0` from other versions in `2.0`. */
function differingFolderOf({ pages }: Layout): DifferingFolder | undefined {
  const shared = (pages[0] ?? '')
    .split('/')
    .slice(0, -1)
    .filter((part) => !part.includes('{') && pages.every((pattern) => pattern.split('/').includes(part)));
  const version = shared.find((part) => versionFolder.test(part));
  if (version !== undefined) {
    const prefix = /^(?:version-|v)?/.exec(version)?.[0] ?? '';
    return { text: version, prefix, name: 'version' };
  }
  const [first = '', second = ''] = (pages[0] ?? '').split('/');
  const group = /^(package|app|module|plugin|lib|project|example|service|extension)s?$/.exec(first)?.[1];
  return group !== undefined && shared.includes(second)
    ? { text: second, prefix: '', name: group }
    : undefined;
}

function withFolder(pattern: string, folder: string, replacement: string): string {
  return pattern
    .split('/')
    .map((part) => (part === folder ? replacement : part))
    .join('/');
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
