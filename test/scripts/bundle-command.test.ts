import { spawnSync } from 'node:child_process';
import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bundleCommand } from '../../scripts/build/bundle-command.ts';
import { project } from '../checker/cli/pages.ts';
import { temporaryFolder, writeInto } from '../checker/temporary-folder.ts';

const root = join(import.meta.dirname, '../..');

it('bundles a command that runs elsewhere, and says what it lacks there', async () => {
  const folder = temporaryFolder(project);
  await bundleCommand(root, join(folder, 'bin'));
  // Without this line a shell would run the file, where npm links it.
  expect(readFileSync(join(folder, 'bin/lockstep.js'), 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  const check = (): { stdout: string; stderr: string; status: number | null } =>
    spawnSync(process.execPath, [join(folder, 'bin/lockstep.js'), 'check'], {
      cwd: folder,
      encoding: 'utf8',
    });
  expect(check()).toMatchObject({
    stdout: '',
    stderr: expect.stringMatching(
      /^lockstep: The checker could not be loaded: Cannot find package 'satteri'.*\n {2}Install .*\n$/,
    ),
    status: 2,
  });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  expect(check()).toMatchObject({
    stdout: 'Compared 2 translations with their sources: nothing to mend.\n',
    stderr: '',
    status: 0,
  });
  // Files of messages are read by packages that only such a run loads.
  writeInto(folder, 'lockstep.config.json', '{ "sourceLocale": "en", "messages": "app_{locale}.arb" }');
  writeInto(folder, 'app_en.arb', '{ "due": "{n, plural, one {# day} other {# days}}" }');
  writeInto(folder, 'app_ja.arb', '{ "due": "{n, plural, other {# 日}}" }');
  expect(check().stdout).toBe('Compared 2 files of messages: nothing to mend.\n');
});
