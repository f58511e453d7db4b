import { posix } from 'node:path';
import { parseDocument } from 'yaml';
import type { ProjectFiles } from '../rule.ts';
import type { LinkingPage } from './page-targets.ts';
import { folderOf, rootOf } from './resolve-target.ts';

/** Where a former page leads now. */
export interface Redirect {
  /** An address or path, as the project writes it. */
  readonly to: string;
  /** The file, where the project names one that is among its pages. */
  readonly file: string | undefined;
}

/**
 * The redirects that a project names, by the paths of the files that they replace, without extensions: in docfx's
 * redirection files, MkDocs' `redirect_maps`, and the former addresses in front matter.
 */
export function readRedirects(
  pages: readonly LinkingPage[],
  files: ProjectFiles,
): ReadonlyMap<string, Redirect> {
  const redirects = new Map<string, Redirect>();
  const roots = new Set<string>(['']);
  for (const page of pages) {
    const root = rootOf(page.path, page.key);
    for (let folder = root; folder !== ''; folder = folderOf(folder)) roots.add(folder);
    for (const alias of page.aliases) {
      const base = alias.startsWith('/') ? root : folderOf(page.path);
      redirects.set(plainPath(posix.join(base, alias)), { to: page.path, file: page.path });
    }
  }
  for (const folder of roots) {
    for (const name of files.namesIn(folder) ?? []) {
      const path = posix.join(folder, name);
      if (/^\.openpublishing\.redirection.*\.json$/.test(name))
        readDocfx(files.textOf(path), folder, redirects);
      if (/^mkdocs\.ya?ml$/.test(name)) readMkdocs(files.textOf(path), folder, redirects);
    }
  }
  return redirects;
}

/** A path as `readRedirects` keeps it: without extension, `index` and slashes at its ends. */
export function plainPath(path: string): string {
  return path
    .replace(/\.(?:md|mdx|html?)$/i, '')
    .replace(/(?:^|\/)index$/i, '')
    .replace(/^\/+|\/+$/g, '');
}

function readDocfx(text: string | undefined, folder: string, redirects: Map<string, Redirect>): void {
  const entries = fieldOf(parsed(text), 'redirections');
  if (!Array.isArray(entries)) return;
  for (const entry of entries) {
    const from = fieldOf(entry, 'source_path');
    const fromRoot = fieldOf(entry, 'source_path_from_root');
    const to = fieldOf(entry, 'redirect_url');
    if (typeof to !== 'string') continue;
    if (typeof fromRoot === 'string') redirects.set(plainPath(fromRoot), { to, file: undefined });
    else if (typeof from === 'string')
      redirects.set(plainPath(posix.join(folder, from)), { to, file: undefined });
  }
}

/** The pages of MkDocs lie in `docs`, or where `docs_dir` says. */
function readMkdocs(text: string | undefined, folder: string, redirects: Map<string, Redirect>): void {
  if (text?.includes('redirect_maps') !== true) return;
  const settings = parsed(text);
  const named = fieldOf(settings, 'docs_dir');
  const docs = posix.join(folder, typeof named === 'string' ? named : 'docs');
  const plugins = fieldOf(settings, 'plugins');
  for (const plugin of Array.isArray(plugins) ? plugins : [plugins]) {
    const maps = fieldOf(fieldOf(plugin, 'redirects'), 'redirect_maps');
    if (typeof maps !== 'object' || maps === null) continue;
    for (const [from, to] of Object.entries(maps)) {
      if (typeof to !== 'string') continue;
      const file = /^https?:/.test(to) ? undefined : posix.join(docs, to.replace(/#.*$/, ''));
      redirects.set(plainPath(posix.join(docs, from)), { to, file });
    }
  }
}

/** JSON or YAML, whatever its tags; nothing where it cannot be read. */
function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : parseDocument(text, { logLevel: 'silent' }).toJS();
  } catch {
    return undefined;
  }
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
