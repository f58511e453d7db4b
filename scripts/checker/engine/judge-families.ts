import { availableParallelism } from 'node:os';
import { rules as registered } from '../rules/index.ts';
import type { Family, FoundFamily } from './family.ts';
import { type FamilyResult, type Judgement, judgeFamily } from './judge-family.ts';
import { type JudgePool, startJudgePool } from './judge-pool.ts';

/** How families are judged; the results are the same. */
export interface JudgingOptions {
  /** Default: as many as the machine runs at once. */
  readonly threads?: number;
  /** Characters of text from which on threads are worth their start. */
  readonly threadsFrom?: number;
  /** What is known from earlier runs; what becomes known is put into it. */
  readonly known?: KnownResults;
  /** Hears of each family that is done, in the order in which they are. */
  readonly onJudged?: (family: FoundFamily) => void;
}

/** Results by the name of what they rest on. */
export interface KnownResults {
  readonly get: (name: string) => FamilyResult | undefined;
  /** `json` is the result written out, where somebody has done that already. */
  readonly put: (name: string, result: FamilyResult, json?: string) => void;
}

/** Loading the rules into a thread takes about as long as judging so much. */
const worthThreads = 400_000;

/**
 * What became of each family, in no certain order; families are taken one by one, as they are worked on.
 *
 * What is known already is not judged again. Small trees are judged here, large ones by threads.
 */
export async function judgeFamilies(
  families: Iterable<FoundFamily>,
  judgement: Judgement,
  options: JudgingOptions = {},
): Promise<readonly FamilyResult[]> {
  const { threads = availableParallelism(), threadsFrom = worthThreads, known, onJudged } = options;
  // A thread knows rules by their ids alone.
  const mayThread = threads > 1 && judgement.rules.every((rule) => registered.includes(rule));
  const results: FamilyResult[] = [];
  const waiting: Task[] = [];
  const running: Promise<void>[] = [];
  let size = 0;
  let pool: JudgePool | undefined;

  const take = ({ found, name }: Task, result: FamilyResult, json?: string): void => {
    if (name !== undefined) known?.put(name, result, json);
    results.push(result);
    onJudged?.(found);
  };
  const judgeHere = (task: Task): void => take(task, judgeFamily(task.family, judgement));
  const judgeIn = async (open: JudgePool, task: Task): Promise<void> => {
    const json = await open.judge(task.family);
    take(task, JSON.parse(json) as FamilyResult, json);
  };
  const giveTo = async (open: JudgePool, task: Task): Promise<void> => {
    await open.room();
    running.push(judgeIn(open, task));
  };

  try {
    for (const found of families) {
      const name = known && found.name();
      const before = name === undefined ? undefined : known?.get(name);
      if (before !== undefined) {
        results.push(before);
        onJudged?.(found);
        continue;
      }
      const task = { found, name, family: found.read() };
      if (!mayThread) judgeHere(task);
      else if (pool !== undefined) await giveTo(pool, task);
      else {
        waiting.push(task);
        size += sizeOf(task.family);
        if (size < threadsFrom) continue;
        pool = startJudgePool(threads, judgement);
        for (const kept of waiting.splice(0)) await giveTo(pool, kept);
      }
    }
    for (const task of waiting) judgeHere(task);
    await Promise.all(running);
  } finally {
    await pool?.close();
  }
  return results;
}

/** A family to judge, and the name under which its result is kept. */
interface Task {
  readonly found: FoundFamily;
  readonly family: Family;
  readonly name: string | undefined;
}

function sizeOf({ files }: Family): number {
  return files.reduce((sum, { content }) => sum + (content.kind === 'text' ? content.text.length : 0), 0);
}
