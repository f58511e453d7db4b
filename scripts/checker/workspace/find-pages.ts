import { localeTagOf, meansSameLocale } from '../../../src/domain/locale/locale-tag.ts';
import type { NotCompared } from '../../../src/domain/report/report.ts';
import type { Settings } from '../config/settings.ts';
import type { ExpectedPage } from '../rules/rule.ts';
import { foreignFormatOf, isDocumentationSource, isMarkdown } from './document-formats.ts';
import type { TreePlace } from './file-tree.ts';
import { matchesGlob } from './glob.ts';
import { listFiles } from './list-files.ts';
import { type PagePattern, type PatternMatch, parsePagePattern } from './page-pattern.ts';

/** The pages that the settings describe, as they lie on the disk; none is read yet. */
export interface Workspace {
  readonly pages: readonly FoundPage[];
  /** Every source page in every locale, whether it is there or not, and the orphans. */
  readonly expected: readonly ExpectedPage[];
  /** Locales that pages are translated into. */
  readonly locales: readonly string[];
  /** Files that look like pages and are not judged. */
  readonly notCompared: readonly NotCompared[];
}

/** A page's file. */
export interface FoundPage {
  readonly key: string;
  /** BCP 47. */
  readonly locale: string;
  /** Relative to the working folder, forward slashes. */
  readonly path: string;
  readonly isSource: boolean;
}

/** Finds the pages by the patterns of the settings. */
export function findPages(settings: Settings, files: TreePlace): Workspace {
  const patterns = [settings.pages ?? []].flat().map(parsePagePattern);
  const isIgnored = [...(settings.ignore ?? [])].map(matchesGlob);
  const sourceLocale = localeTagOf(settings.sourceLocale) ?? settings.sourceLocale;
  const wanted = settings.locales?.map((locale) => localeTagOf(locale) ?? locale);

  const localeOf = localeReader(sourceLocale, wanted);

  const notCompared: NotCompared[] = [];
  const unlisted = new Map<string, string[]>();
  const foreign = new Map<string, Set<string>>();
  const places = new Map<string, Place>();
  const unreadable = new Map<string, string>();
  const onUnreadable = (path: string, reason: string): void => void unreadable.set(path, reason);
  for (const { path, pattern, match } of matchesOf(patterns, files, onUnreadable)) {
    if (isIgnored.some((ignores) => ignores(path))) continue;
    if (!isMarkdown(path)) {
      const format = foreignFormatOf(path);
      if (format !== undefined) foreign.set(format, (foreign.get(format) ?? new Set()).add(path));
      continue;
    }
    const locale = localeOf(match.locale);
    if (locale.kind === 'unlisted') {
      unlisted.set(locale.tag, [...(unlisted.get(locale.tag) ?? []), path]);
      continue;
    }
    const name = placeName(match.key, locale.tag);
    const other = places.get(name);
    if (other !== undefined) {
      const reason = `It is the page \`${match.key}\` in \`${locale.tag}\`, as \`${other.path}\` is; only that one was read.`;
      notCompared.push({ path, reason });
      continue;
    }
    places.set(name, { key: match.key, locale: locale.tag, path, pattern, match });
  }
  for (const [path, reason] of unreadable) {
    notCompared.push({ path, reason: `The folder could not be read: ${reason}.` });
  }
  for (const [locale, [path = '', ...more]] of unlisted) {
    const left = more.length === 0 ? 'this page was' : `this page and ${more.length} more like it were`;
    notCompared.push({
      path,
      reason: `\`${locale}\` is not among the settings' locales, so ${left} left out.`,
    });
  }
  for (const [format, paths] of foreign) {
    const [path = '', ...more] = [...paths].toSorted();
    const which =
      more.length === 0 ? 'The file is' : `The file and ${counted(more.length, 'other')} like it are`;
    notCompared.push({ path, reason: `${which} ${format}, which the checker does not read.` });
  }

  const all = [...places.values()];
  const found = new Set(all.map((place) => place.locale));
  const locales = (wanted ?? [...found].toSorted()).filter((locale) => locale !== sourceLocale);
  return {
    pages: all.map(({ key, locale, path }) => ({ key, locale, path, isSource: locale === sourceLocale })),
    expected: expectedPages(all, places, sourceLocale, locales, patterns),
    locales,
    notCompared,
  };
}

interface Place {
  readonly key: string;
  readonly locale: string;
  readonly path: string;
  readonly pattern: PagePattern;
  readonly match: PatternMatch;
}

/** Each file with the pattern that says most about it: one that tells the locale comes before one that does not. */
export function* matchesOf(
  patterns: readonly PagePattern[],
  files: TreePlace,
  onUnreadable: (path: string, reason: string) => void,
): Iterable<{ path: string; pattern: PagePattern; match: PatternMatch }> {
  const seen = new Set<string>();
  const inOrder = [...patterns].toSorted((one, other) => Number(other.hasLocale) - Number(one.hasLocale));
  for (const pattern of inOrder) {
    for (const path of listFiles(files, pattern, onUnreadable)) {
      const match = seen.has(path) ? undefined : (pattern.read(path) ?? readForeign(pattern, path));
      // In `docs/{path}.{locale}.md` the `net` of `docs/asp.net.md` is no locale.
      if (match === undefined || (match.locale !== undefined && localeTagOf(match.locale) === undefined))
        continue;
      seen.add(path);
      yield { path, pattern, match };
    }
  }
}

/** What a pattern would say of documentation in another format beside its pages: of `index.rst` what it says of `index.md`. */
function readForeign(pattern: PagePattern, path: string): PatternMatch | undefined {
  const ending = /\.\w+$/.exec(pattern.text)?.[0];
  return ending !== undefined && isDocumentationSource(path)
    ? pattern.read(path.replace(/\.\w+$/, ending))
    : undefined;
}

/** A locale as the settings spell it, and whether they name it. */
export type FoundLocale = { readonly kind: 'wanted' | 'unlisted'; readonly tag: string };

/** Tells a page's locale by its spelling in the path, as the settings spell it where they name it. */
export function localeReader(
  sourceLocale: string,
  wanted: readonly string[] | undefined,
): (spelling: string | undefined) => FoundLocale {
  const named = [sourceLocale, ...(wanted ?? [])];
  const read = (spelling: string): FoundLocale => {
    const tag = localeTagOf(spelling) ?? spelling;
    const known =
      named.find((locale) => locale === tag) ?? named.find((locale) => meansSameLocale(locale, tag));
    if (known !== undefined) return { kind: 'wanted', tag: known };
    return { kind: wanted === undefined ? 'wanted' : 'unlisted', tag };
  };
  const locales = new Map<string, FoundLocale>();
  return (spelling = sourceLocale) => {
    const locale = locales.get(spelling) ?? read(spelling);
    locales.set(spelling, locale);
    return locale;
  };
}

function expectedPages(
  all: readonly Place[],
  places: ReadonlyMap<string, Place>,
  sourceLocale: string,
  locales: readonly string[],
  patterns: readonly PagePattern[],
): readonly ExpectedPage[] {
  const expected: ExpectedPage[] = [];
  const wouldBeAt = placeTeller(all, patterns);
  for (const source of all.filter((place) => place.locale === sourceLocale)) {
    for (const locale of locales) {
      const there = places.get(placeName(source.key, locale));
      const path = there?.path ?? wouldBeAt(source, locale);
      expected.push({ key: source.key, locale, path, exists: there !== undefined, source: source.path });
    }
  }
  // Where no page has a source, none has lost it: the locales are held against each other.
  if (expected.length === 0 && all.every((place) => place.locale !== sourceLocale)) return expected;
  for (const { key, locale, path } of all) {
    if (locale === sourceLocale || places.has(placeName(key, sourceLocale))) continue;
    expected.push({ key, locale, path, exists: true, source: undefined });
  }
  return expected;
}

/** Tells where a translation would lie: by the pattern, and with the spelling, that its locale's other pages have. */
function placeTeller(
  all: readonly Place[],
  patterns: readonly PagePattern[],
): (source: Place, locale: string) => string {
  const siblings = new Map<string, Place>();
  for (const place of all) {
    for (const name of [place.locale, `${place.locale} ${place.pattern.text}`]) {
      if (!siblings.has(name)) siblings.set(name, place);
    }
  }
  const spellings = new Set(all.flatMap(({ match }) => match.locale ?? []));
  const withRegion = [...spellings].filter((spelling) => spelling.includes('-'));
  // Folders in lower case elsewhere let a new one be expected in lower case.
  const isLowerCase = withRegion.length > 0 && withRegion.every((each) => each === each.toLowerCase());
  const firstWithLocale = patterns.find((pattern) => pattern.hasLocale);

  return (source, locale) => {
    const sibling = siblings.get(`${locale} ${source.pattern.text}`) ?? siblings.get(locale);
    const ownPattern = source.pattern.hasLocale ? source.pattern : firstWithLocale;
    const pattern = sibling?.pattern ?? ownPattern ?? source.pattern;
    const spelling = sibling?.match.locale ?? (isLowerCase ? locale.toLowerCase() : locale);
    return pattern.write(source.match.captures, spelling);
  };
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function placeName(key: string, locale: string): string {
  return `${locale}\0${key}`;
}
