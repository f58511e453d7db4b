import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckResult } from '../run-check.ts';

/**
 * Writes what a check found for pages to read: `report.json`, and in `sources/` every old source text that it speaks
 * of, under its blob id. What an earlier build wrote is taken away first.
 */
export function writeReport(folder: string, { report, textOf }: CheckResult): void {
  rmSync(folder, { recursive: true, force: true });
  const sources = join(folder, 'sources');
  mkdirSync(sources, { recursive: true });
  writeFileSync(join(folder, 'report.json'), JSON.stringify(report));
  for (const { source, alignment, drift } of report.pages) {
    for (const revision of new Set([alignment?.revision, drift?.revision])) {
      if (source === null || revision === null || revision === undefined) continue;
      const text = textOf(source, revision);
      if (text !== undefined) writeFileSync(join(sources, revision), text);
    }
  }
}
