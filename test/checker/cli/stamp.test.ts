import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RevisionSettings } from '../../../scripts/checker/config/revision-settings.ts';
import { blobId } from '../../../scripts/checker/history/blob-id.ts';
import { git, tellHistory } from '../history/git-story.ts';
import { temporaryFolder, writeInto } from '../temporary-folder.ts';
import { pages, project, settings } from './pages.ts';
import { runLockstep, spawnLockstep } from './run-lockstep.ts';

const id = blobId(pages['content/en-US/add.md']);

describe('lockstep stamp', () => {
  it('notes the source in a translation, once', async () => {
    const folder = temporaryFolder(project);
    expect(await runLockstep(folder, ['stamp', 'content/sv-SE/add.md'])).toEqual({
      stdout: `content/sv-SE/add.md  stamped with ${id.slice(0, 7)}, content/en-US/add.md as it is now\n`,
      stderr: '',
      code: 0,
    });
    const stamped = readFileSync(join(folder, 'content/sv-SE/add.md'), 'utf8');
    expect(stamped).toBe(pages['content/sv-SE/add.md'].replace('---\n\n', `source: ${id}\n---\n\n`));
    expect((await runLockstep(folder, ['stamp', 'content/sv-SE/add.md'])).stdout).toContain(
      'already stamped',
    );
    expect((await runLockstep(folder, ['check'])).stdout).toContain('nothing to fix');
  });

  it('stamps the translations in a folder, and passes the source pages over', async () => {
    const folder = temporaryFolder(project);
    const { stdout } = await runLockstep(folder, ['stamp', 'content']);
    expect(stdout.split('\n')).toHaveLength(3);
    expect(readFileSync(join(folder, 'content/en-US/add.md'), 'utf8')).toBe(pages['content/en-US/add.md']);
  });

  it('keeps bytes that it does not have to touch', async () => {
    const page = "\uFEFF---\r\nsource: 'old' # see git\r\ntitle: Lägg  till\r\n---\r\n\r\nText \t\r\n";
    const folder = temporaryFolder({ ...project, 'content/sv-SE/add.md': page });
    spawnLockstep(folder, ['stamp', 'content/sv-SE/add.md']);
    expect(readFileSync(join(folder, 'content/sv-SE/add.md'), 'utf8')).toBe(page.replace('old', id));
  });

  it.each([
    'content/en-US/add.md',
    'content/en-US',
    'content/sv-SE/old.md',
    'content/sv-SE/new.md',
    'content/ru-RU/add.md',
    'content/pt-BR/add.md',
  ])('writes nothing where it refuses one page, %s', async (refused) => {
    const folder = temporaryFolder({
      ...project,
      'content/sv-SE/old.md': '# Gammal sida\n',
      'content/ru-RU/add.md': Buffer.from([0x61, 0xff]),
      'content/pt-BR/add.md': '---\ntitle: Adicionar\n',
    });
    expect((await runLockstep(folder, ['stamp', refused, 'content/zh-CN'])).code).toBe(2);
    expect(readFileSync(join(folder, 'content/zh-CN/add.md'), 'utf8')).toBe(pages['content/zh-CN/add.md']);
  });

  it('asks for the setting that it needs', async () => {
    const folder = temporaryFolder(project);
    const { sourceRevision, ...others } = settings;
    writeInto(folder, 'lockstep.config.json', JSON.stringify(others));
    const { stderr, code } = await runLockstep(folder, ['stamp', 'content']);
    expect(stderr).toContain(`Add \`"sourceRevision": { "frontMatter": "${sourceRevision.frontMatter}" }\``);
    expect(code).toBe(2);
  });
});

describe('lockstep stamp with pins of other kinds', () => {
  const source = pages['content/en-US/add.md'];
  const path = 'content/sv-SE/add.md';
  const page = (pin: string): string => pages[path].replace('---\n\n', `${pin}---\n\n`);
  const told = (pin: string, sourceRevision: RevisionSettings): string =>
    tellHistory([
      { files: { 'content/en-US/add.md': source.replaceAll('Select', 'Choose') } },
      {
        files: {
          'content/en-US/add.md': source,
          [path]: page(pin),
          'lockstep.config.json': JSON.stringify({ ...settings, sourceRevision }),
        },
      },
    ]);

  it.each<[string, RevisionSettings, string, (commit: string) => string]>([
    ['a commit', { frontMatter: 'l10n.sourceCommit' }, '', (commit) => `l10n:\n  sourceCommit: ${commit}\n`],
    [
      'the address of a commit',
      { frontMatter: 'of', kind: 'commit' },
      `of: https://example.org/o/r/commit/${'0a'.repeat(20)}\n`,
      (commit) => `of: https://example.org/o/r/commit/${commit}\n`,
    ],
    [
      'a hash that the settings describe',
      { frontMatter: 'of', hash: { algorithm: 'sha256' } },
      '',
      () => `of: ${sha256(source)}\n`,
    ],
    [
      'the beginning of a hash behind a word',
      { frontMatter: 'of', hash: { algorithm: 'sha256', of: 'body' } },
      'of: sha256:0123456789ab\n',
      () => `of: sha256:${sha256(source.slice(source.indexOf('\n# '))).slice(0, 12)}\n`,
    ],
    [
      'a field of the source',
      { frontMatter: 'of', sourceField: 'title' },
      '',
      () => 'of: Add a new customer\n',
    ],
  ])('writes %s', async (_, sourceRevision, pin, expected) => {
    const folder = told(pin, sourceRevision);
    const { stdout, stderr, code } = await runLockstep(folder, ['stamp', path]);
    expect([stderr, code]).toEqual(['', 0]);
    expect(stdout).toMatch(
      /^content\/sv-SE\/add\.md {2}stamped with .*, content\/en-US\/add\.md as it is now\n$/,
    );
    expect(readFileSync(join(folder, path), 'utf8')).toBe(page(expected(git(folder, 'rev-parse', 'HEAD'))));
    const report = JSON.parse((await runLockstep(folder, ['check', '--format', 'json', path])).stdout);
    expect(report.pages.find((each: { path: string }) => each.path === path).state).toBe('current');
  });

  it('writes the kind that the pins of the project are', async () => {
    const folder = told(`of: ${sha256(source)}\n`, { frontMatter: 'of' });
    writeInto(folder, 'content/zh-CN/add.md', pages['content/zh-CN/add.md']);
    await runLockstep(folder, ['stamp', 'content/zh-CN/add.md']);
    expect(readFileSync(join(folder, 'content/zh-CN/add.md'), 'utf8')).toContain(`of: ${sha256(source)}\n`);
  });

  it('writes the day, as the page writes days', async () => {
    const folder = told('translated: 3/1/2026\n', { frontMatter: 'translated' });
    await runLockstep(folder, ['stamp', path]);
    expect(readFileSync(join(folder, path), 'utf8')).toMatch(/^translated: \d\d\/\d\d\/\d{4}$/m);
  });

  it('writes into comments, of sections too, and puts a new one at the top', async () => {
    const folder = told('', { comment: 'source' });
    await runLockstep(folder, ['stamp', path]);
    expect(readFileSync(join(folder, path), 'utf8')).toBe(
      pages[path].replace('---\n\n', `---\n<!-- source: ${id} -->\n\n`),
    );
    const pinned = `${pages[path].replace('---\n\n', '---\n{/* source: 0a881ee | seen */}\n\n')}\n## Mer <!-- source: 0a881ee -->\n`;
    writeInto(folder, path, pinned);
    await runLockstep(folder, ['stamp', path]);
    expect(readFileSync(join(folder, path), 'utf8')).toBe(pinned.replaceAll('0a881ee', id));
  });

  it.each<[string, RevisionSettings, string]>([
    ['a commit', { frontMatter: 'commit' }, '`content/en-US/add.md` has changes that are not committed'],
    ['a hash of no known kind', { frontMatter: 'hash' }, 'The settings do not say how sources are hashed'],
    [
      'a field that is not there',
      { frontMatter: 'of', sourceField: 'edition' },
      'has no `edition` to repeat',
    ],
  ])('refuses %s that nobody can tell', async (_, sourceRevision, message) => {
    const folder = told('', sourceRevision);
    writeInto(folder, 'content/en-US/add.md', `${source}\nThat is all.\n`);
    const { stderr, code } = await runLockstep(folder, ['stamp', path]);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
    expect(readFileSync(join(folder, path), 'utf8')).toBe(page(''));
  });
});

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
