import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baseTree } from '../../../scripts/checker/base/base-tree.ts';
import { changedFilesSince } from '../../../scripts/checker/base/changed-files.ts';
import { oldContents } from '../../../scripts/checker/base/old-contents.ts';
import { diskTree, type FileTree } from '../../../scripts/checker/workspace/file-tree.ts';
import { listFiles } from '../../../scripts/checker/workspace/list-files.ts';
import { parsePagePattern } from '../../../scripts/checker/workspace/page-pattern.ts';
import { commitAll, git, gitRepository } from '../git-repository.ts';
import { temporaryFolder, writeInto } from '../temporary-folder.ts';

const begin = {
  'docs/en/a.md': '# A\n',
  'docs/en/deep/b.md': '# B\n\nLonger than the other pages.\n',
  'docs/sv/a.md': '# Å\n',
  'images/plan.png': new Uint8Array([0, 1, 2, 255]),
  'src/say.ts': 't("hello")\n',
};

describe('the files before a change', () => {
  it('are those of a checkout of the commit, whatever was done since', () => {
    const paths = fc.constantFrom(
      ...Object.keys(begin),
      'docs/en/new/c.md',
      'docs/fr',
      'docs/sv/a.md/x.md',
      'x.md',
    );
    const steps = fc.array(
      fc.record({
        kind: fc.constantFrom('write', 'remove', 'move', 'commit', 'stage'),
        path: paths,
        other: paths,
      }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(steps, (done) => {
        const folder = gitRepository(begin);
        const commit = git(folder, ['rev-parse', 'HEAD']);
        for (const step of done) attempt(folder, step);
        const checkout = join(temporaryFolder(), 'before');
        git(folder, ['worktree', 'add', '--quiet', '--detach', checkout, commit]);
        expect(contentsOf(treeBefore(folder, commit))).toEqual(contentsOf(diskTree(checkout)));
      }),
      { numRuns: 25, seed: 5 },
    );
  });

  it('are named by globs as they were', () => {
    const folder = gitRepository(begin);
    rmSync(join(folder, 'src/say.ts'));
    writeInto(folder, 'src/other.ts', '');
    writeInto(folder, 'say.ts', '');
    const tree = treeBefore(folder, 'HEAD');
    expect(tree.matching(['src/**/*.ts', '*.ts'])).toEqual(['src/say.ts']);
  });

  it('lie where links led, also to folders that are gone', () => {
    const folder = gitRepository(begin);
    symlinkSync('docs/en', join(folder, 'latest'));
    symlinkSync('../en/a.md', join(folder, 'docs/sv/link.md'));
    commitAll(folder, 'Link');
    rmSync(join(folder, 'latest'));
    rmSync(join(folder, 'docs/en'), { recursive: true });
    rmSync(join(folder, 'docs/sv/link.md'));
    symlinkSync('docs/sv', join(folder, 'latest'));
    const tree = treeBefore(folder, 'HEAD');
    expect(listFiles(tree, parsePagePattern('latest/{path}'))).toEqual(['latest/a.md', 'latest/deep/b.md']);
    expect(textIn(tree, 'latest/a.md')).toBe('# A\n');
    expect(textIn(tree, 'docs/sv/link.md')).toBe('# A\n');
    expect(tree.sizeOf('latest/a.md')).toBe(4);
    expect(tree.kindOf('latest')).toBe('folder');
    expect(tree.kindOf('latest/deep/b.md')).toBe('file');
  });

  it('lie above the working folder, too, where the repository reaches there', () => {
    const folder = gitRepository(begin);
    writeInto(folder, 'images/plan.txt', 'new');
    writeInto(folder, 'docs/en/a.md', '# Another\n');
    const tree = treeBefore(join(folder, 'docs/sv'), 'HEAD', folder);
    expect(textIn(tree, '../en/a.md')).toBe('# A\n');
    expect(tree.kindOf('../../images/plan.txt')).toBeUndefined();
    expect(() => tree.read('../../images/plan.txt')).toThrow(expect.objectContaining({ code: 'ENOENT' }));
  });

  it('are found in submodules as they were', () => {
    const french = gitRepository({ 'a.md': '# A en français\n' });
    const folder = gitRepository(begin);
    git(folder, ['-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', french, 'docs/fr']);
    commitAll(folder, 'Take French in');
    const before = git(folder, ['rev-parse', 'HEAD']);
    writeInto(folder, 'docs/fr/a.md', '# Autre\n');
    commitAll(join(folder, 'docs/fr'), 'Another');
    writeInto(folder, 'docs/fr/b.md', '# Nouvelle\n');
    const tree = treeBefore(folder, before);
    expect(textIn(tree, 'docs/fr/a.md')).toBe('# A en français\n');
    expect(tree.kindOf('docs/fr/b.md')).toBeUndefined();
    const first = treeBefore(folder, 'HEAD~1');
    expect(first.entriesOf('docs').map(({ name }) => name)).toEqual(['en', 'sv']);
  });

  it('are read through the filters that write them', () => {
    const folder = gitRepository({ '.gitattributes': 'docs/** filter=caesar\n' });
    git(folder, ['config', 'filter.caesar.clean', 'tr a-z b-za']);
    git(folder, ['config', 'filter.caesar.smudge', 'tr b-za a-z']);
    writeInto(folder, 'docs/en/a.md', 'hello\n');
    commitAll(folder, 'Say hello');
    expect(git(folder, ['cat-file', 'blob', 'HEAD:docs/en/a.md'])).toBe('ifmmp');
    writeInto(folder, 'docs/en/a.md', 'goodbye\n');
    expect(textIn(treeBefore(folder, 'HEAD'), 'docs/en/a.md')).toBe('hello\n');
  });

  it('do not lose files that are in conflict', () => {
    const folder = gitRepository(begin);
    const commit = git(folder, ['rev-parse', 'HEAD']);
    git(folder, ['switch', '--quiet', '--create', 'one']);
    writeInto(folder, 'docs/en/a.md', '# One\n');
    commitAll(folder, 'One');
    git(folder, ['switch', '--quiet', '--create', 'two', commit]);
    writeInto(folder, 'docs/en/a.md', '# Two\n');
    commitAll(folder, 'Two');
    expect(() => git(folder, ['merge', '--quiet', 'one'])).toThrow('git merge');
    expect(textIn(treeBefore(folder, commit), 'docs/en/a.md')).toBe('# A\n');
  });
});

/** Git cannot tell of a page that is ignored when it came. */
it('files that git ignores have not changed', () => {
  const folder = gitRepository({ ...begin, '.gitignore': 'built/\n' });
  writeInto(folder, 'built/en/a.md', '# Built\n');
  expect(textIn(treeBefore(folder, 'HEAD'), 'built/en/a.md')).toBe('# Built\n');
});

function treeBefore(folder: string, commit: string, repository = folder): FileTree {
  const changes = changedFilesSince(repository, commit);
  return baseTree(diskTree(folder), changes, oldContents(changes.old.values()));
}

function attempt(folder: string, step: { kind: string; path: string; other: string }): void {
  const place = join(folder, step.path);
  const other = join(folder, step.other);
  try {
    if (step.kind === 'write') {
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, `${step.path}\n${step.other}\n`);
    }
    if (step.kind === 'remove') rmSync(place, { recursive: true, force: true });
    if (step.kind === 'move') {
      mkdirSync(dirname(other), { recursive: true });
      renameSync(place, other);
    }
    if (step.kind === 'stage') git(folder, ['add', '--all']);
    if (step.kind === 'commit') commitAll(folder, 'Go on');
  } catch (error) {
    // What the steps before have done may leave nothing to do it with.
    if (!(error instanceof Error) || !('code' in error)) throw error;
  }
}

/** All files of a tree as rules and readers see them. */
function contentsOf(tree: FileTree): Readonly<Record<string, string>> {
  const files = listFiles(tree, parsePagePattern('{path}')).filter((path) => path !== '.git');
  return Object.fromEntries(
    files.map((path) => {
      expect(tree.kindOf(path)).toBe('file');
      expect(tree.sizeOf(path)).toBe(tree.read(path).length);
      return [path, Buffer.from(tree.read(path)).toString('base64')];
    }),
  );
}

function textIn(tree: FileTree, path: string): string {
  return Buffer.from(tree.read(path)).toString();
}
