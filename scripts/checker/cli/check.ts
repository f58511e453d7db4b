import { readBaseline } from '../baseline/baseline-file.ts';
import type { Settings } from '../config/settings.ts';
import type { Included } from '../engine/judge-family.ts';
import { OperationalError } from '../operational-error.ts';
import { escapeForLog } from '../reporters/escape-controls.ts';
import { rules } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import type { CheckResult } from '../run-check.ts';
import { readShard, type Shard } from '../shards/read-shard.ts';
import { type ShardRecording, startRecording } from '../shards/record-shard.ts';
import { type CheckOfChange, checkSince } from '../workspace/check-since.ts';
import { type CheckingOptions, checkWorkspace, type Selection } from '../workspace/check-workspace.ts';
import { ruleNamed } from './explain.ts';
import { type FixFlags, mendFiles, printDryRun, readFixRequest } from './fix.ts';
import { printAlignments } from './print-alignments.ts';
import { notesPrinter } from './print-notes.ts';
import { type OutputFormat, printReport, readFailOn, readFormats } from './print-report.ts';
import { startProgress } from './progress.ts';
import { readIncluded } from './read-included.ts';
import { readLocale } from './read-locale.ts';
import { readableOf, readableTree, readSettings, type SettingsFlags } from './read-settings.ts';
import type { Terminal } from './terminal.ts';
import { assertWatchable, watchPages } from './watch.ts';

/** What `lockstep check` was asked. */
export interface CheckRequest extends SettingsFlags {
  readonly paths: readonly string[];
  /** Whether paths that are no pages are passed over. */
  readonly ignoresUnmatched: boolean;
  readonly formats: readonly string[];
  readonly locales: readonly string[];
  readonly rules: readonly string[];
  /** What the JSON report says of each page beside its state. */
  readonly included: readonly string[];
  readonly failOn: string | undefined;
  /** Whether results of earlier runs are used, and those of this one kept. */
  readonly isCached: boolean;
  readonly isVerbose: boolean;
  readonly fix: FixFlags;
  /** File of a baseline, in place of the settings'. */
  readonly baseline: string | undefined;
  /** Branch or commit: what the change since has added is reported alone. */
  readonly base: string | undefined;
  /** Whether to check again whenever something changes. */
  readonly isWatching: boolean;
  /** `I/N`: which part of the check this is. */
  readonly shard: string | undefined;
}

/** Checks the pages that the settings describe, and gives back the exit code. */
export async function check(request: CheckRequest, terminal: Terminal): Promise<number> {
  const formats = readFormats(request.formats);
  const failOn = readFailOn(request.failOn);
  const fix = readFixRequest(request.fix, formats);
  const included = readIncluded(request.included, formats);
  const shard = request.shard === undefined ? undefined : readShard(request.shard);
  if (shard !== undefined && fix !== undefined) {
    throw new OperationalError(
      '`--shard` checks a part of the pages, and `--fix` would fix that part alone, on one of several machines.',
      'Leave `--shard` out to fix pages.',
    );
  }
  const chosen = request.rules.length === 0 ? rules : request.rules.map(ruleNamed);
  const locales = request.locales.map(readLocale);
  if (request.isWatching) {
    assertWatchable(request);
    return watchPages({ check: request, formats, failOn, rules: chosen, locales }, terminal);
  }
  const settings = await readSettings(request, terminal);
  const baselineFile = request.baseline ?? settings.baseline;
  const baseline = baselineFile === undefined ? undefined : readBaseline(terminal.folder, baselineFile);
  const onNotes = notesPrinter(terminal);
  const recording = shard && startRecording(request, settings, shard);
  const run = (): Promise<CheckResult> =>
    checkOnce(request, settings, chosen, locales, included, baseline, onNotes, terminal, recording);
  const checked = fix === undefined || fix.isDryRun ? await run() : await mendFiles(run, fix, terminal);
  const result = recording === undefined ? checked : recording.complete(checked);
  printAlignments(result.alignments, terminal);
  const isWhole = request.paths.length + request.locales.length + request.rules.length === 0;
  const gone = (baseline?.size ?? 0) - result.baselined;
  if (isWhole && shard === undefined && gone > 0)
    terminal.stderr.write(goneSentence(gone, baselineFile ?? ''));
  sayBase(checked, terminal);
  if (shard !== undefined) terminal.stderr.write(shardSentence(shard, result, formats));
  if (fix?.isDryRun) return printDryRun(result, fix, formats, failOn, terminal);
  return printReport(result, formats, failOn, terminal);
}

/** Says that findings of a baseline are gone. */
export function goneSentence(gone: number, file: string): string {
  const found = gone === 1 ? 'finding of the baseline is' : 'findings of the baseline are';
  return `${gone} ${found} gone; run \`lockstep baseline\` to take ${gone === 1 ? 'it' : 'them'} out of ${escapeForLog(file)}.\n`;
}

function shardSentence(
  { index, count }: Shard,
  { report, crashes }: CheckResult,
  formats: readonly OutputFormat[],
): string {
  const { pages } = report.summary;
  const part = `Shard ${index} of ${count}: ${pages} ${pages === 1 ? 'page' : 'pages'}.`;
  if (crashes.length > 0) return `${part}\n`;
  const isKept = formats.some(({ format }) => format === 'json');
  const merge = isKept
    ? '`lockstep merge`'
    : '`lockstep merge`, which needs the report of each shard as JSON (`--format json=FILE`)';
  return `${part} Rules on the whole tree, such as \`broken-anchor\`, speak in ${merge}.\n`;
}

/** Says what was held back of a check of a change. */
export function sayBase(result: CheckResult, { stderr }: Terminal): void {
  if (isOfChange(result)) stderr.write(baseSentence(result));
}

function isOfChange(result: CheckResult): result is CheckOfChange {
  return 'base' in result;
}

function baseSentence({ base, hadPages, heldBack }: CheckOfChange): string {
  const state = `\`${escapeForLog(base.ref)}\` (merge base ${base.commit.slice(0, 7)})`;
  if (!hadPages) return `No page was there as of ${state}: everything found is new.\n`;
  return heldBack === 0
    ? `Nothing was held back: no finding was there as of ${state}.\n`
    : `Held back ${heldBack} ${heldBack === 1 ? 'finding that was' : 'findings that were'} there as of ${state}.\n`;
}

function checkOnce(
  request: CheckRequest,
  settings: Settings,
  chosen: readonly Rule[],
  locales: readonly string[],
  included: readonly Included[] | undefined,
  baseline: ReadonlySet<string> | undefined,
  onNotes: (notes: readonly string[]) => void,
  terminal: Terminal,
  recording?: ShardRecording,
): Promise<CheckResult> {
  const progress = startProgress(terminal);
  const { paths, ignoresUnmatched } = request;
  const selection: Selection = { paths, ignoresUnmatched, locales };
  const options: CheckingOptions = {
    isCached: request.isCached,
    tree: readableTree(request, terminal),
    ...(baseline && { baseline }),
    ...(included && { included }),
    ...(request.isVerbose && { explained: request.paths.length > 0 ? 'all' : 'with findings' }),
    ...(recording && { shard: recording.shard, record: recording.record }),
    onNotes,
    onProgress: progress.show,
    onUncached: (reason) => {
      progress.clear();
      if (request.isVerbose)
        terminal.stderr.write(`Results could not be kept for the next run: ${reason}.\n`);
    },
  };
  const { folder } = terminal;
  return (
    request.base === undefined
      ? checkWorkspace(folder, settings, chosen, selection, options)
      : checkSince(
          { ref: request.base, confine: readableOf(request) },
          folder,
          settings,
          chosen,
          selection,
          options,
        )
  ).finally(progress.clear);
}
