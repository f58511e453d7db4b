import { localeTagOf, meansSameLocale } from '../../../src/domain/locale/locale-tag.ts';
import { mistakenLocaleOf } from '../../../src/domain/locale/mistaken-locales.ts';
import { isDocumentationSource } from './document-formats.ts';
import { type TreePlace, treeOf } from './file-tree.ts';
import { listFiles } from './list-files.ts';
import type { PagePattern, PatternMatch } from './page-pattern.ts';

/** A file that a pattern describes. */
export interface MatchedFile {
  readonly path: string;
  readonly pattern: PagePattern;
  readonly match: PatternMatch;
  readonly locale: FoundLocale;
}

/** A locale as the settings spell it, and whether they name it. */
export interface FoundLocale {
  readonly kind: 'wanted' | 'unlisted';
  readonly tag: string;
  /** True where the spelling is not a locale, and this one was most likely meant. */
  readonly isGuessed?: true;
}

/** Tells a locale by its spelling in a path; `undefined` where it names none. */
export type LocaleReader = (spelling: string | undefined) => FoundLocale | undefined;

/** What patterns find. */
export interface Matches {
  /** Those that name their locale first. */
  readonly files: readonly MatchedFile[];
  /** Sentences on spellings that were read as what was most likely meant, and on those that were not. */
  readonly notes: readonly string[];
  /** Folders that could not be read, and why. */
  readonly unreadable: ReadonlyMap<string, string>;
}

/** How spellings are read. */
export interface LocaleReading {
  /** BCP 47. */
  readonly sourceLocale: string;
  /** BCP 47; default: every locale. */
  readonly wanted: readonly string[] | undefined;
  /** In lower case. */
  readonly localeNames: ReadonlyMap<string, string>;
}

/**
 * The files that patterns describe, each with the pattern that says most about it: one that tells the locale comes
 * before one that does not.
 *
 * Where source pages lie beside the folders of locales, a folder such as `my` or `is` may be a locale or a word: it is a
 * locale where some of its pages are there without it, too, or where the settings list it.
 */
export function matchFiles(
  patterns: readonly PagePattern[],
  place: TreePlace,
  reading: LocaleReading,
): Matches {
  const localeOf = localeReader(reading);
  const drafts = new Map<string, Draft>();
  const unreadable = new Map<string, string>();
  const listed = fileLister(place, (path, reason) => void unreadable.set(path, reason));
  const inOrder = patterns.toSorted((one, other) => Number(other.hasLocale) - Number(one.hasLocale));
  for (const pattern of inOrder) {
    for (const path of listed(pattern)) {
      const draft = drafts.get(path);
      if (draft !== undefined && (pattern.hasLocale || draft.plain !== undefined)) continue;
      const file = readPath(path, pattern, localeOf);
      if (file === undefined) continue;
      if (draft !== undefined) drafts.set(path, { ...draft, plain: file });
      else drafts.set(path, { file, plain: pattern.hasLocale ? undefined : file });
    }
  }
  const { files, notes } = decided([...drafts.values()], reading);
  return { files, notes, unreadable };
}

/** A file, and what it is if its locale turns out to be a word. */
interface Draft {
  readonly file: MatchedFile;
  readonly plain: MatchedFile | undefined;
}

/** Patterns often look into the same folder. */
function fileLister(
  place: TreePlace,
  onUnreadable: (path: string, reason: string) => void,
): (pattern: PagePattern) => readonly string[] {
  const tree = treeOf(place);
  const known = new Map<string, readonly string[]>();
  return (pattern) => {
    const name = pattern.folders.map(String).join('\0');
    const files = known.get(name) ?? listFiles(tree, pattern, onUnreadable);
    known.set(name, files);
    return files;
  };
}

function readPath(path: string, pattern: PagePattern, localeOf: LocaleReader): MatchedFile | undefined {
  for (const match of [...pattern.readings(path), ...foreignReadings(pattern, path)]) {
    // In `docs/{path}.{locale}.md` the `net` of `docs/asp.net.md` is not a locale.
    const locale = localeOf(match.locale);
    if (locale !== undefined) return { path, pattern, match, locale };
  }
  return undefined;
}

/** What a pattern would say of documentation in another format beside its pages: of `index.rst` what it says of `index.md`. */
function foreignReadings(pattern: PagePattern, path: string): readonly PatternMatch[] {
  const ending = /\.(?:\w+|\{(\w+)[^{}]*\})$/.exec(pattern.text);
  if (ending === null || !isDocumentationSource(path)) return [];
  return pattern.readings(path.replace(/\.\w+$/, ending[1] === undefined ? ending[0] : `.${ending[1]}`));
}

/** Tells a page's locale by its spelling in the path, as the settings spell it where they name it. */
function localeReader({ sourceLocale, wanted, localeNames }: LocaleReading): LocaleReader {
  const named = [sourceLocale, ...(wanted ?? []), ...localeNames.values()];
  const read = (spelling: string): FoundLocale | undefined => {
    const own = localeNames.get(spelling.toLowerCase()) ?? localeTagOf(spelling);
    const tag = own ?? mistakenLocaleOf(spelling);
    if (tag === undefined) return undefined;
    const known =
      named.find((locale) => locale === tag) ?? named.find((locale) => meansSameLocale(locale, tag));
    const isWanted =
      wanted === undefined || (known !== undefined && [sourceLocale, ...wanted].includes(known));
    return {
      kind: isWanted ? 'wanted' : 'unlisted',
      tag: known ?? tag,
      ...(own === undefined && { isGuessed: true }),
    };
  };
  const locales = new Map<string, FoundLocale | undefined>();
  return (spelling = sourceLocale) => {
    if (!locales.has(spelling)) locales.set(spelling, read(spelling));
    return locales.get(spelling);
  };
}

/** A folder of translations has some of its pages without source: less than this share of counterparts is chance. */
const leastCounterparts = 1 / 4;

function decided(drafts: readonly Draft[], reading: LocaleReading): Pick<Matches, 'files' | 'notes'> {
  const certain = new Set(drafts.flatMap(({ file }) => (file.locale.isGuessed ? [] : [file.locale.tag])));
  const sources = new Set(
    drafts.flatMap(({ file }) => (file.locale.tag === reading.sourceLocale ? [file.match.key] : [])),
  );
  const notes: string[] = [];
  const files: MatchedFile[] = [];
  for (const group of Map.groupBy(
    drafts,
    ({ file }) => `${file.pattern.text}\0${file.match.locale}`,
  ).values()) {
    const [first] = group;
    if (first === undefined) continue;
    const { locale } = first.file;
    const isRival = locale.isGuessed === true && certain.has(locale.tag);
    if (!isRival && isLocaleOf(group, sources, reading)) {
      files.push(...group.map(({ file }) => file));
      if (locale.isGuessed) notes.push(guessNote(first.file));
      continue;
    }
    for (const { plain } of group) if (plain !== undefined) files.push(plain);
    if (isRival && first.plain === undefined) notes.push(rivalNote(first.file, group.length));
  }
  // Files with a locale are told first; of the others, the order of the tree says more than that of the groups.
  return {
    files: [...files.filter(({ pattern }) => pattern.hasLocale), ...plainInOrder(drafts, files)],
    notes,
  };
}

function plainInOrder(drafts: readonly Draft[], files: readonly MatchedFile[]): readonly MatchedFile[] {
  const plain = new Set(files.filter(({ pattern }) => !pattern.hasLocale));
  const inOrder = drafts.flatMap(({ plain: own }) => (own !== undefined && plain.has(own) ? [own] : []));
  return inOrder.toSorted((one, other) => (one.path < other.path ? -1 : 1));
}

/** Whether the spelling that files share is a locale; it is in doubt only where they may be source pages as well. */
function isLocaleOf(
  group: readonly Draft[],
  sources: ReadonlySet<string>,
  { sourceLocale, wanted, localeNames }: LocaleReading,
): boolean {
  const { match, locale } = (group[0] as Draft).file;
  const spelling = match.locale ?? '';
  const isSure =
    match.locale === undefined ||
    group.every(({ plain }) => plain === undefined) ||
    /[-_@]/.test(spelling) ||
    localeNames.has(spelling.toLowerCase()) ||
    locale.tag === sourceLocale ||
    (wanted !== undefined && locale.kind === 'wanted');
  if (isSure) return true;
  const counterparts = group.filter(({ file }) => sources.has(file.match.key)).length;
  return counterparts > 0 && counterparts >= group.length * leastCounterparts;
}

function guessNote({ path, match: { locale: spelling = '' }, locale: { tag } }: MatchedFile): string {
  return `\`${spelling}\` in \`${path}\` is not a locale and was read as \`${tag}\`; say so in the settings, or what else it means: "localeNames": { "${spelling}": "${tag}" }.`;
}

function rivalNote(
  { path, match: { locale: spelling = '' }, locale: { tag } }: MatchedFile,
  files: number,
): string {
  const which = files === 1 ? 'it was' : `it and ${files - 1} more like it were`;
  return `\`${spelling}\` in \`${path}\` is not a locale, and \`${tag}\`, which it may mean, is there too, so ${which} left out.`;
}
