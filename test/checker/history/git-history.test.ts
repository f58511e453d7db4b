import { chownSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { RevisionSettings } from '../../../scripts/checker/config/revision-settings.ts';
import { blobId } from '../../../scripts/checker/history/blob-id.ts';
import { gitHistory } from '../../../scripts/checker/history/git-history.ts';
import { pinName, type SourceHistory } from '../../../scripts/checker/history/source-history.ts';
import { temporaryFolder, writeInto } from '../temporary-folder.ts';
import { cloneOf, git, tellHistory } from './git-story.ts';

const sourcePath = 'docs/en/add a 客户.md';
const ownPath = 'docs/sv/add a 客户.md';

describe('gitHistory', () => {
  it('gives back the text that a blob id or a commit names', () => {
    const folder = repository();
    const commit = git(folder, 'rev-parse', 'HEAD~1');
    const pins = [
      { revision: blobId('# Customers 😀\n'), sourcePath },
      { revision: commit.slice(0, 9), sourcePath },
      { revision: '0'.repeat(40), sourcePath },
      { revision: commit, sourcePath: 'docs/en/new.md' },
    ];
    const texts = historyIn(folder).readTexts(pins);
    expect(pins.map((pin) => texts.get(pinName(pin)))).toEqual([
      { kind: 'blob', text: '# Customers 😀\n' },
      { kind: 'commit', text: '# Customers 😀\n' },
      undefined,
      { kind: 'commit', text: undefined },
    ]);
  });

  it('finds the source of an old commit under the names that it had', () => {
    const folder = tellHistory([
      { files: { 'guide/start.md': lines('one') } },
      { files: { 'guide/start.md': lines('two') } },
      { moves: { 'guide/start.md': 'docs/intro.md' } },
      { moves: { 'docs/intro.md': 'docs/en/intro.md' }, files: { 'docs/en/intro.md': lines('three') } },
    ]);
    const paths = [{ path: 'docs/en/intro.md', isSource: true }];
    const pin = { revision: git(folder, 'rev-parse', 'HEAD~2'), sourcePath: 'docs/en/intro.md' };
    const history = gitHistory(folder, settings, paths);
    expect(history.readTexts([pin]).get(pinName(pin))?.text).toBe(lines('two'));
    const changes = history.changesOf('docs/en/intro.md')?.changes ?? [];
    expect(changes.map(({ name, oldName, commit: { date } }) => [name, oldName, date])).toEqual([
      ['docs/en/intro.md', 'docs/intro.md', '2026-03-04'],
      ['docs/intro.md', 'guide/start.md', '2026-03-03'],
      ['guide/start.md', undefined, '2026-03-02'],
      ['guide/start.md', undefined, '2026-03-01'],
    ]);
  });

  it('follows two files that change places, and a name that is given to another file', () => {
    const folder = tellHistory([
      { files: { 'en/a.md': lines('first'), 'en/b.md': lines('second', 'other') } },
      { moves: { 'en/a.md': 'en/c.md' } },
      { moves: { 'en/b.md': 'en/a.md' } },
      { moves: { 'en/c.md': 'en/b.md' } },
      { files: { 'en/c.md': lines('third', 'apart') } },
    ]);
    const history = gitHistory(
      folder,
      settings,
      ['en/a.md', 'en/b.md', 'en/c.md'].map((path) => ({ path, isSource: true })),
    );
    const firstOf = (path: string): string | undefined => history.changesOf(path)?.changes.at(-1)?.name;
    expect(['en/a.md', 'en/b.md', 'en/c.md'].map(firstOf)).toEqual(['en/b.md', 'en/a.md', 'en/c.md']);
  });

  it('takes a translation that was moved out of a source for a copy of it', () => {
    const folder = tellHistory([
      { files: { 'en/add.md': lines('one') } },
      { moves: { 'en/add.md': 'sv/add.md' } },
      { files: { 'en/add.md': lines('one') } },
    ]);
    const history = gitHistory(folder, settings, [
      { path: 'en/add.md', isSource: true },
      { path: 'sv/add.md', isSource: false },
    ]);
    expect(history.changesOf('sv/add.md')?.changes).toHaveLength(1);
    expect(history.changesOf('en/add.md')?.changes).toHaveLength(2);
  });

  it('tells changes of merged branches, and what a merge itself changed', () => {
    const folder = tellHistory([
      { name: 'base', files: { [sourcePath]: lines('base') } },
      { name: 'branch', files: { [sourcePath]: lines('branch') } },
      { name: 'main', after: ['base'], files: { [sourcePath]: lines('main') } },
      { after: ['main', 'branch'], files: { [sourcePath]: lines('both') } },
    ]);
    const changes = historyIn(folder).changesOf(sourcePath)?.changes ?? [];
    expect(changes.map(({ blob }) => blob)).toEqual(
      ['both', 'main', 'branch', 'base'].map((text) => blobId(lines(text))),
    );
  });

  it('tells what the source was in the tree of a commit, on whichever branch', () => {
    const folder = tellHistory([
      { name: 'base', files: { [sourcePath]: lines('base') } },
      { name: 'branch', files: { [ownPath]: lines('translated') } },
      { name: 'main', after: ['base'], files: { [sourcePath]: lines('main') } },
      { after: ['main', 'branch'], files: { [ownPath]: lines('translated') } },
    ]);
    const history = historyIn(folder);
    const [commit] = history.changesOf(ownPath)?.changes.map((change) => change.commit) ?? [];
    if (commit === undefined) throw new Error('The translation has no commit.');
    expect(history.blobsAt([{ path: sourcePath, commit, beside: ownPath }])).toEqual([blobId(lines('base'))]);
  });

  it('sees no change in a commit at which a shallow clone ends', () => {
    const shallow = cloneOf(repository(), '--depth=1');
    expect(historyIn(shallow).changesOf(sourcePath)).toEqual({ changes: [], isCut: true });
    expect(historyIn(shallow).limit(sourcePath)).toMatch(/^This clone is shallow/);
    const deeper = cloneOf(repository(), '--depth=2');
    expect(historyIn(deeper).changesOf(ownPath)).toMatchObject({
      changes: [{ name: ownPath }],
      isCut: false,
    });
  });

  it('fetches nothing into a partial clone, and reads what is there', () => {
    const partial = cloneOf(repository(), '--filter=blob:none');
    const objects = git(partial, 'count-objects', '-v');
    const history = historyIn(partial);
    const pins = [blobId('# Customers, newer\n'), git(partial, 'rev-parse', 'HEAD~1')].map((revision) => {
      return { revision, sourcePath };
    });
    expect(Array.from(history.readTexts(pins).values(), ({ text }) => text)).toEqual([
      '# Customers, newer\n',
      undefined,
    ]);
    expect(history.changesOf(sourcePath)?.changes).toHaveLength(2);
    expect(history.limit(sourcePath)).toMatch(/^This clone is partial, and the checker fetches nothing/);
    expect(git(partial, 'count-objects', '-v')).toBe(objects);
  });

  it('reads the history of a worktree, of a folder below the top, and of a repository inside another', () => {
    const folder = repository();
    const worktree = join(temporaryFolder(), 'tree');
    git(folder, 'worktree', 'add', '--quiet', '--detach', worktree, 'HEAD~1');
    expect(historyIn(worktree).changesOf(sourcePath)?.changes).toHaveLength(1);

    const below = gitHistory(join(folder, 'docs'), settings, [{ path: 'en/add a 客户.md', isSource: true }]);
    expect(below.changesOf('en/add a 客户.md')?.changes).toHaveLength(2);

    const outer = tellHistory([{ files: { 'sv/add.md': lines('översatt') } }]);
    git(outer, 'clone', '--quiet', `file://${folder}`, 'source');
    const path = `source/${sourcePath}`;
    const both = gitHistory(outer, settings, [
      { path, isSource: true },
      { path: 'sv/add.md', isSource: false },
    ]);
    const pin = { revision: blobId('# Customers 😀\n'), sourcePath: path };
    expect(both.readTexts([pin]).get(pinName(pin))?.text).toBe('# Customers 😀\n');
    expect(both.changesOf(path)?.changes).toHaveLength(2);
    expect(both.changesOf('sv/add.md')?.changes).toHaveLength(1);
  });

  it('knows nothing where there is no repository, no commit and no git, and says so', () => {
    const bare = historyIn(temporaryFolder());
    expect(bare.limit(sourcePath)).toBe('This folder is in no git repository.');
    expect(bare.readTexts([{ revision: 'abcdef1', sourcePath }]).size).toBe(0);
    expect(bare.changesOf(sourcePath)).toBeUndefined();

    const empty = temporaryFolder({ [sourcePath]: 'New\n' });
    git(empty, 'init', '--quiet');
    expect(historyIn(empty).limit(sourcePath)).toBe('This repository has no commit yet.');
    expect(historyIn(empty).changesOf(sourcePath)).toEqual({ changes: [], isCut: false });

    const whole = repository();
    expect(historyIn(whole).limit(sourcePath)).toBeUndefined();
    vi.stubEnv('PATH', temporaryFolder());
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    const withoutGit = historyIn(whole);
    expect(withoutGit.limit(sourcePath)).toBe('Git is not installed.');
    expect(withoutGit.readTexts([{ revision: 'abcdef1', sourcePath }]).size).toBe(0);
  });

  it.skipIf(process.getuid?.() !== 0)('says that git does not trust the folder', () => {
    const folder = repository();
    chownSync(folder, 12_345, 12_345);
    chownSync(join(folder, '.git'), 12_345, 12_345);
    expect(historyIn(folder).limit(sourcePath)).toMatch(/^Git does not read this folder, .*safe\.directory/);
  });

  it('is not led astray by the settings of the user', () => {
    const folder = repository();
    for (const [key, value] of [
      ['diff.renames', 'false'],
      ['diff.relative', 'true'],
      ['log.showSignature', 'true'],
      ['log.diffMerges', 'off'],
      ['color.ui', 'always'],
      ['core.quotePath', 'true'],
    ] as const) {
      git(folder, 'config', key, value);
    }
    writeInto(folder, 'notes.txt', 'not committed');
    expect(historyIn(folder).changesOf(sourcePath)?.changes).toHaveLength(2);
  });
});

const settings: RevisionSettings = { frontMatter: 'source' };

function historyIn(folder: string): SourceHistory {
  return gitHistory(folder, settings, [
    { path: sourcePath, isSource: true },
    { path: ownPath, isSource: false },
  ]);
}

function repository(): string {
  return tellHistory([
    { files: { [sourcePath]: '# Customers 😀\n' } },
    { files: { [sourcePath]: '# Customers, newer\n', [ownPath]: '# Kunder\n' } },
  ]);
}

/** A page of some lines, most of which stay the same, so that git knows it again. */
function lines(text: string, theme = 'customer'): string {
  return `# ${text}\n\n${Array.from({ length: 12 }, (_, at) => `Line ${at} about the ${theme}.\n`).join('')}`;
}
