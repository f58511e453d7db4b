import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ReportedPage } from '../../../src/domain/report/report.ts';
import { readBaseline } from '../baseline/baseline-file.ts';
import { ruleNamed } from '../cli/explain.ts';
import { loadSettings, parseSettings, settingsAbove, settingsFiles } from '../config/load-settings.ts';
import type { CheckResult } from '../engine/join-results.ts';
import { OperationalError } from '../operational-error.ts';
import { rules as allRules } from '../rules/index.ts';
import { openSession, type SessionSubject } from '../session/open-session.ts';
import { diskTree } from '../workspace/file-tree.ts';
import { findPages } from '../workspace/find-pages.ts';
import type { ProjectOptions } from './project-options.ts';
import { changeTeller, stampOf } from './tell-changes.ts';

/** A project whose pages are checked one by one, with one check for all as long as nothing changes. */
export interface CheckedProject {
  readonly folder: string;
  /**
   * What the check says of the project with this text on a page; `undefined` for a file that is no page of it.
   *
   * Rejects with an `OperationalError` where there is nothing to compare a page with.
   */
  readonly checkWith: (path: string, text: string) => Promise<CheckResult | undefined>;
}

/** By folder and options, and by how the settings' files were when they were read. */
const projects = new Map<string, { readonly stamp: string; readonly project: Promise<CheckedProject> }>();

/**
 * The project that a program running in `cwd` is about; the same one until its settings change.
 * @throws {OperationalError} Where there are no settings, or some that say something they cannot.
 */
export function projectAt(cwd: string, options: ProjectOptions): Promise<CheckedProject> {
  const folder =
    options.folder === undefined ? (settingsAbove(join(cwd, 'any')) ?? cwd) : resolve(cwd, options.folder);
  const files = options.config === undefined ? ['package.json', ...settingsFiles] : [options.config];
  const stamp = options.settings === undefined ? files.map((file) => stampOf(folder, file)).join('\n') : '';
  const name = JSON.stringify([folder, options]);
  const known = projects.get(name);
  if (known?.stamp === stamp) return known.project;
  const project = openProject(folder, options);
  projects.set(name, { stamp, project });
  return project;
}

async function openProject(folder: string, options: ProjectOptions): Promise<CheckedProject> {
  const settings =
    options.settings === undefined
      ? await loadSettings(folder, options.config)
      : parseSettings(options.settings, 'settings');
  const rules = options.rules === undefined ? allRules : options.rules.map(ruleNamed);
  const baselineStamp = (): string =>
    settings.baseline === undefined ? '' : stampOf(folder, settings.baseline);
  const subject = (): SessionSubject => {
    const baseline = settings.baseline === undefined ? undefined : readBaseline(folder, settings.baseline);
    return { settings, rules, ...(baseline && { baseline }) };
  };
  let baselineRead = baselineStamp();
  const session = openSession(folder, subject());
  const changes = changeTeller(folder, session);
  let families: ReadonlyMap<string, readonly ReportedPage[]> = new Map();
  let last: CheckResult | undefined;
  let running = 0;

  const tellChanges = (path: string): void => {
    changes.tell(families.get(path)?.map((page) => page.path) ?? []);
    // Pages of one run come all at once: what else changes, changes between runs.
    if (running > 0) return;
    changes.tell();
    const stamp = baselineStamp();
    if (stamp === baselineRead) return;
    session.refocus(subject());
    baselineRead = stamp;
  };
  const look = async (): Promise<CheckResult> => {
    const result = await session.report().catch((error: unknown) => {
      // Where nothing can be checked, a change may mend that.
      changes.note();
      throw error;
    });
    if (result !== last) {
      last = result;
      families = familiesOf(result.report.pages);
      changes.note();
    }
    return result;
  };

  return {
    folder,
    checkWith: async (path, text) => {
      tellChanges(path);
      running++;
      const isSaved = isOnDisk(resolve(folder, path), text);
      try {
        if (!isSaved) session.overlay(path, text);
        const result = await look();
        return families.has(path) ? result : undefined;
      } catch (error) {
        const isPage = (): boolean =>
          findPages(settings, diskTree(folder)).pages.some((page) => page.path === path);
        if (error instanceof OperationalError && !isPage()) return undefined;
        throw error;
      } finally {
        if (!isSaved) session.overlay(path, undefined);
        running--;
      }
    },
  };
}

/** By path: a page in all its languages. */
function familiesOf(pages: readonly ReportedPage[]): ReadonlyMap<string, readonly ReportedPage[]> {
  const byKey = Map.groupBy(pages, ({ key }) => key);
  return new Map(pages.map((page) => [page.path, byKey.get(page.key) ?? []]));
}

function isOnDisk(place: string, text: string): boolean {
  try {
    const bytes = readFileSync(place);
    // Of a file in another encoding the program has this much.
    return bytes.equals(Buffer.from(text)) || bytes.toString() === text;
  } catch {
    return false;
  }
}
