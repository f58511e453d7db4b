import { rules as checkerRules } from '../../../scripts/checker/rules/index.ts';
import type { Finding } from '../../../src/domain/report/report.ts';
import type { MutationKind } from '../../mutations/mutation.ts';
import { sights } from './judge.ts';
import type { Measurement, Outcome } from './measure.ts';

/** Prints what was measured on one corpus. */
export function printMeasurement(
  { name, pairs, untouched, outcomes, skipped }: Measurement,
  kinds: readonly MutationKind[],
  print: (line: string) => void,
): void {
  const dialects = [...new Set(pairs.map(({ translation }) => translation.document.dialect))].join(', ');
  const locales = [...new Set(pairs.map(({ locale }) => locale))];
  print('');
  print(
    `${name} (${dialects}): ${pairs.length} pairs in ${locales.length} languages, ${outcomes.length} mutations`,
  );

  print('');
  print(`findings on the untouched pages: ${untouched.length}`);
  printCounts(untouched, print);

  const harmfulKinds = kinds.filter(({ rules }) => rules.length > 0);
  const harmful = outcomes.filter(({ kind }) => kind.rules.length > 0);
  print('');
  print('recall by kind of mutation, and how near the nearest finding is');
  printTable(
    ['', 'tried', 'skipped', 'found', ...sights, 'as note', 'extra', 'extra notes'],
    [
      ...harmfulKinds.map((kind) => ({ name: nameOf(kind), members: [kind] })),
      { name: 'all that have a rule', members: harmfulKinds.filter(hasRule) },
      { name: 'all', members: harmfulKinds },
    ].flatMap(({ name: ofRow, members }) => {
      const own = harmful.filter(({ kind }) => members.includes(kind));
      const failed = members.reduce((sum, kind) => sum + (skipped.get(kind.name) ?? 0), 0);
      return own.length + failed === 0 ? [] : [[ofRow, ...figuresOf(own, failed)]];
    }),
    print,
  );

  print('');
  print('recall by language, of what has a rule');
  printTable(
    ['', 'tried', 'found', 'at the line', 'extra'],
    locales.map((locale) => {
      const own = harmful.filter(({ pair, kind }) => pair.locale === locale && hasRule(kind));
      const atLine = own.filter(({ sight }) => sight === 'line');
      return [locale, String(own.length), percent(foundOf(own), own), percent(atLine, own), perMutation(own)];
    }),
    print,
  );

  if (locales.length > 1) {
    print('');
    print('recall by kind and language, in percent');
    printTable(
      ['', ...locales],
      harmfulKinds
        .filter(hasRule)
        .map((kind) => [
          kind.name,
          ...locales.map((locale) => {
            const own = harmful.filter((outcome) => outcome.kind === kind && outcome.pair.locale === locale);
            return own.length === 0 ? '' : percent(foundOf(own), own).replace(' %', '');
          }),
        ])
        .filter((row) => row.slice(1).some((cell) => cell !== '')),
      print,
    );
  }

  const harmless = outcomes.filter(({ kind }) => kind.rules.length === 0);
  print('');
  print('false alarms on harmless edits');
  printTable(
    ['', 'pages', 'skipped', 'with alarms', 'alarms', 'notes'],
    kinds
      .filter(({ rules }) => rules.length === 0)
      .map((kind) => {
        const own = harmless.filter((outcome) => outcome.kind === kind);
        const said = own.flatMap((outcome) => outcome.said);
        return [
          kind.name,
          String(own.length),
          String(skipped.get(kind.name) ?? 0),
          String(own.filter((outcome) => alarmsOf(outcome.said).length > 0).length),
          String(alarmsOf(said).length),
          String(said.length - alarmsOf(said).length),
        ];
      })
      .filter(([, pages, failed]) => pages !== '0' || failed !== '0'),
    print,
  );

  print('');
  print('what is said beyond the fault, by rule');
  printCounts(
    outcomes.flatMap(({ extra }) => extra),
    print,
  );
}

/** Prints the first mutations of each kind that were not seen as they should, with what was said of them. */
export function printExamples(
  { name, outcomes }: Measurement,
  most: number,
  print: (line: string) => void,
): void {
  if (most === 0) return;
  const wrong = outcomes.filter((outcome) => !isRight(outcome));
  for (const [kind, own] of Map.groupBy(wrong, (outcome) => outcome.kind.name)) {
    print('');
    print(`${name}: ${kind}`);
    for (const { pair, what, sight, extra, said, kind: ofKind } of own.slice(0, most)) {
      print(`  ${pair.translation.path}, ${what}${ofKind.rules.length === 0 ? '' : `: ${sight}`}`);
      for (const finding of said.slice(0, 8)) {
        const { start } = finding.range;
        const mark = extra.includes(finding) ? 'extra' : 'meant';
        print(
          `    ${mark} ${finding.severity} ${finding.rule} ${start.line}:${start.column} ${finding.message.slice(0, 120)}`,
        );
      }
      if (said.length > 8) print(`    and ${said.length - 8} more`);
    }
  }
}

function isRight({ kind, sight, extra }: Outcome): boolean {
  return (kind.rules.length === 0 || sight === 'line') && alarmsOf(extra).length === 0;
}

function figuresOf(own: readonly Outcome[], failed: number): readonly string[] {
  return [
    String(own.length),
    String(failed),
    percent(foundOf(own), own),
    ...sights.map((sight) => String(own.filter((outcome) => outcome.sight === sight).length)),
    String(own.filter((outcome) => outcome.isNote).length),
    perMutation(own),
    (own.flatMap(({ extra }) => extra.filter(isNoteOnly)).length / Math.max(own.length, 1)).toFixed(2),
  ];
}

const ruleIds = new Set(checkerRules.map(({ id }) => id));

/** False for what no rule of the checker looks for yet. */
function hasRule({ rules }: MutationKind): boolean {
  return rules.some((id) => ruleIds.has(id));
}

function nameOf(kind: MutationKind): string {
  return hasRule(kind) ? kind.name : `${kind.name} (no rule)`;
}

function foundOf(outcomes: readonly Outcome[]): readonly Outcome[] {
  return outcomes.filter(({ sight }) => sight !== 'silent' && sight !== 'other rule');
}

/** Errors and warnings beyond the fault. */
function perMutation(own: readonly Outcome[]): string {
  return (own.flatMap(({ extra }) => alarmsOf(extra)).length / Math.max(own.length, 1)).toFixed(2);
}

function percent(part: readonly Outcome[], whole: readonly Outcome[]): string {
  return whole.length === 0 ? '' : `${Math.round((100 * part.length) / whole.length)} %`;
}

function alarmsOf(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((finding) => !isNoteOnly(finding));
}

function isNoteOnly({ severity }: Finding): boolean {
  return severity === 'note';
}

function printCounts(findings: readonly Finding[], print: (line: string) => void): void {
  const byRule = Map.groupBy(findings, ({ severity, rule }) => `${severity} ${rule}`);
  const inOrder = [...byRule].toSorted(
    ([one, a], [other, b]) => b.length - a.length || (one < other ? -1 : 1),
  );
  for (const [rule, found] of inOrder) print(`${String(found.length).padStart(6)} ${rule}`);
}

/** The first column to the left, the others to the right. */
function printTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  print: (line: string) => void,
): void {
  const widths = head.map((cell, n) => Math.max(cell.length, ...rows.map((row) => (row[n] ?? '').length)));
  for (const row of [head, ...rows]) {
    const cells = row.map((cell, n) =>
      n === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[n] ?? 0),
    );
    print(cells.join('  ').trimEnd());
  }
}
