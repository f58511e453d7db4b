import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';

const actionSchema = z.object({
  inputs: z.record(z.string(), z.object({ default: z.string() })),
  outputs: z.record(z.string(), z.object({ value: z.string() })),
  runs: z.object({
    steps: z.array(
      z.object({
        id: z.string().optional(),
        uses: z.string().optional(),
        shell: z.string().optional(),
        env: z.record(z.string(), z.string()).optional(),
        run: z.string().optional(),
      }),
    ),
  }),
});

/** A composite action of GitHub's, as far as tests look at it. */
export type CompositeAction = z.infer<typeof actionSchema>;

/** Reads an action's definition. */
export function readAction(file: string): CompositeAction {
  return actionSchema.parse(parse(readFileSync(file, 'utf8')));
}

/** What a step left behind. */
export interface StepOutcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
  /** What it wrote for later steps. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

/**
 * Runs the step of an action that has a script as GitHub's runner does: expressions of `env` are replaced by the inputs,
 * those of the script, if there were any, too, and the shell is started with the flags that the runner gives it.
 *
 * `workspace` is the checked-out repository, `folder` the working directory in it, `actionPath` where the action lies.
 */
export function runStep(
  { inputs, runs }: CompositeAction,
  given: Readonly<Record<string, string>>,
  { workspace, folder = workspace, actionPath }: { workspace: string; folder?: string; actionPath: string },
): StepOutcome {
  const step = runs.steps.find(({ run }) => run !== undefined);
  const unknown = Object.keys(given).find((name) => inputs[name] === undefined);
  if (step?.run === undefined || step.shell !== 'bash' || unknown !== undefined)
    throw new Error(`There is no such step or input: ${unknown}.`);
  const evaluated = (text: string): string =>
    text.replaceAll(/\$\{\{\s*([\w.-]+)\s*\}\}/g, (_, name: string) => {
      if (name === 'github.action_path') return actionPath;
      const input = name.replace(/^inputs\./, '');
      return given[input] ?? inputs[input]?.default ?? '';
    });
  const temporary = join(workspace, '.runner');
  mkdirSync(temporary, { recursive: true });
  const files = {
    GITHUB_OUTPUT: join(temporary, 'output'),
    GITHUB_STEP_SUMMARY: join(temporary, 'summary.md'),
  };
  for (const file of Object.values(files)) writeFileSync(file, '');
  writeFileSync(join(temporary, 'script.sh'), evaluated(step.run));
  const { stdout, stderr, status } = spawnSync(
    'bash',
    ['--noprofile', '--norc', '-eo', 'pipefail', join(temporary, 'script.sh')],
    {
      cwd: folder,
      encoding: 'utf8',
      env: {
        ...process.env,
        NO_COLOR: undefined,
        FORCE_COLOR: undefined,
        GITHUB_ACTIONS: 'true',
        GITHUB_WORKSPACE: workspace,
        RUNNER_TEMP: temporary,
        ...files,
        ...Object.fromEntries(Object.entries(step.env ?? {}).map(([name, text]) => [name, evaluated(text)])),
      },
    },
  );
  const outputs = readFileSync(files.GITHUB_OUTPUT, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)] as const);
  return {
    stdout,
    stderr,
    code: status,
    outputs: Object.fromEntries(outputs),
    summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8'),
  };
}
