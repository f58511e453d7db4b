import { type StdioOptions, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { blobId } from '../../../scripts/checker/history/blob-id.ts';
import { reportJsonSchema } from '../../../scripts/checker/report/report-json-schema.ts';
import { type Report, reportSchema } from '../../../src/domain/report/report.ts';
import { tellHistory } from '../history/git-story.ts';
import { temporaryFolder, writeInto } from '../temporary-folder.ts';
import { garbledPage, pages, project, settings } from './pages.ts';
import { entry, runLockstep, spawnLockstep } from './run-lockstep.ts';

describe('lockstep check', () => {
  it('finds nothing on pages that are in step', async () => {
    expect(spawnLockstep(temporaryFolder(project), ['check'])).toEqual({
      stdout: 'Compared 2 translations with their sources: nothing to fix.\n',
      stderr: '',
      code: 0,
    });
  });

  it('shows a finding with its place and help, and exits with 1', async () => {
    const folder = temporaryFolder({ ...project, 'content/sv-SE/add.md': garbledPage });
    const { stdout, stderr, code } = spawnLockstep(folder, ['check']);
    expect(stdout).toContain('content/sv-SE/add.md:7:4-7:9  error mojibake');
    expect(stdout).toContain('7 │ 1. VÃ¤lj **Kunder**.');
    expect(stdout).toMatch(/help: .*Välj/);
    expect(stdout).toMatch(/1 error\.\n$/);
    expect(stderr).toBe('');
    expect(code).toBe(1);
  });

  it('prints JSON that fits the schema, the same every time', async () => {
    const folder = temporaryFolder({ ...project, 'content/sv-SE/add.md': garbledPage });
    const { stdout, code } = await runLockstep(folder, ['check', '--format', 'json']);
    const report = reportSchema.parse(JSON.parse(stdout));
    expect(new Ajv({ allErrors: true }).compile(reportJsonSchema())(report)).toBe(true);
    expect(report.summary).toMatchObject({ pages: 3, pairs: 2, errors: 1 });
    expect(report.pages.map(({ locale, state, source }) => [locale, state, source])).toEqual([
      ['en-US', 'source', null],
      ['sv-SE', 'unknown', 'content/en-US/add.md'],
      ['zh-CN', 'unknown', 'content/en-US/add.md'],
    ]);
    const [finding] = report.findings;
    const { start, end } = finding?.range ?? { start: { offset: 0 }, end: { offset: 0 } };
    expect(garbledPage.slice(start.offset, end.offset)).toBe('VÃ¤lj');
    expect(code).toBe(1);
    expect((await runLockstep(folder, ['check', '--format', 'json'])).stdout).toBe(stdout);
  });

  it('keeps fingerprints when lines move', async () => {
    const folder = temporaryFolder({ ...project, 'content/sv-SE/add.md': garbledPage });
    const before = (await readReport(folder)).findings.map((finding) => finding.fingerprint);
    const moved = garbledPage.replace('---\n\n#', '---\n\n\n\n#').replaceAll('\n', '\r\n');
    writeInto(folder, 'content/sv-SE/add.md', moved);
    expect((await readReport(folder)).findings.map((finding) => finding.fingerprint)).toEqual(before);
  });

  it('writes several formats, each to its place', async () => {
    const folder = temporaryFolder(project);
    const { stdout, stderr } = await runLockstep(folder, [
      'check',
      '--format',
      'json=out/report.json',
      '--format',
      'pretty',
    ]);
    expect(stdout).toMatch(/^Compared 2 translations/);
    expect(stderr).toBe('Wrote out/report.json.\n');
    expect(
      reportSchema.parse(JSON.parse(readFileSync(join(folder, 'out/report.json'), 'utf8'))).version,
    ).toBe(1);
  });

  it('writes to a file whose name holds a comma', async () => {
    const folder = temporaryFolder(project);
    expect((await runLockstep(folder, ['check', '--format=json=a,b.json'])).code).toBe(0);
    expect(existsSync(join(folder, 'a,b.json'))).toBe(true);
  });

  it('fails from the severity on that was asked for', async () => {
    const folder = temporaryFolder({
      ...project,
      'content/sv-SE/old.md': '# Gammal sida\n',
    });
    expect((await runLockstep(folder, ['check', '--rule', 'orphan-page'])).code).toBe(0);
    expect((await runLockstep(folder, ['check', '--rule', 'orphan-page', '--fail-on', 'warning'])).code).toBe(
      1,
    );
    expect((await runLockstep(folder, ['check', '--rule=mojibake', '--fail-on=note'])).code).toBe(0);
  });

  it('follows the settings on severities, and on pages that a rule leaves alone', async () => {
    const folder = temporaryFolder({ ...project, 'content/sv-SE/add.md': garbledPage });
    const severities = async (rules: unknown): Promise<readonly string[]> => {
      writeInto(folder, 'lockstep.config.json', JSON.stringify({ ...settings, rules }));
      return (await readReport(folder)).findings.map((finding) => finding.severity);
    };
    expect(await severities({ mojibake: 'note' })).toEqual(['note']);
    expect(await severities({ mojibake: 'off' })).toEqual([]);
    expect(await severities({ mojibake: { severity: 'warning' } })).toEqual(['warning']);
    expect(await severities({ mojibake: { ignore: ['content/sv-SE/**'] } })).toEqual([]);
    expect(await severities({ mojibake: { ignore: ['content/zh-CN/**'] } })).toEqual(['error']);
  });

  it('reports only the pages and locales that were asked about', async () => {
    const folder = temporaryFolder({
      ...project,
      'content/sv-SE/add.md': garbledPage,
      'content/en-US/next/submit.md': '# Submit the customer\n',
      'content/sv-SE/next/submit.md': '# Skicka kunden\n',
      'content/zh-CN/next/submit.md': '# 提交客户\n',
    });
    const pathsFor = async (...args: string[]): Promise<readonly string[]> =>
      reportSchema
        .parse(JSON.parse((await runLockstep(folder, ['check', '--format=json', ...args])).stdout))
        .pages.map((page) => page.path);
    expect(await pathsFor('content/sv-SE/next')).toEqual([
      'content/en-US/next/submit.md',
      'content/sv-SE/next/submit.md',
    ]);
    expect(await pathsFor('content/en-US/add.md')).toEqual([
      'content/en-US/add.md',
      'content/sv-SE/add.md',
      'content/zh-CN/add.md',
    ]);
    expect(await pathsFor('--locale', 'zh_cn', join(folder, 'content'))).toEqual([
      'content/en-US/add.md',
      'content/en-US/next/submit.md',
      'content/zh-CN/add.md',
      'content/zh-CN/next/submit.md',
    ]);
    expect((await runLockstep(folder, ['check', '--locale', 'zh-CN'])).code).toBe(0);
    expect((await runLockstep(folder, ['check', '--locale', 'zh-CN,sv'])).code).toBe(1);
  });

  it('names a missing page where it would be', async () => {
    const folder = temporaryFolder({ ...project, 'content/en-US/next.md': '# Next steps\n' });
    const { stdout, code } = await runLockstep(folder, ['check']);
    expect(stdout).toContain('content/sv-SE/next.md:1:1  error missing-page');
    expect(stdout).toContain('content/zh-CN/next.md:1:1  error missing-page');
    expect(code).toBe(1);
  });

  it('says what is broken in one page and still checks the others', async () => {
    const folder = temporaryFolder({
      ...project,
      'content/sv-SE/add.md': Buffer.from(pages['content/sv-SE/add.md'], 'latin1'),
      'content/ru-RU/add.md': '---\ntitle: Добавление клиента\n\n# Добавление клиента\n',
      'content/pt-BR/add.md': '',
      'content/ja-JP/add.md': Buffer.from('\uFEFF# 顧客\n', 'utf16le'),
    });
    mkdirSync(join(folder, 'content/zh-TW/add.md'), { recursive: true });
    const report = await readReport(folder);
    const unreadable = report.findings.filter((finding) => finding.rule === 'unreadable-page');
    expect(unreadable.map(({ path, message }) => `${path}: ${message}`)).toEqual([
      'content/ja-JP/add.md: The file is UTF-16 (little endian), not UTF-8',
      'content/pt-BR/add.md: The file is empty',
      expect.stringMatching(
        /^content\/ru-RU\/add\.md: The front matter opens with `---` but is never closed/,
      ),
      'content/sv-SE/add.md: The file is not valid UTF-8: byte `E4` at offset 12',
    ]);
    expect(report.pages.find((page) => page.locale === 'zh-CN')?.state).toBe('unknown');
    expect(report.summary.pairs).toBe(2);
  });

  it('quotes no escape sequence of a page', async () => {
    const folder = temporaryFolder({
      ...project,
      'content/sv-SE/add.md': garbledPage.replace('Kunder', 'Kun\u001B[31mder'),
    });
    expect((await runLockstep(folder, ['check'])).stdout).not.toContain('\u001B');
  });

  it('colours only where it was asked to', async () => {
    const folder = temporaryFolder(project);
    writeInto(folder, 'content/sv-SE/add.md', garbledPage);
    expect(spawnLockstep(folder, ['check']).stdout).not.toContain('\u001B');
    expect(spawnLockstep(folder, ['check'], { FORCE_COLOR: '1' }).stdout).toContain('\u001B[31merror');
    expect(spawnLockstep(folder, ['check'], { FORCE_COLOR: '1', NO_COLOR: '1' }).stdout).not.toContain(
      '\u001B',
    );
  });

  it.each(['json', 'html', 'pretty'])('gives a slow reader all of a long report in %s', async (format) => {
    const folder = manyPages();
    const { stdout: whole } = await runLockstep(folder, ['check', `--format=${format}`]);
    const child = spawn(process.execPath, [entry, 'check', `--format=${format}`], { cwd: folder });
    let read = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      read += chunk;
      child.stdout.pause();
      setImmediate(() => child.stdout.resume());
    });
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(1);
    expect(whole.length).toBeGreaterThan(65_536);
    expect(read).toBe(whole);
  });

  it('does not mind a reader who leaves early', async () => {
    const folder = manyPages();
    const child = spawn(process.execPath, [entry, 'check', '--format=json'], { cwd: folder });
    const errors: Buffer[] = [];
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(Buffer.concat(errors).toString()).toBe('');
    expect(code).toBe(1);
  });
});

describe.skipIf(!existsSync('/dev/full'))('lockstep check on a full disk', () => {
  it('says that it could not print', () => {
    const stdio: StdioOptions = ['ignore', openSync('/dev/full', 'w'), 'pipe'];
    const { stderr, status } = spawnSync(process.execPath, [entry, 'check'], {
      cwd: temporaryFolder(project),
      stdio,
    });
    expect(stderr.toString()).toMatch(/^lockstep: Could not print: ENOSPC.*\n$/);
    expect(status).toBe(2);
  });

  it('prints the report where nothing else can be printed', () => {
    const stdio: StdioOptions = ['ignore', 'pipe', openSync('/dev/full', 'w')];
    const { stdout, status } = spawnSync(process.execPath, [entry, 'check', 'content', '--verbose'], {
      cwd: temporaryFolder(project),
      stdio,
    });
    expect(stdout.toString()).toBe('Compared 2 translations with their sources: nothing to fix.\n');
    expect(status).toBe(0);
  });

  it('writes into what is no file where it stands', () => {
    const folder = temporaryFolder(project);
    const { stdout, stderr, code } = spawnLockstep(folder, [
      'check',
      '--format=json=/dev/full',
      '--format=pretty',
    ]);
    expect(stdout).toBe('Compared 2 translations with their sources: nothing to fix.\n');
    expect(stderr).toMatch(/^lockstep: Could not write the report to `\/dev\/full`: the disk is full\.\n/);
    expect(code).toBe(2);
  });
});

describe('lockstep check with source revisions', () => {
  it('judges a page against the text it was made from, and says that the source went on', async () => {
    const folder = await repository();
    const longer = pages['content/en-US/add.md'].replace('2. Select', '2. Choose your role.\n3. Select');
    writeInto(folder, 'content/en-US/add.md', longer);
    const report = await readReport(folder);
    expect(report.pages.map((page) => page.state)).toEqual(['source', 'behind', 'behind']);
    expect(report.findings.map(({ rule, severity, path }) => [rule, severity, path])).toEqual([
      ['stale-page', 'warning', 'content/sv-SE/add.md'],
      ['stale-page', 'warning', 'content/zh-CN/add.md'],
    ]);
    expect(report.findings[0]).toMatchObject({
      message: 'The source has changed since this was translated: 1 step added',
      range: { start: { line: 3, column: 9 } },
      related: [{ label: 'first change in the source', range: { start: { line: 8 } } }],
      data: { changedLines: 2 },
    });
    expect(report.notCompared).toEqual([]);
  });

  it('names the commit from which on the source has changed, unless the change is not committed yet', async () => {
    const folder = await repository();
    writeInto(folder, 'content/en-US/add.md', `${pages['content/en-US/add.md']}\nThat is all.\n`);
    const messageOf = async (): Promise<string | undefined> =>
      (await readReport(folder)).findings[0]?.message;
    expect(await messageOf()).toMatch(/: 1 paragraph added$/);
    git(folder, 'commit', '--quiet', '--all', '--message=End the page');
    expect(await messageOf()).toMatch(/: 1 paragraph added since [0-9-]+ \([0-9a-f]{7,}\)$/);
  });

  it('says that it goes by history, and is less sure, where a page has no pin', async () => {
    const source = pages['content/en-US/add.md'];
    const folder = tellHistory([
      { files: { 'content/en-US/add.md': source } },
      { files: { 'content/sv-SE/add.md': pages['content/sv-SE/add.md'] } },
      { files: { 'content/en-US/add.md': `${source}\nThat is all.\n` } },
    ]);
    const { sourceLocale, pages: patterns } = settings;
    const sourceRevision = { history: true };
    writeInto(
      folder,
      'lockstep.config.json',
      JSON.stringify({ sourceLocale, pages: patterns, sourceRevision }),
    );
    const { findings } = await readReport(folder);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      rule: 'stale-page',
      confidence: 0.8,
      help: 'Bring the page up to date, then commit it.',
    });
    expect(findings[0]?.message).toMatch(
      /^The source has changed since this was translated, as far as its history in git tells: 1 paragraph added since 2026-03-03 /,
    );
    expect(findings[0]?.data).toMatchObject({ known: 'history', commitsBehind: 1 });
  });

  it('takes a change of form alone for a note that asks for a stamp', async () => {
    const folder = await repository();
    const page = pages['content/en-US/add.md'].replaceAll('**', '__').replaceAll(/(?<=\d)\./g, ')');
    writeInto(folder, 'content/en-US/add.md', page);
    const { findings } = await readReport(folder);
    expect(findings.map(({ rule, severity, message }) => [rule, severity, message])).toEqual([
      ['stale-page', 'note', 'Only the form of the source has changed since this was translated'],
      ['stale-page', 'note', 'Only the form of the source has changed since this was translated'],
    ]);
    expect(findings[0]?.help).toBe(
      'Run `lockstep stamp content/sv-SE/add.md`; there is nothing to translate.',
    );
  });

  it('includes in the JSON report how pages are aligned and what changed in their source', async () => {
    const folder = await repository();
    const changed = pages['content/en-US/add.md'].replace('Add customer', 'New customer');
    writeInto(folder, 'content/en-US/add.md', changed);
    const args = ['check', '--format', 'json', '--include'];
    const { stdout } = await runLockstep(folder, [...args, 'alignment,drift']);
    const report = JSON.parse(stdout) as Report;
    expect(new Ajv({ allErrors: true }).compile(reportJsonSchema())(report)).toBe(true);
    const page = report.pages.find(({ locale }) => locale === 'sv-SE');
    expect(page?.alignment?.pairs.at(-1)).toMatchObject({
      kind: 'step',
      verdict: 'same',
      source: [{ start: { line: 9 } }],
      translation: [{ start: { line: 10 } }],
    });
    expect(page?.drift).toMatchObject({
      pin: blobId(pages['content/en-US/add.md']),
      known: 'pin',
      revision: blobId(pages['content/en-US/add.md']),
      cosmetic: false,
      summary: { changed: 1, blocks: 1, wordsAdded: 1, wordsRemoved: 1, text: '1 step changed' },
      changes: [
        {
          kind: 'changed',
          node: 'step',
          step: 2,
          section: { heading: 'Add a new customer', level: 1, anchor: null },
          words: [
            { kind: 'kept', text: 'Select ' },
            { kind: 'removed', text: 'Add' },
            { kind: 'added', text: 'New' },
            { kind: 'kept', text: ' customer.' },
          ],
          range: { start: { line: 8 } },
          before: { start: { line: 8 } },
          translation: { start: { line: 9 } },
          inTranslation: false,
        },
      ],
    });
    const { stdout: cached } = await runLockstep(folder, [...args, 'drift']);
    expect((JSON.parse(cached) as Report).pages.some((each) => 'alignment' in each)).toBe(false);
    const { stdout: bare } = await runLockstep(folder, ['check', '--format', 'json']);
    expect((JSON.parse(bare) as Report).pages.some((each) => 'drift' in each)).toBe(false);
  });

  it('says so where the pin is the id of another page', async () => {
    const folder = temporaryFolder({
      ...project,
      'content/en-US/next.md': '# Next steps\n\nAsk the customer to sign in.\n',
      'content/sv-SE/next.md': `---\nsource: ${blobId(pages['content/en-US/add.md'])}\n---\n\n# Nästa steg\n\nBe kunden logga in.\n`,
      'content/zh-CN/next.md': '# 后续步骤\n\n请客户登录。\n',
    });
    git(folder, 'init', '--quiet');
    git(folder, 'add', '.');
    const { findings, notCompared, pages: reported } = await readReport(folder);
    expect(findings).toEqual([]);
    expect(reported.find((page) => page.path === 'content/sv-SE/next.md')?.state).toBe('unknown');
    expect(notCompared.map(({ reason }) => reason)).toEqual([
      'Its front matter `source` is the id of another page, `content/en-US/add.md`, so it is unknown which text of `content/en-US/next.md` it was made from.',
    ]);
  });

  it('reads a pin of digits alone as it is written', async () => {
    const folder = await repository();
    const swedish = readFileSync(join(folder, 'content/sv-SE/add.md'), 'utf8');
    writeInto(folder, 'content/sv-SE/add.md', swedish.replace(/source: .*/, `source: ${'0'.repeat(40)}`));
    const report = await readReport(folder);
    expect(report.pages.find((page) => page.locale === 'sv-SE')?.state).toBe('behind');
    expect(report.notCompared[0]?.reason).toMatch(/Git knows no text of it by the id `0000000`\.$/);
  });

  it('says why the old text is not to be had', async () => {
    const folder = await repository();
    rmSync(join(folder, '.git'), { recursive: true });
    writeInto(folder, 'content/en-US/add.md', `${pages['content/en-US/add.md']}\nThat is all.\n`);
    const { findings, notCompared } = await readReport(folder);
    expect(findings.find((finding) => finding.rule === 'stale-page')).toMatchObject({
      message: 'The source has changed since this was translated',
      related: [{ label: 'the source' }],
    });
    expect(notCompared.map(({ path, reason }) => `${path}: ${reason}`)).toEqual([
      expect.stringMatching(
        /^content\/sv-SE\/add\.md: .*not available.* This folder is in no git repository\.$/,
      ),
      expect.stringMatching(/^content\/zh-CN\/add\.md: /),
    ]);
  });

  it('names a pin that is no git id', async () => {
    const folder = temporaryFolder(project);
    const swedish = pages['content/sv-SE/add.md'].replace('---\n\n', 'source: last spring\n---\n\n');
    writeInto(folder, 'content/sv-SE/add.md', swedish);
    const report = await readReport(folder);
    expect(report.pages.find((page) => page.locale === 'sv-SE')?.state).toBe('unknown');
    expect(report.notCompared[0]?.reason).toContain('`last spring`, which is neither a git id');
  });
});

/** A project of so many pages that no pipe holds the report on it. */
function manyPages(): string {
  const folder = temporaryFolder(project);
  for (let page = 0; page < 200; page++)
    writeInto(folder, `content/en-US/extra/${page}.md`, `# Page ${page}\n`);
  return folder;
}

async function readReport(folder: string): Promise<Report> {
  return reportSchema.parse(JSON.parse((await runLockstep(folder, ['check', '--format=json'])).stdout));
}

/** The project in a git repository, its translations stamped. */
async function repository(): Promise<string> {
  const folder = temporaryFolder(project);
  expect((await runLockstep(folder, ['stamp', 'content'])).code).toBe(0);
  git(folder, 'init', '--quiet');
  git(folder, 'add', '.');
  git(folder, 'commit', '--quiet', '--message=Write the pages');
  return folder;
}

function git(folder: string, ...args: string[]): void {
  spawnSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', ...args], { cwd: folder });
}
