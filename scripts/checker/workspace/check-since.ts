import { realpathSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { baseTree } from '../base/base-tree.ts';
import { type ChangedFiles, changedFilesSince } from '../base/changed-files.ts';
import { type Base, findBase } from '../base/find-base.ts';
import { findOldFindings } from '../base/match-findings.ts';
import { oldContents } from '../base/old-contents.ts';
import { sharedResults } from '../cache/shared-results.ts';
import type { Settings } from '../config/settings.ts';
import type { CheckResult, ReportedPlace } from '../engine/join-results.ts';
import type { FamilyResult } from '../engine/judge-family.ts';
import { OperationalError, reasonOf } from '../operational-error.ts';
import type { Rule } from '../rules/rule.ts';
import type { Shard } from '../shards/read-shard.ts';
import {
  type CheckingOptions,
  checkWorkspace,
  pathsOfShard,
  type SelectedPlaces,
  type Selection,
  selectPlaces,
} from './check-workspace.ts';
import { diskTree, type FileTree } from './file-tree.ts';
import { loadProduct } from './load-product.ts';
import { noMemory } from './memory.ts';
import { parsePagePattern } from './page-pattern.ts';
import { underPath } from './select-paths.ts';

/** What a check of a change came to, and what it was held against. */
export interface CheckOfChange extends CheckResult {
  readonly base: Base;
  /** Whether a page was there before; where none was, all is new. */
  readonly hadPages: boolean;
}

/** What a change is held against. */
export interface SinceBase {
  /** Branch or commit. */
  readonly ref: string;
  /** Keeps a look at files before within the files that may be read. */
  readonly confine?: (tree: FileTree) => FileTree;
  /** What is known of families already, by the name of what that rests on. */
  readonly known?: ReadonlyMap<string, FamilyResult>;
}

/**
 * Checks the pages, and holds back what is found in them as they were when the change since `base` began, too.
 *
 * Both are judged by the settings, the rules and the glossary of today; labels, lists of codes and messages are each as
 * they are, where they were there at all. A page in all its languages that has not changed is judged once.
 * @throws {OperationalError} As `checkWorkspace` does, and where git cannot tell what has changed.
 */
export async function checkSince(
  { ref, confine = (tree) => tree, known }: SinceBase,
  folder: string,
  settings: Settings,
  rules: readonly Rule[],
  selection: Selection = {},
  options: CheckingOptions = {},
): Promise<CheckOfChange> {
  const base = findBase(folder, ref);
  const disk = confine(diskTree(folder));
  const { changes, tree } = treeBefore(base, folder, confine, settings);
  const pathNow = renamer(changes, disk);
  const chosen = selectPlaces(folder, noMemory(disk), settings, selection);
  const asked = (selection.paths ?? []).map((path) => underPath(path, folder));
  const { shard, record: _record, ...rest } = options;
  const inShard = shard === undefined ? undefined : placesOfShard(chosen, disk, shard);
  const shared = sharedResults(known);
  const before = await checkWorkspace(folder, settingsBefore(settings, tree), rules, selection, {
    ...rest,
    tree,
    memory: noMemory(tree),
    isPart: shard !== undefined,
    upTo: { repository: realpathSync(base.repository), commit: base.commit },
    baseline: new Set(),
    onNotes: () => undefined,
    openResults: shared.open,
    isAskedBefore: ({ path, locale }: ReportedPlace) =>
      inShard?.(pathNow(path)) !== false &&
      (chosen.isChosen({ path: pathNow(path), locale }) || asked.some((isUnder) => isUnder(path))),
  });
  const now = await checkWorkspace(folder, settings, rules, selection, {
    ...options,
    tree: disk,
    openResults: options.openResults ?? shared.open,
    findKnown: (findings, textNow) =>
      findOldFindings({
        before: before.report.findings,
        now: findings,
        textBefore: before.textOf,
        textNow,
        pathNow,
      }),
  });
  const uncached = shared.save();
  if (uncached !== undefined) options.onUncached?.(uncached);
  return { ...now, base, hadPages: before.report.pages.some(({ state }) => state !== 'missing') };
}

/** What a shard looks at: what is no page of today is the first one's. */
function placesOfShard(chosen: SelectedPlaces, tree: FileTree, shard: Shard): (path: string) => boolean {
  const own = pathsOfShard(chosen, tree, shard);
  const { pages, expected } = chosen.workspace;
  const all = new Set([...pages, ...expected].map(({ path }) => path));
  return (path) => own.has(path) || (shard.index === 1 && !all.has(path));
}

/** The files before the change, and what has changed since. */
function treeBefore(
  base: Base,
  folder: string,
  confine: (tree: FileTree) => FileTree,
  settings: Settings,
): { readonly changes: ChangedFiles; readonly tree: FileTree } {
  const changes = changesOf(base);
  const contentOf = oldContents(changes.old.values());
  const product = productFiles(settings, folder);
  const today = withoutChanges(changes, product.isGlossary);
  const disk = diskTree(folder);
  const tree = confine(baseTree(disk, today, contentOf));
  if (canLoadProduct(settings, tree)) return { changes, tree };
  // Labels that came with the change, or could not be read before, are no reason to tell the backlog.
  return { changes, tree: confine(baseTree(disk, withoutChanges(today, product.isFact), contentOf)) };
}

function changesOf({ ref, repository, commit }: Base): ChangedFiles {
  try {
    return changedFilesSince(repository, commit);
  } catch (error) {
    throw new OperationalError(
      `What has changed since \`${ref}\` cannot be told: ${reasonOf(error)}`,
      'Look what `git status` says in this folder, and run the command again.',
      { cause: error },
    );
  }
}

/** Tells of a place whether it is of the glossary, or of the facts that the settings name. */
function productFiles(
  { glossary, labels, entityLists, requiredAnchors, requiredMessages }: Settings,
  folder: string,
): Readonly<Record<'isGlossary' | 'isFact', (place: string) => boolean>> {
  const isWrittenOut = typeof glossary === 'object' && !Array.isArray(glossary);
  const terms = new Set(isWrittenOut ? [] : [glossary ?? []].flat().map((path) => resolve(folder, path)));
  const lists = [
    ...(entityLists ?? []).map(({ codes }) => codes),
    ...(requiredAnchors ?? []).map(({ ids }) => ids),
    ...(requiredMessages ?? []).map(({ keys }) => keys),
  ];
  const facts = new Set(
    lists.flatMap((list) => (typeof list === 'string' ? [resolve(folder, list.replace(/#.*$/, ''))] : [])),
  );
  const patterns = [labels ?? []].flat().map((pattern) => parsePagePattern(pattern.replace(/#.*$/, '')));
  return {
    isGlossary: (place) => terms.has(place),
    isFact: (place) =>
      facts.has(place) || patterns.some((pattern) => pattern.read(pathIn(folder, place)) !== undefined),
  };
}

function withoutChanges(
  { old, added, renamed }: ChangedFiles,
  isLeftOut: (place: string) => boolean,
): ChangedFiles {
  return {
    old: new Map([...old].filter(([place]) => !isLeftOut(place))),
    added: new Set([...added].filter((place) => !isLeftOut(place))),
    renamed,
  };
}

function canLoadProduct(settings: Settings, tree: FileTree): boolean {
  try {
    loadProduct(settings, tree, []);
    return true;
  } catch (error) {
    if (error instanceof OperationalError) return false;
    throw error;
  }
}

/** Code that says messages and was not there leaves nothing to hold them against. */
function settingsBefore(settings: Settings, tree: FileTree): Settings {
  const { messageUsage, ...rest } = settings;
  return messageUsage === undefined || tree.matching([messageUsage.code].flat()).length > 0 ? settings : rest;
}

/** Where a file of before lies now. */
function renamer({ renamed }: ChangedFiles, disk: FileTree): (path: string) => string {
  const folder = disk.realPlaceOf('') ?? '';
  const paths = new Map(Array.from(renamed, ([from, to]) => [pathIn(folder, from), pathIn(folder, to)]));
  return (path) => paths.get(path) ?? path;
}

function pathIn(folder: string, place: string): string {
  return relative(folder, place).split(sep).join('/');
}
