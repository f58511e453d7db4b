import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { siteLocales } from '../../src/domain/locale/locales.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'lockstep-locale-'));
for (const part of ['src', 'scripts', 'locales', 'content', 'package.json'])
  cpSync(join(root, part), join(folder, part), { recursive: true });
symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// The chapter's example may have become one of the guide's languages.
const known: readonly string[] = siteLocales;
const locale = ['de-DE', 'fr-FR', 'pt-BR', 'ja-JP'].find((tag) => !known.includes(tag)) ?? 'is-IS';

const chapter = /## Translate into a new language\n([^]*?)\n## /.exec(
  readFileSync(join(root, 'README.md'), 'utf8'),
)?.[1];
const commands = [...(chapter ?? '').matchAll(/```sh\n([^]*?)```/g)].flatMap(
  ([, lines]) => lines?.trim().replaceAll('de-DE', locale).split('\n') ?? [],
);

/** Runs a command of the chapter as npm would. */
function run(command: string) {
  const [, name = '', flags = ''] = /^npm run (\S+) -- (.+)$/.exec(command) ?? [];
  return spawnSync(process.execPath, [join('scripts', `${name}.ts`), ...flags.split(' ')], {
    cwd: folder,
    encoding: 'utf8',
  });
}

test('every command of the README leads a translator on', () => {
  const [begin = '', stamp = '', check = '', status = '', finish = '', ...more] = commands;
  expect(more).toEqual([]);
  const begun = run(begin);
  expect([begun.status, begun.stderr]).toEqual([0, '']);
  expect(begun.stdout).toContain(`(${locale}) is in progress`);
  const checked = run(check);
  expect(checked.status).toBe(0);
  expect(checked.stdout).toContain(`content/${locale}/agreements.mdx`);
  expect(checked.stdout).toMatch(/note empty-message {2}\d+ of \d+ messages are empty/);
  expect(run(status).stdout).toMatch(new RegExp(`^${locale} {2}0 of \\d+ fine`, 'm'));
  copyFileSync(join(folder, 'content/en-US/glossary.mdx'), join(folder, `content/${locale}/glossary.mdx`));
  expect(run(stamp).status).toBe(0);
  expect(readFileSync(join(folder, `content/${locale}/glossary.mdx`), 'utf8')).toMatch(
    /^source: [0-9a-f]{40}$/m,
  );
  expect(run(begin)).toMatchObject({ status: 2, stderr: expect.stringContaining('is there already') });
  expect(run(finish).status).toBe(0);
  expect(run(check).status).toBe(1);
});
