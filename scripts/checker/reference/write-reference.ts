import { fixFlags } from '../reporters/pretty.ts';
import type { Rule } from '../rules/rule.ts';
import type { QuotedLine, RuleExample, RuleExamples } from './rule-example.ts';

/** What each kind of rule looks at. */
export const looksAt: Readonly<Record<Rule['on'], string>> = {
  page: 'one page at a time',
  pair: 'a translation beside its source',
  family: 'a page in all its languages',
  tree: 'all pages together',
  suppressions: 'comments that let findings pass',
  messages: 'a file of messages in all its languages',
  usage: 'messages beside the code that says them',
};

/** The reference of all rules, in Markdown. */
export function writeReference(rules: readonly Rule[], examples: RuleExamples): string {
  const rows = rules.map(
    ({ id, severity, docs }) => `| [${id}](#${id}) | ${severity} | ${docs.summary.replaceAll('|', '\\|')} |`,
  );
  return [
    '# Rules',
    '',
    'What `lockstep check` finds, rule by rule. This page is made from the rules and their test cases by',
    '`npm run rule-reference`; `lockstep explain RULE` prints the same of one rule.',
    '',
    'The severity is that of a sure finding: where a rule is less sure, or the fault is slighter, it says less.',
    'The settings change it: `"rules": { "stray-space": "off", "missing-link": "error" }`.',
    '',
    '| Rule | Severity | What it finds |',
    '| --- | --- | --- |',
    ...rows,
    '',
    ...rules.flatMap((rule) => sectionOf(rule, examples[rule.id])),
  ].join('\n');
}

function sectionOf({ id, on, severity, docs }: Rule, example: RuleExample | undefined): readonly string[] {
  const lines = [
    `## ${id}`,
    '',
    `${capital(severity)} · looks at ${looksAt[on]}`,
    '',
    docs.summary,
    '',
    `**Why:** ${docs.why}`,
    '',
    `**What to do:** ${docs.fix}`,
    '',
  ];
  return example === undefined ? lines : [...lines, ...exampleLines(example)];
}

function exampleLines({ finding, found, letPass }: RuleExample): readonly string[] {
  const quoted = [
    ...quotedLine(finding.at),
    `  ${finding.severity}: ${finding.message}`,
    ...finding.related.flatMap(quotedLine),
    `  help: ${finding.help}`,
    ...(finding.fix === null ? [] : [`  ${fixFlags[finding.fix.safety]} ${finding.fix.title}`]),
  ];
  // A fence must be longer than any in what is quoted.
  const longest = Math.max(2, ...Array.from(quoted.join('\n').matchAll(/`+/g), ([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return [
    `${fence}text`,
    ...quoted,
    fence,
    '',
    `Found: ${found.join(' · ')}`,
    '',
    ...(letPass.length === 0 ? [] : [`Let pass: ${letPass.join(' · ')}`, '']),
  ];
}

function quotedLine({ path, line, text }: QuotedLine): readonly string[] {
  const place = line === 0 ? path : `${path}:${line}`;
  return text === '' ? [place] : [place, `    ${text}`];
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
