import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Dialect } from '../../../src/domain/document/page-document.ts';
import { recogniseDialect } from '../../../src/domain/document/recognise-dialect.ts';
import { localeTagOf, meansSameLocale } from '../../../src/domain/locale/locale-tag.ts';
import { mistakenLocaleOf } from '../../../src/domain/locale/mistaken-locales.ts';
import type { RevisionSettings } from '../config/revision-settings.ts';
import { setNameOf } from '../config/set-name.ts';
import type { PageSetSettings, Settings } from '../config/settings.ts';
import { isMarkdown } from '../workspace/document-formats.ts';
import { listFiles } from '../workspace/list-files.ts';
import { parsePagePattern } from '../workspace/page-pattern.ts';
import { readPage } from '../workspace/read-page.ts';
import { builtFolders, type FoundLayouts, findLayouts, localeNamesOf, readText } from './find-layouts.ts';
import { languageOfText } from './language-of-text.ts';
import { type LabelFile, type RecognisedLabels, recogniseLabels } from './recognise-labels.ts';
import { type Layout, recogniseLayout, recogniseLayouts } from './recognise-layout.ts';
import { hasPin, pinKeyOf, recognisePins } from './recognise-pins.ts';

/** What a folder was taken for, and the settings that say so. */
export interface RecognisedProject {
  readonly settings: Settings;
  /** A sentence on each thing that was recognised, and on what was not. */
  readonly words: readonly string[];
}

interface PageText {
  readonly path: string;
  readonly text: string;
}

/** Pages of a set that are read to tell dialect and pins. */
const mostRead = 60;

/** What the files of a folder tell about its pages; `undefined` where no page is there in two languages. */
export function recogniseProject(folder: string): RecognisedProject | undefined {
  const files = listFiles(folder, parsePagePattern('{path}'));
  const pages = files.filter(isMarkdown);
  const found = findLayouts(folder, files, pages);
  if (found.layouts.length === 0) return messagesAlone(folder, files);
  const sets = found.layouts.map((layout) => recogniseSet(folder, files, pages, layout, found));
  const [main] = sets as [RecognisedSet, ...RecognisedSet[]];
  const messages = messagesIn(folder, files, main.sourceLocale);
  const labels = labelsIn(folder, files, sets);
  const localeNames = localeNamesOf(folder, pages, found);
  const settings: Settings = {
    sourceLocale: main.sourceLocale,
    ...(localeNames && { localeNames }),
    pages: pagesOf(sets),
    dialect: main.dialect,
    ...(main.pin && { sourceRevision: main.pin }),
    ...(messages && { messages: [...messages.pages] }),
    ...(labels?.isSure && { labels: [...labels.patterns] }),
  };
  return {
    settings,
    words: [
      ...(sets.length === 1 ? wordsOnSet(main) : sets.map((set) => wordsOnOneOf(set, main))),
      main.pin === undefined
        ? 'Source revisions: no page says which text of its source it was made from, so drift is not told apart from faults; `lockstep stamp` can note it from now on.'
        : `Source revisions: pinned in the front matter under \`${main.pin.frontMatter}\`${main.pin.kind === undefined ? '' : `, by ${main.pin.kind}`}.`,
      ...(messages ? [wordsOn(messages)] : []),
      wordsOnLabels(labels),
    ],
  };
}

/** A documentation and what its pages tell. */
interface RecognisedSet {
  readonly layout: Layout;
  readonly dialect: Dialect;
  /** BCP 47. */
  readonly sourceLocale: string;
  /** As spelled. */
  readonly locales: readonly string[];
  /** Where its source pages are not here. */
  readonly isTranslated: boolean;
  readonly pin: RevisionSettings | undefined;
  /** Texts of some of its source pages. */
  readonly sources: readonly string[];
}

function recogniseSet(
  folder: string,
  files: readonly string[],
  pages: readonly string[],
  layout: Layout,
  { layouts, sourceLocale: named }: FoundLayouts,
): RecognisedSet {
  const patterns = layout.pages.map(parsePagePattern);
  const own = pages.filter((path) => patterns.some((pattern) => pattern.read(path) !== undefined));
  const read = (paths: readonly string[]): readonly PageText[] =>
    spread(paths, mostRead).flatMap((path) => {
      const content = readPage(join(folder, path));
      return content.kind === 'text' ? [{ path, text: content.text }] : [];
    });
  const sources = read(layout.sources);
  const texts = own.length === 0 ? sources : read(own);
  const dialect = dialectOf(folder, files, texts, layout, layouts.length === 1);
  const sample = readText(join(folder, layout.sample));
  const pin = pinKeyOf(
    texts.map(({ text }) => text),
    dialect,
  );
  // A page that names the text it was made from is a translation itself.
  const isTranslated = pin !== undefined && hasPin(sample, pin, dialect);
  const spelled = layout.sourceLocale ?? named;
  const known =
    spelled === undefined
      ? languageOfText(sample, layout.locales.map(languageOf))
      : (mistakenLocaleOf(spelled) ?? spelled);
  return {
    layout,
    dialect,
    sourceLocale: isTranslated ? 'en' : known,
    locales: [...layout.locales, ...(isTranslated ? [layout.sourceLocale ?? []] : [])].flat(),
    isTranslated,
    pin:
      pin &&
      recognisePins(
        pin,
        layout.sources.map((path) => readText(join(folder, path))),
        folder,
      ),
    sources: sources.map(({ text }) => text),
  };
}

function languageOf(spelling: string): string {
  return (localeTagOf(spelling) ?? mistakenLocaleOf(spelling) ?? spelling).replace(/-.*$/, '');
}

/** One set as its patterns; of several the narrower come first, for a file belongs to the first that describes it. */
function pagesOf(sets: readonly RecognisedSet[]): NonNullable<Settings['pages']> {
  const [main, ...others] = sets as [RecognisedSet, ...RecognisedSet[]];
  const { pages } = main.layout;
  if (others.length === 0) return pages.length === 1 ? (pages[0] ?? '') : [...pages];
  const names = new Set<string>();
  return sets
    .toSorted((one, other) => literalLength(other.layout) - literalLength(one.layout))
    .map((set) => setSettings(set, main, names));
}

function setSettings(set: RecognisedSet, main: RecognisedSet, names: Set<string>): PageSetSettings {
  const { pages } = set.layout;
  const patterns = pages.length === 1 ? (pages[0] ?? '') : [...pages];
  const usual = setNameOf({ patterns });
  let name = usual === '' ? firstNameOf(pages[0] ?? '') : usual;
  while (names.has(name)) name += '-more';
  names.add(name);
  return {
    ...(name !== usual && { name }),
    patterns,
    ...(set.sourceLocale !== main.sourceLocale && { sourceLocale: set.sourceLocale }),
    ...(set.dialect !== main.dialect && { dialect: set.dialect }),
  };
}

/** `readme` for `README.{locale}.md`, `pages` where a pattern begins with a name. */
function firstNameOf(pattern: string): string {
  return /^\w+/.exec(pattern)?.[0].toLowerCase() ?? 'pages';
}

/** How much of its narrowest pattern is written out. */
function literalLength({ pages }: Layout): number {
  return Math.max(...pages.map((pattern) => pattern.replace(/\{[^{}]*\}/g, '').length));
}

function wordsOnSet({
  layout,
  sourceLocale,
  locales,
  isTranslated,
  dialect,
}: RecognisedSet): readonly string[] {
  return [
    `Layout: ${layout.kind}, ${listed(layout.pages)}.`,
    `Source: \`${sourceLocale}\`${isTranslated ? ', whose pages are not here, so translations are held against each other' : ''}.`,
    `Translations: ${listed(locales)}.`,
    `Dialect: \`${dialect}\`.`,
  ];
}

function wordsOnOneOf(
  { layout, sourceLocale, locales, dialect }: RecognisedSet,
  main: RecognisedSet,
): string {
  const isMain = layout === main.layout;
  return `${isMain ? 'Layout' : 'Beside it'}: ${layout.kind}, ${listed(layout.pages)}; from \`${sourceLocale}\` into ${listed(locales)}; dialect \`${dialect}\`.`;
}

function listed(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}

/** Files of JSON that hold the words which source pages print in bold. */
function labelsIn(
  folder: string,
  files: readonly string[],
  sets: readonly RecognisedSet[],
): RecognisedLabels | undefined {
  const texts = sets.flatMap(({ sources }) => sources);
  const sourceLocale = sets[0]?.sourceLocale ?? 'en';
  const resources = files.filter((path) => /\.(?:json|arb)$/.test(path) && !builtFolders.test(path));
  const candidates = recogniseLayouts(resources).flatMap((layout): LabelFile[] => {
    const spelling = layout.sourceLocale;
    const locale = spelling === undefined ? undefined : localeTagOf(spelling);
    if (spelling === undefined || locale === undefined || !meansSameLocale(locale, sourceLocale)) return [];
    return spread(layout.sources, mostRead).flatMap((path): LabelFile[] => {
      const match = layout.pages.map((text) => ({ text, own: parsePagePattern(text).read(path) }));
      const own = match.find((each) => each.own !== undefined);
      const held = textsIn(readText(join(folder, path)));
      if (own?.own === undefined || held.length === 0) return [];
      const pattern = parsePagePattern(own.text).write(own.own.captures, '{locale}');
      return [{ pattern, texts: held }];
    });
  });
  return recogniseLabels(texts, candidates);
}

function wordsOnLabels(labels: RecognisedLabels | undefined): string {
  if (labels === undefined) {
    return 'Labels: none found; where the product has its words in JSON, name the files as `labels`, and bold labels are held against them.';
  }
  const { patterns, matched, printed, isSure } = labels;
  const held = `${listed(patterns)} ${patterns.length === 1 ? 'holds' : 'hold'} ${matched} of the ${printed} words that source pages print in bold`;
  return isSure
    ? `Labels: ${held}.`
    : `Labels: ${held}, too few to be sure; where that is what the product says, name it as \`labels\`.`;
}

function textsIn(json: string): readonly string[] {
  try {
    return leavesOf(JSON.parse(json.replace(/^\uFEFF/, ''))).filter((leaf) => typeof leaf === 'string');
  } catch {
    return [];
  }
}

/** A project without pages in two languages, whose interface is translated. */
function messagesAlone(folder: string, files: readonly string[]): RecognisedProject | undefined {
  const messages = messagesIn(folder, files, undefined);
  if (messages?.sourceLocale === undefined) return undefined;
  const sourceLocale = localeTagOf(messages.sourceLocale) ?? messages.sourceLocale;
  return {
    settings: { sourceLocale, messages: [...messages.pages] },
    words: ['Pages: none is here in two languages.', `Source: \`${sourceLocale}\`.`, wordsOn(messages)],
  };
}

/** Files of messages with one in the source's locale; data of other kinds holds fewer texts than anything else. */
function messagesIn(
  folder: string,
  files: readonly string[],
  sourceLocale: string | undefined,
): Layout | undefined {
  let resources = files.filter((path) => /\.(?:json|arb)$/.test(path) && !builtFolders.test(path));
  for (let tries = 0; tries < mostTries; tries++) {
    const layout = recogniseLayout(resources);
    if (layout === undefined) return undefined;
    const spelling = layout.sourceLocale === undefined ? undefined : localeTagOf(layout.sourceLocale);
    const isSource =
      spelling !== undefined && (sourceLocale === undefined || meansSameLocale(spelling, sourceLocale));
    if (isSource && holdsMessages(readText(join(folder, layout.sample)))) return layout;
    const patterns = layout.pages.map(parsePagePattern);
    resources = resources.filter((path) => patterns.every((pattern) => pattern.read(path) === undefined));
  }
  return undefined;
}

/** Sets of files that are looked at for messages. */
const mostTries = 5;

function holdsMessages(text: string): boolean {
  try {
    const leaves = leavesOf(JSON.parse(text.replace(/^\uFEFF/, '')));
    const texts = leaves.filter((leaf) => typeof leaf === 'string');
    return texts.length > 0 && texts.length * 4 >= leaves.length * 3;
  } catch {
    return false;
  }
}

function leavesOf(value: unknown): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return [value];
  return Object.values(value).flatMap(leavesOf);
}

function wordsOn({ pages, locales }: Layout): string {
  const named = locales.map((locale) => `\`${locale}\``).join(', ');
  return `Messages: ${pages.map((pattern) => `\`${pattern}\``).join(', ')}, also in ${named}.`;
}

/** Files that tell the dialect of all pages below their folder. */
const tellingFiles: readonly (readonly [RegExp, Dialect])[] = [
  [/(?:^|\/)mkdocs\.ya?ml$/, 'mkdocs'],
  [/(?:^|\/)(?:docfx\.json|\.openpublishing\.publish\.config\.json)$/, 'learn'],
  [/(?:^|\/)docusaurus\.config\.[cm]?[jt]s$/, 'mdx'],
  [/(?:^|\/)(?:config\/_default\/)?hugo\.(?:toml|ya?ml|json)$/, 'hugo'],
];

function dialectOf(
  folder: string,
  files: readonly string[],
  texts: readonly PageText[],
  { pages }: Layout,
  isOnly: boolean,
): Dialect {
  const own = (pages[0] ?? '').replace(/\{.*$/, '');
  const told = tellingFiles
    .flatMap(([pattern, dialect]) =>
      files
        .filter((path) => pattern.test(path))
        .map((path) => ({ dialect, above: path.replace(pattern, '') })),
    )
    .map(({ dialect, above }) => ({ dialect, above: above === '' ? '' : `${above}/` }))
    .filter(({ above }) => isOnly || own.startsWith(above))
    .toSorted((one, other) => other.above.length - one.above.length);
  if (told[0] !== undefined) return told[0].dialect;
  if (existsSync(join(folder, '.openpublishing.publish.config.json'))) return 'learn';
  // Few pages show what is special about their dialect: one that does counts for the others.
  const counts = Map.groupBy(texts, ({ path, text }) => recogniseDialect(path, text));
  counts.delete('gfm');
  const [most] = [...counts].toSorted(([, one], [, other]) => other.length - one.length);
  return most?.[0] ?? 'gfm';
}

/** At most so many of a list, from all over it. */
function spread<Item>(items: readonly Item[], most: number): readonly Item[] {
  const step = Math.max(1, items.length / most);
  return Array.from(
    { length: Math.min(most, items.length) },
    (_, index) => items[Math.floor(index * step)],
  ).filter((item) => item !== undefined);
}
