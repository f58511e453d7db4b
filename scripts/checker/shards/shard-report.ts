import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import packageJson from '../../../package.json' with { type: 'json' };
import { type Report, reportSchema, type ShardDetails } from '../../../src/domain/report/report.ts';
import type { FamilyResult } from '../engine/judge-family.ts';
import { OperationalError, reasonOf } from '../operational-error.ts';

/** What became of a family, by the name of what that rests on. */
export type NamedResults = ReadonlyMap<string, FamilyResult>;

/** What a shard was asked, and how it judged. */
export type ShardOrigin = Omit<ShardDetails, 'version' | 'checksum'>;

/** A report with what `lockstep merge` needs of a shard beside it. */
export function withShard(report: Report, origin: ShardOrigin, results: NamedResults): Report {
  const shardResults = Array.from(results, ([name, result]) => {
    // How pages were aligned is shown by the shard itself.
    return { name, result: { ...result, alignments: [] } };
  }).toSorted((one, other) => (one.name < other.name ? -1 : 1));
  const { version } = packageJson;
  return {
    ...report,
    shard: { ...origin, version, checksum: checksumOf(shardResults) },
    shardResults,
  };
}

/** A shard's report as it was read. */
export interface ShardReport {
  readonly file: string;
  readonly shard: ShardDetails;
  readonly results: NamedResults;
}

/**
 * Reads the report of a shard.
 * @throws {OperationalError} Where it is not there, no JSON, no report, none of a shard, or one that was changed since.
 */
export function readShardReport(folder: string, file: string): ShardReport {
  const value = readJson(folder, file);
  const parsed = reportSchema.safeParse(value);
  if (!parsed.success) {
    throw new OperationalError(
      `\`${file}\` is not a report of this version.`,
      'Give the files that `lockstep check --shard I/N --format json=FILE` has written.',
    );
  }
  const { shard, shardResults } = parsed.data;
  if (shard === undefined || shardResults === undefined) {
    throw new OperationalError(
      `\`${file}\` is the report of a whole check, not of a part of one.`,
      'Give the files that `lockstep check --shard I/N --format json=FILE` has written.',
    );
  }
  if (shard.version !== packageJson.version) {
    throw new OperationalError(
      `\`${file}\` was written by lockstep ${shard.version}, this is ${packageJson.version}.`,
      'Run the shards and `lockstep merge` by the same version.',
    );
  }
  if (shard.checksum !== checksumOf(shardResults)) {
    throw new OperationalError(
      `\`${file}\` is not as it was written: its checksum does not hold.`,
      'Run that shard again, and hand its file on as it is.',
    );
  }
  // The checksum tells that it is what a shard has written.
  const results = shardResults.map(({ name, result }) => [name, result as unknown as FamilyResult] as const);
  return { file, shard, results: new Map(results) };
}

function readJson(folder: string, file: string): unknown {
  try {
    return JSON.parse(readFileSync(resolve(folder, file), 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new OperationalError(
      `Could not read the report \`${file}\`: ${reasonOf(error)}.`,
      'Give a JSON file that `lockstep check --shard I/N --format json=FILE` has written.',
      { cause: error },
    );
  }
}

function checksumOf(results: readonly unknown[]): string {
  const hash = createHash('sha256');
  for (const result of results) hash.update(JSON.stringify(result)).update('\n');
  return hash.digest('hex');
}
