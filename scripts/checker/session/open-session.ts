import type { Settings } from '../config/settings.ts';
import type { ExplainedAlignment } from '../engine/explain-alignment.ts';
import type { CheckResult } from '../engine/join-results.ts';
import type { Rule } from '../rules/rule.ts';
import { type CheckingOptions, checkWorkspace, type Selection } from '../workspace/check-workspace.ts';
import { diskTree } from '../workspace/file-tree.ts';
import { relativePath } from '../workspace/select-paths.ts';
import { type Footing, lastingMemory } from './lasting-memory.ts';
import { lastingResults } from './lasting-results.ts';
import { overlaidTree } from './overlaid-tree.ts';
import { readAlignment } from './read-alignment.ts';

/** What a session is about; may change while it is open. */
export interface SessionSubject extends Selection {
  readonly settings: Settings;
  readonly rules: readonly Rule[];
  /** Fingerprints of findings that are held back. */
  readonly baseline?: ReadonlySet<string>;
}

/** How a session checks; the reports are the same. */
export type SessionOptions = Omit<CheckingOptions, 'baseline' | 'memory' | 'openResults'>;

/** A check that stays alive: it knows what the workspace came to, and judges again only what a change touches. */
export interface CheckSession {
  /**
   * The report on the files as they are, unsaved texts laid over them: what `checkWorkspace` would give for them.
   *
   * Where nothing has changed since the last report, it is that very object. Changes that are told while a report is
   * being made are in the next one. Rejects with an `OperationalError` as `checkWorkspace` does, and can be asked again
   * when what was wrong has been mended.
   */
  readonly report: () => Promise<CheckResult>;
  /** Lays a text over a file, whether it is there or not, and with `undefined` takes it off again. */
  readonly overlay: (path: string, text: string | undefined) => void;
  /**
   * Tells of files and folders that were changed, made, removed or renamed (both names), and of `.git` where something
   * was committed or fetched. Files that no report rests on do no harm.
   */
  readonly touched: (paths: Iterable<string>) => void;
  /** Goes on with other settings, rules, paths, locales or another baseline; what they leave as it was is not judged again. */
  readonly refocus: (subject: SessionSubject) => void;
  /**
   * Which blocks of a translation answer which of its source, both as they are now; `undefined` for a page that has no
   * source, or cannot be read.
   */
  readonly alignmentOf: (path: string) => Promise<ExplainedAlignment | undefined>;
  /** What the last report rests on: a change elsewhere does not change it. */
  readonly footing: () => Footing;
  /** Lets go of all that it knows; unsaved texts are off again. */
  readonly close: () => void;
}

/**
 * Opens a session on a folder. Paths that it is told are relative to the folder, or absolute.
 * @example
 * const session = openSession(folder, { settings, rules });
 * await session.report();
 * session.overlay('content/sv/start.md', textInTheEditor);
 * const { report } = await session.report(); // judges the page `start` alone
 */
export function openSession(
  folder: string,
  subject: SessionSubject,
  options: SessionOptions = {},
): CheckSession {
  const texts = new Map<string, string>();
  const tree = overlaidTree(folder, options.tree ?? diskTree(folder), texts);
  const openResults = lastingResults();
  let current = subject;
  let memory = lastingMemory(folder, tree);
  let last: CheckResult | undefined;
  /** Looks come one after another: while one reads, the files that it sees must stay as they are. */
  let turn: Promise<unknown> = Promise.resolve();
  let changes: (() => void)[] = [];

  const change = (apply: () => void): void => void changes.push(apply);
  const forget = (paths: Iterable<string>): void => {
    if (memory.forget(paths)) last = undefined;
  };
  const inTurn = <Value>(work: () => Value | Promise<Value>): Promise<Value> => {
    const result = turn.then(() => {
      const waiting = changes;
      changes = [];
      for (const apply of waiting) apply();
      return work();
    });
    turn = result.catch(() => undefined);
    return result;
  };

  return {
    report: () =>
      inTurn(async () => {
        const { settings, rules, baseline, ...selection } = current;
        last ??= await checkWorkspace(folder, settings, rules, selection, {
          ...options,
          memory,
          ...(baseline && { baseline }),
          openResults,
        });
        return last;
      }),
    overlay: (path, text) =>
      change(() => {
        const own = relativePath(path, folder);
        if (text === texts.get(own)) return;
        if (text === undefined) texts.delete(own);
        else texts.set(own, text);
        forget([own]);
      }),
    touched: (paths) => {
      const told = [...paths];
      change(() => forget(told));
    },
    refocus: (next) =>
      change(() => {
        current = next;
        memory = lastingMemory(folder, tree);
        last = undefined;
      }),
    alignmentOf: (path) => inTurn(() => readAlignment(memory, current.settings, relativePath(path, folder))),
    footing: () => memory.footing(),
    close: () =>
      change(() => {
        texts.clear();
        memory = lastingMemory(folder, tree);
        last = undefined;
      }),
  };
}
