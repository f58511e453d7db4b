import { pageStateSchema } from '../../../src/domain/report/page-state.ts';
import { actions, type StatusReport } from '../../../src/domain/report/status.ts';
import { readBaseline } from '../baseline/baseline-file.ts';
import { closest } from '../closest.ts';
import type { Settings } from '../config/settings.ts';
import { OperationalError } from '../operational-error.ts';
import { escapeForLog } from '../reporters/escape-controls.ts';
import { renderJson } from '../reporters/json.ts';
import type { PrettyOptions } from '../reporters/pretty.ts';
import { renderStatusHtml } from '../reporters/status-html.ts';
import { renderStatusPretty } from '../reporters/status-pretty.ts';
import { rules } from '../rules/index.ts';
import { statusOf } from '../status/status-of.ts';
import { structureRules } from '../status/structure-rules.ts';
import { checkWorkspace } from '../workspace/check-workspace.ts';
import { notesPrinter } from './print-notes.ts';
import { printFormats, readFormatsOf } from './print-report.ts';
import { startProgress } from './progress.ts';
import { readLocale } from './read-locale.ts';
import { readableTree, readSettings, type SettingsFlags } from './read-settings.ts';
import { exitCodes, type Terminal } from './terminal.ts';

/** What `lockstep status` was asked. */
export interface StatusRequest extends SettingsFlags {
  readonly paths: readonly string[];
  readonly formats: readonly string[];
  readonly locales: readonly string[];
  /** Actions and states. */
  readonly failOn: readonly string[];
  /** Whether results of earlier runs are used, and those of this one kept. */
  readonly isCached: boolean;
  /** Whether pages that are fine are listed too. */
  readonly isVerbose: boolean;
}

/** Formats that the status is printed in. */
const statusFormats = ['pretty', 'json', 'html'] as const;

/**
 * Tells how every translation stands to its source and what there is to do, and gives back the exit code: findings
 * where a page has one of the actions or states to fail on.
 */
export async function status(request: StatusRequest, terminal: Terminal): Promise<number> {
  const formats = readFormatsOf(request.formats.length === 0 ? ['pretty'] : request.formats, statusFormats);
  const failOn = request.failOn.map(readFailure);
  const locales = request.locales.map(readLocale);
  const settings = await readSettings(request, terminal);
  const { report, crashes } = await judge(request, locales, settings, terminal);
  const found = statusOf(report, settings.sourceRevision !== undefined);
  if (found.pages.length === 0) {
    throw new OperationalError(
      'There is no translation whose state could be told.',
      'Name `pages`, and `locales` that they are translated into, in the settings.',
    );
  }
  const isWhole = request.isVerbose || request.paths.length > 0;
  printFormats(
    formats,
    (format, look) => render(found, format, settings.sourceLocale, { ...look, isWhole }),
    report.pages,
    terminal,
  );
  for (const crash of crashes) terminal.stderr.write(`lockstep: ${escapeForLog(crash)}\n`);
  if (crashes.length > 0) return exitCodes.failed;
  const isFailing = found.pages.some(({ action, state }) =>
    failOn.some((each) => each === action || each === state),
  );
  return isFailing ? exitCodes.findings : exitCodes.clean;
}

function judge(
  request: StatusRequest,
  locales: readonly string[],
  settings: Settings,
  terminal: Terminal,
): ReturnType<typeof checkWorkspace> {
  const ofPages: Settings = {
    ...settings,
    messages: undefined,
    messageUsage: undefined,
    requiredMessages: undefined,
  };
  const progress = startProgress(terminal);
  return checkWorkspace(
    terminal.folder,
    ofPages,
    rules.filter(({ id }) => structureRules.has(id)),
    { paths: request.paths, locales },
    {
      isCached: request.isCached,
      tree: readableTree(request, terminal),
      included: ['drift'],
      mayCompareNothing: true,
      ...(settings.baseline !== undefined && {
        baseline: readBaseline(terminal.folder, settings.baseline),
      }),
      onNotes: notesPrinter(terminal),
      onProgress: progress.show,
    },
  ).finally(progress.clear);
}

function render(
  report: StatusReport,
  format: (typeof statusFormats)[number],
  sourceLocale: string,
  look: Pick<PrettyOptions, 'colours' | 'columns'> & { readonly isWhole: boolean },
): Iterable<string> {
  switch (format) {
    case 'pretty':
      return [renderStatusPretty(report, look)];
    case 'json':
      return renderJson(report);
    case 'html':
      return renderStatusHtml(report, sourceLocale);
  }
}

/** @throws {OperationalError} For what is neither an action nor a state of a translation. */
function readFailure(given: string): string {
  const names: readonly string[] = [
    ...new Set([...actions, ...pageStateSchema.options.filter((state) => state !== 'source')]),
  ];
  if (names.includes(given)) return given;
  const near = closest(given, names);
  throw new OperationalError(
    `\`--fail-on ${given}\` is neither an action nor a state.`,
    `${near === undefined ? '' : `Did you mean \`${near}\`? `}Give any of ${names.join(', ')}.`,
  );
}
