import { availableParallelism } from 'node:os';
import { rules as registered } from '../rules/index.ts';
import type { Family } from './family.ts';
import { type FamilyResult, type Judgement, judgeFamily } from './judge-family.ts';
import { type JudgePool, startJudgePool } from './judge-pool.ts';

/** How families are judged; the results are the same. */
export interface JudgingOptions {
  /** Default: as many as the machine runs at once. */
  readonly threads?: number;
  /** Characters of text from which on threads are worth their start. */
  readonly threadsFrom?: number;
  /** Hears of each family that is done, in the order in which they are. */
  readonly onJudged?: (family: Family) => void;
}

/** Loading the rules into a thread takes about as long as judging so much. */
const worthThreads = 400_000;

/**
 * What became of each family, in no certain order; families are taken one by one, as they are worked on.
 *
 * Small trees are judged here, large ones by threads.
 */
export async function judgeFamilies(
  families: Iterable<Family>,
  judgement: Judgement,
  { threads = availableParallelism(), threadsFrom = worthThreads, onJudged }: JudgingOptions = {},
): Promise<readonly FamilyResult[]> {
  const results: FamilyResult[] = [];
  const isDone = (family: Family, result: FamilyResult): void => {
    results.push(result);
    onJudged?.(family);
  };
  // A thread knows rules by their ids alone.
  const areKnown = judgement.rules.every((rule) => registered.includes(rule));
  const mayThread = threads > 1 && areKnown;
  const waiting: Family[] = [];
  const running: Promise<void>[] = [];
  let size = 0;
  let pool: JudgePool | undefined;

  const judgeIn = async (open: JudgePool, family: Family): Promise<void> => {
    isDone(family, JSON.parse(await open.judge(family)) as FamilyResult);
  };
  const giveTo = async (open: JudgePool, family: Family): Promise<void> => {
    await open.room();
    running.push(judgeIn(open, family));
  };

  try {
    for (const family of families) {
      if (pool !== undefined) {
        await giveTo(pool, family);
        continue;
      }
      if (!mayThread) {
        isDone(family, judgeFamily(family, judgement));
        continue;
      }
      waiting.push(family);
      size += sizeOf(family);
      if (size < threadsFrom) continue;
      pool = startJudgePool(threads, judgement);
      for (const kept of waiting.splice(0)) await giveTo(pool, kept);
    }
    for (const family of waiting) isDone(family, judgeFamily(family, judgement));
    await Promise.all(running);
  } finally {
    await pool?.close();
  }
  return results;
}

function sizeOf({ files }: Family): number {
  return files.reduce((sum, { content }) => sum + (content.kind === 'text' ? content.text.length : 0), 0);
}
