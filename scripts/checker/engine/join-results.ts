import {
  type Finding,
  type NotCompared,
  type Report,
  type ReportedPage,
  reportVersion,
  type Severity,
} from '../../../src/domain/report/report.ts';
import { compareText } from '../compare-text.ts';
import { reasonOf } from '../operational-error.ts';
import {
  compareFindings,
  finishFindings,
  type SaidDraft,
  settledSeverity,
  type TextReader,
} from '../report/finish-findings.ts';

import { rules as registered } from '../rules/index.ts';
import type { ExpectedPage, JudgedSuppression, Product, ProjectFiles, Rule } from '../rules/rule.ts';
import { applySuppressions, type SuppressedFindings } from '../suppressions/apply-suppressions.ts';
import type { Suppression } from '../suppressions/read-suppressions.ts';
import type { ExplainedAlignment } from './explain-alignment.ts';
import type { FamilyResult, JudgedPage } from './judge-family.ts';

/** What the results of families are joined with. */
export interface Joining {
  readonly rules: readonly Rule[];
  readonly product: Product;
  /** Every source page in every locale, whether it is there or not, and the orphans. */
  readonly expected: readonly ExpectedPage[];
  /** The severity that the settings give to the rule of a finding at its place; `undefined` where they say nothing. */
  readonly severityOf: (finding: Finding) => Severity | undefined;
  /** Which places the caller asked about. */
  readonly isReported: (place: ReportedPlace) => boolean;
  /** What the caller already knows that it could not judge. */
  readonly notCompared: readonly NotCompared[];
  /** Fingerprints of findings that the project has taken note of. */
  readonly baseline?: ReadonlySet<string>;
  /** Which findings were there before, of all that are found now, those of the baseline included; default: none. */
  readonly findKnown?: (findings: readonly Finding[], textOf: TextReader) => ReadonlySet<Finding>;
  /** How many files of messages were read; absent where nobody asked. */
  readonly messageFiles?: number;
  readonly textOf: TextReader;
  /** Default: none are known. */
  readonly files?: ProjectFiles;
}

/** A page, or a place where a rule found something. */
export interface ReportedPlace {
  readonly path: string;
  readonly locale: string;
  readonly rule?: string;
}

/** A report, and what its readers need beside it. */
export interface CheckResult {
  readonly report: Report;
  readonly textOf: TextReader;
  /** How pages were aligned, as far as that was asked for; by path. */
  readonly alignments: readonly ExplainedAlignment[];
  /** How many findings the baseline holds back. */
  readonly baselined: number;
  /** How many findings were held back because they were there before. */
  readonly heldBack: number;
  /** Rules that broke: their pages were not judged by them, so a clean report does not mean clean pages. */
  readonly crashes: readonly string[];
}

/**
 * One report from the results of all families, in whatever order they come; the rules on the whole tree hold their
 * notes against each other here.
 */
export function joinResults(results: readonly FamilyResult[], joining: Joining): CheckResult {
  const inOrder = results.toSorted((one, other) => compareText(one.key, other.key));
  const pages = inOrder.flatMap((result) => result.pages).toSorted(byPath);
  const tree = judgeTree(inOrder, pages, joining);
  const crashes = [...inOrder.flatMap((result) => result.crashes).toSorted(byPath), ...tree.crashes];
  const notCompared = [
    ...joining.notCompared,
    ...inOrder.flatMap((result) => result.notCompared).toSorted(byPath),
    ...tree.crashes,
  ];
  const found = [...inOrder.flatMap((result) => result.findings), ...tree.findings].filter(
    ({ rule, path, locale }) => joining.isReported({ path, locale, rule }),
  );
  const suppressions = inOrder.flatMap((result) => result.suppressions);
  const passed = applySuppressions(found, suppressions);
  const all = [...passed.findings, ...judgeSuppressions(suppressions, passed, pages, joining)];
  const { baseline } = joining;
  const unlisted = all.filter(({ fingerprint }) => baseline?.has(fingerprint) !== true);
  const baselined = all.length - unlisted.length;
  const known = joining.findKnown?.(all, joining.textOf);
  const fresh = unlisted.filter((finding) => known?.has(finding) !== true);
  const heldBack = unlisted.length - fresh.length;
  const findings = fresh.toSorted(compareFindings).map(severitySettler(joining));
  const isAskedFor = askedFor(pages, joining.isReported);
  const reported = pages.filter(isAskedFor);
  const passedOver = new Set(pages.filter((page) => !isAskedFor(page)).map((page) => page.path));
  return {
    report: {
      version: reportVersion,
      summary: {
        ...summarise(reported, findings, passed.suppressed + baselined + heldBack),
        ...(joining.messageFiles !== undefined && { messageFiles: joining.messageFiles }),
      },
      pages: reported.map(({ key, locale, path, source, state, alignment, drift }): ReportedPage => {
        return { key, locale, path, source, state, ...(alignment && { alignment }), ...(drift && { drift }) };
      }),
      findings,
      notCompared: withoutRepeats(notCompared).filter((entry) => !passedOver.has(entry.path)),
    },
    textOf: joining.textOf,
    alignments: inOrder
      .flatMap((result) => result.alignments)
      .filter(({ path }) => !passedOver.has(path))
      .toSorted(byPath),
    baselined,
    heldBack,
    crashes: crashes.map(({ path, reason }) => `${path}: ${reason}`),
  };
}

/** What the rules on the whole tree say. */
function judgeTree(
  results: readonly FamilyResult[],
  pages: readonly JudgedPage[],
  { rules, product, expected, textOf, files = noFiles }: Joining,
): { readonly findings: readonly Finding[]; readonly crashes: readonly NotCompared[] } {
  const said: SaidDraft[] = [];
  const crashes: NotCompared[] = [];
  for (const rule of rules) {
    if (rule.on !== 'tree') continue;
    const facts = results.flatMap((result) => result.facts[rule.id] ?? []);
    try {
      for (const draft of rule.check({ facts, product, expected, files }))
        said.push({ rule, draft, path: undefined });
    } catch (error) {
      crashes.push({ path: '.', reason: `The rule \`${rule.id}\` broke: ${reasonOf(error)}.` });
    }
  }
  if (said.length === 0) return { findings: [], crashes };
  const compared = pages.filter((page) => page.isCompared);
  const pairs = compared.map(({ path, source, certainty }) => {
    return [path, { sourcePath: source ?? '', old: undefined, certainty }] as const;
  });
  const findings = finishFindings(said, {
    places: new Map([...expected, ...pages].map((page) => [page.path, page])),
    pairs: new Map(pairs),
    sourceLocale: product.sourceLocale,
    textOf,
  });
  return { findings, crashes };
}

const noFiles: ProjectFiles = { namesIn: () => undefined, textOf: () => undefined };

/** What the rules on comments that let findings pass say of them. */
function judgeSuppressions(
  suppressions: readonly Suppression[],
  { unused }: SuppressedFindings,
  pages: readonly JudgedPage[],
  { rules, product, textOf, isReported }: Joining,
): readonly Finding[] {
  if (suppressions.length === 0) return [];
  const ran = new Map(rules.map((rule) => [rule.id, rule]));
  const compared = new Set(pages.filter((page) => page.isCompared).map(({ path }) => path));
  const idle = new Map(unused.map(({ suppression, rules: own }) => [suppression, own]));
  const judged = suppressions.map((suppression): JudgedSuppression => {
    const { path, rules: named, reason, span } = suppression;
    // A rule on pairs has not looked where there was no pair.
    const idleRules = (idle.get(suppression) ?? []).filter((id) => {
      const rule = ran.get(id);
      return rule !== undefined && (rule.on !== 'pair' || compared.has(path));
    });
    return { path, rules: named, reason, span, unused: idleRules };
  });
  const said = rules.flatMap((rule): readonly SaidDraft[] =>
    rule.on === 'suppressions'
      ? Array.from(rule.check({ suppressions: judged, ruleIds: registered.map(({ id }) => id) }), (draft) => {
          return { rule, draft, path: undefined };
        })
      : [],
  );
  return finishFindings(said, {
    places: new Map(pages.map((page) => [page.path, page])),
    pairs: new Map(),
    sourceLocale: product.sourceLocale,
    textOf,
  }).filter(({ rule, path, locale }) => isReported({ path, locale, rule }));
}

function severitySettler({ rules, severityOf }: Joining): (finding: Finding) => Finding {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  return (finding) => {
    const rule = byId.get(finding.rule);
    const set = severityOf(finding);
    return rule === undefined || set === undefined
      ? finding
      : { ...finding, severity: settledSeverity(finding, rule, set) };
  };
}

/** Sources of the pages that the caller asked about are reported too: they were read. */
function askedFor(
  pages: readonly JudgedPage[],
  isReported: Joining['isReported'],
): (page: ReportedPage) => boolean {
  const sources = new Set<string>();
  for (const { path, locale, source } of pages) {
    if (source !== null && isReported({ path, locale })) sources.add(source);
  }
  return ({ path, locale }) => sources.has(path) || isReported({ path, locale });
}

function summarise(
  pages: readonly JudgedPage[],
  findings: readonly Finding[],
  suppressed: number,
): Report['summary'] {
  const count = (severity: Severity): number =>
    findings.filter((finding) => finding.severity === severity).length;
  return {
    pages: pages.filter((page) => page.state !== 'missing').length,
    pairs: pages.filter((page) => page.isCompared).length,
    errors: count('error'),
    warnings: count('warning'),
    notes: count('note'),
    suppressed,
  };
}

function withoutRepeats(entries: readonly NotCompared[]): NotCompared[] {
  return [...new Map(entries.map((entry) => [`${entry.path}\0${entry.reason}`, entry])).values()];
}

function byPath(one: { readonly path: string }, other: { readonly path: string }): number {
  return compareText(one.path, other.path);
}
