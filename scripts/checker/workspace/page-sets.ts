import type { Dialect } from '../../../src/domain/document/page-document.ts';
import { localeTagOf } from '../../../src/domain/locale/locale-tag.ts';
import { setNameOf } from '../config/set-name.ts';
import type { PageSetSettings, Settings } from '../config/settings.ts';
import { matchesGlob } from './glob.ts';
import { type PagePattern, parsePagePattern } from './page-pattern.ts';

/** Pages that answer each other: a documentation in all its languages. */
export interface PageSet {
  /** Stands before the keys of its pages; `undefined` for the patterns that stand in no set. */
  readonly name: string | undefined;
  readonly patterns: readonly PagePattern[];
  /** BCP 47. */
  readonly sourceLocale: string;
  /** BCP 47; default: those found. */
  readonly wanted: readonly string[] | undefined;
  /** Default: recognised page by page. */
  readonly dialect: Dialect | undefined;
  /** Names in paths that are no locales, in lower case, and the locale that each stands for. */
  readonly localeNames: ReadonlyMap<string, string>;
  readonly isIgnored: (path: string) => boolean;
}

/** The sets that settings describe: patterns that stand for themselves are one, the first that is named comes first. */
export function pageSetsOf(settings: Settings): readonly PageSet[] {
  const given = settings.pages === undefined ? [] : [settings.pages].flat();
  const plain = given.filter((entry) => typeof entry === 'string');
  const sets: (PageSetSettings | undefined)[] = [];
  for (const entry of given) {
    if (typeof entry !== 'string') sets.push(entry);
    else if (!sets.includes(undefined)) sets.push(undefined);
  }
  return sets.map((set) => pageSetOf(settings, set ?? { patterns: plain }, set && setNameOf(set)));
}

/** Every pattern of pages that settings have, as it is written. */
export function pagePatternsOf({ pages = [] }: Pick<Settings, 'pages'>): readonly string[] {
  return [pages].flat().flatMap((entry) => (typeof entry === 'string' ? entry : entry.patterns));
}

function pageSetOf(settings: Settings, set: PageSetSettings, name: string | undefined): PageSet {
  const ignored = [...(settings.ignore ?? []), ...(set.ignore ?? [])].map(matchesGlob);
  const names = Object.entries({ ...settings.localeNames, ...set.localeNames });
  return {
    name,
    patterns: [set.patterns].flat().map(parsePagePattern),
    sourceLocale: tagOf(set.sourceLocale ?? settings.sourceLocale),
    wanted: (set.locales ?? settings.locales)?.map(tagOf),
    dialect: set.dialect ?? settings.dialect,
    localeNames: new Map(names.map(([spelling, locale]) => [spelling.toLowerCase(), tagOf(locale)])),
    isIgnored: (path) => ignored.some((ignores) => ignores(path)),
  };
}

function tagOf(locale: string): string {
  return localeTagOf(locale) ?? locale;
}
