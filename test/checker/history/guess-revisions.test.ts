import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changedWords } from '../../../scripts/checker/history/changed-words.ts';
import type { FoundPin } from '../../../scripts/checker/history/found-pin.ts';
import { gitHistory } from '../../../scripts/checker/history/git-history.ts';
import { readPins } from '../../../scripts/checker/history/read-pins.ts';
import { temporaryFolder, writeInto } from '../temporary-folder.ts';
import { cloneOf, git, type ToldCommit, tellHistory } from './git-story.ts';

const source = 'en/add.md';
const translation = 'sv/add.md';

describe('the history of both files', () => {
  it('tells that a translation was made from the source of its day', () => {
    const found = guess([en(1), sv(1), en(2), en(3)]);
    expect(found).toMatchObject({
      state: 'behind',
      known: 'history',
      certainty: 0.8,
      oldText: english(1),
      behindSince: { date: '2026-03-03' },
      commitsBehind: 2,
    });
    expect(guess([en(1), sv(1), en(2), sv(2)])).toMatchObject({
      state: 'current',
      known: 'history',
      certainty: 0.8,
    });
  });

  it.each<[string, readonly ToldCommit[]]>([
    [
      'a typing error that was mended',
      [{ files: { [translation]: swedish(1).replace('Rad 3', 'Raden 3') } }],
    ],
    ['lines that were filled anew', [{ files: { [translation]: swedish(1).replaceAll('. ', '.\n') } }]],
    ['a move', [{ moves: { [translation]: 'old/sv.md' } }, { moves: { 'old/sv.md': translation } }]],
    [
      'a link that was replaced in every language',
      [
        {
          files: {
            [source]: english(4).replace('example.com', 'example.org'),
            [translation]: swedish(1).replace('example.com', 'example.org'),
          },
        },
      ],
    ],
  ])('is not misled by %s', (_, commits) => {
    const found = guess([en(1), sv(1), en(4), ...commits]);
    expect(found).toMatchObject({ state: 'behind', oldText: english(1) });
  });

  it('follows a translation that was brought up to date in several commits', () => {
    const half = swedish(1).replaceAll('ett 1', 'ett 4');
    expect(guess([en(1), sv(1), en(4), { files: { [translation]: half } }, sv(4)])?.state).toBe('current');
  });

  it('follows renames of both', () => {
    const found = guess([
      { files: { 'docs/add.md': english(1) } },
      { files: { 'docs/add.sv.md': swedish(1) } },
      { moves: { 'docs/add.md': source, 'docs/add.sv.md': translation } },
      en(4),
    ]);
    expect(found).toMatchObject({ state: 'behind', oldText: english(1), commitsBehind: 1 });
  });

  it('judges a translation of a branch by the source of that branch', () => {
    const found = guess([
      { name: 'base', ...en(1) },
      { name: 'branch', ...sv(1) },
      { name: 'main', after: ['base'], ...en(4) },
      { name: 'merge', after: ['main', 'branch'], files: { [translation]: swedish(1) } },
    ]);
    expect(found).toMatchObject({ state: 'behind', oldText: english(1), commitsBehind: 1 });
  });

  it('counts no change that the project calls mechanical', () => {
    const folder = tellHistory([en(1), sv(1), en(4), sv(4)]);
    writeInto(
      folder,
      '.git-blame-ignore-revs',
      `# all languages at once\n${git(folder, 'rev-parse', 'HEAD')} # links\n`,
    );
    expect(guessIn(folder)).toMatchObject({ state: 'behind', oldText: english(1), certainty: 0.6 });
  });

  it('is less sure of a translation that came together with its source', () => {
    const found = guess([{ files: { [source]: english(1), [translation]: swedish(1) } }, en(4)]);
    expect(found).toMatchObject({ state: 'behind', oldText: english(1), certainty: 0.6 });
  });

  it('takes what is not committed for an answer to the source as it is, where it is as large', () => {
    const folder = tellHistory([en(1), sv(1), en(4)]);
    writeInto(folder, translation, swedish(1).replace('Rad 3', 'Raden 3'));
    expect(guessIn(folder)).toMatchObject({ state: 'behind', oldText: english(1) });
    writeInto(folder, translation, swedish(4));
    expect(guessIn(folder)).toMatchObject({ state: 'current' });
    const other = tellHistory([en(1)]);
    writeInto(other, translation, swedish(1));
    expect(guessIn(other)).toMatchObject({ state: 'current', certainty: 0.8 });
  });

  it('does not say that a page is behind of which only lines were filled anew', () => {
    expect(guess([en(1), sv(1), { files: { [source]: english(1).replaceAll('. ', '.\n') } }])?.state).toBe(
      'current',
    );
  });

  it('goes by the day, and is less sure, where the source lies in another repository', () => {
    const outer = tellHistory([{ files: { 'README.md': 'x\n' } }, sv(1)]);
    const inner = tellHistory([en(1), { files: {} }, en(4)]);
    git(outer, 'clone', '--quiet', `file://${inner}`, 'origin');
    const path = 'origin/en/add.md';
    const found = guessIn(outer, path);
    expect(found).toMatchObject({ state: 'behind', certainty: 0.5, oldText: english(1) });
  });

  it('says where it tells nothing, instead of guessing', () => {
    const told = tellHistory([en(1), sv(1), en(4), { files: { 'README.md': 'x\n' } }]);
    expect(problemIn(cloneOf(told, '--depth=2'))).toMatch(
      /^It names no source text, and git does not tell .*This clone is shallow/,
    );
    const files = { [source]: english(1), [translation]: swedish(1) };
    expect(problemIn(temporaryFolder(files))).toMatch(/This folder is in no git repository\.$/);
    const fresh = temporaryFolder(files);
    git(fresh, 'init', '--quiet');
    expect(problemIn(fresh)).toMatch(/This repository has no commit yet\.$/);
  });

  it('is not asked where a page has a pin, or the settings do not want it', () => {
    const folder = tellHistory([en(1), sv(1), en(2)]);
    const pages = pagesIn(folder, source);
    const settings = { frontMatter: 'source' };
    expect(readPins(pages, gitHistory(folder, settings, pages), () => new Map()).size).toBe(0);
  });
});

describe('changedWords', () => {
  it('counts words that were put in or taken out, not those that moved', () => {
    expect(changedWords('Select Customers, then Add', 'Then select\n**Add** Customers')).toBe(2);
    expect(changedWords('选择客户', '选择新客户')).toBe(1);
    expect(changedWords('See [docs](a.md).', 'See [docs](b.md).')).toBe(1);
  });
});

function en(version: number): ToldCommit {
  return { files: { [source]: english(version) } };
}

function sv(version: number): ToldCommit {
  return { files: { [translation]: swedish(version) } };
}

/** A page of twenty lines; another version has other words in each. */
function english(version: number): string {
  const lines = Array.from(
    { length: 20 },
    (_, at) => `Line ${at} tells of one ${version}. It has two ${version}.\n`,
  );
  return `# Add\n\nSee [docs](https://example.com/a).\n\n${lines.join('')}`;
}

function swedish(version: number): string {
  const lines = Array.from(
    { length: 20 },
    (_, at) => `Rad ${at} handlar om ett ${version}. Den har två ${version}.\n`,
  );
  return `# Lägg till\n\nSe [docs](https://example.com/a).\n\n${lines.join('')}`;
}

/** Why nothing is told of the translation there. */
function problemIn(folder: string): string | undefined {
  const found = guessIn(folder);
  expect(found).toMatchObject({ state: 'unknown', known: 'history', pin: '' });
  return found?.problem;
}

function guess(commits: readonly ToldCommit[]): FoundPin | undefined {
  return guessIn(tellHistory(commits));
}

function guessIn(folder: string, sourcePath = source): FoundPin | undefined {
  const pages = pagesIn(folder, sourcePath);
  return readPins(pages, gitHistory(folder, { history: true }, pages), () => new Map()).get(translation);
}

function pagesIn(
  folder: string,
  sourcePath: string,
): { key: string; path: string; isSource: boolean; text: string }[] {
  return [sourcePath, translation].map((path) => {
    return {
      key: 'add',
      path,
      isSource: path === sourcePath,
      text: readFileSync(join(folder, path), 'utf8'),
    };
  });
}
