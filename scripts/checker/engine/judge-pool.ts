import { getCompileCacheDir } from 'node:module';
import process from 'node:process';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { reasonOf } from '../operational-error.ts';
import type { Family } from './family.ts';
import { type FamilyResult, type Judgement, judgeFamily } from './judge-family.ts';
import type { ThreadOrder } from './judge-thread.ts';
import { loseFamily } from './lose-family.ts';

/** Threads that judge families. */
export interface JudgePool {
  /** What became of a family, as JSON; never rejects. */
  readonly judge: (family: Family) => Promise<string>;
  /** Resolves when a thread has nothing to do after what it is at; families beyond that would only take memory. */
  readonly room: () => Promise<void>;
  /** Ends the threads. */
  readonly close: () => Promise<void>;
}

/**
 * Starts threads that judge families by rules of the list of rules.
 *
 * A thread that dies takes one family with it, which is said in that family's result; where no thread can be started,
 * families are judged here.
 */
export function startJudgePool(
  threads: number,
  judgement: Judgement,
  entry: string | URL = threadEntry(),
): JudgePool {
  const lanes = new Set<Lane>();
  let waiting: (() => void)[] = [];
  let isClosed = false;
  let canStart = true;
  setFlagsFromString(`--heap-growing-percent=${growingPercent}`);
  setFlagsFromString(`--invocation-count-for-turbofan=${callsBeforeTurbofan}`);
  for (let started = 0; started < threads; started++) startLane([]);

  function startLane(tasks: readonly Task[]): void {
    const { rules, ...rest } = judgement;
    const order: ThreadOrder = { ...rest, rules: rules.map((rule) => rule.id) };
    const worker = new Worker(entry, {
      workerData: order,
      env: threadEnvironment(),
      resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes },
    });
    const lane: Lane = { worker, tasks: [...tasks], isReady: false, fault: undefined };
    lanes.add(lane);
    worker.on('message', (message: string) => {
      if (message === ready) lane.isReady = true;
      else lane.tasks.shift()?.done(message);
      wake();
    });
    worker.on('error', (error) => {
      lane.fault = reasonOf(error);
    });
    worker.on('exit', (code) => {
      lanes.delete(lane);
      if (!isClosed) replace(lane, lane.fault ?? `it ended with code ${code}`);
    });
    for (const task of tasks) worker.postMessage(task.family);
  }

  function replace(lane: Lane, fault: string): void {
    if (lane.isReady) {
      const lost = lane.tasks.shift();
      lost?.done(JSON.stringify(loseFamily(lost.family, fault)));
      startLane(lane.tasks);
    } else {
      // It never began, so it was none of the families that ended it.
      canStart = false;
      for (const task of lane.tasks) task.done(judgeHere(task.family));
    }
    wake();
  }

  function judgeHere(family: Family): string {
    return JSON.stringify(judgeFamily(family, judgement) satisfies FamilyResult);
  }

  function wake(): void {
    const woken = waiting;
    waiting = [];
    for (const go of woken) go();
  }

  function idlest(): Lane | undefined {
    return [...lanes].toSorted((one, other) => one.tasks.length - other.tasks.length)[0];
  }

  return {
    judge: (family) => {
      const lane = canStart ? idlest() : undefined;
      if (lane === undefined) return Promise.resolve(judgeHere(family));
      return new Promise((done) => {
        lane.tasks.push({ family, done });
        lane.worker.postMessage(family);
      });
    },
    room: async () => {
      while ((idlest()?.tasks.length ?? 0) > 1) await new Promise<void>((go) => waiting.push(go));
    },
    close: async () => {
      isClosed = true;
      await Promise.all(Array.from(lanes, ({ worker }) => worker.terminate()));
    },
  };
}

/**
 * Documents live for one family. Left alone, V8 would let each thread hold several times what it needs before it
 * clears up (V8 flag `heap_growing_percent`).
 */
const youngMegabytes = 24;
const growingPercent = 40;

/**
 * V8 compiles in threads of its own what is called 3,000 times, once for each thread that judges. With ten times as
 * many calls a check of some seconds spends less on that than it loses, and a long one still has its fast code.
 */
const callsBeforeTurbofan = 30_000;

/** The first message of a thread, when it has loaded what it needs. */
const ready = 'ready';

/** A thread and what it has been given; it works on the first. */
interface Lane {
  readonly worker: Worker;
  readonly tasks: Task[];
  isReady: boolean;
  /** What it said before it ended. */
  fault: string | undefined;
}

interface Task {
  readonly family: Family;
  readonly done: (result: string) => void;
}

/** Threads take compiled code from where this one puts it, if it does. */
function threadEnvironment(): NodeJS.ProcessEnv {
  const compiled = getCompileCacheDir();
  return compiled === undefined ? process.env : { ...process.env, NODE_COMPILE_CACHE: compiled };
}

/** Beside this file in the sources, and in the bundle beside the file that this one became a part of. */
function threadEntry(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? 'judge-thread.ts' : 'judge-thread.js', import.meta.url);
}
