import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Arbitrary, array, assert, asyncProperty, constantFrom, oneof, record } from 'fast-check';
import { expect, it } from 'vitest';
import type { Settings } from '../../../scripts/checker/config/settings.ts';
import { OperationalError } from '../../../scripts/checker/operational-error.ts';
import { rules } from '../../../scripts/checker/rules/index.ts';
import type { CheckResult } from '../../../scripts/checker/run-check.ts';
import { openSession } from '../../../scripts/checker/session/open-session.ts';
import { checkWorkspace } from '../../../scripts/checker/workspace/check-workspace.ts';
import { temporaryFolder, writeInto } from '../temporary-folder.ts';
import { files, pageTexts, settings } from './project.ts';

/** What may happen to a project while a session is open on it. */
type Change =
  | { readonly kind: 'write' | 'lay over'; readonly path: string; readonly text: string }
  | { readonly kind: 'take off' | 'remove'; readonly path: string }
  | { readonly kind: 'move'; readonly path: string; readonly to: string }
  | { readonly kind: 'settle'; readonly settings: Settings };

it('gives the report of a fresh check after whatever has happened', async () => {
  await assert(
    asyncProperty(
      array(array(anyChange(), { minLength: 1, maxLength: 4 }), { maxLength: 6 }),
      followsChanges,
    ),
    { seed: 7, numRuns: 20, examples: [[[[]]], [folderMoves]] },
  );
});

/** Makes the changes, and holds each report against that of a check of a copy with all texts saved. */
async function followsChanges(rounds: readonly (readonly Change[])[]): Promise<void> {
  const folder = temporaryFolder(files);
  const laid = new Map<string, string>();
  let current: Settings = settings;
  const session = openSession(folder, { settings, rules }, { isCached: false, threads: 1 });
  await outcomeOf(session.report());
  for (const round of rounds) {
    for (const each of round) {
      if (each.kind === 'settle') {
        current = each.settings;
        session.refocus({ settings: current, rules });
      } else if (each.kind === 'lay over' || each.kind === 'take off') {
        const text = each.kind === 'lay over' ? each.text : undefined;
        if (text === undefined) laid.delete(each.path);
        else laid.set(each.path, text);
        session.overlay(each.path, text);
      } else session.touched(happen(folder, each));
    }
    const copy = temporaryFolder();
    cpSync(folder, copy, { recursive: true });
    for (const [path, text] of laid) writeInto(copy, path, text);
    const fresh = checkWorkspace(copy, current, rules, {}, { isCached: false, threads: 1 });
    expect(await outcomeOf(session.report())).toEqual(await outcomeOf(fresh));
  }
}

/** Does to the disk what the change says, and gives back the paths that a watcher would tell of. */
function happen(folder: string, change: Exclude<Change, { kind: 'settle' }>): readonly string[] {
  const place = join(folder, change.path);
  switch (change.kind) {
    case 'write':
      writeInto(folder, change.path, change.text);
      return [change.path];
    case 'move': {
      const target = join(folder, change.to);
      if (!existsSync(place) || existsSync(target)) return [];
      mkdirSync(dirname(target), { recursive: true });
      renameSync(place, target);
      return [change.path, change.to];
    }
    default:
      rmSync(place, { recursive: true, force: true });
      return [change.path];
  }
}

/** A report as it would be written out, or why there is none. */
async function outcomeOf(check: Promise<CheckResult>): Promise<string> {
  try {
    const { report, alignments, baselined, crashes } = await check;
    return JSON.stringify({ report, alignments, baselined, crashes }, null, 1);
  } catch (error) {
    if (!(error instanceof OperationalError)) throw error;
    return `${error.message}\n${error.hint}`;
  }
}

function anyChange(): Arbitrary<Change> {
  const pages = ['en', 'sv', 'zh-CN', 'de'].flatMap((locale) =>
    ['add.md', 'guide/next.md', 'guide/after.md'].map((page) => `content/${locale}/${page}`),
  );
  const others = Object.keys(files).filter((path) => !path.startsWith('content/'));
  const path = oneof(
    { arbitrary: constantFrom(...pages), weight: 4 },
    constantFrom('content/en/form.png', 'content/sv/form.png', 'content/readme.rst'),
  );
  return oneof(
    {
      arbitrary: record({ kind: kindOf('write', 'lay over'), path, text: constantFrom(...pageTexts) }),
      weight: 6,
    },
    { arbitrary: record({ kind: kindOf('take off', 'remove'), path }), weight: 3 },
    { arbitrary: record({ kind: kindOf('move'), path, to: path }), weight: 2 },
    record({
      kind: kindOf('remove'),
      path: constantFrom('content/sv', 'content/sv/guide', 'locales', 'src'),
    }),
    record({
      kind: kindOf('move'),
      path: constantFrom('content/sv'),
      to: constantFrom('content/de', 'content/nb'),
    }),
    record({
      kind: kindOf('write', 'lay over'),
      path: constantFrom(...others, 'locales/de/labels.json', 'src/list/other.ts'),
      text: constantFrom(
        '{ "customers": "Kunden", "more": "Mehr {name}" }',
        '{ "customers": ',
        "t('more');\nt('customers');\n",
        '{ "terms": [{ "source": "customer", "forbidden": { "sv": "Kunder" } }] }',
      ),
    }),
    record({
      kind: kindOf('settle'),
      settings: constantFrom(
        settings,
        { ...settings, rules: { 'missing-page': 'off' as const, 'missing-step': 'note' as const } },
        { ...settings, locales: ['sv', 'de'] },
        {
          ...settings,
          pages: [
            { name: 'guides', patterns: 'content/{locale}/guide/{path}.md', dialect: 'mkdocs' as const },
            settings.pages,
          ],
        },
      ),
    }),
  );
}

function kindOf<Kind extends string>(...kinds: readonly Kind[]): Arbitrary<Kind> {
  return constantFrom(...kinds);
}

/** A system may tell of a folder that moved by its names alone. */
const folderMoves: readonly (readonly Change[])[] = [
  [{ kind: 'move', path: 'content/sv', to: 'content/de' }],
  [{ kind: 'move', path: 'content/de/guide', to: 'content/de/more/guide' }],
  [{ kind: 'lay over', path: 'content/nb/guide/next.md', text: pageTexts[3] ?? '' }],
  [{ kind: 'take off', path: 'content/nb/guide/next.md' }],
];
