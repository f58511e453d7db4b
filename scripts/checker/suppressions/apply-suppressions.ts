import type { Finding } from '../../../src/domain/report/report.ts';
import type { Suppression } from './read-suppressions.ts';

/** Findings without those that comments let pass, and which comments did. */
export interface SuppressedFindings {
  readonly findings: readonly Finding[];
  /** How many were let pass. */
  readonly suppressed: number;
  /** Comments and rules of theirs that let nothing pass. */
  readonly unused: readonly { readonly suppression: Suppression; readonly rules: readonly string[] }[];
}

/** Takes out the findings that comments in their pages let pass. */
export function applySuppressions(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
): SuppressedFindings {
  if (suppressions.length === 0) return { findings, suppressed: 0, unused: [] };
  const byPath = Map.groupBy(suppressions, ({ path }) => path);
  const used = new Map<Suppression, Set<string>>();
  const kept = findings.filter(({ path, rule, range }) => {
    const { line } = range.start;
    const passing = (byPath.get(path) ?? []).filter(
      ({ rules, fromLine, toLine }) => rules.includes(rule) && fromLine <= line && line <= toLine,
    );
    for (const suppression of passing) {
      used.set(suppression, (used.get(suppression) ?? new Set()).add(rule));
    }
    return passing.length === 0;
  });
  const unused = suppressions.flatMap((suppression) => {
    const rules = suppression.rules.filter((rule) => used.get(suppression)?.has(rule) !== true);
    return rules.length === 0 && suppression.rules.length > 0 ? [] : [{ suppression, rules }];
  });
  return { findings: kept, suppressed: findings.length - kept.length, unused };
}
