import { chownSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { blobId } from '../../../scripts/checker/history/blob-id.ts';
import type { Report } from '../../../src/domain/report/report.ts';
import { commitAll, git, gitRepository } from '../git-repository.ts';
import { temporaryFolder, writeInto } from '../temporary-folder.ts';
import { garbledPage, pages, project, settings } from './pages.ts';
import { runLockstep } from './run-lockstep.ts';

const path = 'content/sv-SE/add.md';
const backlog = { ...project, [path]: garbledPage, '.gitignore': '.lockstep-cache/\n' };

describe('check --base', () => {
  it('holds back what was there, and reports what the change added', async () => {
    const folder = gitRepository(backlog);
    const base = git(folder, ['rev-parse', '--short=7', 'HEAD']);
    expect(await runLockstep(folder, ['check', '--base', 'main'])).toEqual({
      stdout: 'Compared 2 translations with their sources: 1 suppressed finding.\n',
      stderr: `Held back 1 finding that was there as of \`main\` (merge base ${base}).\n`,
      code: 0,
    });
    writeInto(folder, path, garbledPage.replace('2. Välj', '2. VÃ¤lj'));
    expect(await newFindings(folder)).toEqual(['content/sv-SE/add.md:8 mojibake']);
    commitAll(folder, 'Garble one more');
    expect(await newFindings(folder, 'HEAD~1')).toEqual(['content/sv-SE/add.md:8 mojibake']);
    expect(await newFindings(folder, 'HEAD')).toEqual([]);
  });

  it('compares with the merge base, so that what others did since is no part of the change', async () => {
    const folder = gitRepository(backlog);
    git(folder, ['switch', '--quiet', '--create', 'work']);
    writeInto(folder, path, garbledPage.replace('2. Välj', '2. VÃ¤lj'));
    commitAll(folder, 'Garble one more');
    git(folder, ['switch', '--quiet', 'main']);
    writeInto(folder, path, pages[path]);
    commitAll(folder, 'Mend what was garbled');
    git(folder, ['switch', '--quiet', 'work']);
    expect(await newFindings(folder, 'main')).toEqual(['content/sv-SE/add.md:8 mojibake']);
  });

  it('knows a finding again after lines moved, neighbours were reworded and the page was renamed', async () => {
    const folder = gitRepository(backlog);
    const moved = garbledPage
      .replace('# Lägg till en ny kund', 'Så här gör du.\n\n# Lägg till ännu en kund')
      .replace('VÃ¤lj **Kunder**', 'VÃ¤lj först **Kunder**');
    // Neither move is added, so that git knows nothing of the new names.
    for (const locale of ['en-US', 'sv-SE', 'zh-CN']) {
      renameSync(join(folder, `content/${locale}/add.md`), join(folder, `content/${locale}/new.md`));
    }
    writeInto(folder, 'content/sv-SE/new.md', moved);
    expect(await newFindings(folder, 'main', ['--rule', 'mojibake'])).toEqual([]);
    commitAll(folder, 'Rename');
    expect(await newFindings(folder, 'HEAD~1', ['--rule', 'mojibake'])).toEqual([]);
  });

  it('reports the added one of three equal faults, wherever it stands', async () => {
    const twice = garbledPage.replace('2. Välj', '2. VÃ¤lj');
    const folder = gitRepository({ ...backlog, [path]: twice });
    writeInto(folder, path, twice.replace('1. VÃ¤lj', 'VÃ¤lj detta först.\n\n1. VÃ¤lj'));
    expect(await newFindings(folder, 'main', ['--rule', 'mojibake'])).toEqual([
      'content/sv-SE/add.md:7 mojibake',
    ]);
  });

  it('reports a translation that falls behind because the change was made to its source', async () => {
    const source = pages['content/en-US/add.md'];
    const pinned = pages[path].replace('---\n', `---\nsource: ${blobId(source)}\n`);
    const folder = gitRepository({ ...project, [path]: pinned });
    expect(await newFindings(folder)).toEqual([]);
    writeInto(folder, 'content/en-US/add.md', source.replace('**Customers**', '**All customers**'));
    expect(await newFindings(folder)).toEqual(['content/sv-SE/add.md:2 stale-page']);
    commitAll(folder, 'Change the source');
    expect(await newFindings(folder, 'HEAD~1')).toEqual(['content/sv-SE/add.md:2 stale-page']);
    writeInto(folder, path, pinned.replace('# Lägg till en', '# Lägg till ännu en'));
    expect(await newFindings(folder, 'HEAD')).toEqual([]);
  });

  it('reports a translation that falls behind in history, where pins are not written', async () => {
    const history = { ...settings, sourceRevision: { history: true } };
    const folder = gitRepository({
      ...project,
      'lockstep.config.json': JSON.stringify(history),
      '.gitignore': '.lockstep-cache/\n',
    });
    const before = git(folder, ['rev-parse', 'HEAD']);
    const source = pages['content/en-US/add.md'];
    writeInto(folder, 'content/en-US/add.md', source.replace('**Customers**', '**All customers**'));
    commitAll(folder, 'Change the source', '2026-04-05T06:07:08Z');
    const added = await newFindings(folder, before, ['--rule', 'stale-page']);
    expect(added.map((each) => each.replace(/:\d+/, ''))).toEqual([
      'content/sv-SE/add.md stale-page',
      'content/zh-CN/add.md stale-page',
    ]);
    expect(await newFindings(folder, 'HEAD', ['--rule', 'stale-page'])).toEqual([]);
  });

  it('reports a step that the change added to the source alone, and not the one that was missing already', async () => {
    const source = pages['content/en-US/add.md'];
    const short = pages[path].replace('2. Välj **Lägg till kund**.\n3.', '2.');
    const folder = gitRepository({ ...project, [path]: short });
    writeInto(folder, 'content/en-US/add.md', `${source}4. Select **Review** and then **Confirm**.\n`);
    const { findings } = await reportOf(folder, 'main', ['--rule', 'missing-step', '--locale', 'sv-SE']);
    expect(findings.map(({ message }) => message)).toEqual([
      'Step `Select Review and then Confirm.` has no counterpart',
    ]);
    writeInto(folder, 'content/en-US/add.md', source.replace('**Add customer**', '**Add customer** now'));
    expect(await newFindings(folder, 'main', ['--rule', 'missing-step', '--locale', 'sv-SE'])).toEqual([]);
  });

  it('reports a list that lacks more than it lacked', async () => {
    const folder = gitRepository({
      'lockstep.config.json': project['lockstep.config.json'],
      'content/en-US/a.md':
        '# Countries\n\nThe ID is needed in Brazil, India, Norway, Poland, South Africa and Turkey.\n',
      'content/sv-SE/a.md': swedishList('Brasilien, Norge, Polen, Sydafrika och Turkiet'),
    });
    const rule = ['--rule', 'missing-country'];
    expect((await reportOf(folder, 'HEAD', rule)).summary.suppressed).toBe(1);
    writeInto(folder, 'content/sv-SE/a.md', swedishList('Brasilien, Polen, Sydafrika och Turkiet'));
    const { findings } = await reportOf(folder, 'HEAD', rule);
    expect(findings.map(({ data }) => data['countries'])).toEqual([['IN', 'NO']]);
  });

  it('holds a new link against pages as they are, and an old one against pages as they were', async () => {
    const folder = gitRepository({
      ...backlog,
      'content/en-US/other.md': '# Other\n\nSee [the page](add.md#nowhere).\n',
      'content/sv-SE/other.md': '# Andra\n\nSe [sidan](add.md#lägg-till-en-ny-kund).\n',
      'content/zh-CN/other.md': '# 其他\n\n请参阅[页面](add.md)。\n',
    });
    const links = ['--rule', 'broken-anchor,broken-link'];
    expect(await newFindings(folder, 'main', links)).toEqual([]);
    // The page that is linked to changes, and the pages with the links stay as they are.
    writeInto(folder, path, garbledPage.replace('# Lägg till en ny', '# Lägg till ännu en'));
    expect(await newFindings(folder, 'main', links)).toEqual(['content/sv-SE/other.md:3 broken-anchor']);
  });

  it('reports the same with and without kept results, and keeps both states', async () => {
    const folder = gitRepository(backlog);
    writeInto(folder, path, garbledPage.replace('2. Välj', '2. VÃ¤lj'));
    const [fresh] = [await runLockstep(folder, ['check', '--base', 'main', '--no-cache'])];
    for (let run = 0; run < 2; run++) {
      expect(await runLockstep(folder, ['check', '--base', 'main'])).toEqual(fresh);
    }
    const cache = join(folder, '.lockstep-cache');
    const kept = readdirSync(cache).find((name) => name.endsWith('.results')) ?? '';
    expect(readFileSync(join(cache, kept), 'utf8').trimEnd().split('\n')).toHaveLength(2);
  });

  it('takes the baseline beside the base', async () => {
    const folder = gitRepository(backlog);
    writeInto(folder, path, garbledPage.replace('2. Välj', '2. VÃ¤lj'));
    await runLockstep(folder, ['baseline', '--output', 'known.json']);
    writeInto(folder, path, garbledPage.replace('2. Välj', '2. VÃ¤lj').replace('3. Ange', '3. VÃ¤lj'));
    const both = await runLockstep(folder, ['check', '--base', 'main', '--baseline', 'known.json']);
    expect(both.stderr).toBe(
      `Nothing was held back: no finding was there as of \`main\` (merge base ${git(folder, ['rev-parse', '--short=7', 'HEAD'])}).\n`,
    );
    expect(both.stdout).toMatch(/add\.md:9:.* mojibake/);
    expect(both.stdout).not.toMatch(/add\.md:[78]:/);
  });

  it('mends what is new alone', async () => {
    const folder = gitRepository(backlog);
    writeInto(folder, path, garbledPage.replace('2. Välj', '2. VÃ¤lj'));
    const { stderr, code } = await runLockstep(folder, ['check', '--base', 'main', '--fix']);
    expect(stderr).toContain('Fixed 1 finding in 1 file.');
    expect(code).toBe(0);
    expect(readFileSync(join(folder, path), 'utf8')).toBe(garbledPage);
  });

  it('narrows to locales, rules and paths, of which a renamed page is one', async () => {
    const folder = gitRepository(backlog);
    for (const locale of ['en-US', 'sv-SE', 'zh-CN']) {
      renameSync(join(folder, `content/${locale}/add.md`), join(folder, `content/${locale}/new.md`));
    }
    writeInto(folder, 'content/sv-SE/new.md', garbledPage.replace('2. Välj', '2. VÃ¤lj'));
    const one = ['content/sv-SE/new.md:8 mojibake'];
    expect(await newFindings(folder, 'main', ['content/sv-SE/new.md'])).toEqual(one);
    expect(await newFindings(folder, 'main', ['--locale', 'sv'])).toEqual(one);
    expect(await newFindings(folder, 'main', ['--locale', 'zh-CN'])).toEqual([]);
    expect(await newFindings(folder, 'main', ['--rule', 'stray-space'])).toEqual([]);
  });

  it('says that all is new where no page was there', async () => {
    const folder = gitRepository({ 'readme.txt': 'Nothing yet\n' });
    for (const [file, text] of Object.entries(backlog)) writeInto(folder, file, text);
    const { stderr, code } = await runLockstep(folder, ['check', '--base', 'main']);
    expect(stderr).toMatch(
      /^No page was there as of `main` \(merge base [0-9a-f]{7}\): everything found is new\.\n$/,
    );
    expect(code).toBe(1);
  });

  it('judges old pages by the glossary of today, and by their labels where there were any', async () => {
    const words = { terms: [{ source: 'customer', translations: { 'sv-SE': 'klient' } }] };
    const folder = gitRepository({ ...project, '.gitignore': '.lockstep-cache/\n' });
    writeInto(folder, 'glossary.json', JSON.stringify(words));
    writeInto(folder, 'labels/en-US.json', '{ "a": "Customers" }');
    writeInto(folder, 'labels/sv-SE.json', '{ "a": "Klienter" }');
    const withProduct = { ...settings, glossary: 'glossary.json', labels: 'labels/{locale}.json' };
    writeInto(folder, 'lockstep.config.json', JSON.stringify(withProduct));
    const whole = await runLockstep(folder, ['check', '--format', 'json', '--locale', 'sv-SE']);
    const rules = (JSON.parse(whole.stdout) as Report).findings.map(({ rule }) => rule);
    expect(rules).toEqual(expect.arrayContaining(['missing-term', 'unknown-label']));
    expect(await newFindings(folder, 'main', ['--locale', 'sv-SE'])).toEqual([]);
    commitAll(folder, 'Tell of the product');
    writeInto(folder, 'labels/sv-SE.json', '{ "a": "Kunder" }');
    commitAll(folder, 'Name the button as pages do');
    writeInto(folder, 'labels/sv-SE.json', '{ "a": "Klienter" }');
    expect(await newFindings(folder, 'HEAD', ['--locale', 'sv-SE', '--rule', 'unknown-label'])).toEqual([
      'content/sv-SE/add.md:7 unknown-label',
    ]);
  });

  it('leaves the repository and the temporary folder as they were', async () => {
    const folder = gitRepository(backlog);
    writeInto(folder, 'content/en-US/untracked.md', '# New\n');
    const temporary = temporaryFolder();
    vi.stubEnv('TMPDIR', temporary);
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    expect(tmpdir()).toBe(temporary);
    const listed = (): readonly string[] =>
      readdirSync(join(folder, '.git'), { recursive: true, encoding: 'utf8' }).toSorted();
    const before = [listed(), git(folder, ['status', '--porcelain'])];
    await runLockstep(folder, ['check', '--base', 'main', '--no-cache']);
    expect([listed(), git(folder, ['status', '--porcelain'])]).toEqual(before);
    expect(readdirSync(temporary)).toEqual([]);
  });

  it.each([
    [
      'a name that git does not know',
      'mian',
      /^lockstep: Git knows no commit by the name `mian`\.\n {2}Did you mean `main`\?/,
    ],
    [
      'an id with a zero before it',
      '0123456',
      /no commit by the name `0123456`\.\n {2}Correct the name, or fetch/,
    ],
    ['a name that looks like a flag', '--output=x', /no commit by the name `--output=x`/],
  ])('refuses %s', async (_what, ref, message) => {
    const { stdout, stderr, code } = await runLockstep(gitRepository(backlog), ['check', `--base=${ref}`]);
    expect(stderr).toMatch(message);
    expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
  });

  it('names the branch of the remote where the clone has no other', async () => {
    const folder = temporaryFolder();
    git(folder, ['clone', '--quiet', gitRepository(backlog), '.']);
    git(folder, ['switch', '--quiet', '--create', 'work']);
    git(folder, ['branch', '--quiet', '-D', 'main']);
    const { stderr } = await runLockstep(folder, ['check', '--base', 'main']);
    expect(stderr).toContain('Did you mean `origin/main`?');
  });

  it('says what to fetch where a shallow clone does not reach the merge base', async () => {
    const origin = gitRepository(backlog);
    git(origin, ['switch', '--quiet', '--create', 'work']);
    commitAll(origin, 'Work');
    const folder = temporaryFolder();
    const clone = [
      'clone',
      '--quiet',
      '--depth=1',
      '--no-single-branch',
      '--branch=work',
      `file://${origin}`,
      '.',
    ];
    git(folder, clone);
    expect((await runLockstep(folder, ['check', '--base', 'origin/main'])).stderr).toBe(
      'lockstep: This clone is shallow: where the change parted from `origin/main` is not in it.\n' +
        '  Fetch more of the history: `git fetch --deepen=100` or `git fetch --unshallow`; in GitHub Actions, `fetch-depth: 0` for actions/checkout.\n',
    );
    git(folder, ['fetch', '--quiet', '--unshallow']);
    expect((await runLockstep(folder, ['check', '--base', 'origin/main'])).code).toBe(0);
  });

  it('says that there is no repository, no git, no commit and nothing in common', async () => {
    const folder = temporaryFolder(backlog);
    const refusal = async (): Promise<string> =>
      (await runLockstep(folder, ['check', '--base', 'main'])).stderr.split('\n')[0] ?? '';
    expect(await refusal()).toBe(
      'lockstep: `--base main` asks git what has changed, and this folder is in no git repository.',
    );
    git(folder, ['-c', 'init.defaultBranch=main', 'init', '--quiet']);
    expect(await refusal()).toBe('lockstep: Git knows no commit by the name `main`.');
    commitAll(folder, 'Begin');
    git(folder, ['switch', '--quiet', '--orphan', 'new']);
    for (const [file, text] of Object.entries(backlog)) writeInto(folder, file, text);
    expect(await refusal()).toBe(
      'lockstep: Nothing is checked out that could be held against `main`: the current branch has no commit.',
    );
    commitAll(folder, 'Begin anew');
    expect(await refusal()).toBe(
      'lockstep: `main` and what is checked out have no commit in common, so nothing tells what the change added.',
    );
    vi.stubEnv('PATH', temporaryFolder());
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    expect(await refusal()).toBe(
      'lockstep: `--base main` asks git what has changed, and git is not installed.',
    );
  });
});

describe('what git refuses', () => {
  it.skipIf(process.getuid?.() !== 0)('to read is said with what to do', async () => {
    const folder = gitRepository(backlog);
    chownSync(folder, 12_345, 12_345);
    chownSync(join(folder, '.git'), 12_345, 12_345);
    vi.stubEnv('HOME', temporaryFolder());
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    expect((await runLockstep(folder, ['check', '--base', 'main'])).stderr).toBe(
      'lockstep: `--base main` asks git what has changed, and git does not read this folder, for somebody else owns it.\n' +
        '  Run `git config --global --add safe.directory "$PWD"` at the top of the repository.\n',
    );
  });

  it('to compare is said in its own words', async () => {
    const folder = gitRepository(backlog);
    writeInto(folder, '.git/index', 'no index at all, and longer than a header');
    const { stderr, code } = await runLockstep(folder, ['check', '--base', 'main']);
    expect(stderr).toMatch(
      /^lockstep: What has changed since `main` cannot be told: git could not .*\n.*\n {2}Look what `git status`/s,
    );
    expect(code).toBe(2);
  });
});

function swedishList(names: string): string {
  return `# Länder\n\nID:t behövs i ${names}.\n`;
}

async function reportOf(folder: string, ref: string, more: readonly string[] = []): Promise<Report> {
  const args = ['check', '--no-cache', '--base', ref, '--format', 'json', ...more];
  const { stdout, stderr } = await runLockstep(folder, args);
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as Report;
}

async function newFindings(folder: string, ref = 'main', more: readonly string[] = []): Promise<string[]> {
  const { findings } = await reportOf(folder, ref, more);
  return findings.map(({ path: at, range, rule }) => `${at}:${range.start.line} ${rule}`);
}
