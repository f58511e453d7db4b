import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder, writeInto } from '../temporary-folder.ts';
import { garbledPage, project, settings } from './pages.ts';
import { type CommandOutcome, runLockstep } from './run-lockstep.ts';

describe('a second check', () => {
  it('prints what the first printed, to the byte', async () => {
    const folder = temporaryFolder({ ...project, 'content/sv-SE/add.md': garbledPage });
    for (const format of ['json', 'pretty']) {
      const first = await check(folder, '--no-cache', `--format=${format}`);
      expect(await check(folder, `--format=${format}`)).toEqual(first);
      expect(await check(folder, `--format=${format}`)).toEqual(first);
    }
  });

  it('sees every edit: of a page, a label, a setting, the pages there are', async () => {
    const folder = temporaryFolder({
      ...project,
      'lockstep.config.json': JSON.stringify({ ...settings, labels: 'labels/{locale}.json' }),
      'labels/en-US.json': '{"customers":"Customers"}',
      'labels/sv-SE.json': '{"customers":"Kunder"}',
      'labels/zh-CN.json': '{"customers":"客户"}',
    });
    const rulesFound = async (): Promise<readonly string[]> => {
      const { stdout } = await check(folder, '--format=json');
      expect((await check(folder, '--format=json', '--no-cache')).stdout).toBe(stdout);
      const { findings } = JSON.parse(stdout) as { findings: { rule: string; severity: string }[] };
      return findings.map(({ rule, severity }) => `${severity} ${rule}`);
    };
    expect(await rulesFound()).toEqual([]);
    writeInto(folder, 'content/sv-SE/add.md', garbledPage);
    expect(await rulesFound()).toEqual(['error mojibake']);
    writeInto(folder, 'labels/sv-SE.json', '{"customers":"Klienter"}');
    expect(await rulesFound()).toEqual(['error mojibake', 'error unknown-label']);
    const rules = { mojibake: 'note', 'unknown-label': 'off' };
    writeInto(
      folder,
      'lockstep.config.json',
      JSON.stringify({ ...settings, labels: 'labels/{locale}.json', rules }),
    );
    expect(await rulesFound()).toEqual(['note mojibake']);
    rmSync(join(folder, 'content/sv-SE/add.md'));
    writeInto(folder, 'content/sv-SE/next.md', '# Nästa steg\n');
    expect(await rulesFound()).toEqual(['error missing-page', 'warning orphan-page']);
  });

  it('finds the same after a run on a part of the pages', async () => {
    const folder = temporaryFolder({
      ...project,
      'content/sv-SE/add.md': garbledPage,
      'content/en-US/next.md': '# Next steps\n',
      'content/sv-SE/next.md': '# Nästa steg\n',
    });
    const whole = await check(folder);
    expect((await check(folder, 'content/zh-CN')).stdout).not.toContain('mojibake');
    expect((await check(folder, '--rule=mojibake')).stdout).not.toContain('missing-page');
    expect(await check(folder)).toEqual(whole);
  });
});

describe('the results that a check keeps', () => {
  it('lie where git does not see them', async () => {
    const folder = temporaryFolder(project);
    spawnSync('git', ['init', '--quiet'], { cwd: folder });
    spawnSync('git', ['add', '.'], { cwd: folder });
    await check(folder);
    expect(existsSync(join(folder, '.lockstep-cache'))).toBe(true);
    const status = spawnSync('git', ['status', '--porcelain'], { cwd: folder, encoding: 'utf8' });
    expect(status.stdout).not.toContain('.lockstep-cache');
  });

  it('lie with those of other tools where packages are installed', async () => {
    const folder = temporaryFolder(project);
    mkdirSync(join(folder, 'node_modules'));
    await check(folder);
    expect(readdirSync(join(folder, 'node_modules/.cache/lockstep'))).toHaveLength(1);
    expect(existsSync(join(folder, '.lockstep-cache'))).toBe(false);
  });

  it('are none with `--no-cache`', async () => {
    const folder = temporaryFolder(project);
    expect((await check(folder, '--no-cache')).code).toBe(0);
    expect(existsSync(join(folder, '.lockstep-cache'))).toBe(false);
  });

  it('do no harm where they are broken', async () => {
    const folder = temporaryFolder({ ...project, 'content/sv-SE/add.md': garbledPage });
    const first = await check(folder);
    const place = join(folder, '.lockstep-cache');
    const name = readdirSync(place).find((file) => file.endsWith('.results')) ?? '';
    const kept = readFileSync(join(place, name));
    for (const broken of [kept.subarray(0, kept.length / 2), Buffer.alloc(0), Buffer.from('{}\n')]) {
      writeFileSync(join(place, name), broken);
      expect(await check(folder)).toEqual(first);
    }
    expect(readFileSync(join(place, name))).toEqual(kept);
  });

  it('are missed only by those who ask, where they cannot be written', async () => {
    const folder = temporaryFolder({ ...project, '.lockstep-cache': 'a file, no folder' });
    expect((await check(folder)).stderr).toBe('');
    const { stderr, code } = await check(folder, '--verbose');
    expect(stderr).toMatch(/^Results could not be kept for the next run: .+\.\n$/);
    expect(code).toBe(0);
  });
});

function check(folder: string, ...args: readonly string[]): Promise<CommandOutcome> {
  return runLockstep(folder, ['check', ...args]);
}
