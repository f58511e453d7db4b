import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { commandCaseNames, readCommandCase, runCommandCase, streamFile } from './command-cases.ts';
import { callerIn, failureSites } from './failure-sites.ts';

/** Places of the code whose failure a case has brought about. */
const shown = vi.hoisted(() => new Set<string>());

vi.mock(import('../../../scripts/checker/operational-error.ts'), async (importOriginal) => {
  const original = await importOriginal();
  class OperationalError extends original.OperationalError {
    constructor(...args: ConstructorParameters<typeof original.OperationalError>) {
      super(...args);
      shown.add(callerIn(new Error('Here').stack ?? ''));
    }
  }
  return { ...original, OperationalError };
});

/**
 * Failures that no case can bring about, by a piece of their message, with the test under test/checker that does:
 * what they need is a repository, a disk that refuses, a change while the command runs, or a fault in the checker.
 */
const provenElsewhere: Readonly<Record<string, string>> = {
  'Could not write \\`${path}\\`': 'cli/full-disk.test.ts',
  'has changed while it was checked': 'fixes/write-fixed-files.test.ts',
  'asks for a channel that Node opens': 'lsp/process.test.ts',
  'The check broke, so no baseline was written': 'cli/baseline.test.ts',
  'is not a report of this version': 'cli/shards.test.ts',
  'is the report of a whole check': 'cli/shards.test.ts',
  'was written by lockstep': 'cli/shards.test.ts',
  'its checksum does not hold': 'cli/shards.test.ts',
  'Could not read the report': 'cli/shards.test.ts',
  'There is no JSON file in': 'cli/shards.test.ts',
  ' is shard ': 'cli/shards.test.ts',
  'are not of one check': 'cli/shards.test.ts',
  'are both shard': 'cli/shards.test.ts',
  'Reports are missing: ': 'cli/shards.test.ts',
  'The settings are not those that': 'cli/shards.test.ts',
  'Labels, glossaries, lists or the program are not those': 'cli/shards.test.ts',
  'The pages are not those that the shards checked': 'cli/shards.test.ts',
  'asks git what has changed, and git is not installed': 'cli/base.test.ts',
  'asks git what has changed, and this folder is in no git repository': 'cli/base.test.ts',
  'asks git what has changed, and git does not read this folder': 'cli/base.test.ts',
  'Git knows no commit by the name': 'cli/base.test.ts',
  'the current branch has no commit': 'cli/base.test.ts',
  'This clone is shallow: where the change parted': 'cli/base.test.ts',
  'have no commit in common': 'cli/base.test.ts',
  'cannot be told: ': 'cli/base.test.ts',
  'has changes that are not committed': 'cli/stamp.test.ts',
  'Git does not have the old text of': 'base/old-contents.test.ts',
};

describe('the command line', () => {
  it.each(commandCaseNames())('%s', async (name) => {
    const { code, ...printed } = await runCommandCase(name);
    const streams = (['stderr', 'stdout'] as const).filter(
      (stream) => printed[stream] !== '' || existsSync(streamFile(name, stream)),
    );
    for (const stream of streams) await expect(printed[stream]).toMatchFileSnapshot(streamFile(name, stream));
    expect(code).toBe(readCommandCase(name).exitCode);
  });

  it('says what happened and then what to do, wherever it fails', () => {
    for (const name of commandCaseNames().filter((one) => readCommandCase(one).exitCode === 2)) {
      expect(readFileSync(streamFile(name, 'stderr'), 'utf8')).toMatch(
        /^(?:Wrote .*\n)*lockstep: \P{Ll}.*\n(?: {2,}\S.*\n)* {2}\p{Lu}.*[.?]\n$/u,
      );
    }
  });

  it('has a case for each failure, or a proof elsewhere', () => {
    const sites = failureSites();
    const elsewhere = Object.keys(provenElsewhere);
    const open = sites
      .filter(({ place }) => !shown.has(place))
      .filter(({ message }) => !elsewhere.some((piece) => message.includes(piece)));
    expect(open).toEqual([]);
    expect(sites.map(({ place }) => place)).toEqual(expect.arrayContaining([...shown]));
  });

  it.each(Object.entries(provenElsewhere))('says %j in %s', (piece, file) => {
    expect(readFileSync(join(import.meta.dirname, '..', file), 'utf8')).toContain(piece);
    expect(failureSites().some(({ message }) => message.includes(piece))).toBe(true);
  });
});
