import { spawnSync } from 'node:child_process';
import { chownSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { blobId } from '../../../scripts/checker/history/blob-id.ts';
import { gitHistory } from '../../../scripts/checker/history/git-history.ts';
import { pinName } from '../../../scripts/checker/history/source-history.ts';
import { temporaryFolder, writeInto } from '../temporary-folder.ts';

const sourcePath = 'docs/en/add a 客户.md';

describe('gitHistory', () => {
  it('gives back the text that a blob id or a commit names', () => {
    const folder = repository();
    const commit = git(folder, ['rev-parse', 'HEAD']);
    writeInto(folder, sourcePath, '# Customers, newer\n');
    const pins = [
      { revision: blobId('# Customers 😀\n'), sourcePath },
      { revision: commit.slice(0, 9), sourcePath },
      { revision: '0'.repeat(40), sourcePath },
    ];
    const texts = gitHistory(folder, 'source').readTexts(pins);
    expect(pins.map((pin) => texts.get(pinName(pin)))).toEqual([
      '# Customers 😀\n',
      '# Customers 😀\n',
      undefined,
    ]);
  });

  it('names the last commit of each path', () => {
    const folder = repository();
    const { id, date } = gitHistory(folder, 'source').readLastCommits([sourcePath]).get(sourcePath) ?? {};
    expect(git(folder, ['rev-parse', 'HEAD'])).toContain(id);
    expect(date).toBe('2026-03-04');
  });

  it('names no commit that a shallow clone only seems to have', () => {
    const folder = repository();
    writeInto(folder, 'docs/en/other.md', 'Newer\n');
    git(folder, ['commit', '--quiet', '--all', '--message=Write the other page anew']);
    const shallow = temporaryFolder();
    spawnSync('git', ['clone', '--quiet', '--depth=1', `file://${folder}`, shallow]);
    expect(gitHistory(shallow, 'source').readLastCommits([sourcePath]).size).toBe(0);
  });

  it('names no commit of a file that has changed since', () => {
    const folder = repository();
    writeInto(folder, sourcePath, '# Customers, newer\n');
    const paths = [sourcePath, 'docs/en/other.md'];
    expect([...gitHistory(folder, 'source').readLastCommits(paths).keys()]).toEqual(['docs/en/other.md']);
  });

  it('says what it lacks', () => {
    const folder = repository();
    expect(gitHistory(folder, 'source').limit()).toBeUndefined();
    const shallow = temporaryFolder();
    spawnSync('git', ['clone', '--quiet', '--depth=1', `file://${folder}`, shallow]);
    expect(gitHistory(shallow, 'source').limit()).toMatch(/shallow/);
    const bare = gitHistory(temporaryFolder(), 'source');
    expect(bare.limit()).toBe('This folder is in no git repository.');
    expect(bare.readTexts([{ revision: 'abcdef1', sourcePath }]).size).toBe(0);
    expect(bare.readLastCommits([sourcePath]).size).toBe(0);
  });

  it.skipIf(process.getuid?.() !== 0)('says that git does not trust the folder', () => {
    const folder = repository();
    chownSync(folder, 12_345, 12_345);
    chownSync(join(folder, '.git'), 12_345, 12_345);
    expect(gitHistory(folder, 'source').limit()).toMatch(/^Git does not read this folder, .*safe\.directory/);
  });

  it('says that git is not installed', () => {
    const folder = repository();
    vi.stubEnv('PATH', temporaryFolder());
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    expect(gitHistory(folder, 'source').limit()).toBe('Git is not installed.');
  });
});

function repository(): string {
  const folder = temporaryFolder({ [sourcePath]: '# Customers 😀\n' });
  git(folder, ['init', '--quiet']);
  git(folder, ['add', '.']);
  git(folder, ['commit', '--quiet', '--message=Write the page']);
  writeInto(folder, 'docs/en/other.md', 'Other\n');
  git(folder, ['add', '.']);
  git(folder, ['commit', '--quiet', '--message=Write another page', '--amend']);
  return folder;
}

function git(folder: string, args: readonly string[]): string {
  const { stdout } = spawnSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', ...args], {
    cwd: folder,
    env: {
      ...process.env,
      GIT_COMMITTER_DATE: '2026-03-04T12:00:00Z',
      GIT_AUTHOR_DATE: '2026-03-04T12:00:00Z',
    },
  });
  return stdout.toString().trim();
}
