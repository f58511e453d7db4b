import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { statusJsonSchema } from '../../../scripts/checker/status/status-json-schema.ts';
import type { StatusReport } from '../../../src/domain/report/status.ts';
import { temporaryFolder, writeInto } from '../temporary-folder.ts';
import { pages, project, settings } from './pages.ts';
import { runLockstep } from './run-lockstep.ts';

const english = 'content/en-US/add.md';
const swedish = 'content/sv-SE/add.md';
const chinese = 'content/zh-CN/add.md';

const commandBlock = '\n```sh\nnpm ci\n```\n';

let folder: string;

/** A source and two translations that are pinned to it, as of May. */
beforeEach(async () => {
  folder = temporaryFolder(project);
  await runLockstep(folder, ['stamp', 'content']);
  git('init', '--quiet');
  commit('2024-05-01', 'Write the pages');
});

describe('lockstep status', () => {
  it('counts what is fine, and lists it where it is asked for', async () => {
    expect(await runLockstep(folder, ['status'])).toEqual({
      stdout: 'sv-SE  1 of 1 fine (100%)\n\nzh-CN  1 of 1 fine (100%)\n\n2 of 2 translations are fine.\n',
      stderr: '',
      code: 0,
    });
    expect((await runLockstep(folder, ['status', swedish])).stdout).toBe(
      `sv-SE  1 of 1 fine (100%)\n  fine  current  ${swedish}\n\n1 of 1 translation is fine.\n`,
    );
  });

  it('asks for a commit alone where history tells of translations', async () => {
    for (const path of [swedish, chinese] as const) writeInto(folder, path, pages[path]);
    writeInto(
      folder,
      'lockstep.config.json',
      JSON.stringify({ ...settings, sourceRevision: { history: true } }),
    );
    commit('2024-05-02', 'Let history tell');
    writeInto(folder, english, pages[english].replace('Add customer', 'New customer'));
    commit('2024-05-03', 'Rename the button');
    const { stdout } = await runLockstep(folder, ['status', swedish]);
    expect(stdout).toContain('  act  Bring the page up to date with its source, then commit it.\n');
  });

  it('says of each page what there is to do, and why', async () => {
    writeInto(folder, english, pages[english].replace('Add customer', 'New customer'));
    writeInto(folder, 'content/en-US/new.md', '# New\n\nA page.\n');
    writeInto(folder, 'content/sv-SE/old.md', '# Gammal\n\nEn sida.\n');
    writeInto(folder, chinese, pages[chinese]);
    const { stdout, code } = await runLockstep(folder, ['status']);
    expect(stdout).toBe(`sv-SE  0 of 3 fine (0%): 1 act, 1 translate, 1 remove
  act        behind   content/sv-SE/add.md  1 step changed (+1 −1 words)
  translate  missing  content/sv-SE/new.md  it is not there
  remove     orphan   content/sv-SE/old.md  it has no source page

zh-CN  0 of 2 fine (0%): 1 translate, 1 unknown
  translate  missing  content/zh-CN/new.md  it is not there
  unknown    unknown  content/zh-CN/add.md  no source revision is noted

What to do:
  act        Bring the page up to date with its source, then run \`lockstep stamp PAGE\`.
  translate  Translate the source page into this file.
  remove     Remove the page, or rename it as its source is named.
  unknown    Compare the page with its source, then run \`lockstep stamp PAGE\` to note the revision.

0 of 5 translations are fine: 1 act, 2 translate, 1 remove, 1 unknown.
`);
    expect(code).toBe(0);
  });

  it('asks for a stamp alone where only the form of the source has changed', async () => {
    writeInto(folder, english, pages[english].replaceAll('**', '__'));
    const { pages: found } = await readStatus();
    expect(found.map(({ action, state, reason }) => [action, state, reason])).toEqual([
      ['restamp', 'behind', 'only the form of the source has changed'],
      ['restamp', 'behind', 'only the form of the source has changed'],
    ]);
  });

  it('asks for a stamp alone where the translation certainly has what changed, and of that page only', async () => {
    for (const path of [english, swedish, chinese] as const)
      writeInto(folder, path, `${pages[path]}${commandBlock}`);
    await runLockstep(folder, ['stamp', 'content']);
    commit('2024-06-01', 'Add a command');
    edit(english, 'npm ci', 'npm install');
    edit(swedish, 'npm ci', 'npm install');
    const { pages: found } = await readStatus();
    expect(found.map(({ locale, action, reason }) => [locale, action, reason])).toEqual([
      ['sv-SE', 'restamp', 'it has the same: 1 code block changed'],
      ['zh-CN', 'act', expect.stringMatching(/^1 code block changed/)],
    ]);
  });

  it('tells a page that is up to date and lacks a step as broken', async () => {
    edit(swedish, '2. Välj **Lägg till kund**.\n', '');
    const { pages: found, locales } = await readStatus();
    expect(found[0]).toMatchObject({
      path: swedish,
      state: 'current',
      action: 'broken',
      reason: '1 missing-step',
      structure: { errors: 1, warnings: 0, rules: { 'missing-step': 1 } },
      drift: null,
    });
    expect(locales).toMatchObject([
      { locale: 'sv-SE', pages: 1, percent: 0, counts: { broken: 1, fine: 0 } },
      { locale: 'zh-CN', pages: 1, percent: 100, counts: { broken: 0, fine: 1 } },
    ]);
  });

  it('judges a page that is behind against the text it was made from', async () => {
    edit(english, '3. Enter', '3. Wait.\n4. Enter');
    commit('2024-06-01', 'Wait first');
    const { pages: found } = await readStatus();
    expect(found[0]).toMatchObject({
      action: 'act',
      reason: expect.stringMatching(/^1 step added \(\+1 word\).*2024-06-01/),
      structure: { errors: 0, warnings: 0, rules: {} },
      drift: {
        changes: [{ kind: 'added', node: 'step', step: 3, words: [{ kind: 'added', text: 'Wait.' }] }],
      },
    });
  });

  it('tells all pages where nothing is translated yet', async () => {
    const empty = temporaryFolder({
      [english]: pages[english],
      'lockstep.config.json': JSON.stringify({ ...settings, locales: ['sv-SE'] }),
    });
    const { stdout, code } = await runLockstep(empty, ['status']);
    expect(stdout).toContain('0 of 1 translation is fine: 1 translate.');
    expect(code).toBe(0);
  });

  it('says how to learn which source texts pages were made from, where the settings do not', async () => {
    const { sourceRevision, ...others } = settings;
    writeInto(folder, 'lockstep.config.json', JSON.stringify(others));
    const { stdout } = await runLockstep(folder, ['status']);
    expect(sourceRevision.frontMatter).toBe('source');
    expect(stdout).toContain(`  unknown  unknown  ${swedish}  no source revision is noted\n`);
    expect(stdout).toContain(
      '  unknown  Add `"sourceRevision": { "history": true }` to the settings to let git',
    );
  });

  it.each([
    ['act', 1],
    ['behind', 1],
    ['missing,act', 1],
    ['missing', 0],
    ['restamp', 0],
  ])('exits as --fail-on %s asks for', async (failOn, code) => {
    edit(english, 'Add customer', 'New customer');
    expect((await runLockstep(folder, ['status', '--fail-on', failOn])).code).toBe(code);
  });

  it('prints what the published schema describes, for the languages that are asked for', async () => {
    edit(english, 'Add customer', 'New customer');
    const { stdout } = await runLockstep(folder, ['status', '--format', 'json', '--locale', 'zh-CN']);
    const report = JSON.parse(stdout) as StatusReport;
    expect(new Ajv({ allErrors: true }).compile(statusJsonSchema())(report)).toBe(true);
    expect(report.pages.map(({ path }) => path)).toEqual([chinese]);
  });

  it('writes a page that needs no network, in which no text of pages is markup', async () => {
    edit(english, 'Add customer', '`<img src=x>` customer');
    await runLockstep(folder, ['status', '--format', 'html=status.html', '--format', 'json=status.json']);
    const html = readFileSync(join(folder, 'status.html'), 'utf8');
    expect(html).toContain('<del>Add </del>');
    expect(html).toContain('&lt;img src=x&gt;');
    expect(html).not.toMatch(/<img|https?:|<link/);
    expect(html).toContain('data-action="act" data-state="behind" data-locale="sv-SE"');
    expect(JSON.parse(readFileSync(join(folder, 'status.json'), 'utf8'))).toMatchObject({ version: 1 });
  });
});

async function readStatus(): Promise<StatusReport> {
  const { stdout } = await runLockstep(folder, ['status', '--format', 'json']);
  return JSON.parse(stdout) as StatusReport;
}

function edit(path: string, from: string, to: string): void {
  const text = readFileSync(join(folder, path), 'utf8');
  expect(text).toContain(from);
  writeInto(folder, path, text.replace(from, to));
}

function commit(day: string, message: string): void {
  git('add', '.');
  git('commit', '--quiet', `--date=${day}T12:00:00Z`, `--message=${message}`, { day });
}

function git(...args: readonly (string | { readonly day: string })[]): void {
  const day = args.find((arg) => typeof arg === 'object')?.day ?? '2024-05-01';
  const { status, stderr } = spawnSync(
    'git',
    ['-c', 'init.defaultBranch=main', ...args.filter((arg) => typeof arg === 'string')],
    {
      cwd: folder,
      encoding: 'utf8',
      env: {
        ...process.env,
        GIT_AUTHOR_NAME: 'Ada',
        GIT_AUTHOR_EMAIL: 'ada@example.com',
        GIT_COMMITTER_NAME: 'Ada',
        GIT_COMMITTER_EMAIL: 'ada@example.com',
        GIT_COMMITTER_DATE: `${day}T12:00:00Z`,
        GIT_CONFIG_GLOBAL: '/dev/null',
      },
    },
  );
  expect(stderr).toBe('');
  expect(status).toBe(0);
}
