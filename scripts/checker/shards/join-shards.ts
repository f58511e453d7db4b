import type { FamilyResult } from '../engine/judge-family.ts';
import { OperationalError } from '../operational-error.ts';
import type { NamedResults, ShardReport } from './shard-report.ts';

/**
 * The results of all shards of one check, and what that was asked.
 * @throws {OperationalError} Where one is missing or there twice, and where they are not of one check.
 */
export function joinShards(reports: readonly ShardReport[]): {
  readonly first: ShardReport;
  readonly results: NamedResults;
} {
  const [first, ...others] = reports.toSorted((one, other) => one.shard.index - other.shard.index);
  if (first === undefined) throw new RangeError('There are no reports to join.');
  const { count } = first.shard;
  for (const other of others) {
    if (other.shard.count !== count) {
      throw new OperationalError(
        `\`${first.file}\` is shard ${partOf(first)}, and \`${other.file}\` is shard ${partOf(other)}.`,
        'Merge the reports of one check, all of whose shards count the same.',
      );
    }
    const different = differenceOf(first, other);
    if (different !== undefined) {
      throw new OperationalError(
        `\`${first.file}\` and \`${other.file}\` are not of one check: ${different}.`,
        'Run all shards of a check with the same arguments, on the same commit, by the same version of lockstep and Node.',
      );
    }
  }
  const byIndex = Map.groupBy(reports, ({ shard }) => shard.index);
  const twice = [...byIndex.values()].find((own) => own.length > 1);
  if (twice !== undefined) {
    throw new OperationalError(
      `${twice.map(({ file }) => `\`${file}\``).join(' and ')} are both shard ${partOf(first, twice[0])}.`,
      'Give the report of each shard once.',
    );
  }
  const missing = Array.from({ length: count }, (_, at) => at + 1).filter((index) => !byIndex.has(index));
  if (missing.length > 0) {
    const which = `shard${missing.length === 1 ? '' : 's'} ${new Intl.ListFormat('en').format(missing.map(String))}`;
    throw new OperationalError(
      `Reports are missing: ${which} of ${count}.`,
      'Give the reports of all shards; one that could not run has written none, and its log says why.',
    );
  }
  const results = new Map<string, FamilyResult>(reports.flatMap((report) => [...report.results]));
  return { first, results };
}

function partOf(of: ShardReport, { shard }: ShardReport = of): string {
  return `${shard.index} of ${shard.count}`;
}

function differenceOf({ shard: one }: ShardReport, { shard: other }: ShardReport): string | undefined {
  if (JSON.stringify(one.request) !== JSON.stringify(other.request))
    return 'they were asked different things';
  if (one.settings !== other.settings) return 'their settings differ';
  if (one.tree !== other.tree) return 'their pages differ';
  if (one.judgement !== other.judgement) {
    return 'their labels, glossaries or lists differ, or the program that judged does';
  }
  return undefined;
}
