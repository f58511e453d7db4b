import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { blobId } from '../../../scripts/checker/history/blob-id.ts';
import { type Report, reportSchema } from '../../../src/domain/report/report.ts';
import { generatedTree } from '../generated-tree.ts';
import { commitAll, gitRepository } from '../git-repository.ts';
import { temporaryFolder, writeInto } from '../temporary-folder.ts';
import { garbledPage, project, settings } from './pages.ts';
import { type CommandOutcome, runLockstep } from './run-lockstep.ts';

const plain = { sourceLocale: 'en-US', pages: 'content/{locale}/{path}.md' };
const configOf = (value: unknown): Record<string, string> => ({
  'lockstep.config.json': JSON.stringify(value),
});

const guide = generatedTree(6);
const broken = {
  ...guide,
  // A link to a heading that another family has no longer, a text that is cut, and two labels for one.
  'content/sv-SE/page-2.md': (guide['content/sv-SE/page-2.md'] ?? '').replace(
    '## Lägg till kunden',
    '## Ny kund',
  ),
  'content/sv-SE/page-4.md': (guide['content/sv-SE/page-4.md'] ?? '').replace(
    /är rätt och[^]*?\n\n/,
    'är\n\n',
  ),
};

const trees: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'pages with rules on the whole tree': { ...broken, ...configOf(plain) },
  'one page': { ...project, 'content/sv-SE/add.md': garbledPage },
  'messages and the code that says them': {
    ...broken,
    ...configOf({
      ...plain,
      messages: 'locales/{locale}/{path}.json',
      messageUsage: { code: 'src/**/*.ts' },
    }),
    'locales/en-US/form.json': '{ "send": "Send {{name}}", "unused": "Nobody says this" }',
    'locales/sv-SE/form.json': '{ "send": "Skicka" }',
    'src/form.ts': "t('send');\n",
  },
  'comments that let findings pass, needed and not': {
    ...broken,
    ...configOf({ ...plain, rules: { 'broken-anchor': 'warning', 'missing-page': 'off' } }),
    'content/sv-SE/page-1.md': `<!-- lockstep-ignore-page broken-anchor: it moves -->\n<!-- lockstep-ignore-page stray-space, inconsistent-label: none -->\n\n${guide['content/sv-SE/page-1.md'] ?? ''}`,
  },
  'files that are not compared, and pages that are missing': {
    ...broken,
    ...configOf({ ...plain, locales: ['en-US', 'sv-SE', 'de'], ignore: ['**/page-6.md'] }),
    'content/fr/page-1.md': '# Page\n',
    'content/en-US/old.rst': 'Old\n===\n',
    'content/sv-SE/orphan.md': '# Ensam\n\nText.\n',
    'content/en-US/empty.md': '',
    'content/sv-SE/empty.md': '# Inte tom\n',
  },
  'translations without a source': {
    ...configOf({ ...plain, sourceLocale: 'en' }),
    ...Object.fromEntries(
      ['de', 'fr', 'sv', 'es'].flatMap((locale) =>
        [1, 2, 3].map((page) => [
          `content/${locale}/page-${page}.md`,
          `# ${locale} ${page}\n\n1. **A**\n2. **B**\n${locale === 'fr' && page === 2 ? '' : '3. **C**\n'}\nText ${page}.\n`,
        ]),
      ),
    ),
  },
  'translations pinned to their sources': {
    ...broken,
    ...configOf(settings),
    'content/sv-SE/page-1.md': `---\nsource: ${blobId(guide['content/en-US/page-1.md'] ?? '')}\n---\n${guide['content/sv-SE/page-1.md'] ?? ''}`,
    'content/sv-SE/page-3.md': `---\nsource: ${blobId('# Another\n')}\n---\n${guide['content/sv-SE/page-3.md'] ?? ''}`,
  },
};

describe('lockstep merge', () => {
  it.each(Object.entries(trees))('gives the report that a single run gives of %s', async (_name, files) => {
    const folder = temporaryFolder(files);
    const [single] = await expectSame(folder, [], [1, 2, 5, 9]);
    expect(single?.code).not.toBe(2);
  });

  it('gives what a narrowed run gives, with a baseline whose findings are partly gone', async () => {
    const folder = temporaryFolder(trees['pages with rules on the whole tree']);
    await runLockstep(folder, ['baseline', '--output', 'known.json']);
    writeInto(folder, 'content/sv-SE/page-2.md', guide['content/sv-SE/page-2.md'] ?? '');
    writeInto(folder, 'content/sv-SE/page-5.md', (guide['content/sv-SE/page-5.md'] ?? '').replace('25', '7'));
    const [single] = await expectSame(folder, ['--baseline', 'known.json'], [3]);
    expect(single?.stderr).toMatch(/ of the baseline (?:is|are) gone/);
    await expectSame(folder, ['content/sv-SE/page-2.md', 'content/en-US/page-5.md'], [2]);
    await expectSame(folder, ['--locale', 'sv', '--rule', 'changed-number,broken-anchor'], [2]);
  });

  it('gives what a check of a change gives, and each shard holds back what was there', async () => {
    const folder = gitRepository({
      ...broken,
      ...configOf(plain),
      '.gitignore': 'shards/\n.lockstep-cache/\n',
    });
    writeInto(folder, 'content/sv-SE/page-5.md', (guide['content/sv-SE/page-5.md'] ?? '').replace('25', '7'));
    writeInto(
      folder,
      'content/sv-SE/page-6.md',
      (guide['content/sv-SE/page-6.md'] ?? '').replace('## Lägg till kunden', '## Bort'),
    );
    const [single, parts] = await expectSame(folder, ['--base', 'main'], [3]);
    const rules = (JSON.parse(single?.stdout ?? '') as Report).findings.map(({ rule }) => rule);
    expect(rules).toEqual(['changed-number', 'broken-anchor']);
    const shardRules = parts.flatMap(({ report }) => report.findings.map(({ rule }) => rule));
    expect(shardRules).toEqual(['changed-number']);
    commitAll(folder, 'Go on');
    await expectSame(folder, ['--base', 'HEAD~1'], [2]);
  });

  it('prints in any format, quotes pages, and exits as a check does', async () => {
    const folder = temporaryFolder(trees['pages with rules on the whole tree']);
    await runShards(folder, [], 2);
    for (const format of ['pretty', 'html', 'sarif', 'junit', 'github', 'markdown']) {
      const check = await runLockstep(folder, ['check', '--format', format, '--fail-on', 'note']);
      expect(await runLockstep(folder, ['merge', 'shards', '--format', format, '--fail-on', 'note'])).toEqual(
        check,
      );
    }
  });
});

describe('a shard', () => {
  it('reports what it can know, and says what the merge will', async () => {
    const folder = temporaryFolder(trees['pages with rules on the whole tree']);
    const outcome = await runLockstep(folder, ['check', '--shard', '1/2', '--format', 'json=one.json']);
    expect(outcome.stderr).toBe(
      'Shard 1 of 2: 6 pages. Rules on the whole tree, such as `broken-anchor`, speak in `lockstep merge`.\nWrote one.json.\n',
    );
    const report = reportSchema.parse(JSON.parse(readFileSync(join(folder, 'one.json'), 'utf8')));
    expect(report.shard).toMatchObject({ index: 1, count: 2 });
    expect(report.findings.map(({ rule }) => rule)).not.toContain('broken-anchor');
    expect(report.shardResults).toHaveLength(3);
    const { stderr } = await runLockstep(folder, ['check', '--shard=2/2']);
    expect(stderr).toContain('needs the report of each shard as JSON (`--format json=FILE`)');
  });

  it('may have nothing to do', async () => {
    const folder = temporaryFolder(project);
    const { stdout, code } = await runLockstep(folder, ['check', '--shard', '4/5']);
    expect(stdout).toMatch(/^Compared 0 translations/);
    expect(code).toBe(0);
  });
});

describe('reports that make no whole', () => {
  it.each([
    [['shards/1.json', 'shards/3.json'], 'Reports are missing: shard 2 of 3.'],
    [['shards/2.json'], 'Reports are missing: shards 1 and 3 of 3.'],
    [
      ['shards/1.json', 'again.json', 'shards/2.json', 'shards/3.json'],
      '`shards/1.json` and `again.json` are both shard 1 of 3.',
    ],
    [['shards/1.json', 'of-two.json'], '`shards/1.json` is shard 1 of 3, and `of-two.json` is shard 2 of 2.'],
    [
      ['narrow.json', 'shards/2.json'],
      '`narrow.json` and `shards/2.json` are not of one check: they were asked different things.',
    ],
    [
      ['strict.json', 'shards/2.json'],
      '`strict.json` and `shards/2.json` are not of one check: their settings differ.',
    ],
    [
      ['longer.json', 'shards/2.json'],
      '`longer.json` and `shards/2.json` are not of one check: their pages differ.',
    ],
    [
      ['labelled.json', 'shards/2.json'],
      '`labelled.json` and `shards/2.json` are not of one check: their labels, glossaries or lists differ, or the program that judged does.',
    ],
    [['whole.json'], '`whole.json` is the report of a whole check, not of a part of one.'],
    [['changed.json'], '`changed.json` is not as it was written: its checksum does not hold.'],
    [['older.json'], '`older.json` was written by lockstep 0.0.1, this is 0.1.0.'],
    [['lockstep.config.json'], '`lockstep.config.json` is not a report of this version.'],
    [['half.json'], 'Could not read the report `half.json`: '],
    [['gone.json'], 'Could not read the report `gone.json`: it is not there.'],
    [['content'], 'There is no JSON file in `content`.'],
  ])('%s are refused', async (files, message) => {
    const folder = temporaryFolder({
      ...guide,
      ...configOf({ ...plain, labels: 'labels/{locale}.json' }),
      'labels/en-US.json': '{}',
    });
    await makeReports(folder);
    const { stdout, stderr, code } = await runLockstep(folder, ['merge', ...files]);
    expect(stderr).toContain(`lockstep: ${message}`);
    expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
  });

  it('are refused where the pages, the settings or the labels are others by now', async () => {
    const labelled = { ...plain, labels: 'labels/{locale}.json' };
    const folder = temporaryFolder({ ...guide, ...configOf(labelled), 'labels/en-US.json': '{}' });
    await runShards(folder, [], 2);
    const refusal = async (path: string, text: string): Promise<string> => {
      const before = readFileSync(join(folder, path), 'utf8');
      writeInto(folder, path, text);
      const { stderr, code } = await runLockstep(folder, ['merge', 'shards']);
      writeInto(folder, path, before);
      expect(code).toBe(2);
      return stderr.split('\n')[0] ?? '';
    };
    expect(await refusal('content/sv-SE/page-1.md', '# Annan\n')).toBe(
      'lockstep: The pages are not those that the shards checked.',
    );
    expect(await refusal('labels/en-US.json', '{ "a": "Customers" }')).toBe(
      'lockstep: Labels, glossaries, lists or the program are not those that `shards/1.json` was made with.',
    );
    expect(await refusal('lockstep.config.json', JSON.stringify({ ...labelled, ignore: ['x.md'] }))).toBe(
      'lockstep: The settings are not those that `shards/1.json` was made with.',
    );
    expect((await runLockstep(folder, ['merge', 'shards'])).code).toBe(0);
  });
});

async function runShards(
  folder: string,
  args: readonly string[],
  count: number,
  into = 'shards',
): Promise<void> {
  for (let index = 1; index <= count; index++) {
    const format = ['--format', `json=${into}/${index}.json`];
    const { stderr, code } = await runLockstep(folder, [
      'check',
      ...args,
      `--shard=${index}/${count}`,
      ...format,
    ]);
    if (code === 2) throw new Error(stderr);
  }
}

interface Part {
  readonly report: Report;
}

/** Holds the merged report against that of a single run, letter by letter. */
async function expectSame(
  folder: string,
  args: readonly string[],
  counts: readonly number[],
): Promise<readonly [CommandOutcome | undefined, readonly Part[]]> {
  const single = await runLockstep(folder, ['check', ...args, '--format', 'json']);
  expect(single.stdout).toContain('"findings"');
  let parts: readonly Part[] = [];
  for (const count of counts) {
    const into = `shards/${count}`;
    await runShards(folder, args, count, into);
    const merged = await runLockstep(folder, ['merge', into, '--format', 'json']);
    expect(merged).toEqual(single);
    parts = Array.from({ length: count }, (_, at) => {
      return { report: JSON.parse(readFileSync(join(folder, into, `${at + 1}.json`), 'utf8')) as Report };
    });
  }
  return [single, parts];
}

/** Reports of every kind that people may give, beside the right ones. */
async function makeReports(folder: string): Promise<void> {
  await runShards(folder, [], 3);
  const shard = async (file: string, args: readonly string[]): Promise<void> => {
    const { code, stderr } = await runLockstep(folder, ['check', '--format', `json=${file}`, ...args]);
    if (code === 2) throw new Error(stderr);
  };
  const kept = join(folder, 'shards/1.json');
  const text = readFileSync(kept, 'utf8');
  cpSync(kept, join(folder, 'again.json'));
  writeFileSync(join(folder, 'half.json'), text.slice(0, text.length / 2));
  writeFileSync(join(folder, 'older.json'), text.replace(/"version": "[^"]*"/, '"version": "0.0.1"'));
  writeFileSync(join(folder, 'changed.json'), text.replace('"state":"source"', '"state":"orphan"'));
  await shard('of-two.json', ['--shard=2/2']);
  await shard('whole.json', []);
  await shard('narrow.json', ['--shard=1/3', '--rule=stray-space']);
  writeInto(folder, 'labels/en-US.json', '{ "a": "Customers" }');
  await shard('labelled.json', ['--shard=1/3']);
  writeInto(folder, 'labels/en-US.json', '{}');
  writeInto(folder, 'strict.config.json', JSON.stringify({ ...plain, rules: { 'stray-space': 'error' } }));
  await shard('strict.json', ['--shard=1/3', '--config=strict.config.json']);
  const page = guide['content/sv-SE/page-1.md'] ?? '';
  writeInto(folder, 'content/sv-SE/page-1.md', `${page}\nMer.\n`);
  await shard('longer.json', ['--shard=1/3']);
  writeInto(folder, 'content/sv-SE/page-1.md', page);
}
