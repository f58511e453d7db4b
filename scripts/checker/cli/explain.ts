import { closest } from '../closest.ts';
import { OperationalError } from '../operational-error.ts';
import type { QuotedLine, RuleExample, RuleExamples } from '../reference/rule-example.ts';
import { looksAt } from '../reference/write-reference.ts';
import { escapeForLog } from '../reporters/escape-controls.ts';
import { type Colours, fixFlags } from '../reporters/pretty.ts';
import { rules } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import { coloursFor, exitCodes, type Terminal } from './terminal.ts';

/** Prints what a rule finds, why it matters, what to do, and an example from its test cases. */
export async function explain(id: string, { stdout, environment }: Terminal): Promise<number> {
  const rule = ruleNamed(id);
  const { docs, severity } = rule;
  const colours = coloursFor(stdout, environment);
  const { strong, faint } = colours;
  // Nothing else needs it: a check must not wait for it.
  const { default: examples } = await import('../reference/examples.json', { with: { type: 'json' } });
  const example = new Map<string, RuleExample>(Object.entries(examples as RuleExamples)).get(id);
  stdout.write(
    [
      `${strong(id)}  ${colours[severity](severity)}  ${faint(`looks at ${looksAt[rule.on]}`)}`,
      '',
      docs.summary,
      '',
      `${faint('Why:')} ${docs.why}`,
      `${faint('What to do:')} ${docs.fix}`,
      '',
      ...(example === undefined ? [] : exampleLines(example, colours)),
    ].join('\n'),
  );
  return exitCodes.clean;
}

function exampleLines({ finding, found, letPass }: RuleExample, colours: Colours): readonly string[] {
  const { strong, faint } = colours;
  const quote = ({ path, line, text }: QuotedLine): readonly string[] => [
    `  ${strong(line === 0 ? path : `${path}:${line}`)}`,
    ...(text === '' ? [] : [`    ${escapeForLog(text)}`]),
  ];
  return [
    faint('For example:'),
    ...quote(finding.at),
    `  ${colours[finding.severity](finding.severity)} ${escapeForLog(finding.message)}`,
    ...finding.related.flatMap(quote),
    `  ${faint('help:')} ${escapeForLog(finding.help)}`,
    ...(finding.fix === null
      ? []
      : [`  ${faint(fixFlags[finding.fix.safety])} ${escapeForLog(finding.fix.title)}`]),
    '',
    `${faint('Found:')} ${found.join(' · ')}`,
    ...(letPass.length === 0 ? [] : [`${faint('Let pass:')} ${letPass.join(' · ')}`]),
    '',
  ];
}

/**
 * The rule of that id.
 * @throws {OperationalError} Where there is none; the hint names the nearest.
 */
export function ruleNamed(id: string): Rule {
  const rule = rules.find((candidate) => candidate.id === id);
  if (rule !== undefined) return rule;
  const ids = rules.map((candidate) => candidate.id);
  const near = closest(id.toLowerCase(), ids);
  throw new OperationalError(
    `There is no rule \`${id}\`.`,
    near === undefined ? `The rules are ${ids.join(', ')}.` : `Did you mean \`${near}\`?`,
  );
}
