import { closest } from '../closest.ts';
import { OperationalError } from '../operational-error.ts';
import { rules } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import { coloursFor, exitCodes, type Terminal } from './terminal.ts';

/** Prints what a rule finds, why it matters and what to do. */
export function explain(id: string, { stdout, environment }: Terminal): number {
  const { docs, severity } = ruleNamed(id);
  const { strong, faint, ...severities } = coloursFor(stdout, environment);
  stdout.write(
    [
      `${strong(id)}  ${severities[severity](severity)}`,
      '',
      docs.summary,
      '',
      `${faint('Why:')} ${docs.why}`,
      `${faint('What to do:')} ${docs.fix}`,
      '',
    ].join('\n'),
  );
  return exitCodes.clean;
}

/**
 * The rule of that id.
 * @throws {OperationalError} Where there is none; the hint names the nearest.
 */
export function ruleNamed(id: string): Rule {
  const rule = rules.find((candidate) => candidate.id === id);
  if (rule !== undefined) return rule;
  const ids = rules.map((candidate) => candidate.id);
  const near = closest(id, ids);
  throw new OperationalError(
    `There is no rule \`${id}\`.`,
    near === undefined ? `The rules are ${ids.join(', ')}.` : `Did you mean \`${near}\`?`,
  );
}
