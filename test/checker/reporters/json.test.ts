import { expect, it } from 'vitest';
import { renderJson } from '../../../scripts/checker/reporters/json.ts';
import { exampleReport } from '../report/example-report.ts';

it('prints a report in pieces as JSON prints it whole', () => {
  const [finding] = exampleReport.findings;
  const broken = { ...exampleReport, findings: finding ? [{ ...finding, message: 'Two\nlines' }] : [] };
  const empty = { ...exampleReport, pages: [], findings: [], notCompared: [] };
  for (const report of [exampleReport, broken, empty]) {
    const pieces = [...renderJson(report)];
    expect(pieces.join('')).toBe(`${JSON.stringify(report, null, 2)}\n`);
  }
  expect(Math.max(...Array.from(renderJson(exampleReport), (piece) => piece.length))).toBeLessThan(3000);
});
