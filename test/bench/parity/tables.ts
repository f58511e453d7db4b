import { type CorpusFigures, type Figures, isAlarm } from './figures.ts';
import type { Measurement, Outcome } from './measure.ts';

/** Prints the figures of one corpus. */
export function printFigures(figures: CorpusFigures, print: (line: string) => void): void {
  const { name, dialects, locales, pairs, untouched, total } = figures;
  const mutations = total.all.tried + figures.harmless.reduce((sum, { tried }) => sum + tried, 0);
  print('');
  print(
    `${name} (${dialects.join(', ')}): ${pairs} pairs in ${locales.length} languages, ${mutations} mutations`,
  );

  print('');
  const count = Object.values(untouched.findings).reduce((sum, of) => sum + of, 0);
  print(`findings on ${untouched.pairs} untouched pages: ${count}`);
  printCounts(untouched.findings, print);
  print(`untouched pages of the sample that plain counting complains of: ${untouched.counted} of ${pairs}`);

  print('');
  print('recall by kind of mutation');
  printTable(
    ['', 'tried', 'skipped', 'found', 'counting', ...nearness, 'as note', 'other rule', ...beyond],
    [
      ...figures.kinds.map((kind) => ({
        ...kind,
        name: kind.hasRule ? kind.name : `${kind.name} (no rule)`,
      })),
      { ...total.withRule, name: 'all that have a rule' },
      { ...total.all, name: 'all' },
    ]
      .filter(({ tried, skipped }) => tried + skipped > 0)
      .map((kind) => [
        kind.name,
        String(kind.tried),
        String(kind.skipped),
        percent(kind.found),
        percent(kind.counted),
        ...nearnessOf(kind),
        String(kind.notes),
        String(kind.otherRule),
        ...beyondOf(kind),
      ]),
    print,
  );

  print('');
  print('recall by dialect and language, of what has a rule');
  printTable(
    ['', 'tried', 'found', 'counting', ...nearness, ...beyond],
    figures.languages.map((language) => [
      `${language.dialect} ${language.locale}`,
      String(language.tried),
      percent(language.found),
      percent(language.counted),
      ...nearnessOf(language),
      ...beyondOf(language),
    ]),
    print,
  );

  if (locales.length > 1) {
    print('');
    print('recall by kind and language, in percent');
    printTable(
      ['', ...locales],
      Object.entries(figures.byKindAndLanguage)
        .map(([kind, shares]) => [
          kind,
          ...locales.map((locale) => percent(shares[locale] ?? null).replace(' %', '')),
        ])
        .filter((row) => row.slice(1).some((cell) => cell !== '')),
      print,
    );
  }

  print('');
  print('false alarms on harmless edits');
  printTable(
    ['', 'pages', 'skipped', 'with alarms', 'counting', 'alarms', 'notes'],
    figures.harmless
      .filter(({ tried, skipped }) => tried + skipped > 0)
      .map((kind) => [
        kind.name,
        ...[kind.tried, kind.skipped, kind.alarmed, kind.counted, kind.alarms, kind.notes].map(String),
      ]),
    print,
  );

  print('');
  print('what is said beyond the fault, by rule');
  printCounts(figures.extra, print);
}

const nearness = ['at the line', 'lines away'];
const beyond = ['extra', 'extra notes'];

function nearnessOf({ atLine, linesAway }: Figures): readonly string[] {
  return [percent(atLine), linesAway === null ? '' : String(linesAway)];
}

function beyondOf({ extra, extraNotes }: Figures): readonly string[] {
  return [extra.toFixed(2), extraNotes.toFixed(2)];
}

/** Prints recall and false alarms of all corpora together, beside plain counting. */
export function printSummary(all: readonly CorpusFigures[], print: (line: string) => void): void {
  const sum = (of: (figures: CorpusFigures) => number): number =>
    all.reduce((total, figures) => total + of(figures), 0);
  const harmful = sum(({ total }) => total.all.tried);
  const harmless = sum((figures) => figures.harmless.reduce((total, { tried }) => total + tried, 0));
  const alarmed = (of: 'alarmed' | 'counted'): number =>
    sum((figures) => figures.harmless.reduce((total, kind) => total + kind[of], 0)) / Math.max(harmless, 1);
  const recall = (of: 'found' | 'counted'): number =>
    sum(({ total }) => (total.all[of] ?? 0) * total.all.tried) / Math.max(harmful, 1);
  print('');
  print(`recall of ${harmful} harmful mutations, and share of ${harmless} harmless edits with alarms`);
  printTable(
    ['', 'recall', 'false alarms'],
    [
      ['lockstep', recall('found').toFixed(2), alarmed('alarmed').toFixed(2)],
      ['plain counting', recall('counted').toFixed(2), alarmed('counted').toFixed(2)],
    ],
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
  return (kind.rules.length === 0 || sight === 'line') && !extra.some(isAlarm);
}

function percent(share: number | null): string {
  return share === null ? '' : `${Math.round(100 * share)} %`;
}

function printCounts(counts: Readonly<Record<string, number>>, print: (line: string) => void): void {
  for (const [rule, count] of Object.entries(counts)) print(`${String(count).padStart(6)} ${rule}`);
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
