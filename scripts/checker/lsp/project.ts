import { basename, join, sep } from 'node:path';
import { readBaseline } from '../baseline/baseline-file.ts';
import { type LoadingOptions, loadSettings, settingsFiles } from '../config/load-settings.ts';
import type { Settings } from '../config/settings.ts';
import type { ExplainedAlignment } from '../engine/explain-alignment.ts';
import type { CheckResult } from '../engine/join-results.ts';
import { OperationalError, reasonOf } from '../operational-error.ts';
import { escapeControls } from '../reporters/escape-controls.ts';
import { rules } from '../rules/index.ts';
import { foldersToWatch, gitFolderOf } from '../session/folders-to-watch.ts';
import { type CheckSession, openSession } from '../session/open-session.ts';
import { watchFolders } from '../session/watch-folders.ts';
import { confinedTree } from '../workspace/confined-tree.ts';
import { isMarkdown } from '../workspace/document-formats.ts';
import { diskTree } from '../workspace/file-tree.ts';
import { parsePagePattern } from '../workspace/page-pattern.ts';
import { relativePath } from '../workspace/select-paths.ts';

/** A folder with settings, and what a check of it says, unsaved texts included. Paths are relative to it. */
export interface Project {
  /** Absolute. */
  readonly folder: string;
  /** Of the last settings that could be read. */
  readonly settings: () => Settings | undefined;
  /** What the pages come to as they are; `undefined` where they cannot be checked, which has been told then. */
  readonly check: () => Promise<CheckResult | undefined>;
  /** See `CheckSession.alignmentOf`. */
  readonly alignmentOf: (path: string) => Promise<ExplainedAlignment | undefined>;
  /** Lays a text over a file, and with `undefined` takes it off again. */
  readonly overlay: (path: string, text: string | undefined) => void;
  /** Tells of files that were changed, made or removed. */
  readonly touched: (paths: readonly string[]) => void;
  readonly close: () => void;
}

/** Who hears of a project. */
export interface ProjectListener {
  /** Why it cannot be checked: full sentences, the hint among them. Not told again while it stays the same. */
  readonly onTrouble: (message: string) => void;
  /** The last trouble is over. */
  readonly onMended: () => void;
  /** What else there is to know, such as a rule that broke; each once. */
  readonly onRemark: (remark: string) => void;
  /** How many pages are judged, of how many. */
  readonly onProgress: (done: number, total: number) => void;
  /** A check is over. */
  readonly onChecked: () => void;
  /** Something has changed on the disk that the editor does not tell of. */
  readonly onDiskChange: () => void;
}

/** How a project is kept up to date. */
export interface ProjectOptions extends LoadingOptions {
  /** Whether the disk is watched; else the editor tells what changes there. Default: it does. */
  readonly isDiskWatched?: boolean;
}

/**
 * Opens the project in a folder; its settings are read when it is first checked, and again when their file changes.
 * While they are broken, the last that could be read stay in force.
 */
export function openProject(
  folder: string,
  listener: ProjectListener,
  options: ProjectOptions = {},
): Project {
  const texts = new Map<string, string>();
  let settings: Settings | undefined;
  let session: CheckSession | undefined;
  let loading: Promise<void> | undefined;
  let isLoaded = false;
  let isReread = false;
  let changes = 0;
  /** What is wrong with the settings, and with what they describe. */
  const troubles: { settings?: string; check?: string } = {};
  let told: string | undefined;

  const remarks = new Set<string>();
  const remark = (all: readonly string[]): void => {
    for (const one of all) if (!remarks.has(one)) listener.onRemark(escapeControls(one));
    for (const one of all) remarks.add(one);
  };
  const tell = (): void => {
    const trouble = troubles.settings ?? troubles.check;
    if (trouble === told) return;
    told = trouble;
    if (trouble === undefined) listener.onMended();
    else listener.onTrouble(trouble);
  };
  const load = async (): Promise<void> => {
    isLoaded = true;
    try {
      const next = await loadSettings(folder, undefined, { ...options, isReread });
      const baseline = next.baseline === undefined ? undefined : readBaseline(folder, next.baseline);
      const subject = { settings: next, rules, ...(baseline && { baseline }) };
      settings = next;
      if (session === undefined) {
        const tree = diskTree(folder);
        session = openSession(folder, subject, {
          tree: options.mayRun === false ? confinedTree(tree) : tree,
          onProgress: listener.onProgress,
          onNotes: remark,
        });
      } else session.refocus(subject);
      for (const [path, text] of texts) session.overlay(path, isLaidOver(path, next) ? text : undefined);
      delete troubles.settings;
    } catch (error) {
      troubles.settings = messageOf(error);
      tell();
    } finally {
      isReread = true;
      loading = undefined;
    }
  };
  const isOfSettings = (path: string): boolean =>
    path === 'package.json' ||
    (settingsFiles as readonly string[]).includes(path) ||
    (settings?.baseline !== undefined && basename(path) === basename(settings.baseline));

  const touched = (paths: readonly string[]): void => {
    changes += 1;
    if (paths.some(isOfSettings)) isLoaded = false;
    session?.touched(paths);
  };
  const watch = options.isDiskWatched
    ? watchFolders((places) => {
        const git = gitFolderOf(folder);
        const isGits = (place: string): boolean =>
          git !== undefined && (place === git || place.startsWith(join(git, sep)));
        touched(places.map((place) => (isGits(place) ? '.git' : relativePath(place, folder))));
        listener.onDiskChange();
      })
    : undefined;
  /** True where a folder is watched from now on, in which something may have changed until now. */
  const settleWatch = (): boolean => {
    if (watch === undefined) return false;
    const wanted = session === undefined ? [] : foldersToWatch(folder, session.footing());
    const added = watch.settle(new Set([folder, ...wanted]));
    if (added.length > 0) session?.touched(added);
    return added.length > 0;
  };

  return {
    folder,
    settings: () => settings,
    check: async () => {
      for (;;) {
        if (!isLoaded) loading ??= load();
        await loading;
        if (!isLoaded) continue;
        if (session === undefined) {
          settleWatch();
          return undefined;
        }
        const seen = changes;
        let result: CheckResult | undefined;
        let failure: unknown;
        try {
          result = await session.report();
        } catch (error) {
          failure = error;
        }
        listener.onChecked();
        // What came in between is looked at before anybody is told.
        if (seen !== changes || settleWatch()) continue;
        if (result === undefined) troubles.check = messageOf(failure);
        else delete troubles.check;
        remark(result?.crashes ?? []);
        tell();
        return result;
      }
    },
    alignmentOf: async (path) => session?.alignmentOf(path),
    overlay: (path, text) => {
      changes += 1;
      if (text === undefined) texts.delete(path);
      else texts.set(path, text);
      if (settings !== undefined && isLaidOver(path, settings)) session?.overlay(path, text);
    },
    touched,
    close: () => {
      watch?.close();
      session?.close();
    },
  };
}

/**
 * Whether unsaved text of a file counts: that of pages and of messages. A glossary or the settings are half written
 * while somebody types, and then say nothing.
 */
function isLaidOver(path: string, { messages = [] }: Settings): boolean {
  return (
    isMarkdown(path) ||
    [messages].flat().some((pattern) => parsePagePattern(pattern).read(path) !== undefined)
  );
}

function messageOf(error: unknown): string {
  const text =
    error instanceof OperationalError
      ? `${error.message}\n${error.hint}`
      : `Something broke inside the checker: ${reasonOf(error)}.`;
  return text.split('\n').map(escapeControls).join('\n');
}
