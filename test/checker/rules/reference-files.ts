import { writeReference } from '../../../scripts/checker/reference/write-reference.ts';
import { rules } from '../../../scripts/checker/rules/index.ts';
import { collectExamples } from './collect-examples.ts';
import { readRuleCases } from './rule-cases.ts';

/** The files of the rule reference by path, relative to the project's folder, as they ought to be. */
export function referenceFiles(): ReadonlyMap<string, string> {
  const examples = collectExamples(rules, readRuleCases());
  return new Map([
    ['scripts/checker/rules/README.md', writeReference(rules, examples)],
    ['scripts/checker/reference/examples.json', `${JSON.stringify(examples, null, 2)}\n`],
  ]);
}
