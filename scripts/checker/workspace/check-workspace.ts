import { hash } from 'node:crypto';
import { meansSameLocale } from '../../../src/domain/locale/locale-tag.ts';
import type { Finding, NotCompared, Severity } from '../../../src/domain/report/report.ts';
import { cacheFolderOf } from '../cache/cache-folder.ts';
import { programId } from '../cache/program-id.ts';
import { nameOfJudgement, openResultCache, type ResultCache } from '../cache/result-cache.ts';
import { compareText } from '../compare-text.ts';
import { type RuleSettings, readRuleSettings } from '../config/rule-settings.ts';
import type { Settings } from '../config/settings.ts';
import { type CheckResult, type Joining, joinResults, type ReportedPlace } from '../engine/join-results.ts';
import { type JudgingOptions, judgeFamilies } from '../engine/judge-families.ts';
import type { FamilyResult, Judgement, SetJudgement } from '../engine/judge-family.ts';
import { judgeMessages } from '../engine/judge-messages.ts';
import { gitHistory, type HistoryEnd } from '../history/git-history.ts';
import { OperationalError } from '../operational-error.ts';
import { fewestPages } from '../rules/consensus/page-group.ts';
import type { Rule } from '../rules/rule.ts';
import { keysOfShard, type WeighedFamily } from '../shards/assign-families.ts';
import type { Shard } from '../shards/read-shard.ts';
import { assertRequired } from './assert-required.ts';
import { diskTree, type FileTree } from './file-tree.ts';
import { findMessages, type MessagePlaces } from './find-messages.ts';
import { findPages, type Workspace } from './find-pages.ts';
import { loadProduct } from './load-product.ts';
import { foundPages, type Memory, noMemory } from './memory.ts';
import { pagePatternsOf, pageSetsOf } from './page-sets.ts';
import { projectFilesIn } from './project-files.ts';
import { readFamilies } from './read-families.ts';
import { textReader } from './read-texts.ts';
import { selectPaths } from './select-paths.ts';

/** What to check of a workspace; everything by default. */
export interface Selection {
  /** Pages or folders, relative to the working folder. */
  readonly paths?: readonly string[];
  /** Whether paths that are no pages are passed over; then it is no error that nothing is left to compare. */
  readonly ignoresUnmatched?: boolean;
  /** BCP 47; findings of these alone are reported. */
  readonly locales?: readonly string[];
}

/** How a check is run; the report is the same. */
export interface CheckingOptions extends Pick<JudgingOptions, 'threads' | 'threadsFrom'> {
  /** Whether results are kept from run to run; default: they are. */
  readonly isCached?: boolean;
  /** Fingerprints of findings that are held back. */
  readonly baseline?: ReadonlySet<string>;
  /** Of which pages the alignment is explained; default: none. */
  readonly explained?: Judgement['explained'];
  /** Whether pages without any translation are well too, where languages are known; default: they are an error. */
  readonly mayCompareNothing?: boolean;
  /** What the report says of each page beside its state; default: nothing. */
  readonly included?: Judgement['included'];
  /** Where files are; default: as they lie in the folder. */
  readonly tree?: FileTree;
  /** What is known of files that are where it says; default: nothing. */
  readonly memory?: Memory;
  /** Opens what is known of earlier looks by a judgement; `openCache` what lies on the disk of it, where anything may. */
  readonly openResults?: OpenResults;
  /** Which findings are held back beside those of the baseline. */
  readonly findKnown?: Joining['findKnown'];
  /** For a look at an earlier state: which places are asked about. That nothing is there is no error then. */
  readonly isAskedBefore?: (place: ReportedPlace) => boolean;
  /** Of a check that machines share: which part of it this is. Rules on the whole tree say nothing of a part. */
  readonly shard?: Shard;
  /** Judges all that is asked about, and lets rules on the whole tree say nothing. */
  readonly isPart?: boolean;
  /** Takes note of what becomes of each family. */
  readonly record?: ResultsRecord;
  /** Where the history ends, for a look at an earlier state; default: with what is checked out. */
  readonly upTo?: HistoryEnd;
  /** Hears why results could not be kept. */
  readonly onUncached?: (reason: string) => void;
  /** Hears, of a check of all pages, sentences on settings that fit no file or were not taken as they are written. */
  readonly onNotes?: (notes: readonly string[]) => void;
  /** Hears how many pages are judged, of how many. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** What a check notes for others that are to join it with other parts. */
export interface ResultsRecord {
  /** Hears first: names of how families are judged, and of all the pages that are asked about. */
  readonly begin: (judgement: string, tree: string) => void;
  readonly note: (name: string, result: FamilyResult) => void;
}

/** See `CheckingOptions`. */
export type OpenResults = (
  judgement: Judgement,
  openCache: () => ResultCache | undefined,
) => ResultCache | undefined;

/**
 * Checks the pages that the settings describe in a folder.
 *
 * Beside a chosen page its source and its translations are read too, for rules that compare them; findings are those
 * of the chosen pages.
 * @throws {OperationalError} Where the settings describe no pages, or nothing is left to compare.
 */
export async function checkWorkspace(
  folder: string,
  settings: Settings,
  rules: readonly Rule[],
  selection: Selection = {},
  options: CheckingOptions = {},
): Promise<CheckResult> {
  const { tree = diskTree(folder), memory = noMemory(tree) } = options;
  const { isAskedBefore } = options;
  const selected = selectPlaces(folder, memory, settings, isAskedBefore === undefined ? selection : {});
  const { workspace, messages, isWhole } = selected;
  const isChosen = isAskedBefore ?? selected.isChosen;

  const places = [...workspace.pages, ...workspace.expected];
  const keys = new Set(places.filter(isChosen).map((place) => place.key));
  const { shard, record } = options;
  const isPart = shard !== undefined || options.isPart === true;
  const weighed = shard === undefined && record === undefined ? [] : weighFamilies(workspace, tree, keys);
  const own = shard === undefined ? keys : keysOfShard(weighed, shard);
  const pages = workspace.pages.filter((page) => own.has(page.key));
  const expected = workspace.expected.filter((page) => own.has(page.key));
  // Messages are few, and the first shard judges them.
  const isFirst = shard === undefined || shard.index === 1;
  const askedMessages = chooseMessages(messages, isChosen);
  const chosenMessages = isFirst ? askedMessages : chooseMessages(messages, () => false);
  if (isWhole && isAskedBefore === undefined) {
    assertMessages(settings, messages);
    assertRequired(settings, keysOf(places), keysOf([...messages.files, ...messages.expected]));
  }
  const isPagesAsked =
    isAskedBefore === undefined &&
    settings.pages !== undefined &&
    (isWhole || !canCompareMessages(askedMessages));
  const mayBeEmpty = selection.ignoresUnmatched === true && (selection.paths ?? []).length > 0;
  const askedPages = workspace.pages.filter((page) => keys.has(page.key));
  const askedPlaces = workspace.expected.filter((page) => keys.has(page.key));
  const isEmptyFine = options.mayCompareNothing === true && askedPlaces.length > 0;
  if (isPagesAsked && !mayBeEmpty && !isEmptyFine && !canCompareTranslations(askedPages)) {
    assertComparable(settings, workspace, askedPlaces.filter(isChosen), workspace.notCompared[0]);
  }

  if (isWhole) options.onNotes?.([...workspace.notes, ...messages.notes]);

  const { product, unlabelled } = recallProduct(memory, settings);
  const locales = new Set(places.filter(isChosen).map((place) => place.locale));
  const { sourceRevision } = settings;
  const history = sourceRevision && gitHistory(folder, sourceRevision, workspace.pages, options.upTo);
  const ruled = readRuleSettings(settings);
  const asked = rules.filter((rule) => ruled.mayRun(rule.id));
  const plain: Judgement = {
    rules: asked.filter(({ on }) => on !== 'messages' && on !== 'usage'),
    product,
    dialect: settings.dialect,
    ...setJudgements(settings),
    pinKey: sourceRevision?.frontMatter,
    ...(options.included && { included: options.included }),
  };
  const judgement: Judgement = {
    ...plain,
    ...(options.explained && { explained: options.explained }),
  };
  const openCache = (): ResultCache | undefined =>
    options.isCached === false || pages.length === 0
      ? undefined
      : openResultCache(cacheFolderOf(folder), judgement, programId());
  const opened = options.openResults === undefined ? openCache() : options.openResults(judgement, openCache);
  record?.begin(nameOfJudgement(plain, programId()), nameOfTree(weighed, workspace, keys));
  const known = record === undefined ? opened : recorded(opened, record);
  let done = 0;
  const results = await judgeFamilies(readFamilies(memory, pages, expected, history), judgement, {
    ...options,
    ...(known && { known }),
    onJudged: (family) => options.onProgress?.((done += family.pages), pages.length),
  });
  const uncached = known?.save(new Set(places.map((place) => place.key)));
  if (uncached !== undefined) options.onUncached?.(uncached);
  const judged = await judgeChosenMessages(chosenMessages, isChosen, settings, memory, asked);
  const result = joinResults(judged === undefined ? results : [...results, judged.result], {
    rules: isPart ? asked.filter(({ on }) => on !== 'tree') : asked,
    product,
    expected,
    severityOf: (finding) => severityFor(ruled, finding),
    ...(options.baseline && { baseline: options.baseline }),
    ...(options.findKnown && { findKnown: options.findKnown }),
    isReported: (place) => isChosen(place) && !isLeftAlone(ruled, place),
    notCompared: [
      ...(isWhole && isFirst ? workspace.notCompared : []),
      ...unlabelled.filter(({ locale }) => locales.has(locale)).map(({ path, reason }) => ({ path, reason })),
    ],
    ...(judged && { messageFiles: judged.files }),
    textOf: textReader(memory.tree, history, []),
    files: projectFilesIn(memory),
  });
  return { ...result, textOf: textReader(memory.tree, history, result.report.findings) };
}

function keysOf(places: readonly { readonly key: string }[]): ReadonlySet<string> {
  return new Set(places.map(({ key }) => key));
}

/** What the product says, see `loadProduct`. */
export function recallProduct(memory: Memory, settings: Settings): ReturnType<typeof loadProduct> {
  return memory.recall('product', (tree) => {
    const locales = localesOf(recallPages(memory, settings));
    return loadProduct(settings, tree, locales);
  });
}

/** The pages of the workspace, see `findPages`. */
export function recallPages(memory: Memory, settings: Settings): Workspace {
  return memory.recall(foundPages, (tree) => findPages(settings, tree));
}

function recallMessages(memory: Memory, settings: Settings): MessagePlaces {
  return memory.recall('files of messages', (tree) => findMessages(settings, tree));
}

/** Locales of translations, and of sources: sets of pages may have different ones. */
function localesOf({ pages, locales }: Workspace): readonly string[] {
  return [...new Set([...locales, ...pages.filter((page) => page.isSource).map(({ locale }) => locale)])];
}

/** The paths of the pages that a shard judges, there or missing. */
export function pathsOfShard(
  { workspace, isChosen }: SelectedPlaces,
  tree: FileTree,
  shard: Shard,
): ReadonlySet<string> {
  const places = [...workspace.pages, ...workspace.expected];
  const asked = new Set(places.filter(isChosen).map(({ key }) => key));
  const keys = keysOfShard(weighFamilies(workspace, tree, asked), shard);
  return new Set(places.filter(({ key }) => keys.has(key)).map(({ path }) => path));
}

function weighFamilies(
  { pages, expected }: Workspace,
  tree: FileTree,
  keys: ReadonlySet<string>,
): readonly WeighedFamily[] {
  const sizes = new Map<string, number>();
  for (const { key } of expected) if (keys.has(key)) sizes.set(key, 0);
  for (const { key, path } of pages) {
    if (keys.has(key)) sizes.set(key, (sizes.get(key) ?? 0) + sizeIn(tree, path));
  }
  return Array.from(sizes, ([key, size]) => ({ key, size }));
}

function sizeIn(tree: FileTree, path: string): number {
  try {
    return tree.sizeOf(path) ?? 0;
  } catch {
    return 0;
  }
}

/** A name for the pages that are asked about: those of other sizes, or in other places, have another name. */
function nameOfTree(
  weighed: readonly WeighedFamily[],
  { pages, expected }: Workspace,
  keys: ReadonlySet<string>,
): string {
  const paths = [...pages, ...expected].filter(({ key }) => keys.has(key)).map(({ path }) => path);
  const sizes = weighed.toSorted((one, other) => compareText(one.key, other.key));
  return hash('sha256', JSON.stringify([sizes, [...new Set(paths)].toSorted()])).slice(0, 32);
}

/** Results with somebody beside who takes note of them. */
function recorded(results: ResultCache | undefined, { note }: ResultsRecord): ResultCache {
  return {
    get: (name) => {
      const result = results?.get(name);
      if (result !== undefined) note(name, result);
      return result;
    },
    put: (name, result, json) => {
      note(name, result);
      results?.put(name, result, json);
    },
    save: (keys) => results?.save(keys),
  };
}

/** What there is in a place, and what of it is asked about. */
export interface SelectedPlaces {
  readonly workspace: Workspace;
  readonly messages: MessagePlaces;
  /** Whether that is everything. */
  readonly isWhole: boolean;
  readonly isChosen: (place: ReportedPlace) => boolean;
}

/**
 * Finds what there is, and tells what of it a selection is about.
 * @throws {OperationalError} Where a path or a locale of the selection is not there.
 */
export function selectPlaces(
  folder: string,
  memory: Memory,
  settings: Settings,
  { paths = [], locales = [], ignoresUnmatched = false }: Selection,
): SelectedPlaces {
  const workspace = recallPages(memory, settings);
  const messages = recallMessages(memory, settings);
  const everything = withMessages(workspace, messages);
  const chosen = chooseLocales(everything, locales, settings);
  const selected = paths.length === 0 ? undefined : selectPaths(everything, paths, folder, ignoresUnmatched);
  return {
    workspace,
    messages,
    isWhole: selected === undefined && chosen === undefined,
    isChosen: ({ path, locale }) => (selected?.has(path) ?? true) && (chosen?.includes(locale) ?? true),
  };
}

/** Pages and files of messages, for those who ask what there is. */
function withMessages(workspace: Workspace, { files, expected }: MessagePlaces): Workspace {
  const found = [...files, ...expected].map(({ locale }) => locale);
  const isSource = new Set(files.filter((file) => file.isSource).map(({ locale }) => locale));
  return {
    ...workspace,
    pages: [...workspace.pages, ...files],
    expected: [...workspace.expected, ...expected],
    locales: [
      ...new Set([...workspace.locales, ...found.filter((locale) => !isSource.has(locale)).toSorted()]),
    ],
  };
}

/** Resources of which a file was chosen: they are judged in all locales. */
function chooseMessages(
  { files, expected, notCompared, notes }: MessagePlaces,
  isChosen: (place: ReportedPlace) => boolean,
): MessagePlaces {
  const keys = new Set([...files, ...expected].filter(isChosen).map(({ key }) => key));
  return {
    files: files.filter(({ key }) => keys.has(key)),
    expected: expected.filter(({ key }) => keys.has(key)),
    notCompared: notCompared.filter(({ path }) => isChosen({ path, locale: '' })),
    notes,
  };
}

function canCompareMessages({ expected }: MessagePlaces): boolean {
  return expected.some(({ exists, source }) => exists && source !== undefined);
}

/** @throws {OperationalError} Where no source file and its translation are both there: a run that compares nothing must not pass. */
function assertMessages({ messages, sourceLocale }: Settings, places: MessagePlaces): void {
  if (messages === undefined || canCompareMessages(places)) return;
  const patterns = [messages]
    .flat()
    .map((pattern) => `\`${pattern}\``)
    .join(' and ');
  const { length } = places.files;
  const found =
    length === 0 ? 'no file' : `${counted(length, 'file')}, and no source with a translation of it,`;
  throw new OperationalError(
    `There are no messages to compare: ${found} ${length === 1 ? 'was' : length === 0 ? 'was' : 'were'} found by ${patterns}.`,
    `Correct \`messages\` and \`sourceLocale\` (\`${sourceLocale}\`) in the settings, or run the command in the folder they are written for.`,
  );
}

/** Reading messages takes a parser that a run on pages alone does without. */
async function judgeChosenMessages(
  places: MessagePlaces,
  isChosen: (place: ReportedPlace) => boolean,
  settings: Settings,
  memory: Memory,
  rules: readonly Rule[],
): Promise<{ readonly result: FamilyResult; readonly files: number } | undefined> {
  if (settings.messages === undefined || places.files.length === 0) return undefined;
  const { readMessages } = await import('./read-messages.ts');
  const { result, files } = memory.recall('judged messages', (tree) => {
    // What is chosen of them depends on which there are.
    recallMessages(memory, settings);
    const input = readMessages(places, settings, tree);
    const { product } = recallProduct(memory, settings);
    return { result: judgeMessages(input, rules, product), files: input.files.length };
  });
  const others = new Set(places.files.filter((file) => !isChosen(file)).map(({ path }) => path));
  const notCompared = result.notCompared.filter(({ path }) => !others.has(path));
  return { result: { ...result, notCompared }, files };
}

function chooseLocales(
  { pages, locales }: Pick<Workspace, 'pages' | 'locales'>,
  asked: readonly string[],
  settings: Settings,
): readonly string[] | undefined {
  if (asked.length === 0) return undefined;
  const isTranslated = asked.some((locale) => locales.some((other) => meansSameLocale(locale, other)));
  if (
    locales.length > 0 &&
    !isTranslated &&
    asked.every((locale) => meansSameLocale(locale, settings.sourceLocale))
  ) {
    throw new OperationalError(
      `There is nothing to compare: \`${settings.sourceLocale}\` is the source locale.`,
      `Ask for locales of translations: ${locales.join(', ')}.`,
    );
  }
  const known = [...new Set([...pages.map((page) => page.locale), ...locales])].toSorted();
  return asked.map((locale) => {
    const meant =
      known.find((candidate) => candidate === locale) ??
      known.find((candidate) => meansSameLocale(candidate, locale));
    if (meant !== undefined) return meant;
    throw new OperationalError(
      `There is no locale \`${locale}\` here.`,
      `The locales are ${known.join(', ')}.`,
    );
  });
}

/** Enough translations of one page, and no source of it, are held against each other. */
function canCompareTranslations(pages: Workspace['pages']): boolean {
  const sources = new Set(pages.filter((page) => page.isSource).map((page) => page.key));
  const counts = new Map<string, number>();
  for (const { key } of pages) if (!sources.has(key)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts.values()].some((count) => count >= fewestPages);
}

/** @throws {OperationalError} Where no source page and its translation are both there: a run that compares nothing must not pass. */
function assertComparable(
  settings: Settings,
  { pages }: Workspace,
  expected: Workspace['expected'],
  leftOut: NotCompared | undefined,
): void {
  if (expected.some((page) => page.exists && page.source !== undefined)) return;
  const patterns = pagePatternsOf(settings)
    .map((pattern) => `\`${pattern}\``)
    .join(' and ');
  const why = leftOut === undefined ? '' : ` \`${leftOut.path}\` was left out: ${leftOut.reason}`;
  const hint = `Correct \`pages\` and \`sourceLocale\` in the settings, or run the command in the folder they are written for.`;
  if (pages.length === 0) {
    throw new OperationalError(`There is nothing to compare: no page was found by ${patterns}.${why}`, hint);
  }
  const sources = pages.filter((page) => page.isSource).length;
  if (sources === 0) {
    throw new OperationalError(
      `There is nothing to compare: ${counted(pages.length, 'page')} found by ${patterns}, none in the source locale \`${settings.sourceLocale}\`.`,
      `${hint} Where paths of source pages name no locale, add a pattern without {locale} for them. Without a source, at least three translations of a page are needed.`,
    );
  }
  const missing = expected.filter((page) => !page.exists).map((page) => `\`${page.path}\``);
  const looked = missing.length === 0 ? `by ${patterns}` : `at ${firstFew(missing)}`;
  throw new OperationalError(
    `There is nothing to compare: ${counted(sources, 'source page')}, and no translation of ${sources === 1 ? 'it' : 'them'} ${looked}.${why}`,
    hint,
  );
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function firstFew(names: readonly string[]): string {
  const shown = names.slice(0, 3).join(', ');
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown;
}

/** What sets of pages have for themselves, for the judgement. */
export function setJudgements(settings: Settings): Pick<Judgement, 'sets'> {
  const sets = pageSetsOf(settings).flatMap(({ name, dialect, sourceLocale }) =>
    name === undefined ? [] : [[name, { ...(dialect && { dialect }), sourceLocale }] as const],
  );
  return sets.length === 0 ? {} : { sets: Object.fromEntries<SetJudgement>(sets) };
}

function severityFor(ruled: RuleSettings, finding: Finding): Severity | undefined {
  const severity = ruled.severityAt(finding.rule, finding);
  return severity === 'off' ? undefined : severity;
}

function isLeftAlone(ruled: RuleSettings, { path, locale, rule }: ReportedPlace): boolean {
  return rule !== undefined && ruled.severityAt(rule, { path, locale }) === 'off';
}
