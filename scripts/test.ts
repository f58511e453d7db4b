/**
 * Runs everything that must pass, in order, and closes with `N passed, N failed` alone on a line.
 * A stage that has tests of its own counts each of them, any other stage counts as one.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';

interface Count {
  readonly passed: number;
  readonly failed: number;
}

interface Stage {
  readonly name: string;
  readonly command: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Reads the counts from the stage's own report; without it the exit code is the one result. */
  readonly count?: () => Count;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = join(root, 'test-results');

const vitest = (project: string): Stage => ({
  name: `${project} tests`,
  command: [
    'vitest',
    'run',
    '--config=test/vitest.config.ts',
    `--project=${project}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(reports, `${project}.json`)}`,
  ],
  count: () => {
    const shape = z.object({
      numPassedTests: z.number(),
      numFailedTests: z.number(),
      numTotalTests: z.number(),
    });
    const report = shape.parse(readReport(`${project}.json`));
    return { passed: report.numPassedTests, failed: report.numTotalTests - report.numPassedTests };
  },
});

const stages: readonly Stage[] = [
  { name: 'formatting', command: ['biome', 'check', '.'] },
  { name: 'lint', command: ['oxlint', '--deny-warnings'] },
  { name: 'types', command: ['astro', 'check', '--minimumFailingSeverity', 'warning'] },
  { name: 'unused code', command: ['knip'] },
  vitest('unit'),
  { name: 'check on our own content, and build', command: ['node', 'scripts/build.ts'] },
  { name: 'size budgets', command: ['size-limit'] },
  vitest('site'),
  {
    name: 'browser tests',
    command: ['playwright', 'test', '--config=test/playwright.config.ts', '--reporter=list,json'],
    environment: { PLAYWRIGHT_JSON_OUTPUT_FILE: join(reports, 'browser.json') },
    count: () => {
      const shape = z.object({
        stats: z.object({
          expected: z.number(),
          unexpected: z.number(),
          flaky: z.number(),
          skipped: z.number(),
        }),
      });
      const { stats } = shape.parse(readReport('browser.json'));
      return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped };
    },
  },
];

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const results = stages.map((stage) => {
  console.log(`\n=== ${stage.name}`);
  const started = performance.now();
  const succeeded = run(stage);
  return { name: stage.name, ...countOf(stage, succeeded), seconds: (performance.now() - started) / 1000 };
});

console.log('');
for (const { name, passed, failed, seconds } of results) {
  console.log(
    `${failed ? 'failed' : 'passed'}  ${name} (${passed} passed, ${failed} failed, ${seconds.toFixed(1)} s)`,
  );
}
const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;

function run({ command: [program = '', ...args], environment }: Stage): boolean {
  const result = spawnSync(program, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...environment },
    shell: process.platform === 'win32',
  });
  if (result.error)
    console.error(`Could not start \`${program}\`: ${result.error.message}. Run \`npm ci\` first.`);
  return result.status === 0;
}

/** A stage that stopped before it could report, or that fails with no failed test, counts one failure. */
function countOf({ count }: Stage, succeeded: boolean): Count {
  if (!count) return { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1 };
  try {
    const { passed: good, failed: bad } = count();
    return { passed: good, failed: bad === 0 && (!succeeded || good === 0) ? 1 : bad };
  } catch (cause) {
    console.error(`The stage left no report that could be read: ${String(cause)}`);
    return { passed: 0, failed: 1 };
  }
}

function readReport(name: string): unknown {
  return JSON.parse(readFileSync(join(reports, name), 'utf8'));
}
