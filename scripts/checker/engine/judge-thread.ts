/** The entry of a thread that judges families: it answers each with its result, as JSON. */
import { parentPort, workerData } from 'node:worker_threads';
import { rules } from '../rules/index.ts';
import type { Family } from './family.ts';
import { type Judgement, judgeFamily } from './judge-family.ts';

/** What a thread is started with: a judgement with the ids of its rules, for functions do not cross threads. */
export interface ThreadOrder extends Omit<Judgement, 'rules'> {
  readonly rules: readonly string[];
}

const order = workerData as ThreadOrder;
const judgement: Judgement = { ...order, rules: rules.filter((rule) => order.rules.includes(rule.id)) };
parentPort?.on('message', (family: Family) => {
  parentPort?.postMessage(JSON.stringify(judgeFamily(family, judgement)));
});
parentPort?.postMessage('ready');
