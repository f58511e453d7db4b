import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { blobId, shortId } from '../history/blob-id.ts';
import { stampFrontMatter } from '../history/stamp-front-matter.ts';
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
  const key = settings.sourceRevision?.frontMatter;
  if (key === undefined) {
    throw new OperationalError(
      'The settings do not say where translations note their source revision.',
      'Add `"sourceRevision": { "frontMatter": "source" }` to the settings.',
    );
  }
  const workspace = findPages(settings, readableTree(request, terminal));
  const stamps = translationsUnder(request.pages, workspace, terminal.folder).map(({ path, source }) =>
    stamped(path, source, key, terminal.folder),
  );
  for (const { path, before, after, id, source } of stamps) {
    if (before === after) {
      terminal.stdout.write(`${escapeForLog(path)}  already stamped with ${shortId(id)}\n`);
      continue;
    }
    writePage(resolve(terminal.folder, path), path, after);
    terminal.stdout.write(
      `${escapeForLog(path)}  stamped with ${shortId(id)}, ${escapeForLog(source)} as it is now\n`,
    );
  }
  return exitCodes.clean;
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

function stamped(path: string, source: string, key: string, folder: string): Stamp {
  const before = textOf(path, folder);
  const id = blobId(textOf(source, folder));
  try {
    return { path, source, id, before, after: stampFrontMatter(before, key, id) };
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
    'Make it a page that holds text in UTF-8, and run the command again.',
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
