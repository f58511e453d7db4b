import type { Report } from '../../../src/domain/report/report.ts';

/** The report as JSON, by the published schema; ends with a line end. */
export function renderJson(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
