import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { blobId } from '../../../scripts/checker/history/blob-id.ts';
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
    expect((await runLockstep(folder, ['check'])).stdout).toContain('nothing to mend');
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
