import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A copy of the site with other content, in a repository of its own, so that pages can have a history. */
export interface SiteCopy {
  readonly folder: string;
  /** Writes a file and gives back its git blob id. */
  readonly write: (path: string, text: string) => string;
  readonly commit: (day: string) => void;
  /** Builds it into `dist/`. */
  readonly build: () => void;
}

/** Copies what the site is built from, without its content, into a temporary folder, which it gives back. */
export function copyProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lockstep-site-'));
  for (const part of ['src', 'scripts', 'locales', 'astro.config.mjs', 'tsconfig.json', 'package.json'])
    cpSync(join(root, part), join(folder, part), { recursive: true });
  // A folder of its own, since builds keep caches in it.
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (!name.startsWith('.'))
      symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
  }
  return folder;
}

/** Builds a copy into `dist/`. */
export function buildCopy(folder: string): void {
  execFileSync(process.execPath, [join(folder, 'node_modules/astro/bin/astro.mjs'), 'build', '--silent'], {
    cwd: folder,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
  });
}

/**
 * What a page of a copy begins with.
 * @param source the blob id of the source page, for a translation
 */
export function frontMatter(title: string, source = ''): string {
  return `---\ntitle: ${title}\ndescription: ${title}.\ndate: 2026-02-01\nappliesTo:\n  - Partners\nroles:\n  - Admin\n${source && `source: ${source}\n`}---\n`;
}

/** Makes a copy in a temporary folder. The product's labels and lists are left out: its pages are about other things. */
export function copySite(): SiteCopy {
  const folder = copyProject();
  const settings = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { sourceLocale, locales, pages, dialect, sourceRevision } = settings.lockstep;
  const rules = { 'missing-page': 'off', 'stale-page': 'note' };
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({
      ...settings,
      lockstep: { sourceLocale, locales, pages, dialect, sourceRevision, rules },
    }),
  );
  const git = (day: string, ...command: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...command], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, GIT_AUTHOR_DATE: `${day}T12:00:00Z`, GIT_COMMITTER_DATE: `${day}T12:00:00Z` },
    }).trim();
  git('2026-01-01', 'init', '-q');
  return {
    folder,
    write: (path, text) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
      return git('2026-01-01', 'hash-object', path);
    },
    commit: (day) => {
      git(day, 'add', 'content');
      git(day, 'commit', '-q', '-m', `As of ${day}`);
    },
    build: () => buildCopy(folder),
  };
}
