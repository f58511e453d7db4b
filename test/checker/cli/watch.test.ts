import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { temporaryFolder, writeInto } from '../temporary-folder.ts';
import { garbledPage, pages, project } from './pages.ts';
import { entry, runLockstep } from './run-lockstep.ts';

it('reports again when a page changes, says what came and went, and ends when it is interrupted', async () => {
  const folder = temporaryFolder(project);
  const watch = startWatch(folder);
  await watch.until('Watching for changes; Ctrl+C ends.\n');
  expect(watch.stdout()).toBe('Compared 2 translations with their sources: nothing to fix.\n');

  writeInto(folder, 'content/sv-SE/add.md', garbledPage);
  await watch.until('+1 −0: content/sv-SE/add.md\n', '1 error.\n');
  expect(watch.stdout()).toContain('content/sv-SE/add.md:7:4-7:9  error mojibake');

  // Many editors write a file of another name, and put it into the place of the first.
  writeInto(folder, 'content/sv-SE/add.md~', pages['content/sv-SE/add.md']);
  renameSync(join(folder, 'content/sv-SE/add.md~'), join(folder, 'content/sv-SE/add.md'));
  await watch.until('+0 −1: content/sv-SE/add.md\n', 'nothing to fix.\n');

  expect(await watch.interrupt()).toBe(130);
});

it('takes a burst for one change', async () => {
  const sources = Object.fromEntries(
    Object.keys(sixtyPages('')).map((path) => [
      path.replace('sv-SE', 'en-US'),
      pages['content/en-US/add.md'],
    ]),
  );
  const folder = temporaryFolder({ ...project, ...sources, ...sixtyPages(pages['content/sv-SE/add.md']) });
  const watch = startWatch(folder, '--rule', 'mojibake');
  await watch.until('Watching');
  // However slow the machine is, the watch hears of all of them at once.
  watch.pause();
  for (const [path, text] of Object.entries(sixtyPages(garbledPage))) writeInto(folder, path, text);
  watch.resume();
  await watch.until(/^\+60 −0: .+ and 57 more$/m, '60 errors.\n');
  expect(await watch.interrupt()).toBe(130);
});

it('sees pages in folders that come, go and come again', async () => {
  const folder = temporaryFolder(project);
  const watch = startWatch(folder, '--rule', 'orphan-page,mojibake');
  await watch.until('Watching');
  mkdirSync(join(folder, 'content/sv-SE/more'));
  writeInto(folder, 'content/sv-SE/more/old.md', '# Gammalt\n');
  await watch.until('content/sv-SE/more/old.md:1:1  warning orphan-page');
  rmSync(join(folder, 'content/sv-SE/more'), { recursive: true });
  await watch.until('+0 −1', 'nothing to fix.\n');
  writeInto(folder, 'content/sv-SE/more/new.md', '# Nytt\n');
  await watch.until('content/sv-SE/more/new.md:1:1  warning orphan-page');
  writeInto(folder, 'content/sv-SE/more/new.md', '# Nytt\n\nVÃ¤lj.\n');
  await watch.until('content/sv-SE/more/new.md:3:1-3:6  error mojibake');
  expect(await watch.interrupt()).toBe(130);
});

it('prints what is wrong with settings and glossary meanwhile, and goes on when it is mended', async () => {
  const settings = { ...JSON.parse(project['lockstep.config.json']), glossary: 'terms/glossary.json' };
  const folder = temporaryFolder({
    ...project,
    'content/sv-SE/add.md': garbledPage,
    'lockstep.config.json': JSON.stringify(settings),
    'terms/glossary.json': '{ "terms": [] }',
  });
  const watch = startWatch(folder);
  await watch.until('Watching');
  writeInto(folder, 'terms/glossary.json', '{ "terms": ');
  await watch.until('lockstep: Could not read the glossary `terms/glossary.json`');
  writeInto(folder, 'terms/glossary.json', '{ "terms": [] }');
  await watch.until('+0 −0: terms/glossary.json\n', '1 error.\n');
  writeInto(folder, 'lockstep.config.json', '{ "sourceLocale": ');
  await watch.until('lockstep: The settings could not be read as JSON.');
  writeInto(folder, 'lockstep.config.json', JSON.stringify({ ...settings, rules: { mojibake: 'off' } }));
  await watch.until('+0 −1: lockstep.config.json\n', 'nothing to fix.\n');
  expect(await watch.interrupt()).toBe(130);
});

it('follows settings that are code, labels and the baseline', async () => {
  const baseline = { version: 1, findings: {} };
  const folder = temporaryFolder({
    ...pages,
    'lockstep.config.mjs': settingsCode(''),
    'base.json': JSON.stringify(baseline),
    'ui/en-US.json': '{ "customers": "Customers" }',
    'ui/sv-SE.json': '{ "customers": "Kunder" }',
    'ui/zh-CN.json': '{ "customers": "客户" }',
  });
  const watch = startWatch(
    folder,
    '--rule',
    'untranslated-label,unknown-label,mojibake',
    '--format',
    'json=out/report.json',
  );
  await watch.until('Watching');
  const found = (): readonly { rule: string; fingerprint: string }[] =>
    JSON.parse(readFileSync(join(folder, 'out/report.json'), 'utf8')).findings;
  const before = found().length;
  writeInto(folder, 'content/sv-SE/add.md', garbledPage);
  await watch.until(/\+\d+ −\d+: content\/sv-SE\/add.md\n/, 'Wrote out/report.json.\n');
  const garbled = found().find(({ rule }) => rule === 'mojibake');
  expect(garbled).toBeDefined();
  const listed = { 'content/sv-SE/add.md': { mojibake: [garbled?.fingerprint] } };
  writeInto(folder, 'base.json', JSON.stringify({ ...baseline, findings: listed }));
  await watch.until('+0 −1: base.json\n', 'Wrote out/report.json.\n');
  expect(found().map(({ rule }) => rule)).not.toContain('mojibake');
  writeInto(folder, 'ui/sv-SE.json', '{ "customers": "Kunderna" }');
  await watch.until(': ui/sv-SE.json\n', 'Wrote out/report.json.\n');
  expect(found().length).toBeGreaterThan(before);
  writeInto(folder, 'lockstep.config.mjs', settingsCode("ignore: ['**/zh-CN/**']"));
  await watch.until(': lockstep.config.mjs\n', 'Wrote out/report.json.\n');
  expect(readFileSync(join(folder, 'out/report.json'), 'utf8')).not.toContain('content/zh-CN/add.md');
  expect(await watch.interrupt()).toBe(130);
});

it('ends where the settings cannot be read at first', async () => {
  expect(await runLockstep(temporaryFolder(), ['check', '--watch'])).toMatchObject({
    stdout: '',
    stderr: expect.stringContaining('There are no settings here'),
    code: 2,
  });
});

function sixtyPages(text: string): Record<string, string> {
  const paths = Array.from({ length: 60 }, (_, at) => `content/sv-SE/part/page-${at}.md`);
  return Object.fromEntries(paths.map((path) => [path, text]));
}

function settingsCode(more: string): string {
  return `export default { sourceLocale: 'en-US', pages: 'content/{locale}/{path}.md', baseline: 'base.json', labels: 'ui/{locale}.json', ${more} };\n`;
}

/** A watch in a process of its own, and what it prints. */
interface RunningWatch {
  readonly stdout: () => string;
  /** Resolves when it has printed each of these, in this order, after what was waited for before. */
  readonly until: (...texts: readonly (string | RegExp)[]) => Promise<void>;
  readonly pause: () => void;
  readonly resume: () => void;
  /** Sends what Ctrl+C sends, and gives back the exit code. */
  readonly interrupt: () => Promise<number | null>;
}

function startWatch(folder: string, ...args: readonly string[]): RunningWatch {
  const child: ChildProcess = spawn(process.execPath, [entry, 'check', '--watch', '--no-cache', ...args], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '' },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = new Promise<number | null>((done) => child.once('close', done));
  let stdout = '';
  let all = '';
  let at = 0;
  let wake: (() => void) | undefined;
  const hear = (chunk: Buffer): void => {
    all += chunk.toString();
    wake?.();
  };
  child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  const endOf = (text: string | RegExp): number => {
    const rest = all.slice(at);
    if (typeof text === 'string') return rest.includes(text) ? rest.indexOf(text) + text.length : -1;
    const match = text.exec(rest);
    return match === null ? -1 : match.index + match[0].length;
  };
  return {
    stdout: () => stdout,
    until: async (...texts) => {
      for (const text of texts) {
        for (let end = endOf(text); ; end = endOf(text)) {
          if (end !== -1) {
            at += end;
            break;
          }
          const isOver = await Promise.race([
            new Promise<false>((go) => {
              wake = () => go(false);
            }),
            ended.then(() => true as const),
          ]);
          if (isOver && endOf(text) === -1) throw new Error(`It ended without \`${text}\`:\n${all}`);
        }
      }
    },
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
    interrupt: () => {
      child.kill('SIGINT');
      return ended;
    },
  };
}
