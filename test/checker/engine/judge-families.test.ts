import { describe, expect, it } from 'vitest';
import type { Family } from '../../../scripts/checker/engine/family.ts';
import { joinResults } from '../../../scripts/checker/engine/join-results.ts';
import { type JudgingOptions, judgeFamilies } from '../../../scripts/checker/engine/judge-families.ts';
import type { Report } from '../../../src/domain/report/report.ts';
import { familyOf, foundFamily, judgement } from './families.ts';

const families = ['one', 'two', 'three', 'four', 'five'].map((key, at) => familyOf(key, at % 3));

describe('judgeFamilies', () => {
  it('gives one report, whatever the order of families and the number of threads', async () => {
    const report = await reportOf(families, { threads: 1 });
    expect(report.findings.length).toBeGreaterThan(5);
    const backwards = families.toReversed().map((family) => ({
      ...family,
      files: family.files.toReversed(),
      expected: family.expected.toReversed(),
    }));
    expect(await reportOf(backwards, { threads: 1 })).toEqual(report);
    expect(await reportOf(families, { threads: 2, threadsFrom: 0 })).toEqual(report);
    expect(await reportOf(backwards, { threads: 3, threadsFrom: 500 })).toEqual(report);
  });

  it('tells of each family that is done', async () => {
    const done: string[] = [];
    await judgeFamilies(families.map(foundFamily), judgement, {
      threads: 2,
      threadsFrom: 0,
      onJudged: ({ key }) => done.push(key),
    });
    expect(done.toSorted()).toEqual(families.map(({ key }) => key).toSorted());
  });

  it('judges by rules that threads do not know', async () => {
    const own = { ...judgement, rules: judgement.rules.map((rule) => ({ ...rule })) };
    const results = await judgeFamilies(families.map(foundFamily), own, { threads: 2, threadsFrom: 0 });
    expect(results).toHaveLength(families.length);
  });
});

async function reportOf(judged: readonly Family[], options: JudgingOptions): Promise<Report> {
  return joinResults(await judgeFamilies(judged.map(foundFamily), judgement, options), {
    rules: judgement.rules,
    product: judgement.product,
    expected: judged.flatMap(({ expected }) => expected),
    severityOf: () => undefined,
    isReported: () => true,
    notCompared: [],
    textOf: () => undefined,
  }).report;
}
