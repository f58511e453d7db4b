import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { garbledPage, pages, project } from '../checker/cli/pages.ts';
import { spawnLockstep } from '../checker/cli/run-lockstep.ts';
import { temporaryFolder, writeInto } from '../checker/temporary-folder.ts';

/** What pre-commit lets a hook say (pre-commit.com, "Creating new hooks"), as far as ours says it. */
const hooksSchema = z.tuple([
  z.strictObject({
    id: z.literal('lockstep'),
    name: z.string(),
    description: z.string(),
    entry: z.string(),
    language: z.literal('node'),
    files: z.string(),
    require_serial: z.literal(true),
  }),
]);

const file = join(import.meta.dirname, '../../.pre-commit-hooks.yaml');
const [hook] = hooksSchema.parse(parse(readFileSync(file, 'utf8')));

/** Runs the hook as pre-commit does: the words of its entry, then the names of the files that are committed. */
function commit(folder: string, paths: readonly string[]) {
  const [program, ...args] = hook.entry.split(' ');
  expect(program).toBe('lockstep');
  return spawnLockstep(folder, [...args, ...paths.filter((path) => new RegExp(hook.files).test(path))]);
}

describe('the hook of pre-commit', () => {
  it('checks the pages of a commit, and no other', () => {
    const folder = temporaryFolder({
      ...project,
      'content/sv-SE/add.md': garbledPage,
      'content/zh-CN/add.md': pages['content/zh-CN/add.md'].replace('2. 选择**添加客户**。\n', ''),
      'README.md': '# A project\n',
      'package.json': '{}',
    });
    const { stdout, code } = commit(folder, [
      'content/sv-SE/add.md',
      'README.md',
      'package.json',
      'logo.png',
    ]);
    expect(stdout).toMatch(
      /^content\/sv-SE\/add\.md:7:4-7:9 {2}error mojibake[^]*translation with its source: 1 error\.\n$/,
    );
    expect(stdout).not.toContain('zh-CN');
    expect(code).toBe(1);
  });

  it('checks the translations of a source page that is committed', () => {
    const folder = temporaryFolder({ ...project, 'content/sv-SE/add.md': garbledPage });
    expect(commit(folder, ['content/en-US/add.md'])).toMatchObject({
      stdout: expect.stringContaining('content/sv-SE/add.md:7:4-7:9  error mojibake'),
      code: 1,
    });
  });

  it('lets a commit pass that has no page, and one whose pages have no counterpart yet', () => {
    const folder = temporaryFolder({ ...project, 'README.md': '# A project\n' });
    expect(commit(folder, ['README.md'])).toEqual({
      stdout: 'Compared 0 translations with their sources: nothing to fix.\n',
      stderr: '',
      code: 0,
    });
    writeInto(folder, 'content/de-DE/new.md', '# Neu\n');
    const settings = {
      sourceLocale: 'en-US',
      pages: 'content/{locale}/{path}.md',
      rules: { 'orphan-page': 'off' },
    };
    writeInto(folder, 'lockstep.config.json', JSON.stringify(settings));
    expect(commit(folder, ['content/de-DE/new.md']).code).toBe(0);
  });

  it('takes names of files for nothing else', () => {
    const folder = temporaryFolder(project);
    const name = 'content/sv-SE/$(touch stolen); touch stolen.md';
    writeInto(folder, name, '# Lägg till\n');
    expect(commit(folder, [name])).toMatchObject({
      stdout: expect.stringContaining(`${name}:1:1  warning orphan-page`),
      stderr: '',
      code: 0,
    });
    expect(existsSync(join(folder, 'stolen'))).toBe(false);
  });
});
