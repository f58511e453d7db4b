/**
 * Writes what the rules find, why it matters and what to do, with examples from their test cases: for readers into
 * `scripts/checker/rules/README.md`, for `lockstep explain` into `scripts/checker/reference/examples.json`.
 */
import { writeFileSync } from 'node:fs';

interface ReferenceFiles {
  /** Texts by path, relative to the project's folder. */
  readonly referenceFiles: () => ReadonlyMap<string, string>;
}

const root = new URL('../', import.meta.url);
// The cases are tests, which no command may rest on; this one is of use to those who have them alone.
const reader = new URL('test/checker/rules/reference-files.ts', root);
const { referenceFiles } = (await import(reader.href)) as ReferenceFiles;
for (const [path, text] of referenceFiles()) {
  writeFileSync(new URL(path, root), text);
  console.log(`Wrote ${path}.`);
}
