import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A Markdown file to measure on. */
export interface CorpusFile {
  readonly path: string;
  readonly text: string;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const corpora = join(root, '..', 'shared', 'corpora');

/** Our own guide, in every language. */
export function ownPages(): readonly CorpusFile[] {
  return filesBelow(join(root, 'content'), '**/*.mdx');
}

/**
 * One of the corpora of other people's documentation that can lie beside the project; `undefined`, and a line that
 * says so, where it is absent.
 */
export function corpus(name: string, print: (line: string) => void): readonly CorpusFile[] | undefined {
  const files = filesBelow(join(corpora, name), '**/*.md');
  if (files.length > 0) return files;
  print(`not measured on ${name}: the folder shared/corpora/${name} is not beside the project`);
  return undefined;
}

/** The folder of a corpus, for a command that is run in it. */
export function corpusFolder(name: string): string {
  return join(corpora, name);
}

function filesBelow(folder: string, pattern: string): readonly CorpusFile[] {
  return globSync(pattern, { cwd: folder })
    .toSorted()
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
}

/** Wall time of `work`, in milliseconds: the median of `runs`, after one run that is not counted. */
export function medianTime(runs: number, work: () => void): number {
  work();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }).toSorted((a, b) => a - b);
  return times[Math.floor(times.length / 2)] ?? 0;
}
