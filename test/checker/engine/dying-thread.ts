/** A thread like the one that judges families, which does not survive the family `deadly`. */
import process from 'node:process';
import { parentPort } from 'node:worker_threads';
import type { Family } from '../../../scripts/checker/engine/family.ts';
import { judgeFamily } from '../../../scripts/checker/engine/judge-family.ts';
import { judgement } from './families.ts';

parentPort?.on('message', (family: Family) => {
  if (family.key === 'deadly') process.exit(3);
  if (family.key === 'faulty') throw new RangeError('no luck');
  parentPort?.postMessage(JSON.stringify(judgeFamily(family, judgement)));
});
parentPort?.postMessage('ready');
