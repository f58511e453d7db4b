import { rules as checkerRules } from '../../../scripts/checker/rules/index.ts';
import type { Finding } from '../../../src/domain/report/report.ts';
import type { MutationKind } from '../../mutations/mutation.ts';
import type { Measurement, Outcome } from './measure.ts';

/** What was measured of a set of mutations. Shares are from 0 to 1, `null` where nothing was tried. */
export interface Figures {
  readonly tried: number;
  /** Mutations that did not do what they say. */
  readonly skipped: number;
  /** Share of the mutations that a rule meant for them names. */
  readonly found: number | null;
  /** Share that plain counting says anything about. */
  readonly counted: number | null;
  /** Share of what is found that is told at a line of the change. */
  readonly atLine: number | null;
  /** Median of the lines between the change and the nearest finding, of what is found. */
  readonly linesAway: number | null;
  /** Found, but as a note only. */
  readonly notes: number;
  /** Not found; another rule says something in the section. */
  readonly otherRule: number;
  /** Errors and warnings beyond the fault, for each mutation. */
  readonly extra: number;
  readonly extraNotes: number;
}

/** What is said of edits that change nothing for a reader. */
export interface HarmlessFigures {
  readonly name: string;
  readonly tried: number;
  readonly skipped: number;
  /** Pages with new errors or warnings. */
  readonly alarmed: number;
  readonly alarms: number;
  readonly notes: number;
  /** Pages of which plain counting says something new. */
  readonly counted: number;
}

/** Everything that was measured on one corpus, ready to be printed or written. */
export interface CorpusFigures {
  readonly name: string;
  readonly dialects: readonly string[];
  readonly locales: readonly string[];
  readonly pairs: number;
  readonly untouched: {
    readonly pairs: number;
    readonly findings: Readonly<Record<string, number>>;
    readonly sampled: number;
    readonly counted: number;
  };
  readonly kinds: readonly (Figures & { readonly name: string; readonly hasRule: boolean })[];
  /** Of the kinds that have a rule. */
  readonly languages: readonly (Figures & { readonly dialect: string; readonly locale: string })[];
  /** Share found, by kind and locale. */
  readonly byKindAndLanguage: Readonly<Record<string, Readonly<Record<string, number | null>>>>;
  readonly harmless: readonly HarmlessFigures[];
  /** What is said beyond the fault, by severity and rule. */
  readonly extra: Readonly<Record<string, number>>;
  /** Of the kinds that have a rule, and of all that harm a reader. */
  readonly total: { readonly withRule: Figures; readonly all: Figures };
}

/** The figures of a measurement. */
export function figuresOf(measurement: Measurement, kinds: readonly MutationKind[]): CorpusFigures {
  const { name, pairs, untouched, outcomes, skipped } = measurement;
  const harmfulKinds = kinds.filter(({ rules }) => rules.length > 0);
  const harmful = outcomes.filter(({ kind }) => kind.rules.length > 0);
  const withRule = harmful.filter(({ kind }) => hasRule(kind));
  const skippedOf = (members: readonly MutationKind[]): number =>
    members.reduce((sum, kind) => sum + (skipped.get(kind.name) ?? 0), 0);
  const locales = [...new Set(pairs.map(({ locale }) => locale))];
  const groups = Map.groupBy(withRule, ({ pair }) => `${pair.translation.document.dialect} ${pair.locale}`);
  return {
    name,
    dialects: [...new Set(pairs.map(({ translation }) => translation.document.dialect))],
    locales,
    pairs: pairs.length,
    untouched: {
      pairs: untouched.pairs,
      findings: countByRule(untouched.findings),
      sampled: pairs.length,
      counted: untouched.counted,
    },
    kinds: harmfulKinds.map((kind) => ({
      name: kind.name,
      hasRule: hasRule(kind),
      ...measured(
        harmful.filter((outcome) => outcome.kind === kind),
        skippedOf([kind]),
      ),
    })),
    languages: Array.from(groups, ([group, own]) => {
      const [dialect = '', locale = ''] = group.split(' ');
      return { dialect, locale, ...measured(own, 0) };
    }),
    byKindAndLanguage: Object.fromEntries(
      harmfulKinds.filter(hasRule).map((kind) => [
        kind.name,
        Object.fromEntries(
          locales.map((locale) => {
            const own = withRule.filter((outcome) => outcome.kind === kind && outcome.pair.locale === locale);
            return [locale, shareOf(own.filter(isFound), own)];
          }),
        ),
      ]),
    ),
    harmless: kinds
      .filter(({ rules }) => rules.length === 0)
      .map((kind) => harmlessFigures(kind, outcomes, skippedOf([kind]))),
    extra: countByRule(outcomes.flatMap(({ extra }) => extra)),
    total: {
      withRule: measured(withRule, skippedOf(harmfulKinds.filter(hasRule))),
      all: measured(harmful, skippedOf(harmfulKinds)),
    },
  };
}

const ruleIds = new Set(checkerRules.map(({ id }) => id));

/** False for what no rule of the checker looks for. */
function hasRule({ rules }: MutationKind): boolean {
  return rules.some((id) => ruleIds.has(id));
}

function measured(own: readonly Outcome[], skipped: number): Figures {
  const found = own.filter(isFound);
  const extra = own.flatMap((outcome) => outcome.extra);
  const perMutation = (count: number): number => count / Math.max(own.length, 1);
  return {
    tried: own.length,
    skipped,
    found: shareOf(found, own),
    counted: shareOf(
      own.filter(({ isCounted }) => isCounted),
      own,
    ),
    atLine: shareOf(
      found.filter(({ sight }) => sight === 'line'),
      found,
    ),
    linesAway: medianOf(found.flatMap(({ distance }) => distance ?? [])),
    notes: found.filter(({ isNote }) => isNote).length,
    otherRule: own.filter(({ sight }) => sight === 'other rule').length,
    extra: perMutation(extra.filter(isAlarm).length),
    extraNotes: perMutation(extra.filter((finding) => !isAlarm(finding)).length),
  };
}

function harmlessFigures(kind: MutationKind, outcomes: readonly Outcome[], skipped: number): HarmlessFigures {
  const own = outcomes.filter((outcome) => outcome.kind === kind);
  const said = own.flatMap((outcome) => outcome.said);
  return {
    name: kind.name,
    tried: own.length,
    skipped,
    alarmed: own.filter((outcome) => outcome.said.some(isAlarm)).length,
    alarms: said.filter(isAlarm).length,
    notes: said.filter((finding) => !isAlarm(finding)).length,
    counted: own.filter(({ isCounted }) => isCounted).length,
  };
}

/** Whether a rule that is meant for the mutation names it. */
export function isFound({ sight }: Outcome): boolean {
  return sight !== 'silent' && sight !== 'other rule';
}

/** Errors and warnings; notes never fail a run. */
export function isAlarm({ severity }: Finding): boolean {
  return severity !== 'note';
}

function shareOf(part: readonly unknown[], whole: readonly unknown[]): number | null {
  return whole.length === 0 ? null : part.length / whole.length;
}

function medianOf(numbers: readonly number[]): number | null {
  const inOrder = numbers.toSorted((one, other) => one - other);
  return inOrder[Math.floor((inOrder.length - 1) / 2)] ?? null;
}

function countByRule(findings: readonly Finding[]): Readonly<Record<string, number>> {
  const byRule = Map.groupBy(findings, ({ severity, rule }) => `${severity} ${rule}`);
  return Object.fromEntries(
    Array.from(byRule, ([rule, found]) => [rule, found.length] as const).toSorted(
      ([one, a], [other, b]) => b - a || (one < other ? -1 : 1),
    ),
  );
}
