import { execFileSync } from 'node:child_process';
import process from 'node:process';
import { temporaryFolder } from '../temporary-folder.ts';

/** A commit of a history that a test tells. */
export interface ToldCommit {
  /** Files with their new texts; `undefined` deletes one. */
  readonly files?: Readonly<Record<string, string | undefined>>;
  /** Old names with new ones. */
  readonly moves?: Readonly<Record<string, string>>;
  /** Names of the commits before it; default: the one that was told before. The second is merged. */
  readonly after?: readonly string[];
  /** A name for it among the commits that are told. */
  readonly name?: string;
}

/** A repository with this history, checked out; the commits are a day apart, the first of 1 March 2026. */
export function tellHistory(commits: readonly ToldCommit[]): string {
  const folder = temporaryFolder();
  git(folder, 'init', '--quiet');
  git(folder, 'config', 'uploadpack.allowFilter', 'true');
  git(folder, 'config', 'core.autocrlf', 'false');
  const marks = new Map<string, number>();
  const lines: string[] = [];
  for (const [at, { files = {}, moves = {}, after, name }] of commits.entries()) {
    const mark = at + 1;
    if (name !== undefined) marks.set(name, mark);
    const time = firstDay + at * 86_400;
    const parents = after?.map((each) => marks.get(each)) ?? (at === 0 ? [] : [at]);
    lines.push(
      `commit refs/heads/${at === commits.length - 1 ? 'main' : 'told'}\nmark :${mark}\ncommitter Ada <ada@example.com> ${time} +0000\n${data(`Commit ${mark}`)}`,
      ...parents.map((parent, index) => `${index === 0 ? 'from' : 'merge'} :${parent}\n`),
      ...Object.entries(moves).map(([from, to]) => `R "${from}" "${to}"\n`),
      ...Object.entries(files).map(([path, text]) =>
        text === undefined ? `D "${path}"\n` : `M 100644 inline "${path}"\n${data(text)}`,
      ),
      '\n',
    );
  }
  execFileSync('git', ['fast-import', '--quiet'], { cwd: folder, input: lines.join(''), env: environment });
  git(folder, 'reset', '--hard', '--quiet');
  return folder;
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}

/** 1 March 2026, noon, in seconds. */
const firstDay = Date.UTC(2026, 2, 1, 12) / 1000;

/** What git prints, white space around it aside; no setting of the user counts. */
export function git(folder: string, ...args: readonly string[]): string {
  const output = execFileSync(
    'git',
    ['-c', 'init.defaultBranch=main', '-c', 'protocol.file.allow=always', ...args],
    {
      cwd: folder,
      encoding: 'utf8',
      env: environment,
    },
  );
  return output.trim();
}

const environment = {
  ...process.env,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.com',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.com',
  GIT_AUTHOR_DATE: '2026-06-01T12:00:00Z',
  GIT_COMMITTER_DATE: '2026-06-01T12:00:00Z',
};

/** A clone of a repository. */
export function cloneOf(folder: string, ...args: readonly string[]): string {
  const clone = temporaryFolder();
  git(clone, 'clone', '--quiet', ...args, `file://${folder}`, '.');
  return clone;
}
