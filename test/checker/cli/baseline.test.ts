import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { rules } from '../../../scripts/checker/rules/index.ts';
import { temporaryFolder, writeInto } from '../temporary-folder.ts';
import { garbledPage, project, settings } from './pages.ts';
import { runLockstep } from './run-lockstep.ts';

const path = 'content/sv-SE/add.md';
const withBaseline = {
  ...project,
  'lockstep.config.json': JSON.stringify({ ...settings, baseline: 'lockstep.baseline.json' }),
  [path]: garbledPage,
};

describe('a baseline', () => {
  it('holds back what was there when it was written, and nothing that is new', async () => {
    const folder = temporaryFolder(withBaseline);
    expect(await runLockstep(folder, ['baseline'])).toEqual({
      stdout: 'Wrote lockstep.baseline.json: 1 finding.\n',
      stderr: '',
      code: 0,
    });
    const held = 'Compared 2 translations with their sources: 1 suppressed finding.\n';
    expect(await runLockstep(folder, ['check'])).toEqual({ stdout: held, stderr: '', code: 0 });
    // Lines that move and neighbours that are reworded make no new finding.
    writeInto(
      folder,
      path,
      garbledPage.replace('# Lägg till en ny kund', 'Så här.\n\n# Lägg till ännu en kund'),
    );
    expect((await runLockstep(folder, ['check', '--rule', 'mojibake'])).stdout).toBe(held);
    writeInto(folder, path, garbledPage.replace('2. Välj', '2. VÃ¤lj'));
    const { stdout, code } = await runLockstep(folder, ['check']);
    expect(stdout).toMatch(/1 error, 1 suppressed finding\.\n$/);
    expect(code).toBe(1);
  });

  it('says when it holds what is gone', async () => {
    const folder = temporaryFolder(withBaseline);
    await runLockstep(folder, ['baseline']);
    writeInto(folder, path, project[path]);
    const { stderr, code } = await runLockstep(folder, ['check']);
    expect(stderr).toBe(
      '1 finding of the baseline is gone; run `lockstep baseline` to take it out of lockstep.baseline.json.\n',
    );
    expect(code).toBe(0);
    expect((await runLockstep(folder, ['check', '--locale', 'sv-SE'])).stderr).toBe('');
    await runLockstep(folder, ['baseline']);
    expect((await runLockstep(folder, ['check'])).stderr).toBe('');
  });

  it('may be named on the command line', async () => {
    const folder = temporaryFolder({ ...project, [path]: garbledPage });
    const written = await runLockstep(folder, ['baseline', '--output', 'known.json']);
    expect(written.stdout).toContain('Add `"baseline": "known.json"` to the settings');
    expect(readFileSync(join(folder, 'known.json'), 'utf8')).toMatch(
      /^\{\n {2}"version": 1,\n {2}"findings": \{\n {4}"content\/sv-SE\/add.md": \{\n {6}"mojibake": \[\n {8}"[0-9a-f]{32}"\n/,
    );
    expect((await runLockstep(folder, ['check'])).code).toBe(1);
    expect((await runLockstep(folder, ['check', '--baseline', 'known.json'])).code).toBe(0);
  });

  it('is not written by a check that broke, and an old one stays', async () => {
    const folder = temporaryFolder({ ...withBaseline, 'lockstep.baseline.json': 'old' });
    const rule = rules.find(({ id }) => id === 'mojibake');
    if (rule === undefined) throw new RangeError('There is no such rule.');
    const broken = vi.spyOn(rule, 'check').mockImplementation(() => {
      throw new RangeError('no luck');
    });
    const { stderr, code } = await runLockstep(folder, ['baseline']);
    broken.mockRestore();
    expect(stderr).toMatch(/^lockstep: The check broke, so no baseline was written: .*no luck/);
    expect(code).toBe(2);
    expect(readFileSync(join(folder, 'lockstep.baseline.json'), 'utf8')).toBe('old');
  });
});
