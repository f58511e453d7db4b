import { localeTagOf } from '../../../src/domain/locale/locale-tag.ts';
import type { NotCompared } from '../../../src/domain/report/report.ts';
import type { Settings } from '../config/settings.ts';
import type { ExpectedPage } from '../rules/rule.ts';
import type { TreePlace } from './file-tree.ts';
import type { FoundPage } from './find-pages.ts';
import { matchesGlob } from './glob.ts';
import { matchFiles } from './match-files.ts';
import { type PagePattern, type PatternMatch, parsePagePattern } from './page-pattern.ts';

/** The files of messages that the settings describe, as they lie on the disk; none is read yet. */
export interface MessagePlaces {
  readonly files: readonly FoundMessages[];
  /** Every source file in every locale, whether it is there or not, and those without a source. */
  readonly expected: readonly ExpectedPage[];
  /** Files that are not judged. */
  readonly notCompared: readonly NotCompared[];
  /** Sentences on what the settings say that was not taken as it is written. */
  readonly notes: readonly string[];
}

/** A file of messages. */
export interface FoundMessages extends FoundPage {
  /** The pattern that found it, or the one that describes its translations: files of one pattern are written alike. */
  readonly pattern: string;
}

/** Finds the files of messages by the patterns of the settings. */
export function findMessages(settings: Settings, files: TreePlace): MessagePlaces {
  const patterns = [settings.messages ?? []].flat().map(parsePagePattern);
  const isIgnored = [...(settings.ignore ?? [])].map(matchesGlob);
  const sourceLocale = localeTagOf(settings.sourceLocale) ?? settings.sourceLocale;
  const wanted = settings.locales?.map((locale) => localeTagOf(locale) ?? locale);
  const names = Object.entries(settings.localeNames ?? {});
  const localeNames = new Map(
    names.map(([name, locale]) => [name.toLowerCase(), localeTagOf(locale) ?? locale]),
  );
  const matched = matchFiles(patterns, files, { sourceLocale, wanted, localeNames });
  const notCompared: NotCompared[] = [];
  const places = new Map<string, Place>();
  for (const [path, reason] of matched.unreadable) {
    notCompared.push({ path, reason: `The folder could not be read: ${reason}.` });
  }
  for (const { path, pattern, match, locale } of matched.files) {
    if (isIgnored.some((ignores) => ignores(path))) continue;
    const { kind, tag } = locale;
    if (kind === 'unlisted') {
      notCompared.push({ path, reason: `\`${tag}\` is not among the settings' locales.` });
      continue;
    }
    const own = pattern.hasLocale ? pattern : translationsOf(pattern, patterns);
    const key = own.hasLocale ? own.write(match.captures, '{locale}') : path;
    const name = `${tag}\0${key}`;
    const other = places.get(name);
    if (other !== undefined) {
      const reason = `It holds the messages of \`${other.path}\` in \`${tag}\` again; only that one was read.`;
      notCompared.push({ path, reason });
      continue;
    }
    places.set(name, { key, locale: tag, path, pattern: own, match, isSource: tag === sourceLocale });
  }
  const all = [...places.values()];
  return {
    files: all.map(({ key, locale, path, isSource, pattern }) => {
      return { key, locale, path, isSource, pattern: pattern.text };
    }),
    expected: expectedFiles(all, wanted, sourceLocale),
    notCompared,
    notes: matched.notes,
  };
}

interface Place {
  readonly key: string;
  readonly locale: string;
  readonly path: string;
  readonly isSource: boolean;
  readonly pattern: PagePattern;
  readonly match: PatternMatch;
}

/** A pattern without {locale} describes sources: the one with the same other names describes their translations. */
function translationsOf(pattern: PagePattern, patterns: readonly PagePattern[]): PagePattern {
  const names = namesIn(pattern);
  return patterns.find((other) => other.hasLocale && namesIn(other) === names) ?? pattern;
}

function namesIn({ names }: PagePattern): string {
  return names.toSorted().join('\0');
}

function expectedFiles(
  all: readonly Place[],
  wanted: readonly string[] | undefined,
  sourceLocale: string,
): readonly ExpectedPage[] {
  const expected: ExpectedPage[] = [];
  const byKey = Map.groupBy(all, ({ key }) => key);
  for (const [key, files] of byKey) {
    const source = files.find(({ isSource }) => isSource);
    if (source === undefined) {
      for (const { locale, path } of files)
        expected.push({ key, locale, path, exists: true, source: undefined });
      continue;
    }
    const alike = all.filter(({ pattern }) => pattern === source.pattern);
    const locales = wanted ?? [...new Set(alike.map(({ locale }) => locale))].toSorted();
    for (const locale of locales.filter((each) => each !== sourceLocale)) {
      const there = files.find((file) => file.locale === locale);
      const path = there?.path ?? source.pattern.write(source.match.captures, spellingOf(locale, alike));
      expected.push({ key, locale, path, exists: there !== undefined, source: source.path });
    }
  }
  return expected;
}

/** As the locale's other files spell it, or with the sign between its parts that the other locales have. */
function spellingOf(locale: string, alike: readonly Place[]): string {
  const spellings = alike.flatMap(({ match, locale: own }) =>
    match.locale === undefined ? [] : [{ own, spelling: match.locale }],
  );
  const known = spellings.find(({ own }) => own === locale)?.spelling;
  const hasUnderscores = spellings.some(({ spelling }) => spelling.includes('_'));
  return known ?? (hasUnderscores ? locale.replaceAll('-', '_') : locale);
}
