/**
 * What the checker sees: translations are changed in every way that breaks them, and in some that do not, and checked
 * before and after.
 *
 * `npm run bench -- parity` measures our own guide and, where it lies beside the project, the fastapi corpus. A fixed
 * sample is taken, so that two runs on the same pages print the same. Every change is proven first by parsing the
 * changed page; one that is not what it is meant to be is skipped and counted.
 *
 * In the environment:
 * - `PARITY_CORPORA`: which of `own` and `fastapi` to measure, with commas between them; none with `PARITY_CORPORA=`.
 * - `PARITY_FOLDER`: a folder with settings of its own (`lockstep.config.json` or package.json) to measure besides.
 * - `PARITY_LOCALES`: locales with commas between them; default all.
 * - `PARITY_KINDS`: parts of names of kinds of change, such as `step,section`; default all.
 * - `PARITY_PAGES`: how many pages of each locale; default 6.
 * - `PARITY_EACH`: how many changes of each kind and page; default 3 for our own guide, 2 for others.
 * - `PARITY_SHOW`: how many examples to print of each kind that was not seen as it should; default 0.
 * - `PARITY_SEED`: another word takes another sample.
 *
 * How to read it: a change is `found` when a new finding of a rule that names it is there, `line` when it is at a
 * line of the change, `section` when it is in its section. Where half of a page is left untranslated, `line` means
 * that nine in ten of its texts are named. `extra` are new errors and warnings for each change that say more than it.
 */
import { mutationKinds } from '../mutations/kinds/index.ts';
import { measureCorpus } from './parity/measure.ts';
import { readOptions } from './parity/options.ts';
import { loadCorpora } from './parity/pairs.ts';
import { printExamples, printMeasurement } from './parity/tables.ts';

/** How many faults of each kind the checker finds, how near, and what it says without reason. */
export async function run(print: (line: string) => void): Promise<void> {
  const options = readOptions(process.env);
  const kinds = mutationKinds.filter(
    ({ name }) => options.kinds?.some((part) => name.includes(part)) ?? true,
  );
  for (const corpus of await loadCorpora(options, print)) {
    const start = performance.now();
    const measurement = measureCorpus(corpus, kinds, options.seed);
    printMeasurement(measurement, kinds, print);
    printExamples(measurement, options.show, print);
    print('');
    print(`${corpus.name} took ${((performance.now() - start) / 1000).toFixed(0)} s`);
  }
}
