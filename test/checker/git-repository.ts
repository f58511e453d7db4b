import { spawnSync } from 'node:child_process';
import { temporaryFolder } from './temporary-folder.ts';

const firstDate = '2026-03-04T05:06:07Z';

/** A repository with these files in its first commit, gone when the test is over. */
export function gitRepository(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder(files);
  git(folder, ['-c', 'init.defaultBranch=main', 'init', '--quiet']);
  commitAll(folder, 'Begin');
  return folder;
}

/** Commits all that is in the folder. */
export function commitAll(folder: string, message: string, date = firstDate): void {
  git(folder, ['add', '--all']);
  git(folder, ['commit', '--quiet', '--allow-empty', `--message=${message}`], date);
}

/** Runs git, whatever the settings of whoever runs the tests, and gives back what it prints. */
export function git(folder: string, args: readonly string[], date = firstDate): string {
  const { status, stdout, stderr } = spawnSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...process.env,
      GIT_DIR: undefined,
      GIT_WORK_TREE: undefined,
      GIT_INDEX_FILE: undefined,
      GIT_CONFIG_GLOBAL: process.platform === 'win32' ? 'NUL' : '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_NAME: 'Ada',
      GIT_AUTHOR_EMAIL: 'ada@example.org',
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_NAME: 'Ada',
      GIT_COMMITTER_EMAIL: 'ada@example.org',
      GIT_COMMITTER_DATE: date,
    },
  });
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  return stdout.trim();
}
