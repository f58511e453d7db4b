/**
 * What the checker sees: translations are changed in every way that breaks them, and in some that do not, and checked
 * before and after. Plain counting of headings, items, links, code and rows is held beside it.
 *
 * `npm run bench -- parity` measures our own guide, the fixtures of every dialect and, where they lie beside the
 * project, the corpora fastapi and learn. `npm run bench -- parity --config FILE --folder DIR` measures the pages in
 * a folder as its own settings set the checker (default: `lockstep.config.json` or package.json in the folder). A
 * fixed sample is taken, so that two runs on the same pages print the same. Every change is proven first by parsing
 * the changed page; one that is not what it is meant to be is skipped and counted.
 *
 * - `--corpus own,fixtures,fastapi,learn`: which of them to measure; default all, or none beside a folder.
 * - `--locale de,fr`: default all.
 * - `--kind step,section`: parts of names of kinds of change; default all.
 * - `--pairs N`: pages of each locale. `--each N`: changes of each kind and page.
 * - `--seed WORD`: another word takes another sample.
 * - `--show N`: prints so many examples of each kind that was not seen as it should.
 * - `--json FILE`: writes the figures there too.
 *
 * How to read it: a change is `found` when a new finding of a rule that names it is there; of what is found, a share
 * begins `at the line` of the change, and half of it at most so many `lines away`. Where half of a page is left
 * untranslated, `at the line` means that nine in ten of its texts are named. `extra` are new errors and warnings for
 * each change that say more than it. `counting` is the share that plain counting notices, without a line.
 */
import { writeFileSync } from 'node:fs';
import { mutationKinds } from '../mutations/kinds/index.ts';
import { figuresOf } from './parity/figures.ts';
import { measureCorpus } from './parity/measure.ts';
import { readOptions } from './parity/options.ts';
import { loadCorpora } from './parity/pairs.ts';
import { printExamples, printFigures, printSummary } from './parity/tables.ts';

/** How many faults of each kind the checker finds, how near, and what it says without reason. */
export async function run(print: (line: string) => void, args: readonly string[] = []): Promise<void> {
  const options = readOptions(args);
  const kinds = mutationKinds.filter(
    ({ name }) => options.kinds?.some((part) => name.includes(part)) ?? true,
  );
  const all = [];
  for (const corpus of await loadCorpora(options, print)) {
    const start = process.cpuUsage();
    const measurement = measureCorpus(corpus, kinds, options.seed);
    const figures = figuresOf(measurement, kinds);
    all.push(figures);
    printFigures(figures, print);
    printExamples(measurement, options.show, print);
    const { user } = process.cpuUsage(start);
    print('');
    print(`${corpus.name} took ${(user / 1e6).toFixed(0)} s of CPU`);
  }
  printSummary(all, print);
  if (options.json !== undefined) {
    writeFileSync(options.json, `${JSON.stringify({ seed: options.seed, corpora: all }, undefined, 2)}\n`);
  }
}
