import type { Finding } from '../../../src/domain/report/report.ts';
import { severities } from '../../../src/domain/report/severity.ts';
import { counted } from './pretty.ts';

/** Findings with the gravest first, those of a severity in the order they came in. */
export function gravestFirst(findings: readonly Finding[]): readonly Finding[] {
  return severities.flatMap((wanted) => findings.filter(({ severity }) => severity === wanted));
}

/**
 * How many findings there are of each severity.
 * @example countBySeverity(findings) // => '2 errors, 1 note'
 */
export function countBySeverity(findings: readonly Finding[]): string {
  return severities
    .map((wanted) => [wanted, findings.filter(({ severity }) => severity === wanted).length] as const)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => counted(count, severity))
    .join(', ');
}
