import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { RevisionSettings } from '../config/revision-settings.ts';
import { shortId } from '../history/blob-id.ts';
import { gitHistory } from '../history/git-history.ts';
import { newPin, type PinForm, type PinInUse, pinFormOf } from '../history/new-pin.ts';
import { sectionAnswering } from '../history/section-revisions.ts';
import type { SourceHistory } from '../history/source-history.ts';
import { stampPage } from '../history/stamp-page.ts';
import { readWrittenPins } from '../history/written-pins.ts';
import { OperationalError, reasonOf } from '../operational-error.ts';
import { replaceFile } from '../replace-file.ts';
import { escapeForLog } from '../reporters/escape-controls.ts';
import { findPages, type Workspace } from '../workspace/find-pages.ts';
import { readPage } from '../workspace/read-page.ts';
import { relativePath, selectPaths } from '../workspace/select-paths.ts';
import { readableTree, readSettings, type SettingsFlags } from './read-settings.ts';
import { exitCodes, type Terminal } from './terminal.ts';

/** What `lockstep stamp` was asked. */
export interface StampRequest extends SettingsFlags {
  /** Translations, or folders of them. */
  readonly pages: readonly string[];
}

/**
 * Notes in each translation which text of the source it was made from, and gives back the exit code.
 *
 * Where one page is refused, none is written.
 * @throws {OperationalError} For source pages, pages without a source, and pages that cannot be read.
 */
export async function stamp(request: StampRequest, terminal: Terminal): Promise<number> {
  const settings = await readSettings(request, terminal);
  const { sourceRevision } = settings;
  if (sourceRevision?.frontMatter === undefined && sourceRevision?.comment === undefined) {
    throw new OperationalError(
      'The settings do not say where translations note their source revision.',
      'Add `"sourceRevision": { "frontMatter": "source" }` to the settings.',
    );
  }
  const { folder } = terminal;
  const workspace = findPages(settings, readableTree(request, terminal));
  const history = gitHistory(folder, sourceRevision, workspace.pages);
  const chosen = translationsUnder(request.pages, workspace, folder);
  const form = pinFormOf(pinsInUse(chosen, workspace, folder, sourceRevision), history);
  const stamps = chosen.map(({ path, source }) => stamped(path, source, form, history, folder));
  for (const { path, before, after, id, source } of stamps) {
    if (before === after) {
      terminal.stdout.write(`${escapeForLog(path)}  already stamped with ${shownPin(id)}\n`);
      continue;
    }
    writePage(resolve(terminal.folder, path), path, after);
    terminal.stdout.write(
      `${escapeForLog(path)}  stamped with ${shownPin(id)}, ${escapeForLog(source)} as it is now\n`,
    );
  }
  return exitCodes.clean;
}

/** A bare id as people speak of it; anything else as it is written. */
function shownPin(pin: string): string {
  return escapeForLog(/^[0-9a-f]{20,}$/.test(pin) ? shortId(pin) : pin);
}

interface Stamp {
  readonly path: string;
  readonly source: string;
  readonly id: string;
  readonly before: string;
  readonly after: string;
}

/** A page that is named must be one that can be stamped; in a folder the others are passed over. */
function translationsUnder(
  asked: readonly string[],
  workspace: Workspace,
  folder: string,
): readonly { readonly path: string; readonly source: string }[] {
  const places = new Map(workspace.expected.filter((page) => page.exists).map((page) => [page.path, page]));
  const chosen = new Map<string, { path: string; source: string }>();
  for (const given of asked) {
    const path = relativePath(given, folder);
    const below = [...selectPaths(workspace, [given], folder)].filter(
      (page) => path === '' || page === path || page.startsWith(`${path}/`),
    );
    const isFolder = statSync(resolve(folder, given)).isDirectory();
    const found = below.flatMap((page) => {
      const source = places.get(page)?.source;
      return source === undefined ? [] : [{ path: page, source }];
    });
    if (found.length === 0) throw refusal(given, path, isFolder, workspace);
    for (const page of found) chosen.set(page.path, page);
  }
  return [...chosen.values()].toSorted((one, other) => (one.path < other.path ? -1 : 1));
}

function refusal(given: string, path: string, isFolder: boolean, { pages }: Workspace): OperationalError {
  if (isFolder) {
    return new OperationalError(
      `\`${given}\` holds no translation of a source page.`,
      'Give translations, or a folder that holds some.',
    );
  }
  return pages.some((page) => page.path === path && page.isSource)
    ? new OperationalError(
        `\`${given}\` is a source page; only translations are stamped.`,
        'Give the translations that were made from it.',
      )
    : new OperationalError(
        `\`${given}\` has no source page, so there is nothing to stamp it with.`,
        'Rename the page as its source is named, or add the source page.',
      );
}

/** Pages of the project whose pins are looked at, to tell how it writes them. */
const mostInUse = 40;

/** Pins that pages have, those that are to be stamped first; pages that cannot be read have none. */
function pinsInUse(
  chosen: readonly { readonly path: string; readonly source: string }[],
  { expected }: Workspace,
  folder: string,
  settings: RevisionSettings,
): readonly PinInUse[] {
  const others = expected.flatMap(({ path, source, exists }) =>
    exists && source !== undefined ? [{ path, source }] : [],
  );
  return [...chosen.slice(0, mostInUse), ...others.slice(0, mostInUse)].flatMap(({ path, source }) => {
    const [own, original] = [readPage(resolve(folder, path)), readPage(resolve(folder, source))];
    if (own.kind !== 'text' || original.kind !== 'text') return [];
    const pin = readWrittenPins(own.text, settings).page?.value;
    return pin === undefined ? [] : [{ pin, source: { path: source, text: original.text } }];
  });
}

function stamped(
  path: string,
  sourcePath: string,
  form: PinForm,
  history: SourceHistory,
  folder: string,
): Stamp {
  const before = textOf(path, folder);
  const source = { path: sourcePath, text: textOf(sourcePath, folder) };
  try {
    const written = readWrittenPins(before, history.settings);
    const id = newPin(form, written.page?.value, source, history);
    const sections = written.sections.map(({ heading, value }) => {
      const section = sectionAnswering(before, heading, source.text)?.trim();
      return newPin(form, value, source, history, section);
    });
    const after = stampPage(path, before, written, { page: id, sections }, history.settings);
    return { path, source: sourcePath, id, before, after };
  } catch (error) {
    if (!(error instanceof OperationalError)) throw error;
    throw new OperationalError(`Could not stamp \`${path}\`. ${error.message}`, error.hint, { cause: error });
  }
}

function textOf(path: string, folder: string): string {
  const content = readPage(resolve(folder, path));
  if (content.kind === 'text') return content.text;
  throw new OperationalError(
    `Could not read \`${path}\`. ${content.problem.message}.`,
    'Save it as a page with text in UTF-8, and run the command again.',
  );
}

function writePage(place: string, path: string, text: string): void {
  try {
    replaceFile(place, [text]);
  } catch (error) {
    throw new OperationalError(
      `Could not write \`${path}\`: ${reasonOf(error)}.`,
      'Make the file writable and run the command again.',
      { cause: error },
    );
  }
}
