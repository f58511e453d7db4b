import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { reportSchema } from '../../../src/domain/report/report.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { garbledPage, pages } from './pages.ts';
import { entry, runLockstep, spawnLockstep } from './run-lockstep.ts';

const source = pages['content/en-US/add.md'];
const translation = pages['content/sv-SE/add.md'];

describe('lockstep pair', () => {
  it('compares two files without settings', async () => {
    const folder = temporaryFolder({ 'en/add.md': source, 'sv/add.md': translation });
    expect(spawnLockstep(folder, ['pair', 'en/add.md', 'sv/add.md'])).toEqual({
      stdout: 'Compared 1 translation with its source: nothing to fix.\n',
      stderr: '',
      code: 0,
    });
  });

  it('finds faults, in files of any name', async () => {
    const folder = temporaryFolder({ 'one.txt': source, 'two.txt': garbledPage });
    const { stdout, code } = await runLockstep(folder, ['pair', 'one.txt', './two.txt', '--locale', 'sv']);
    expect(stdout).toContain('two.txt:7:4-7:9  error mojibake');
    expect(code).toBe(1);
  });

  it.each([
    [
      'the front matter',
      { 'a.md': source, 'b.md': translation.replace('---\n', '---\nms.contentlocale: sv-SE\n') },
      'sv-SE',
    ],
    ['the file name', { 'a.md': source, 'b.zh_hans.md': pages['content/zh-CN/add.md'] }, 'zh-Hans'],
    ['the folder', { 'a.md': source, 'docs/pt-br/src/b.md': source }, 'pt-BR'],
    ['nothing', { 'a.md': source, 'doc/b.md': translation }, 'und'],
  ])('guesses the locale from %s', async (_, files, locale) => {
    const [one = '', other = ''] = Object.keys(files);
    const { stdout } = await runLockstep(temporaryFolder(files), ['pair', one, other, '--format=json']);
    const report = reportSchema.parse(JSON.parse(stdout));
    expect(report.pages.find((page) => page.path === other)?.locale).toBe(locale);
    expect(report.notCompared.length).toBe(locale === 'und' ? 1 : 0);
  });

  it.skipIf(process.platform === 'win32')("reads a shell's pipe in place of a file", () => {
    const folder = temporaryFolder({ 'en.md': source, 'sv.md': translation });
    const command = `"${process.execPath}" "${entry}" pair <(cat en.md) sv.md --locale=sv`;
    const { stdout, stderr } = spawnSync('bash', ['-c', command], { cwd: folder, encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(stdout).toBe('Compared 1 translation with its source: nothing to fix.\n');
  });
});
