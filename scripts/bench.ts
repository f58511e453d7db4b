/**
 * Runs the benchmarks of `test/bench`, or those named: `npm run bench -- parse`. They print figures; none can fail.
 * Options behind the names go to the benchmarks: `npm run bench -- parity --pairs 2`.
 */
import { readdirSync } from 'node:fs';
import { parse } from 'node:path';

interface Benchmark {
  /** Prints its figures line by line. */
  readonly run: (print: (line: string) => void, args: readonly string[]) => void | Promise<void>;
}

const folder = new URL('../test/bench/', import.meta.url);
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => parse(parse(file).name).name);
const args = process.argv.slice(2);
const firstOption = args.findIndex((arg) => arg.startsWith('-'));
const wanted = firstOption === -1 ? args : args.slice(0, firstOption);
const options = args.slice(wanted.length);
const unknown = wanted.filter((name) => !names.includes(name));

if (unknown.length > 0) {
  console.error(`There is no benchmark \`${unknown.join('`, `')}\`. There are: ${names.join(', ')}.`);
  process.exitCode = 2;
} else {
  for (const name of wanted.length > 0 ? wanted : names) {
    console.log(`\n${name}`);
    const { run } = (await import(new URL(`${name}.bench.ts`, folder).href)) as Benchmark;
    await run((line) => console.log(`  ${line}`), options);
  }
}
