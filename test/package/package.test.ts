import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createProtocolConnection,
  type InitializeResult,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { writeInto } from '../checker/temporary-folder.ts';
import { type InstalledPackage, installPackage, npxLockstep } from './installed-package.ts';

/** Pages whose source lies at the root and whose translations lie in folders, under names with umlauts. */
const foreignPages = {
  'docs/Größen/überblick.md': `# Overview

1. Open **Customers**.
2. Run \`customers add\`.
3. Enter at most 5 accounts.

See [Change the size](größe.md).
`,
  'docs/Größen/größe.md': '# Change the size\n\nThe size is at most 25 MB.\n',
  'docs/de/Größen/überblick.md': `# Überblick

1. Öffnen Sie **Kunden**.
2. Geben Sie höchstens 5 Konten an.

Siehe [Größe ändern](größe.md).
`,
  'docs/de/Größen/größe.md': '# Größe ändern\n\nDie Größe ist höchstens 20 MB.\n',
  'docs/sv/Größen/überblick.md': `# Översikt

1. Öppna **Kunder**.
2. Kör \`customers add\`.
3. Ange högst 5 konton.

Se [Ändra storleken](größe.md).
`,
  'docs/sv/Größen/größe.md': '# Ändra storleken\n\nStorleken är högst 25 MB.\n',
};

describe('the package', () => {
  let installed: InstalledPackage;
  beforeAll(async () => {
    installed = await installPackage();
    for (const [path, text] of Object.entries(foreignPages)) writeInto(installed.folder, path, text);
  }, 120_000);
  afterAll(() => installed.remove());

  it('holds bundled code, types, schemas, the rule reference and licences, and nothing else', () => {
    const bundled = installed.files.filter(
      (file) => !/^dist-cli\/(?:[\w-]+-[A-Z\d]{8}\.js|types-[\w-]{8}\.d\.ts)$/.test(file),
    );
    expect(bundled).toEqual([
      'LICENSE',
      'README.md',
      'dist-cli/astro.d.ts',
      'dist-cli/astro.js',
      'dist-cli/index.d.ts',
      'dist-cli/index.js',
      'dist-cli/judge-thread.js',
      'dist-cli/licences.txt',
      'dist-cli/lockstep.js',
      'dist-cli/remark.d.ts',
      'dist-cli/remark.js',
      'dist-cli/rules.md',
      'dist-cli/schemas/report.schema.json',
      'dist-cli/schemas/settings.schema.json',
      'dist-cli/schemas/status.schema.json',
      'package.json',
    ]);
  });

  it('needs nothing beside the parser, and no word of publint', async () => {
    const own = join(installed.folder, 'node_modules/lockstep');
    const { messages, pkg } = await publint({ pkgDir: own, level: 'suggestion', strict: true });
    expect(messages).toEqual([]);
    expect(Object.keys(pkg['dependencies'] ?? {})).toEqual(['satteri']);
  });

  it('has types that resolve wherever its code does', async () => {
    const data = createPackageFromTarballData(new Uint8Array(readFileSync(installed.tarball)));
    const result = await checkPackage(data);
    // Node from 22.18 on loads ES modules from CommonJS, too; the way from before `exports` is of older ones.
    const problems = (result.types === false ? [] : result.problems).filter(
      (problem) =>
        problem.kind !== 'CJSResolvesToESM' &&
        !('resolutionKind' in problem && problem.resolutionKind === 'node10'),
    );
    expect(result.types).toEqual({ kind: 'included' });
    expect(problems).toEqual([]);
  });

  it('looks at foreign pages, checks them, compares two files and explains a rule', () => {
    const { folder } = installed;
    rmSync(join(folder, 'lockstep.config.json'), { force: true });
    expect(npxLockstep(folder, ['init'])).toMatchObject({
      stdout: expect.stringContaining('Wrote lockstep.config.json.'),
      stderr: '',
      status: 0,
    });
    expect(JSON.parse(readFileSync(join(folder, 'lockstep.config.json'), 'utf8'))).toMatchObject({
      sourceLocale: 'en',
      pages: ['docs/{path}.md', 'docs/{locale}/{path}.md'],
    });
    const { stdout, stderr, status } = npxLockstep(folder, ['check', '--format', 'github']);
    expect([stderr, status]).toEqual(['', 1]);
    expect(stdout).toContain('file=docs/de/Größen/größe.md,line=3,');
    expect(stdout).toContain('title=changed-number');
    expect(stdout).toContain(
      'file=docs/de/Größen/überblick.md,line=3,endLine=3,col=26,endColumn=26,title=missing-step::',
    );
    expect(stdout).not.toContain('docs/sv/');
    expect(npxLockstep(folder, ['pair', 'docs/Größen/größe.md', 'docs/de/Größen/größe.md'])).toMatchObject({
      stdout: expect.stringMatching(/^docs\/de\/Größen\/größe\.md:3:25-3:27 {2}error changed-number/),
      stderr: '',
      status: 1,
    });
    expect(npxLockstep(folder, ['explain', 'changed-number'])).toMatchObject({
      stdout: expect.stringMatching(/^changed-number {2}error {2}looks at a translation beside its source\n/),
      stderr: '',
      status: 0,
    });
  });

  it('gives scripts a function that checks, and does nothing when it is imported', () => {
    const script = `import * as lockstep from 'lockstep';
import { existsSync, writeSync } from 'node:fs';
writeSync(1, JSON.stringify({ names: Object.keys(lockstep), kept: existsSync('node_modules/.cache') }) + '\\n');
const settings = { sourceLocale: 'en', pages: ['docs/{path}.md', 'docs/{locale}/{path}.md'] };
const report = await lockstep.check(settings);
writeSync(1, JSON.stringify(report.findings.map(({ path, rule }) => [path, rule])) + '\\n');
writeSync(1, JSON.stringify(lockstep.rules.find(({ id }) => id === 'missing-step').url) + '\\n');
`;
    writeInto(installed.folder, 'script.mjs', script);
    rmSync(join(installed.folder, 'node_modules/.cache'), { recursive: true, force: true });
    const { stdout, stderr, status } = run(installed.folder, process.execPath, ['script.mjs']);
    expect([stderr, status]).toEqual(['', 0]);
    const [imported, findings, url] = stdout
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(imported).toEqual({
      names: ['OperationalError', 'check', 'formatReport', 'loadSettings', 'pair', 'rules'],
      kept: false,
    });
    expect(findings).toEqual([
      ['docs/de/Größen/größe.md', 'changed-number'],
      ['docs/de/Größen/überblick.md', 'missing-step'],
    ]);
    expect(readFileSync(new URL(String(url)), 'utf8')).toContain('\n## missing-step\n');
  });

  it('is a plugin of remark-cli, whose reporter prints what is found', () => {
    const { folder } = installed;
    const settings = { sourceLocale: 'en', pages: ['docs/{path}.md', 'docs/{locale}/{path}.md'] };
    writeInto(folder, 'lockstep.config.json', JSON.stringify(settings));
    const remark = join(import.meta.dirname, '../../node_modules/remark-cli/cli.js');
    const args = ['docs', '--use', 'lockstep/remark', '--frail', '--quiet', '--no-color'];
    const { stdout, stderr, status } = run(folder, process.execPath, [remark, ...args]);
    expect(stdout).toBe('');
    expect(stderr).toMatch(
      /^docs\/de\/Größen\/größe\.md\n3:25-3:27 +error +Number is `20 MB`.* changed-number +lockstep\n/,
    );
    expect(stderr).toMatch(/\n3:26 +error +Step `Run customers add\.`.* missing-step +lockstep\n/);
    expect(status).toBe(1);
  });

  it('has types that a strict project can use without those of other packages', () => {
    const { folder } = installed;
    writeInto(
      folder,
      'script.mts',
      `import remarkLockstep, { type RemarkLockstepOptions } from 'lockstep/remark';
import { check, type Finding, OperationalError, pair, type Settings } from 'lockstep';
const settings: Settings = { sourceLocale: 'en', pages: 'docs/{locale}/{path}.md', rules: { 'stray-space': 'off' } };
export const found: Promise<readonly Finding[]> = check(settings, { locales: ['de'] }).then(({ findings }) => findings);
export const line: number | undefined = pair('a', 'b').findings[0]?.range.start.line;
export const hint = (error: unknown): string => (error instanceof OperationalError ? error.hint : '');
export const plugin = (options: RemarkLockstepOptions): unknown => remarkLockstep(options);
// @ts-expect-error There is no such setting.
export const wrong: Settings = { sourceLocale: 'en', page: 'docs' };
// @ts-expect-error There is no such option.
export const unknown = check(settings, { path: 'docs' });
`,
    );
    const compilerOptions = {
      noEmit: true,
      strict: true,
      exactOptionalPropertyTypes: true,
      module: 'nodenext',
      types: [],
    };
    writeInto(folder, 'tsconfig.json', JSON.stringify({ compilerOptions, files: ['script.mts'] }));
    const tsc = join(import.meta.dirname, '../../node_modules/typescript/bin/tsc');
    expect(run(folder, process.execPath, [tsc])).toMatchObject({ stdout: '', stderr: '', status: 0 });
  });

  it('reads files of messages with packages that only such a run loads', () => {
    const { folder } = installed;
    writeInto(folder, 'messages.json', '{ "sourceLocale": "en", "messages": "app_{locale}.arb" }');
    writeInto(folder, 'app_en.arb', '{ "due": "{n, plural, one {# day} other {# days}}" }');
    writeInto(folder, 'app_ja.arb', '{ "due": "{n, plural, other {# 日}}" }');
    expect(npxLockstep(folder, ['check', '--config', 'messages.json'])).toMatchObject({
      stdout: 'Compared 2 files of messages: nothing to fix.\n',
      stderr: '',
      status: 0,
    });
  });

  it('serves an editor, with packages that no other command loads', async () => {
    const command = join(installed.folder, 'node_modules/lockstep/dist-cli/lockstep.js');
    const server = spawn(process.execPath, [command, 'lsp', '--stdio'], { cwd: installed.folder });
    const ended = once(server, 'exit');
    const connection = createProtocolConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    connection.listen();
    const answer = await connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: {},
    });
    expect(answer.serverInfo?.name).toBe('lockstep');
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    expect(await ended).toEqual([0, null]);
  });

  it('says which Node it needs where an older one runs it', () => {
    const command = join(installed.folder, 'node_modules/lockstep/dist-cli/lockstep.js');
    const older = [...nodesOnPath(), process.execPath].map((node) => {
      const { stdout } = run(installed.folder, node, ['--version']);
      return { node, isOld: Number(/^v(\d+)/.exec(stdout)?.[1]) < 22 };
    });
    const { node, isOld } = older.find((each) => each.isOld) ?? { node: process.execPath, isOld: false };
    // Where no older one is to be had, this one says that it is one.
    const disguise =
      'data:text/javascript,Object.defineProperty(process, "versions", { value: { ...process.versions, node: "20.20.2" } });';
    expect(
      run(installed.folder, node, [...(isOld ? [] : ['--import', disguise]), command, 'check']),
    ).toMatchObject({
      stdout: '',
      stderr: expect.stringMatching(
        /^lockstep: Lockstep needs Node 22\.18 or newer, and this is Node 20\.\d+\.\d+\.\n {2}Install a newer Node, or run the command with one\.\n$/,
      ),
      status: 2,
    });
  });

  it('says what is missing where its parser is not installed', () => {
    const { folder } = installed;
    const copy = join(folder, '../elsewhere');
    cpSync(join(folder, 'node_modules/lockstep/dist-cli'), copy, { recursive: true });
    writeInto(copy, 'package.json', '{ "type": "module" }');
    expect(run(copy, process.execPath, [join(copy, 'lockstep.js'), 'check'])).toMatchObject({
      stdout: '',
      stderr: expect.stringMatching(
        /^lockstep: The checker could not be loaded: Cannot find package 'satteri'.*\n {2}Install .*\n$/,
      ),
      status: 2,
    });
  });
});

function run(folder: string, program: string, args: readonly string[]) {
  return spawnSync(program, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
}

function nodesOnPath(): readonly string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders
    .map((folder) => join(folder, 'node'))
    .filter((node) => run('.', node, ['--version']).status === 0);
}
