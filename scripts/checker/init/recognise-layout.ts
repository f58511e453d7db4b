import { compareText } from '../compare-text.ts';
import { parsePagePattern } from '../workspace/page-pattern.ts';
import { joinLayouts, namingFiles, versionFolder, widened } from './join-layouts.ts';
import { isLocale } from './locale-names.ts';
import { commonFolderOf } from './recognise-siblings.ts';

/** How a tree holds its pages, as far as their paths tell. */
export interface Layout {
  readonly kind:
    | 'folder per locale'
    | 'source beside locale folders'
    | 'locale in the file name'
    | 'a repository per locale';
  /** For the settings: where pages are, source pages first. */
  readonly pages: readonly string[];
  /** As spelled in paths, without the source's where its pages name none. */
  readonly locales: readonly string[];
  /** The source's spelling; `undefined` where its pages name no locale. */
  readonly sourceLocale: string | undefined;
  /** Translations that have a source page. */
  readonly pairs: number;
  /** Source pages that have a translation. */
  readonly sources: readonly string[];
  /** A source page, by which its language can be told. */
  readonly sample: string;
}

/**
 * The layout that pairs most of the files with a source page; `undefined` where no two files are one page in two
 * languages.
 *
 * A folder or a part of a name counts as a locale only where the same page is there without it, or in another one: the
 * `my` of `my/page.md` is Burmese nowhere else.
 * @param paths files of one kind, relative to one folder, forward slashes
 * @example recogniseLayout(['docs/en/start.md', 'docs/sv/start.md'])?.pages // => ['docs/{locale}/{path}.md']
 */
export function recogniseLayout(paths: readonly string[]): Layout | undefined {
  const folders = inFolders(paths);
  const others = [besideFolders(paths), inNames(paths)].filter((layout) => layout !== undefined);
  const [best] = others.toSorted((one, other) => other.pairs - one.pairs);
  // Among folders per locale, one of three letters (`fil`) looks like a source beside them.
  return folders !== undefined && folders.pairs >= (best?.pairs ?? 0) * nearlyAsMany ? folders : best;
}

const nearlyAsMany = 0.8;

/** Sets of pages beside the largest that are looked for. */
const mostSets = 40;

/** A set with fewer pairs than this share of the largest was hardly meant. */
const leastShare = 0.02;

/**
 * All layouts that files have, the one with most pairs first: several documentations may lie side by side.
 *
 * Sets that differ in the name of one folder alone (packages, versions) or in the ending of their files are one. Where
 * only files such as README are translated, the patterns name them, and not all that lies beside them.
 * @example
 * recogniseLayouts(['README.md', 'README.sv.md', 'NEWS.md']).map(({ pages }) => pages)
 * // => [['README.md', 'README.{locale}.md']]
 */
export function recogniseLayouts(paths: readonly string[]): readonly Layout[] {
  const found: Layout[] = [];
  let rest = paths;
  while (found.length < mostSets) {
    const first = recogniseLayout(rest);
    const layout = first && widened(first, rest);
    if (layout === undefined || layout.pairs < (found[0]?.pairs ?? 0) * leastShare) break;
    const named = namingFiles(layout);
    const patterns = named.pages.map(parsePagePattern);
    // A README may be translated in files of several forms.
    const kept = new Set(named.pages === layout.pages ? [] : named.sources);
    const left = rest.filter(
      (path) => kept.has(path) || patterns.every((pattern) => pattern.read(path) === undefined),
    );
    if (left.length === rest.length) break;
    found.push(named);
    rest = left;
  }
  return joinLayouts(found);
}

/** `docs/en/start.md`, `docs/sv/start.md`; also `en.json`, `sv.json`, where the file itself is called after a locale. */
function inFolders(paths: readonly string[]): Layout | undefined {
  const candidates = new Map<string, Place[]>();
  for (const path of paths) {
    const { parts, ending } = partsOf(path);
    for (const [at, locale] of parts.entries()) {
      if (!isLocale(locale)) continue;
      const before = parts.slice(0, at).join('/');
      const isFile = at === parts.length - 1;
      const pattern = `${before === '' ? '' : `${before}/`}{locale}${isFile ? '' : '/{path}'}${ending}`;
      const places = candidates.get(pattern) ?? [];
      places.push({ path, locale, key: parts.slice(at + 1).join('/') });
      candidates.set(pattern, places);
    }
  }
  const best = bestOf(candidates, (places) => pairsIn(places, sourceOf(places)));
  if (best === undefined) return undefined;
  // Pages of one tree may have several endings, or lie below several folders alike.
  const [, places] = best;
  const source = sourceOf(places);
  const folder = withoutEnding(best[0]);
  const alike = [...candidates].filter(([pattern]) => withoutEnding(pattern) === folder);
  const all = alike.flatMap(([, own]) => own);
  return {
    kind: 'folder per locale',
    pages: alike.map(([pattern]) => pattern).toSorted(compareText),
    locales: localesOf(all).filter((locale) => locale !== source),
    sourceLocale: source,
    pairs: pairsIn(all, source),
    sources: sourcesIn(all, source),
    sample: all.find(({ locale }) => locale === source)?.path ?? '',
  };
}

/** `docs/start.md` with `docs/sv/start.md`, or with `i18n/sv/docusaurus-plugin-content-docs/current/start.md`. */
function besideFolders(paths: readonly string[]): Layout | undefined {
  const plain = paths.filter((path) => !partsOf(path).parts.some(isLocale));
  const byName = Map.groupBy(plain, (path) => path.slice(path.lastIndexOf('/') + 1));
  const candidates = new Map<string, (Place & { readonly source: string })[]>();
  for (const path of paths) {
    const { parts, ending } = partsOf(path);
    const at = parts.findIndex((part, index) => index < parts.length - 1 && isLocale(part));
    if (at === -1) continue;
    const behind = parts.slice(at + 1);
    const sources = byName.get(path.slice(path.lastIndexOf('/') + 1)) ?? [];
    const nearest = nearestSource(parts, at, ending, sources);
    if (nearest === undefined) continue;
    const { source, shared } = nearest;
    const sourceFolder = partsOf(source).parts.slice(0, -shared);
    const inside = behind.slice(0, -shared);
    const sourcePattern = [...sourceFolder, `{path}${ending}`].join('/');
    const pattern = [...parts.slice(0, at), '{locale}', ...inside, `{path}${ending}`].join('/');
    const name = `${sourcePattern}\n${pattern}`;
    const places = candidates.get(name) ?? [];
    places.push({ path, locale: parts[at] ?? '', key: behind.slice(-shared).join('/'), source });
    candidates.set(name, places);
  }
  const best = bestOf(candidates, (places, name) => places.length * (staysInFolder(name) ? 1 : farAway));
  if (best === undefined) return undefined;
  const [name, places] = best;
  return {
    kind: 'source beside locale folders',
    pages: name.split('\n'),
    locales: localesOf(places),
    sourceLocale: undefined,
    pairs: places.length,
    sources: [...new Set(places.map(({ source }) => source))],
    sample: places[0]?.source ?? '',
  };
}

/** Pages of one name in places far apart are less likely one page. */
const farAway = 0.9;

function staysInFolder(name: string): boolean {
  const [source = '', translation = ''] = name.split('\n');
  const folder = source.slice(0, source.indexOf('{path}'));
  return translation.startsWith(`${folder}{locale}/`) || translation.startsWith(folder.slice(0, -1));
}

/** A locale at the end of a name; of `README_zh_CN` it is `zh_CN`, not `CN`. */
const nameForms = [
  /^(.+?)([._-])([a-z]{2,3}[-_@][a-z\d]{2,8}(?:[-_@][a-z\d]{2,8})?)(\.\w+)$/i,
  /^(.+)([._-])([a-z]{2})(\.\w+)$/i,
];

/** `start.md` with `start.sv.md`, `README_CN.md` with `README.md`, or `start.en.md` with `start.sv.md`. */
function inNames(paths: readonly string[]): Layout | undefined {
  const known = new Set(paths);
  const candidates = new Map<string, Place[]>();
  for (const path of paths) {
    const [, key = '', sign = '', locale = '', ending = ''] =
      nameForms.map((form) => form.exec(path)).find((match) => match !== null && isLocale(match[3] ?? '')) ??
      [];
    if (locale === '') continue;
    const hasPlain = known.has(`${key}${ending}`);
    // A hyphen joins words: `log-in.md` is no page in Indonesian unless there is a `log.md`. Flutter has `app_en.arb`.
    if (sign !== '.' && !hasPlain && ending !== '.arb') continue;
    const name = `${hasPlain ? 'plain' : 'named'}\n${sign}\n${ending}`;
    const places = candidates.get(name) ?? [];
    places.push({ path, locale, key });
    candidates.set(name, places);
  }
  const best = bestOf(candidates, (places, name) =>
    name.startsWith('plain') ? places.length : pairsIn(places, sourceOf(places)),
  );
  if (best === undefined) return undefined;
  const [name, places] = best;
  const [kind, sign = '', ending = ''] = name.split('\n');
  const folder = commonFolderOf(places.map(({ path }) => path));
  const source = kind === 'plain' ? undefined : sourceOf(places);
  const translated = `${folder}{path}${sign}{locale}${ending}`;
  return {
    kind: 'locale in the file name',
    pages: kind === 'plain' ? [`${folder}{path}${ending}`, translated] : [translated],
    locales: localesOf(places).filter((locale) => locale !== source),
    sourceLocale: source,
    pairs: kind === 'plain' ? places.length : pairsIn(places, source),
    sources:
      kind === 'plain' ? [...new Set(places.map(({ key }) => `${key}${ending}`))] : sourcesIn(places, source),
    sample:
      kind === 'plain'
        ? `${places[0]?.key ?? ''}${ending}`
        : (places.find(({ locale }) => locale === source)?.path ?? ''),
  };
}

interface Place {
  readonly path: string;
  /** As spelled. */
  readonly locale: string;
  /** What the page has in common with its translations. */
  readonly key: string;
}

/**
 * The file that shares most folders at the end of its path, then most at its beginning, and how many parts at the end
 * are the page's own: a version's folder is none.
 */
function nearestSource(
  parts: readonly string[],
  at: number,
  ending: string,
  sources: readonly string[],
): { readonly source: string; readonly shared: number } | undefined {
  const behind = parts.slice(at + 1);
  let nearest: { source: string; shared: number; kinship: number } | undefined;
  for (const source of sources) {
    const own = partsOf(source);
    if (own.ending !== ending) continue;
    const atEnd = sharedLength(behind.toReversed(), own.parts.toReversed());
    if (atEnd < (nearest?.shared ?? 1)) continue;
    const kinship = sharedLength(parts, own.parts) + kinFolders(own.parts.slice(0, -atEnd), behind);
    if (atEnd === nearest?.shared && kinship <= nearest.kinship) continue;
    nearest = { source, shared: atEnd, kinship };
  }
  if (nearest === undefined) return undefined;
  const version = behind.slice(-nearest.shared, -1).findIndex((part) => versionFolder.test(part));
  return { source: nearest.source, shared: nearest.shared - (version + 1) };
}

/** Folders of the source whose names return: `blog` in `docusaurus-plugin-content-blog`. */
function kinFolders(folders: readonly string[], behind: readonly string[]): number {
  return folders.filter((folder) => behind.some((part) => part === folder || part.endsWith(`-${folder}`)))
    .length;
}

function sharedLength(one: readonly string[], other: readonly string[]): number {
  const least = Math.min(one.length, other.length);
  for (let at = 0; at < least; at++) if (one[at] !== other[at]) return at;
  return least;
}

/** English where it is among them, as in most projects; else the locale with most pages. */
function sourceOf(places: readonly Place[]): string {
  const counts = Map.groupBy(places, ({ locale }) => locale);
  const inOrder = [...counts].toSorted(([, one], [, other]) => other.length - one.length);
  const english = inOrder.find(([locale]) => /^en(?:[-_]|glish$|$)/i.test(locale));
  return (english ?? inOrder[0])?.[0] ?? '';
}

function pairsIn(places: readonly Place[], source: string | undefined): number {
  const keys = new Set(places.filter(({ locale }) => locale === source).map(({ key }) => key));
  return places.filter(({ locale, key }) => locale !== source && keys.has(key)).length;
}

function sourcesIn(places: readonly Place[], source: string | undefined): readonly string[] {
  const keys = new Set(places.filter(({ locale }) => locale !== source).map(({ key }) => key));
  return places.filter(({ locale, key }) => locale === source && keys.has(key)).map(({ path }) => path);
}

function bestOf<Found extends Place>(
  candidates: ReadonlyMap<string, readonly Found[]>,
  pairsOf: (places: readonly Found[], name: string) => number,
): readonly [string, readonly Found[]] | undefined {
  let best: readonly [string, readonly Found[]] | undefined;
  let most = 0;
  for (const [name, places] of candidates) {
    const pairs = pairsOf(places, name);
    if (pairs <= most) continue;
    most = pairs;
    best = [name, places];
  }
  return best;
}

function partsOf(path: string): { readonly parts: readonly string[]; readonly ending: string } {
  const ending = /\.\w+$/.exec(path)?.[0] ?? '';
  return { parts: path.slice(0, path.length - ending.length).split('/'), ending };
}

function withoutEnding(pattern: string): string {
  return pattern.replace(/\.\w+$/, '');
}

function localesOf(places: readonly Place[]): readonly string[] {
  return [...new Set(places.map(({ locale }) => locale))].toSorted(compareText);
}
