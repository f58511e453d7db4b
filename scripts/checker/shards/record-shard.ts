import { hash } from 'node:crypto';
import type { ShardDetails } from '../../../src/domain/report/report.ts';
import type { Settings } from '../config/settings.ts';
import type { CheckResult } from '../engine/join-results.ts';
import type { FamilyResult } from '../engine/judge-family.ts';
import type { ResultsRecord } from '../workspace/check-workspace.ts';
import type { Shard } from './read-shard.ts';
import { withShard } from './shard-report.ts';

/** What a shard was asked, of what all shards of a check are. */
export interface ShardRequest {
  readonly paths: readonly string[];
  readonly locales: readonly string[];
  readonly rules: readonly string[];
  /** What `--include` asks for. */
  readonly included: readonly string[];
  readonly base: string | undefined;
  readonly baseline: string | undefined;
  /** Whether paths without a page are passed over. */
  readonly ignoresUnmatched: boolean;
}

/** Takes note of a part of a check for the report of that part. */
export interface ShardRecording {
  readonly shard: Shard;
  readonly record: ResultsRecord;
  /** The result with all that `lockstep merge` needs in its report. */
  readonly complete: (result: CheckResult) => CheckResult;
}

/** Starts to take note of a part of a check. */
export function startRecording(request: ShardRequest, settings: Settings, shard: Shard): ShardRecording {
  const results = new Map<string, FamilyResult>();
  const names = { judgement: '', tree: '' };
  return {
    shard,
    record: {
      begin: (judgement, tree) => {
        Object.assign(names, { judgement, tree });
      },
      note: (name, result) => results.set(name, result),
    },
    complete: (result) => {
      const origin = {
        ...shard,
        request: keptRequest(request),
        settings: nameOfSettings(settings),
        ...names,
      };
      return { ...result, report: withShard(result.report, origin, results) };
    },
  };
}

/** A name for settings: others have another name. */
export function nameOfSettings(settings: Settings): string {
  return hash('sha256', JSON.stringify(settings)).slice(0, 32);
}

function keptRequest({ base, baseline, ...request }: ShardRequest): ShardDetails['request'] {
  const { paths, ignoresUnmatched, locales, rules, included } = request;
  return {
    paths: [...paths],
    ignoresUnmatched,
    locales: [...locales],
    rules: [...rules],
    included: [...included],
    base: base ?? null,
    baseline: baseline ?? null,
  };
}
