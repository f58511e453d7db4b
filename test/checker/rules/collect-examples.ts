import type {
  QuotedLine,
  RuleExample,
  RuleExamples,
} from '../../../scripts/checker/reference/rule-example.ts';
import type { Rule } from '../../../scripts/checker/rules/rule.ts';
import type { Span } from '../../../src/domain/document/page-document.ts';
import { scriptsOfLocale } from '../../../src/domain/locale/scripts.ts';
import { draftsOfRuleCase, localeOfCaseFile, type RuleCase } from './rule-cases.ts';

/** Longest line that an example quotes. */
const longestLine = 140;

/** For each rule that has cases, what it says in the plainest of them, and the names of all. */
export function collectExamples(rules: readonly Rule[], cases: readonly RuleCase[]): RuleExamples {
  const byRule = Map.groupBy(cases, ({ rule }) => rule);
  return Object.fromEntries(
    rules.flatMap((rule) => {
      const example = exampleOf(rule, byRule.get(rule.id) ?? []);
      return example === undefined ? [] : [[rule.id, example] as const];
    }),
  );
}

function exampleOf(rule: Rule, cases: readonly RuleCase[]): RuleExample | undefined {
  const wrong = cases.filter(({ expected }) => expected !== '');
  const [plainest] = wrong.toSorted((one, other) => effortOf(one) - effortOf(other));
  const placed = plainest && draftsOfRuleCase(rule, plainest)[0];
  if (plainest === undefined || placed === undefined) return undefined;
  const { draft } = placed;
  const texts = new Map(plainest.files.map(({ path, text }) => [path, text]));
  const quote = (path: string, span: Span): QuotedLine => quotedLine(path, span, texts.get(path));
  return {
    finding: {
      severity: draft.severity ?? rule.severity,
      message: draft.message,
      help: draft.help,
      at: quote(placed.path, draft.span),
      related: (draft.related ?? []).slice(0, 2).map(({ path, span }) => quote(path, span)),
      fix: draft.fix === undefined ? null : { title: draft.fix.title, safety: draft.fix.safety },
    },
    found: wrong.map(nameOf),
    letPass: cases.filter(({ expected }) => expected === '').map(nameOf),
  };
}

/** What it takes to read a case: most readers of the reference read Latin letters, and one finding at a time. */
function effortOf({ expected, files, settings }: RuleCase): number {
  const isForeign = files.some((file) => !scriptsOfLocale(localeOfCaseFile(file, settings)).includes('Latn'));
  const length = files.reduce((sum, { text }) => sum + text.length, 0);
  return expected.split('\n').length * 1000 + (isForeign ? 5000 : 0) + length;
}

function nameOf({ name }: RuleCase): string {
  return name.replaceAll('-', ' ');
}

function quotedLine(path: string, { start }: Span, text: string | undefined): QuotedLine {
  const whole = (text?.split(/\r?\n/)[start.line - 1] ?? '').trim();
  const line = text === undefined ? 0 : start.line;
  if (whole.length <= longestLine) return { path, line, text: whole };
  // What is found may stand far into a long paragraph.
  const from = Math.max(0, Math.min(start.column - longestLine / 2, whole.length - longestLine));
  const cut = whole.slice(from, from + longestLine).trim();
  return { path, line, text: `${from > 0 ? '…' : ''}${cut}${from + longestLine < whole.length ? '…' : ''}` };
}
