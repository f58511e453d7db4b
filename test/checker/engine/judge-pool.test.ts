import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Family } from '../../../scripts/checker/engine/family.ts';
import { type FamilyResult, judgeFamily } from '../../../scripts/checker/engine/judge-family.ts';
import { startJudgePool } from '../../../scripts/checker/engine/judge-pool.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { familyOf, judgement } from './families.ts';

describe('threads that judge families', () => {
  it('say what is said without threads', async () => {
    const families = [familyOf('one'), familyOf('two', 1), familyOf('three', 2)];
    expect(await judgeAll(families)).toEqual(families.map((family) => judgeFamily(family, judgement)));
  });

  it('lose no family but the one that ends a thread, and say so', async () => {
    const keys = ['one', 'deadly', 'two', 'faulty', 'three', 'four'];
    const entry = new URL('./dying-thread.ts', import.meta.url);
    const results = await judgeAll(
      keys.map((key) => familyOf(key, 1)),
      entry,
    );
    expect(results.map(({ key }) => key)).toEqual(keys);
    expect(results.filter(({ findings }) => findings.length === 0).map(({ key }) => key)).toEqual([
      'deadly',
      'faulty',
    ]);
    const [, deadly, , faulty] = results;
    expect(deadly?.notCompared).toEqual([
      {
        path: 'en-US/deadly.md',
        reason:
          'It was not judged: the thread that judged it and its translations broke off (it ended with code 3).',
      },
      { path: 'sv-SE/deadly.md', reason: expect.stringMatching(/^It was not judged/) },
    ]);
    expect(deadly?.pages.map(({ path, state, isCompared }) => [path, state, isCompared])).toEqual([
      ['en-US/deadly.md', 'source', false],
      ['sv-SE/deadly.md', 'unknown', false],
      ['zh-CN/deadly.md', 'missing', false],
    ]);
    expect(deadly?.crashes).toHaveLength(2);
    expect(faulty?.notCompared[0]?.reason).toContain('(no luck)');
  });

  it('are not needed where none can be started', async () => {
    const folder = temporaryFolder({ 'broken.mjs': 'await import("./not-there.mjs");' });
    const families = [familyOf('one'), familyOf('two', 1), familyOf('three')];
    expect(await judgeAll(families, pathToFileURL(join(folder, 'broken.mjs')))).toEqual(
      families.map((family) => judgeFamily(family, judgement)),
    );
  });
});

async function judgeAll(families: readonly Family[], entry?: URL): Promise<readonly FamilyResult[]> {
  const pool = startJudgePool(2, judgement, entry);
  const results: Promise<string>[] = [];
  for (const family of families) {
    await pool.room();
    results.push(pool.judge(family));
  }
  const judged = await Promise.all(results);
  await pool.close();
  return judged.map((json) => JSON.parse(json) as FamilyResult);
}
