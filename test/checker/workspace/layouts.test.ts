import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../../src/domain/report/report.ts';
import { runLockstep } from '../cli/run-lockstep.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { type LayoutCase, layouts } from './layouts.ts';

/** What a check says of a tree, as its cases say it. */
async function checked({ folder = '', files }: LayoutCase, settings: unknown): Promise<unknown> {
  const place = `${folder === '' ? '' : `${folder}/`}lockstep.config.json`;
  const root = temporaryFolder({ ...files, [place]: JSON.stringify(settings) });
  const { stdout, stderr, code } = await runLockstep(join(root, folder), [
    'check',
    '--format',
    'json',
    '--no-cache',
  ]);
  expect(stderr).toBe('');
  const { pages, findings, notCompared } = JSON.parse(stdout) as Report;
  return {
    pairs: pages.flatMap(({ source, path, state }) =>
      source === null || state === 'missing' ? [] : [[source, path]],
    ),
    missing: pages.filter(({ state }) => state === 'missing').map(({ path }) => path),
    findings: findings.map(({ rule, path, range }) => `${path}:${range.start.line} ${rule}`),
    notCompared,
    code,
  };
}

describe('lockstep check', () => {
  it.each(layouts.map((layout) => [layout.name, layout] as const))('compares %s', async (_, layout) => {
    expect(await checked(layout, layout.settings)).toEqual({
      pairs: layout.pairs,
      missing: [],
      findings: [`${layout.fault} changed-number`],
      notCompared: [],
      code: 1,
    });
  });
});

describe('lockstep init', () => {
  it.each(layouts.map((layout) => [layout.name, layout] as const))(
    'writes settings that find the same in %s',
    async (_, layout) => {
      const root = temporaryFolder(layout.files);
      const { stdout, code } = await runLockstep(join(root, layout.folder ?? ''), ['init', '--dry-run']);
      expect(code).toBe(0);
      expect(await checked(layout, JSON.parse(stdout))).toEqual({
        pairs: layout.pairs,
        missing: [],
        findings: [`${layout.fault} changed-number`],
        notCompared: [],
        code: 1,
      });
    },
  );
});

describe('a repository per locale beside the working folder', () => {
  it('is asked about by its path', async () => {
    const found = layouts.find(({ folder }) => folder !== undefined);
    if (found === undefined) throw new Error('No layout has a folder of its own to work in.');
    const { files, folder = '', settings, fault } = found;
    const root = temporaryFolder({
      ...files,
      [`${folder}/lockstep.config.json`]: JSON.stringify(settings),
    });
    const lines = [];
    for (const path of ['../docs-sv', '../docs-sv/content/limits.md', '../docs-ja']) {
      const { stdout, code } = await runLockstep(join(root, folder), ['check', path]);
      lines.push(`${path} ${code} ${stdout.split('\n')[0]}`);
    }
    expect(lines).toEqual([
      `../docs-sv 1 ${fault}:25-5:26  error changed-number  Number is \`5 återförsäljare\`, the source says \`15 resellers\``,
      `../docs-sv/content/limits.md 1 ${fault}:25-5:26  error changed-number  Number is \`5 återförsäljare\`, the source says \`15 resellers\``,
      '../docs-ja 0 Compared 2 translations with their sources: nothing to fix.',
    ]);
  });
});
