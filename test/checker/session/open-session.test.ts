import { expect, it } from 'vitest';
import { rules } from '../../../scripts/checker/rules/index.ts';
import type { PairContext, Rule } from '../../../scripts/checker/rules/rule.ts';
import { openSession } from '../../../scripts/checker/session/open-session.ts';
import { temporaryFolder, writeInto } from '../temporary-folder.ts';
import { files, settings } from './project.ts';

const quiet = { isCached: false, threads: 1 } as const;
const shorter = files['content/sv/add.md'].replace('2. Välj **Lägg till kund**.\n', '');

it('sees unsaved text, and the file again when the text is taken off', async () => {
  const session = openSession(temporaryFolder(files), { settings, rules }, quiet);
  expect(await found(session)).toEqual([]);
  session.overlay('content/sv/add.md', shorter);
  expect(await found(session)).toEqual(['content/sv/add.md:9 missing-step']);
  session.overlay('content/sv/add.md', undefined);
  expect(await found(session)).toEqual([]);
});

it('judges the page alone that a change touches', async () => {
  const seen: string[] = [];
  const session = openSession(temporaryFolder(files), { settings, rules: watched(seen) }, quiet);
  await session.report();
  seen.length = 0;
  session.overlay('content/sv/add.md', shorter);
  await session.report();
  expect(seen).toEqual(['content/sv/add.md', 'content/zh-CN/add.md']);
});

it('gives the very same report where nothing that it rests on has changed', async () => {
  const folder = temporaryFolder({ ...files, 'dist/robots.txt': '' });
  const session = openSession(folder, { settings, rules }, quiet);
  const first = await session.report();
  writeInto(folder, 'dist/index.html', 'a page of the site');
  session.touched(['dist/index.html', 'package.json']);
  expect(await session.report()).toBe(first);
});

it('does not see what it was not told of', async () => {
  const folder = temporaryFolder(files);
  const session = openSession(folder, { settings, rules }, quiet);
  await session.report();
  writeInto(folder, 'content/sv/add.md', shorter);
  expect(await found(session)).toEqual([]);
  session.touched(['content/sv/add.md']);
  expect(await found(session)).toEqual(['content/sv/add.md:9 missing-step']);
});

it('says why there is no report, and gives one when that is mended', async () => {
  const folder = temporaryFolder(files);
  const session = openSession(folder, { settings, rules }, quiet);
  session.overlay('glossary.json', '{ "terms": [');
  await expect(session.report()).rejects.toThrow('Could not read the glossary `glossary.json`');
  session.overlay('glossary.json', undefined);
  expect(await found(session)).toEqual([]);
});

it('goes on with other settings, without judging again what they leave as it was', async () => {
  const seen: string[] = [];
  const own = watched(seen);
  const session = openSession(temporaryFolder(files), { settings, rules: own }, quiet);
  session.overlay('content/sv/add.md', shorter);
  await session.report();
  seen.length = 0;
  session.refocus({ settings: { ...settings, rules: { 'missing-step': 'note' } }, rules: own });
  const { report } = await session.report();
  expect(report.findings.map(({ severity }) => severity)).toEqual(['note']);
  expect(seen).toEqual([]);
});

it('tells which block answers which, in unsaved text too', async () => {
  const session = openSession(temporaryFolder(files), { settings, rules }, quiet);
  const steps = async (): Promise<readonly (readonly (number | undefined)[])[]> => {
    const alignment = await session.alignmentOf('content/sv/add.md');
    return (alignment?.pairs ?? [])
      .filter(({ kind }) => kind === 'step')
      .map(({ translation, source }) => [translation[0]?.start.line, source[0]?.start.line]);
  };
  expect(await steps()).toEqual([
    [9, 9],
    [10, 10],
    [11, 11],
  ]);
  session.overlay('content/sv/add.md', shorter);
  expect(await steps()).toEqual([
    [9, 9],
    [undefined, 10],
    [10, 11],
  ]);
  expect(await session.alignmentOf('content/en/add.md')).toBeUndefined();
  expect(await session.alignmentOf('content/sv/other.md')).toBeUndefined();
});

async function found(session: ReturnType<typeof openSession>): Promise<readonly string[]> {
  const { report } = await session.report();
  return report.findings.map(({ path, range, rule }) => `${path}:${range.start.line} ${rule}`);
}

/** The rules; which translations `missing-step` looks at is put into `seen`. */
function watched(seen: string[]): readonly Rule[] {
  return rules.map((rule) => {
    if (rule.id !== 'missing-step' || rule.on !== 'pair') return rule;
    return {
      ...rule,
      check: (context: PairContext) => {
        seen.push(context.translation.path);
        return rule.check(context);
      },
    };
  });
}
