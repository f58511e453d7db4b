import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { AstroError } from 'astro/errors';
import { printReport } from '../cli/print-report.ts';
import { exitCodes, type Terminal } from '../cli/terminal.ts';
import { loadSettings } from '../config/load-settings.ts';
import { OperationalError } from '../operational-error.ts';
import { rules } from '../rules/index.ts';
import { checkWorkspace } from '../workspace/check-workspace.ts';

/**
 * An Astro integration that runs the check before the site is built, with the settings in Astro's root.
 *
 * A build stops at an error, with the report that `lockstep check` prints; `astro dev` prints it and goes on.
 */
export function lockstep(): AstroIntegration {
  let folder = process.cwd();
  return {
    name: 'lockstep',
    hooks: {
      'astro:config:done': ({ config }) => {
        folder = fileURLToPath(config.root);
      },
      'astro:build:start': async () => {
        if ((await checkFolder(folder)) === exitCodes.clean) return;
        throw new AstroError(
          'The check found errors in the pages; the report is above. Mend them and build again.',
          'Run `lockstep check` for the report alone.',
        );
      },
      'astro:server:start': async ({ logger }) => {
        try {
          await checkFolder(folder);
        } catch (error) {
          logger.warn(error instanceof Error ? error.message : String(error));
        }
      },
    },
  };
}

async function checkFolder(folder: string): Promise<number> {
  const { stdout, stderr, env } = process;
  const terminal: Terminal = { stdout, stderr, folder, environment: env };
  try {
    const result = await checkWorkspace(folder, await loadSettings(folder), rules);
    return printReport(result, [{ format: 'pretty', file: undefined }], 'error', terminal);
  } catch (error) {
    if (!(error instanceof OperationalError)) throw error;
    throw Object.assign(new AstroError(error.message, error.hint), { cause: error });
  }
}
