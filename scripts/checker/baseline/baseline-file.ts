import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as z from 'zod';
import type { Finding } from '../../../src/domain/report/report.ts';
import { compareText } from '../compare-text.ts';
import { OperationalError, reasonOf } from '../operational-error.ts';
import { parseJson } from '../parse-json.ts';

const baselineSchema = z.object({
  version: z.literal(1),
  /** Fingerprints by page and rule: those who review a change of the file see what it is about. */
  findings: z.record(z.string(), z.record(z.string(), z.array(z.string()))),
});

/**
 * The fingerprints of a baseline's file: findings that a project has taken note of, and wants to hear of no more.
 * @throws {OperationalError} Where it cannot be read, or is none.
 */
export function readBaseline(folder: string, file: string): ReadonlySet<string> {
  let value: unknown;
  try {
    value = parseJson(readFileSync(resolve(folder, file)));
  } catch (error) {
    throw new OperationalError(
      `Could not read the baseline \`${file}\`: ${reasonOf(error)}.`,
      'Write one with `lockstep baseline`, or correct the path.',
      { cause: error },
    );
  }
  const parsed = baselineSchema.safeParse(value);
  if (!parsed.success) {
    throw new OperationalError(
      `\`${file}\` is not a baseline of this version.`,
      'Write a new one with `lockstep baseline`.',
    );
  }
  const byRule = Object.values(parsed.data.findings).flatMap((ofPage) => Object.values(ofPage));
  return new Set(byRule.flat());
}

/** The findings as a baseline's file: page by page in the order of their paths, so that changes to it are small. */
export function writeBaseline(findings: readonly Finding[]): string {
  const byPage = [...Map.groupBy(findings, ({ path }) => path)].toSorted(([one], [other]) =>
    compareText(one, other),
  );
  const written = byPage.map(([path, ofPage]) => {
    const byRule = [...Map.groupBy(ofPage, ({ rule }) => rule)].toSorted(([one], [other]) =>
      compareText(one, other),
    );
    return [
      path,
      Object.fromEntries(byRule.map(([rule, own]) => [rule, own.map(({ fingerprint }) => fingerprint)])),
    ];
  });
  return `${JSON.stringify({ version: 1, findings: Object.fromEntries(written) }, null, 2)}\n`;
}
