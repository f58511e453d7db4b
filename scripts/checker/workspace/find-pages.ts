import type { NotCompared } from '../../../src/domain/report/report.ts';
import type { Settings } from '../config/settings.ts';
import type { ExpectedPage } from '../rules/rule.ts';
import { foreignFormatOf, isMarkdown } from './document-formats.ts';
import { type TreePlace, treeOf } from './file-tree.ts';
import { matchFiles } from './match-files.ts';
import type { PagePattern, PatternMatch } from './page-pattern.ts';
import { type PageSet, pageSetsOf } from './page-sets.ts';

/** The pages that the settings describe, as they lie on the disk; none is read yet. */
export interface Workspace {
  readonly pages: readonly FoundPage[];
  /** Every source page in every locale, whether it is there or not, and the orphans. */
  readonly expected: readonly ExpectedPage[];
  /** Locales that pages are translated into. */
  readonly locales: readonly string[];
  /** Files that look like pages and are not judged. */
  readonly notCompared: readonly NotCompared[];
  /** Sentences on what the settings say that fits no file, or was not taken as it is written. */
  readonly notes: readonly string[];
}

/** A page's file. */
export interface FoundPage {
  /** What it has in common with its translations; of a set that has a name, the name and a colon stand before it. */
  readonly key: string;
  /** BCP 47. */
  readonly locale: string;
  /** Relative to the working folder, forward slashes. */
  readonly path: string;
  readonly isSource: boolean;
  /** The name of its set, where it has one. */
  readonly set?: string;
}

/** Finds the pages by the patterns of the settings, set by set: a file belongs to the first set that describes it. */
export function findPages(settings: Settings, files: TreePlace): Workspace {
  const tree = treeOf(files);
  const taken = new Map<string, PageSet>();
  const found = pageSetsOf(settings).map((set) => findSet(set, tree, taken));
  return {
    pages: found.flatMap(({ pages }) => pages),
    expected: found.flatMap(({ expected }) => expected),
    locales: [...new Set(found.flatMap(({ locales }) => locales))],
    notCompared: found.flatMap(({ notCompared }) => notCompared),
    notes: found.flatMap(({ notes }) => notes),
  };
}

function findSet(set: PageSet, tree: TreePlace, taken: Map<string, PageSet>): Workspace {
  const { sourceLocale, patterns } = set;
  const notCompared: NotCompared[] = [];
  const unlisted = new Map<string, string[]>();
  const foreign = new Map<string, Set<string>>();
  const shared = new Map<PageSet, string[]>();
  const places = new Map<string, Place>();
  const matched = matchFiles(patterns, tree, set);
  for (const { path, pattern, match, locale } of matched.files) {
    if (set.isIgnored(path)) continue;
    if (!isMarkdown(path)) {
      const format = foreignFormatOf(path);
      if (format !== undefined) foreign.set(format, (foreign.get(format) ?? new Set()).add(path));
      continue;
    }
    if (locale.kind === 'unlisted') {
      unlisted.set(locale.tag, [...(unlisted.get(locale.tag) ?? []), path]);
      continue;
    }
    const owner = taken.get(path);
    if (owner !== undefined) {
      shared.set(owner, [...(shared.get(owner) ?? []), path]);
      continue;
    }
    taken.set(path, set);
    const name = placeName(match.key, locale.tag);
    const other = places.get(name);
    if (other !== undefined) {
      const reason = `It is the page \`${match.key}\` in \`${locale.tag}\`, as \`${other.path}\` is; only that one was read.`;
      notCompared.push({ path, reason });
      continue;
    }
    places.set(name, { key: match.key, locale: locale.tag, path, pattern, match });
  }
  for (const [path, reason] of matched.unreadable) {
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
  const locales = localesOf(set, all);
  const named = <Item extends { readonly key: string }>(item: Item): Item =>
    set.name === undefined ? item : { ...item, key: `${set.name}:${item.key}` };
  return {
    pages: all.map(({ key, locale, path }): FoundPage => {
      const page = { key, locale, path, isSource: locale === sourceLocale };
      return set.name === undefined ? page : named({ ...page, set: set.name });
    }),
    expected: expectedPages(all, places, set, locales).map(named),
    locales,
    notCompared,
    notes: [...matched.notes, ...idleNotes(set, all), ...sharedNotes(set, shared)],
  };
}

function localesOf({ wanted, sourceLocale }: PageSet, all: readonly Place[]): readonly string[] {
  const found = new Set(all.map((place) => place.locale));
  return (wanted ?? [...found].toSorted()).filter((locale) => locale !== sourceLocale);
}

/** Patterns and locales that no page is found by; where none is found at all, the run says so itself. */
function idleNotes({ patterns, wanted, sourceLocale }: PageSet, all: readonly Place[]): readonly string[] {
  if (all.length === 0) return [];
  const used = new Set(all.map(({ pattern }) => pattern));
  const found = new Set(all.map(({ locale }) => locale));
  const idle = patterns.filter((pattern) => !used.has(pattern));
  const absent = (wanted ?? []).filter((locale) => locale !== sourceLocale && !found.has(locale));
  return [
    ...idle.map(({ text }) => `No page is found by the pattern \`${text}\` of the settings.`),
    ...absent.map((locale) => `The settings list the locale \`${locale}\`, and no page is there in it.`),
  ];
}

function sharedNotes(set: PageSet, shared: ReadonlyMap<PageSet, readonly string[]>): readonly string[] {
  return [...shared].map(([owner, [path = '', ...more]]) => {
    const which = more.length === 0 ? `\`${path}\` is` : `\`${path}\` and ${more.length} more are`;
    return `${which} described by ${nameOf(owner)} and by ${nameOf(set)}; the first of them has ${more.length === 0 ? 'it' : 'them'}.`;
  });
}

function nameOf({ name }: PageSet): string {
  return name === undefined ? 'the patterns without a set' : `\`${name}\``;
}

interface Place {
  readonly key: string;
  readonly locale: string;
  readonly path: string;
  readonly pattern: PagePattern;
  readonly match: PatternMatch;
}

function expectedPages(
  all: readonly Place[],
  places: ReadonlyMap<string, Place>,
  set: PageSet,
  locales: readonly string[],
): readonly ExpectedPage[] {
  const { sourceLocale } = set;
  const expected: ExpectedPage[] = [];
  const wouldBeAt = placeTeller(all, places, set);
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
  places: ReadonlyMap<string, Place>,
  { patterns, sourceLocale, localeNames }: PageSet,
): (source: Place, locale: string) => string {
  const spellingsOf = new Map<string, string | undefined>();
  /** By the source's pattern, and by both it and the locale: where translations of such pages lie. */
  const answering = new Map<string, PagePattern>();
  for (const { locale, pattern, match, key } of all) {
    if (!spellingsOf.has(locale)) spellingsOf.set(locale, match.locale);
    const source = places.get(placeName(key, sourceLocale));
    if (source === undefined || locale === sourceLocale) continue;
    for (const name of [`${locale} ${source.pattern.text}`, source.pattern.text]) {
      if (!answering.has(name)) answering.set(name, pattern);
    }
  }
  const spellings = new Set(all.flatMap(({ match }) => match.locale ?? []));
  const withRegion = [...spellings].filter((spelling) => spelling.includes('-'));
  // Folders in lower case elsewhere let a new one be expected in lower case.
  const isLowerCase = withRegion.length > 0 && withRegion.every((each) => each === each.toLowerCase());
  const names = new Map([...localeNames].map(([name, locale]) => [locale, name]));

  return (source, locale) => {
    const pattern =
      answering.get(`${locale} ${source.pattern.text}`) ??
      answering.get(source.pattern.text) ??
      patternAnswering(source.pattern, patterns);
    const usual = isLowerCase ? locale.toLowerCase() : locale;
    return pattern.write(source.match.captures, spellingsOf.get(locale) ?? names.get(locale) ?? usual);
  };
}

/** The pattern of translations that has the same names as that of their source, or else any. */
function patternAnswering(source: PagePattern, patterns: readonly PagePattern[]): PagePattern {
  if (source.hasLocale) return source;
  const withLocale = patterns.filter((pattern) => pattern.hasLocale);
  const names = source.names.toSorted().join('\0');
  return (
    withLocale.find((pattern) => pattern.names.toSorted().join('\0') === names) ?? withLocale[0] ?? source
  );
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function placeName(key: string, locale: string): string {
  return `${locale}\0${key}`;
}
