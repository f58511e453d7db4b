import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../temporary-folder.ts';
import { pages, project } from './pages.ts';
import { runLockstep } from './run-lockstep.ts';

const path = 'content/sv-SE/add.md';
const good = pages[path];
/** Two stray spaces, and nothing else; line ends of Windows and a byte order mark. */
const spaced =
  `\uFEFF${good.replace('**Kunder**.', '**Kunder** .').replace('kund**.', 'kund** .')}`.replaceAll(
    '\n',
    '\r\n',
  );
const mended = `\uFEFF${good}`.replaceAll('\n', '\r\n');

function textIn(folder: string): string {
  return readFileSync(join(folder, path), 'utf8');
}

describe('lockstep check --fix', () => {
  it('writes what has one right answer, says so, and finds nothing the second time', async () => {
    const folder = temporaryFolder({ ...project, [path]: spaced });
    expect(await runLockstep(folder, ['check', '--fix', '--fail-on', 'note'])).toEqual({
      stdout: 'Compared 2 translations with their sources: nothing to fix.\n',
      stderr: 'Fixed 2 findings in 1 file.\n',
      code: 0,
    });
    expect(textIn(folder)).toBe(mended);
    const again = await runLockstep(folder, ['check', '--fix', '--fail-on', 'note']);
    expect(again).toMatchObject({ stderr: 'No finding has a fix that may be applied.\n', code: 0 });
    expect(textIn(folder)).toBe(mended);
  });

  it('shows a diff that git can apply and writes nothing, on a dry run', async () => {
    const folder = temporaryFolder({ ...project, [path]: spaced });
    const { stdout, stderr, code } = await runLockstep(folder, ['check', '--fix', '--dry-run']);
    expect(stderr).toBe('Would fix 2 findings in 1 file.\n');
    expect(code).toBe(1);
    expect(textIn(folder)).toBe(spaced);
    const applied = spawnSync('git', ['apply', '--unsafe-paths', '-'], { cwd: folder, input: stdout });
    expect(String(applied.stderr)).not.toContain('error');
    expect(textIn(folder)).toBe(mended);
  });

  it('keeps to what was asked about', async () => {
    const folder = temporaryFolder({ ...project, [path]: spaced });
    await runLockstep(folder, ['check', '--fix', '--locale', 'zh-CN']);
    await runLockstep(folder, ['check', '--fix', '--rule', 'missing-step']);
    await runLockstep(folder, ['check', '--fix', 'content/zh-CN']);
    expect(textIn(folder)).toBe(spaced);
  });

  it('mends two files alone, too', async () => {
    const folder = temporaryFolder({ 'en.md': pages['content/en-US/add.md'], 'sv.md': spaced });
    const { stderr, code } = await runLockstep(folder, ['pair', 'en.md', 'sv.md', '--fix']);
    expect({ stderr, code }).toEqual({ stderr: 'Fixed 2 findings in 1 file.\n', code: 0 });
    expect(readFileSync(join(folder, 'sv.md'), 'utf8')).toBe(mended);
  });

  it('writes nothing where it was not asked to', async () => {
    const folder = temporaryFolder({ ...project, [path]: spaced });
    for (const flags of [['--dry-run'], ['--unsafe'], ['--fix', '--dry-run', '--format', 'json']]) {
      expect((await runLockstep(folder, ['check', ...flags])).code).toBe(2);
      expect(textIn(folder)).toBe(spaced);
    }
  });
});
