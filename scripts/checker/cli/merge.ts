import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readBaseline } from '../baseline/baseline-file.ts';
import { programId } from '../cache/program-id.ts';
import { nameOfJudgement } from '../cache/result-cache.ts';
import { includable } from '../engine/judge-family.ts';
import { OperationalError } from '../operational-error.ts';
import { rules } from '../rules/index.ts';
import { joinShards } from '../shards/join-shards.ts';
import { nameOfSettings } from '../shards/record-shard.ts';
import { type NamedResults, readShardReport, type ShardReport } from '../shards/shard-report.ts';
import { checkSince } from '../workspace/check-since.ts';
import { type CheckingOptions, checkWorkspace, type OpenResults } from '../workspace/check-workspace.ts';
import { goneSentence, sayBase } from './check.ts';
import { ruleNamed } from './explain.ts';
import { notesPrinter } from './print-notes.ts';
import { printReport, readFailOn, readFormats } from './print-report.ts';
import { readableOf, readableTree, readSettings, type SettingsFlags } from './read-settings.ts';
import type { Terminal } from './terminal.ts';

/** What `lockstep merge` was asked. */
export interface MergeRequest extends SettingsFlags {
  /** Reports of shards, or folders of them. */
  readonly files: readonly string[];
  readonly formats: readonly string[];
  readonly failOn: string | undefined;
}

/**
 * Joins the reports of all shards into the one that a single run would have given, and gives back the exit code.
 *
 * It runs where the shards ran, on the same pages: rules on the whole tree look at the files around the pages, and
 * reports quote them. No page is judged again.
 */
export async function merge(request: MergeRequest, terminal: Terminal): Promise<number> {
  const formats = readFormats(request.formats);
  const failOn = readFailOn(request.failOn);
  const { folder } = terminal;
  const files = request.files.flatMap((file) => reportsIn(folder, file));
  const { first, results } = joinShards(files.map((file) => readShardReport(folder, file)));
  const settings = await readSettings(request, terminal);
  if (nameOfSettings(settings) !== first.shard.settings) {
    throw new OperationalError(
      `The settings are not those that \`${first.file}\` was made with.`,
      'Run `lockstep merge` on the commit that the shards checked, with the same `--config`.',
    );
  }
  const {
    paths,
    ignoresUnmatched,
    locales,
    rules: ids,
    included,
    base,
    baseline: named,
  } = first.shard.request;
  const chosen = ids.length === 0 ? rules : ids.map(ruleNamed);
  const baselineFile = named ?? settings.baseline;
  const baseline = baselineFile === undefined ? undefined : readBaseline(folder, baselineFile);
  const options: CheckingOptions = {
    isCached: false,
    tree: readableTree(request, terminal),
    ...(baseline && { baseline }),
    ...(included.length > 0 && { included: includable.filter((name) => included.includes(name)) }),
    openResults: resultsOfShards(results, first),
    onNotes: notesPrinter(terminal),
  };
  const selection = { paths, ignoresUnmatched, locales };
  const result =
    base === null
      ? await checkWorkspace(folder, settings, chosen, selection, options)
      : await checkSince(
          { ref: base, confine: readableOf(request), known: results },
          folder,
          settings,
          chosen,
          selection,
          options,
        );
  const gone = (baseline?.size ?? 0) - result.baselined;
  const isWhole = paths.length + locales.length + ids.length === 0;
  if (isWhole && gone > 0) terminal.stderr.write(goneSentence(gone, baselineFile ?? ''));
  sayBase(result, terminal);
  return printReport(result, formats, failOn, terminal);
}

/** A folder stands for the JSON files in it, as a download of several artifacts leaves them. */
function reportsIn(folder: string, file: string): readonly string[] {
  if (statSync(resolve(folder, file), { throwIfNoEntry: false })?.isDirectory() !== true) return [file];
  const found = readdirSync(resolve(folder, file), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .toSorted();
  if (found.length > 0) return found.map((name) => join(file, name));
  throw new OperationalError(
    `There is no JSON file in \`${file}\`.`,
    'Give the files that `lockstep check --shard I/N --format json=FILE` has written, or their folder.',
  );
}

/** What the shards know, and nothing else: a page that they do not know is another than the one they checked. */
function resultsOfShards(results: NamedResults, first: ShardReport): OpenResults {
  return (judgement) => {
    if (nameOfJudgement(judgement, programId()) !== first.shard.judgement) {
      throw new OperationalError(
        `Labels, glossaries, lists or the program are not those that \`${first.file}\` was made with.`,
        'Run `lockstep merge` on the commit that the shards checked, by the same version of lockstep and Node.',
      );
    }
    return {
      get: (name) => {
        const result = results.get(name);
        if (result !== undefined) return result;
        throw new OperationalError(
          'The pages are not those that the shards checked.',
          'Run `lockstep merge` on the commit that the shards checked, with as much of its history (`fetch-depth`).',
        );
      },
      put: () => undefined,
      save: () => undefined,
    };
  };
}
