import { localeTagOf } from '../../../src/domain/locale/locale-tag.ts';
import { compareText } from '../compare-text.ts';

/** How a tree holds its pages, as far as their paths tell. */
export interface Layout {
  readonly kind: 'folder per locale' | 'source beside locale folders' | 'locale in the file name';
  /** For the settings: where pages are, source pages first. */
  readonly pages: readonly string[];
  /** As spelled in paths, without the source's where its pages name none. */
  readonly locales: readonly string[];
  /** The source's spelling; `undefined` where its pages name no locale. */
  readonly sourceLocale: string | undefined;
  /** Translations that have a source page. */
  readonly pairs: number;
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
    const nearest = nearestSource(behind, ending, byName.get(path.slice(path.lastIndexOf('/') + 1)) ?? []);
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
  // Sets of pages that are too small to have been meant fall away; several sets may stand side by side.
  const most = Math.max(0, ...Array.from(candidates.values(), (places) => places.length));
  const sets = [...candidates].filter(([, places]) => places.length >= Math.max(1, most / 10));
  if (sets.length === 0) return undefined;
  const all = sets.flatMap(([, places]) => places);
  const patterns = sets.flatMap(([name]) => name.split('\n'));
  return {
    kind: 'source beside locale folders',
    pages: [...new Set(patterns)].toSorted(
      (one, other) =>
        Number(one.includes('{locale}')) - Number(other.includes('{locale}')) || compareText(one, other),
    ),
    locales: localesOf(all),
    sourceLocale: undefined,
    pairs: all.length,
    sample: all[0]?.source ?? '',
  };
}

/** `start.md` with `start.sv.md`, `README_CN.md` with `README.md`, or `start.en.md` with `start.sv.md`. */
function inNames(paths: readonly string[]): Layout | undefined {
  const known = new Set(paths);
  const candidates = new Map<string, Place[]>();
  for (const path of paths) {
    const match = /^(.+)([._-])([a-z]{2}(?:[-_][a-z\d]{2,8})?)(\.\w+)$/i.exec(path);
    const [, key = '', sign = '', locale = '', ending = ''] = match ?? [];
    if (match === null || !isLocale(locale)) continue;
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
  const folder = commonFolder(places.map(({ path }) => path));
  const source = kind === 'plain' ? undefined : sourceOf(places);
  const translated = `${folder}{path}${sign}{locale}${ending}`;
  return {
    kind: 'locale in the file name',
    pages: kind === 'plain' ? [`${folder}{path}${ending}`, translated] : [translated],
    locales: localesOf(places).filter((locale) => locale !== source),
    sourceLocale: source,
    pairs: kind === 'plain' ? places.length : pairsIn(places, source),
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

/** The file that shares most folders at the end of its path, and how many parts that are. */
function nearestSource(
  behind: readonly string[],
  ending: string,
  sources: readonly string[],
): { readonly source: string; readonly shared: number } | undefined {
  let nearest: { source: string; shared: number } | undefined;
  for (const source of sources) {
    const parts = partsOf(source);
    if (parts.ending !== ending) continue;
    let shared = 0;
    while (shared < Math.min(behind.length, parts.parts.length)) {
      if (behind.at(-1 - shared) !== parts.parts.at(-1 - shared)) break;
      shared++;
    }
    if (shared > (nearest?.shared ?? 0)) nearest = { source, shared };
  }
  return nearest;
}

/** English where it is among them, as in most projects; else the locale with most pages. */
function sourceOf(places: readonly Place[]): string {
  const counts = Map.groupBy(places, ({ locale }) => locale);
  const inOrder = [...counts].toSorted(([, one], [, other]) => other.length - one.length);
  const english = inOrder.find(([locale]) => /^en(?:[-_]|$)/i.test(locale));
  return (english ?? inOrder[0])?.[0] ?? '';
}

function pairsIn(places: readonly Place[], source: string | undefined): number {
  const keys = new Set(places.filter(({ locale }) => locale === source).map(({ key }) => key));
  return places.filter(({ locale, key }) => locale !== source && keys.has(key)).length;
}

function bestOf(
  candidates: ReadonlyMap<string, readonly Place[]>,
  pairsOf: (places: readonly Place[], name: string) => number,
): readonly [string, readonly Place[]] | undefined {
  let best: readonly [string, readonly Place[]] | undefined;
  let most = 0;
  for (const [name, places] of candidates) {
    const pairs = pairsOf(places, name);
    if (pairs <= most) continue;
    most = pairs;
    best = [name, places];
  }
  return best;
}

/** Two letters, or a language with a script or region: three letters alone are words more often (`src`, `doc`). */
function isLocale(part: string): boolean {
  return /^(?:[a-z]{2}|[a-z]{2,3}[-_][a-z\d]{2,8})$/i.test(part) && localeTagOf(part) !== undefined;
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

/** The folder that holds all of them, with a slash; empty for the working folder. */
function commonFolder(paths: readonly string[]): string {
  const [folders = [], ...others] = paths.map((path) => path.split('/').slice(0, -1));
  const shared = folders.findIndex((name, at) => others.some((other) => other[at] !== name));
  const common = shared === -1 ? folders : folders.slice(0, shared);
  return common.length === 0 ? '' : `${common.join('/')}/`;
}
