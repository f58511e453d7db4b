import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';

/** What a process took from its start to its end. */
export interface ProcessMeasure {
  /** Wall time. */
  readonly seconds: number;
  /** Time of all its threads on all cores. */
  readonly cpuSeconds: number;
  /** The most memory it held at a time. */
  readonly megabytes: number;
  readonly stdout: string;
  readonly code: number | null;
}

/** Runs a script of Node in a folder, and measures the process; of several runs the median by wall time. */
export function measureProcess(
  script: string,
  args: readonly string[],
  folder: string,
  runs = 1,
): ProcessMeasure {
  const measured = Array.from({ length: runs }, () => measureOnce(script, args, folder));
  const [median] = measured.toSorted((one, other) => one.seconds - other.seconds).slice(Math.floor(runs / 2));
  if (median === undefined) throw new RangeError('Nothing was run.');
  return median;
}

function measureOnce(script: string, args: readonly string[], folder: string): ProcessMeasure {
  const place = mkdtempSync(join(tmpdir(), 'lockstep-usage-'));
  const usageFile = join(place, 'usage.json');
  const start = performance.now();
  const { stdout, status } = spawnSync(
    process.execPath,
    [`--import=${noteUsage(usageFile)}`, script, ...args],
    {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1 << 30,
    },
  );
  const seconds = (performance.now() - start) / 1000;
  const usage = usageShape.parse(JSON.parse(readFileSync(usageFile, 'utf8')));
  rmSync(place, { recursive: true });
  return {
    seconds,
    cpuSeconds: (usage.userCPUTime + usage.systemCPUTime) / 1e6,
    megabytes: usage.maxRSS / 1024,
    stdout,
    code: status,
  };
}

const usageShape = z.object({ userCPUTime: z.number(), systemCPUTime: z.number(), maxRSS: z.number() });

/** A module that writes down, when the process ends, what it used; threads load it too, and are counted with it. */
function noteUsage(file: string): string {
  const module = `
    import { writeFileSync } from 'node:fs';
    import { isMainThread } from 'node:worker_threads';
    if (isMainThread) process.on('exit', () => writeFileSync(${JSON.stringify(file)}, JSON.stringify(process.resourceUsage())));`;
  return `data:text/javascript,${encodeURIComponent(module)}`;
}
