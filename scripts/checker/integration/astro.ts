import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import type { AstroIntegration, AstroIntegrationLogger, HookParameters } from 'astro';
import { AstroError } from 'astro/errors';
import type { Finding, Severity } from '../../../src/domain/report/report.ts';
import { severities } from '../../../src/domain/report/severity.ts';
import { readBaseline } from '../baseline/baseline-file.ts';
import { printReport, readFailOn } from '../cli/print-report.ts';
import { exitCodes, type Terminal } from '../cli/terminal.ts';
import { loadSettings, settingsFiles } from '../config/load-settings.ts';
import type { Settings } from '../config/settings.ts';
import { includable } from '../engine/judge-family.ts';
import { OperationalError } from '../operational-error.ts';
import { escapeForLog } from '../reporters/escape-controls.ts';
import { rules } from '../rules/index.ts';
import type { CheckResult } from '../run-check.ts';
import { startLiveCheck } from '../session/live-check.ts';
import { checkWorkspace } from '../workspace/check-workspace.ts';
import { type OverlayError, overlayError, placeAndMessage } from './overlay-error.ts';
import { writeReport } from './write-report.ts';

/** How the check runs in Astro. */
export interface LockstepOptions {
  /** From which severity on a finding stops a build and comes into the overlay; default: error. */
  readonly failOn?: Severity;
  /** Settings file, relative to Astro's root; default: those that `lockstep check` finds there. */
  readonly config?: string;
  /** Whether the dev server's overlay shows errors in pages that were changed; default: it does. */
  readonly overlay?: boolean;
  /**
   * Folder, relative to Astro's root, where a build writes `report.json` before it renders a page, alignments and
   * drift included, and `sources/<blob id>` for each old source text that the report speaks of; default: nowhere.
   */
  readonly reportFolder?: string;
}

type ViteDevServer = HookParameters<'astro:server:setup'>['server'];

/**
 * An Astro integration that holds translations against their sources, with the settings in Astro's root.
 *
 * A build stops at an error, with the report that `lockstep check` prints. `astro dev` prints the report, and what comes
 * and goes as files change; errors that came since it was started, or that stand in a page changed since, are shown in
 * the browser, too, until they are mended. A backlog stays in the log: an overlay over every page would help nobody.
 */
export function lockstep(options: LockstepOptions = {}): AstroIntegration {
  const failOn = readFailOn(options.failOn);
  let folder = process.cwd();
  let server: ViteDevServer | undefined;
  let end: Promise<(() => void) | undefined> = Promise.resolve(undefined);
  const stop = async (): Promise<void> => {
    const close = await end;
    close?.();
  };
  return {
    name: 'lockstep',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        // Where the server starts anew because Astro's settings have changed, this alone is told.
        if (command === 'dev') updateConfig({ vite: { plugins: [{ name: 'lockstep', closeBundle: stop }] } });
      },
      'astro:config:done': ({ config }) => {
        folder = fileURLToPath(config.root);
      },
      'astro:build:start': async () => {
        if ((await checkFolder(folder, options, failOn)) === exitCodes.clean) return;
        throw new AstroError(
          `The check found ${failOn === 'error' ? 'errors' : 'findings that fail the build'} in the pages; the report is above. Fix them and build again.`,
          'Run `lockstep check` for the report alone.',
        );
      },
      'astro:server:setup': ({ server: started }) => {
        server = started;
      },
      'astro:server:start': ({ logger }) => {
        end = checkLive(folder, { ...options, failOn }, server, logger);
      },
      'astro:server:done': stop,
    },
  };
}

async function checkFolder(
  folder: string,
  { config, reportFolder }: LockstepOptions,
  failOn: Severity,
): Promise<number> {
  try {
    const settings = await loadSettings(folder, config);
    const { baseline: file } = settings;
    const baseline = file === undefined ? undefined : readBaseline(folder, file);
    const result = await checkWorkspace(
      folder,
      settings,
      rules,
      {},
      { ...(baseline && { baseline }), ...(reportFolder !== undefined && { included: includable }) },
    );
    if (reportFolder !== undefined) writeReport(resolve(folder, reportFolder), result);
    return print(result, failOn, folder);
  } catch (error) {
    if (!(error instanceof OperationalError)) throw error;
    throw Object.assign(new AstroError(error.message, error.hint), { cause: error });
  }
}

function print(result: CheckResult, failOn: Severity, folder: string): number {
  const { stdout, stderr, env } = process;
  const terminal: Terminal = { stdout, stderr, folder, environment: env };
  return printReport(result, [{ format: 'pretty', file: undefined }], failOn, terminal);
}

/** Gives back how to end it; what is wrong is said in the log, for a dev server goes on whatever pages hold. */
async function checkLive(
  folder: string,
  { failOn, config, overlay = true }: LockstepOptions & { readonly failOn: Severity },
  server: ViteDevServer | undefined,
  logger: AstroIntegrationLogger,
): Promise<(() => void) | undefined> {
  let settings: Settings | undefined;
  let first: CheckResult | undefined;
  let last: CheckResult | undefined;
  const edited = new Set<string>();
  const screen = overlay && server !== undefined ? browserOverlay(server) : undefined;
  const fail = (error: unknown): void => {
    if (!(error instanceof OperationalError)) throw error;
    logger.error(escaped(`${error.message}\n  ${error.hint}`));
  };
  try {
    return await startLiveCheck(folder, {
      onNotes: (notes) => {
        for (const note of notes) logger.warn(escaped(note));
      },
      readSubject: async (isReread) => {
        settings = await loadSettings(folder, config, { isReread });
        const { baseline: file } = settings;
        const baseline = file === undefined ? undefined : readBaseline(folder, file);
        return { settings, rules, ...(baseline && { baseline }) };
      },
      subjectFiles: () =>
        [
          ...(config === undefined ? ['package.json', ...settingsFiles] : [config]),
          ...(settings?.baseline === undefined ? [] : [settings.baseline]),
        ].map((path) => resolve(folder, path)),
      onReport: (result, paths) => {
        for (const path of paths) edited.add(path);
        if (first === undefined || last === undefined) {
          print(result, failOn, folder);
          first = result;
        } else tellChange(last, result, logger);
        last = result;
        const backlog = new Set(first.report.findings.map(({ fingerprint }) => fingerprint));
        const shown = result.report.findings.filter(
          ({ severity, fingerprint, path }) =>
            severities.indexOf(severity) <= severities.indexOf(failOn) &&
            (!backlog.has(fingerprint) || edited.has(path)),
        );
        const [worst, ...more] = shown;
        screen?.(worst && overlayError([worst, ...more], result.textOf, folder));
      },
      onFailure: fail,
    });
  } catch (error) {
    fail(error);
    return undefined;
  }
}

/** Logs the findings that have come, each in the colour of its severity, and how many have gone. */
function tellChange(before: CheckResult, now: CheckResult, logger: AstroIntegrationLogger): void {
  const old = new Set(before.report.findings.map(({ fingerprint }) => fingerprint));
  const current = new Set(now.report.findings.map(({ fingerprint }) => fingerprint));
  const come = now.report.findings.filter(({ fingerprint }) => !old.has(fingerprint));
  const gone = before.report.findings.filter(({ fingerprint }) => !current.has(fingerprint));
  for (const finding of come) logFinding(finding, logger);
  for (const finding of gone) logger.info(escaped(`fixed: ${placeAndMessage(finding)}`));
}

function logFinding(finding: Finding, logger: AstroIntegrationLogger): void {
  const text = escaped(`${placeAndMessage(finding)}\n  ${finding.help}`);
  if (finding.severity === 'error') logger.error(text);
  else if (finding.severity === 'warning') logger.warn(text);
  else logger.info(text);
}

function escaped(text: string): string {
  return text.split('\n').map(escapeForLog).join('\n');
}

/** Shows an error in every browser that looks at the site, now or later, or takes it away again. */
function browserOverlay(server: ViteDevServer): (error: OverlayError | undefined) => void {
  let shown: OverlayError | undefined;
  // A page that is loaded anew, as Astro lets it when content changes, has lost what it was sent.
  server.ws.on('connection', (socket) => {
    if (shown !== undefined) socket.send(JSON.stringify(shown));
  });
  return (error) => {
    if (isDeepStrictEqual(error, shown)) return;
    const wasShown = shown !== undefined;
    shown = error;
    if (error !== undefined) server.ws.send(error);
    else if (wasShown) server.ws.send({ type: 'full-reload', path: '*' });
  };
}
