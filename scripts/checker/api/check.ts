import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import * as z from 'zod';
import type { Report } from '../../../src/domain/report/report.ts';
import { readBaseline } from '../baseline/baseline-file.ts';
import { ruleNamed } from '../cli/explain.ts';
import { parseSettings } from '../config/load-settings.ts';
import type { Settings } from '../config/settings.ts';
import { includable } from '../engine/judge-family.ts';
import { OperationalError } from '../operational-error.ts';
import { rules as allRules } from '../rules/index.ts';
import { checkWorkspace } from '../workspace/check-workspace.ts';
import { readLocale, readOptions } from './read-options.ts';
import { rememberTexts } from './report-texts.ts';

/** What to check, and how; everything may be left out. */
export interface CheckOptions {
  /** Working folder: where patterns, paths and settings' files start, and what paths of the report are relative to. Default: the process's. */
  readonly folder?: string | undefined;
  /** Pages or folders; findings of these alone are reported. Default: all. */
  readonly paths?: readonly string[] | undefined;
  /** Whether paths that are no pages are passed over; then it is no error that nothing is left to compare. Default: `false`. */
  readonly ignoreUnmatched?: boolean | undefined;
  /** BCP 47; findings of these locales alone are reported. Default: all. */
  readonly locales?: readonly string[] | undefined;
  /** Ids of rules that run. Default: all that the settings do not turn off. */
  readonly rules?: readonly string[] | undefined;
  /** What the report says of each translation beside its state. Default: nothing. */
  readonly include?: readonly ('alignment' | 'drift')[] | undefined;
  /** File of a baseline, whose findings are held back; `false` for none. Default: the settings' `baseline`. */
  readonly baseline?: string | false | undefined;
  /** Whether results are kept for the next run, and those of earlier ones used. Default: `true`. */
  readonly cache?: boolean | undefined;
  /** How many threads judge a large tree. Default: as many as the machine runs at once. */
  readonly threads?: number | undefined;
  /** Hears how many pages are judged, of how many. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

const optionsSchema = z.strictObject({
  folder: z.string().optional(),
  paths: z.array(z.string()).optional(),
  ignoreUnmatched: z.boolean().optional(),
  locales: z.array(z.string()).optional(),
  rules: z.array(z.string()).optional(),
  include: z.array(z.enum(includable)).optional(),
  baseline: z.union([z.string(), z.literal(false)]).optional(),
  cache: z.boolean().optional(),
  threads: z.int().min(1).optional(),
  onProgress: z
    .custom<(done: number, total: number) => void>(
      (value) => typeof value === 'function',
      'must be a function',
    )
    .optional(),
}) satisfies z.ZodType<CheckOptions>;

/**
 * Checks the pages that settings describe, as `lockstep check` does, and gives back the report.
 *
 * Nothing is printed, and the process is left as it is. What could not be judged, a rule that broke among it, is in
 * the report's `notCompared`.
 * @throws {OperationalError} Where the settings or the options say something they cannot, or nothing is left to compare.
 * @example
 * const report = await check({ sourceLocale: 'en', pages: 'docs/{locale}/{path}.md' }, { locales: ['sv'] });
 * report.summary.errors // => 2
 * report.findings[0]?.message // => 'Step `Select **Submit**.` is missing'
 */
export async function check(settings: Settings, options: CheckOptions = {}): Promise<Report> {
  const { folder: given, paths = [], locales = [], ...rest } = readOptions(optionsSchema, options, 'check');
  const folder = folderAt(given);
  const parsed = parseSettings(settings, 'settings');
  const baseline = rest.baseline === false ? undefined : (rest.baseline ?? parsed.baseline);
  const rules = rest.rules === undefined ? allRules : rest.rules.map(ruleNamed);
  const selection = {
    paths,
    ignoresUnmatched: rest.ignoreUnmatched === true,
    locales: locales.map((locale) => readLocale(locale, 'locales')),
  };
  const { report, textOf } = await checkWorkspace(folder, parsed, rules, selection, {
    isCached: rest.cache !== false,
    ...(baseline !== undefined && { baseline: readBaseline(folder, baseline) }),
    ...(rest.include !== undefined && { included: rest.include }),
    ...(rest.threads !== undefined && { threads: rest.threads }),
    ...(rest.onProgress && { onProgress: rest.onProgress }),
  });
  return rememberTexts(report, textOf);
}

/**
 * The folder that a script named, the process's where it named none.
 * @throws {OperationalError} Where there is no such folder.
 */
export function folderAt(given: string | undefined): string {
  const folder = resolve(given ?? process.cwd());
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return folder;
  throw new OperationalError(
    `There is no folder \`${given ?? folder}\`.`,
    'Give one as `folder`; a relative path starts at the working folder of the process.',
  );
}
