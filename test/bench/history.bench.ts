import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { writeHistory } from './generated-history.ts';
import { measureProcess } from './measure-process.ts';

const reader = fileURLToPath(new URL('read-history.ts', import.meta.url));

/** How long it takes to find out from history alone what translations were made from, beside `git log` itself. */
export function run(print: (line: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'lockstep-bench-'));
  try {
    writeHistory(folder, 2500, 10_000);
    const bare = median(() => secondsOf(folder, ['log', '--raw']));
    const renames = median(() => secondsOf(folder, ['log', '--raw', '--find-renames', '-c']));
    print(
      `10,000 commits, 2,500 pages: git log --raw alone ${bare.toFixed(2)} s, with renames ${renames.toFixed(2)} s`,
    );
    const { seconds, megabytes, stdout } = measureProcess(reader, [], folder, 3);
    const { pass, texts, states } = resultShape.parse(JSON.parse(stdout));
    print(
      `  one pass over history: ${pass.toFixed(2)} s, ${(pass / bare).toFixed(2)} times git log --raw alone`,
    );
    print(
      `  weighing ${Object.values(states).reduce((sum, count) => sum + count, 0)} translations: ${texts.toFixed(2)} s`,
    );
    print(`  the whole process: ${seconds.toFixed(2)} s, ${megabytes.toFixed(0)} MB`);
    print(
      `  ${Object.entries(states)
        .map(([state, count]) => `${count} ${state}`)
        .join(', ')}`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const resultShape = z.object({
  pass: z.number(),
  texts: z.number(),
  states: z.record(z.string(), z.number()),
});

function secondsOf(folder: string, args: readonly string[]): number {
  const start = performance.now();
  spawnSync('git', [...args], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  return (performance.now() - start) / 1000;
}

function median(measure: () => number): number {
  return [measure(), measure(), measure()].toSorted((one, other) => one - other)[1] ?? 0;
}
