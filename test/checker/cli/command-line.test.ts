import { describe, expect, it } from 'vitest';
import packageJson from '../../../package.json' with { type: 'json' };
import { closest } from '../../../scripts/checker/closest.ts';
import { rules } from '../../../scripts/checker/rules/index.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { project } from './pages.ts';
import { runLockstep, spawnLockstep } from './run-lockstep.ts';

describe('lockstep', () => {
  it('prints help and version', async () => {
    const folder = temporaryFolder();
    for (const args of [['--help'], ['-h'], ['check', '--help'], ['pair', '-h']]) {
      const { stdout, stderr, code } = spawnLockstep(folder, args);
      expect(stdout).toContain('Usage:');
      expect(stderr).toBe('');
      expect(code).toBe(0);
    }
    for (const args of [['--version'], ['-v'], ['check', '--version']]) {
      expect(spawnLockstep(folder, args)).toMatchObject({
        stdout: expect.stringContaining(packageJson.version),
        code: 0,
      });
    }
  });

  it('takes what follows a flag of several words for a path', async () => {
    const folder = temporaryFolder({ ...project, 'content/zh-CN/add.md': '# 添加新客户\n' });
    // The other page has findings.
    const path = 'content/sv-SE/add.md';
    for (const flags of [['--ignore-unmatched'], ['--fix', '--dry-run']]) {
      const { code } = await runLockstep(folder, ['check', ...flags, path, '--no-cache']);
      expect([flags, code]).toEqual([flags, 0]);
    }
  });

  it('explains a rule', async () => {
    const { stdout, code } = await runLockstep(temporaryFolder(), ['explain', 'orphan-page']);
    const docs = rules.find((rule) => rule.id === 'orphan-page')?.docs;
    for (const text of Object.values(docs ?? { none: 'no docs' })) expect(stdout).toContain(text);
    expect(code).toBe(0);
  });
});

describe('closest', () => {
  it('gives what was most likely meant, or nothing', async () => {
    expect(closest('--formt', ['--format', '--fail-on'])).toBe('--format');
    expect(closest('zebra', ['check', 'pair'])).toBeUndefined();
  });
});
