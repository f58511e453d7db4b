import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../temporary-folder.ts';
import { pages, project } from './pages.ts';
import { runLockstep } from './run-lockstep.ts';

const code = `import { writeFileSync } from 'node:fs';
writeFileSync(new URL('was-run', import.meta.url), '');
export default {};
`;

describe('--no-exec-config', () => {
  it.each([
    ['check'],
    ['baseline'],
    ['stamp', 'content/sv-SE/add.md'],
    ['check', '--config', 'lockstep.config.mjs'],
  ])('runs no settings: %s %s', async (...args) => {
    const folder = temporaryFolder({ ...pages, 'lockstep.config.mjs': code });
    const { stdout, stderr, code: exit } = await runLockstep(folder, [...args, '--no-exec-config']);
    expect({ stdout, stderr, exit }).toEqual({
      stdout: '',
      stderr:
        'lockstep: The settings `lockstep.config.mjs` are code, and `--no-exec-config` does not let code run.\n' +
        '  Write the settings as JSON, into lockstep.config.json; leave the flag out only where you trust whoever wrote them.\n',
      exit: 2,
    });
    expect(existsSync(join(folder, 'was-run'))).toBe(false);
  });

  it('changes nothing for settings in JSON', async () => {
    const folder = temporaryFolder(project);
    const { stdout, code: exit } = await runLockstep(folder, ['check', '--no-exec-config']);
    expect(stdout).toContain('Compared 2 translations with their sources: nothing to fix.');
    expect(exit).toBe(0);
  });
});
