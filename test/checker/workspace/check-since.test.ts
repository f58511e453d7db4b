import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findOldFindings } from '../../../scripts/checker/base/match-findings.ts';
import type { CheckResult } from '../../../scripts/checker/engine/join-results.ts';
import { rules } from '../../../scripts/checker/rules/index.ts';
import { checkSince } from '../../../scripts/checker/workspace/check-since.ts';
import { checkWorkspace } from '../../../scripts/checker/workspace/check-workspace.ts';
import { generatedTree } from '../generated-tree.ts';
import { commitAll, git, gitRepository } from '../git-repository.ts';
import { temporaryFolder, writeInto } from '../temporary-folder.ts';

const settings = { sourceLocale: 'en-US', pages: 'content/{locale}/{path}.md' };
const pages = 5;

/** What people do to a page, right or wrong. */
const edits: readonly ((text: string) => string)[] = [
  (text) => text.replace(/\n## .*\n/, '\n## Something else\n'),
  (text) => text.replace(/\n2\. .*\n3\./, '\n2.'),
  (text) => text.replace(/ \d+ /, ' 99 '),
  (text) => text.replace(/\n\n(.{30})[^]*?\n\n/, '\n\n$1\n\n'),
  (text) => text.replace('Lägg till kund**', 'Ny kund**'),
  (text) => text.replace('#lägg', '#bort'),
  (text) => `Något nytt överst.\n\n${text}`,
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => text.replace('partnerns', 'partnerföretagets').replace('the partner', 'the company'),
];

describe('a check of a change', () => {
  it('comes to what two whole checks come to, with rules on the whole tree', async () => {
    const edit = fc.record({
      page: fc.integer({ min: 1, max: pages }),
      locale: fc.constantFrom('en-US', 'sv-SE'),
      how: fc.nat(edits.length + 1),
    });
    const plan = fc.record({
      first: fc.array(edit, { maxLength: 4 }),
      rest: fc.array(edit, { minLength: 1, maxLength: 4 }),
      isCommitted: fc.boolean(),
    });
    let added = 0;
    let heldBack = 0;
    await fc.assert(
      fc.asyncProperty(plan, async ({ first, rest, isCommitted }) => {
        const folder = gitRepository(generatedTree(pages));
        for (const each of first) apply(folder, each);
        commitAll(folder, 'Begin');
        const commit = git(folder, ['rev-parse', 'HEAD']);
        for (const each of rest) apply(folder, each);
        if (isCommitted) commitAll(folder, 'Go on');
        const result = await checkSince({ ref: commit }, folder, settings, rules, {}, { isCached: false });

        const checkout = join(temporaryFolder(), 'before');
        git(folder, ['worktree', 'add', '--quiet', '--detach', checkout, commit]);
        const before = await checkAll(checkout);
        const now = await checkAll(folder);
        const old = findOldFindings({
          before: before.report.findings,
          now: now.report.findings,
          textBefore: before.textOf,
          textNow: now.textOf,
          pathNow: renames(folder, commit),
        });
        expect(result.report.findings).toEqual(now.report.findings.filter((finding) => !old.has(finding)));
        expect(result.heldBack).toBe(old.size);
        expect(old.size).toBeLessThanOrEqual(before.report.findings.length);
        added += result.report.findings.length;
        heldBack += old.size;
      }),
      { numRuns: 12, seed: 5 },
    );
    expect(added).toBeGreaterThan(0);
    expect(heldBack).toBeGreaterThan(0);
  });
});

function checkAll(folder: string): Promise<CheckResult> {
  return checkWorkspace(folder, settings, rules, {}, { isCached: false });
}

function apply(folder: string, { page, locale, how }: { page: number; locale: string; how: number }): void {
  const path = `content/${locale}/page-${page}.md`;
  const edit = edits[how];
  if (edit !== undefined) {
    writeInto(folder, path, edit(generatedTree(pages)[path] ?? ''));
    return;
  }
  const isRenaming = how === edits.length;
  for (const each of ['en-US', 'sv-SE']) {
    const at = join(folder, `content/${each}/page-${page}.md`);
    if (isRenaming) tryTo(() => renameSync(at, join(folder, `content/${each}/part-${page}.md`)));
    else if (each === locale) rmSync(at, { force: true });
  }
}

function tryTo(work: () => void): void {
  try {
    work();
  } catch {
    // It is gone already.
  }
}

function renames(folder: string, commit: string): (path: string) => string {
  git(folder, ['add', '--all']);
  const listed = git(folder, ['diff', '--cached', '--name-status', '-M', commit]).split('\n');
  const paths = new Map(
    listed
      .filter((line) => line.startsWith('R'))
      .map((line) => line.split('\t').slice(1) as [string, string]),
  );
  return (path) => paths.get(path) ?? path;
}
