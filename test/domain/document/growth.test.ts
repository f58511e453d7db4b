import { describe, expect, it } from 'vitest';
import { rules } from '../../../scripts/checker/rules/index.ts';
import { runCheck } from '../../../scripts/checker/run-check.ts';
import type { Dialect } from '../../../src/domain/document/page-document.ts';
import { parsePage } from '../../../src/domain/document/parse-page.ts';
import { growingShapes } from './growing-shapes.ts';

/*
 * Four times the page may take four times the time, give or take what a busy machine adds; a loop in a loop takes
 * sixteen times. What takes no time worth speaking of is not judged, and what seems slow is measured again.
 */
const most = 9;
const attempts = 3;

describe('time grows with the length of a page, not with its square', () => {
  it.each(growingShapes)('when it is read: $name', ({ dialect, pageOf }) => {
    expect(growthOf(2000, 150, (size) => void parsePage(pageOf(size), { dialect }))).toBeLessThan(most);
  });

  it.each(growingShapes)('when it is checked: $name', ({ dialect, pageOf }) => {
    expect(growthOf(200, 400, (size) => checkAgainstItself(pageOf(size), dialect))).toBeLessThan(most);
  });
});

/** How many times the processor time of a size four times that size takes, the least of a few attempts. */
function growthOf(size: number, negligible: number, work: (size: number) => void): number {
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < attempts && least >= most; attempt += 1) {
    const large = millisecondsOf(() => work(4 * size));
    if (large < negligible) return 0;
    const small = Math.max(
      millisecondsOf(() => work(size)),
      millisecondsOf(() => work(size)),
    );
    least = Math.min(least, large / small);
  }
  return least;
}

function millisecondsOf(work: () => void): number {
  const start = process.cpuUsage();
  work();
  return process.cpuUsage(start).user / 1000;
}

function checkAgainstItself(text: string, dialect: Dialect): void {
  const [source, translation] = ['en', 'sv'].map((locale) => ({
    key: 'page',
    locale,
    path: `${locale}/page.md`,
    isSource: locale === 'en',
    content: { kind: 'text' as const, text },
  }));
  if (source === undefined || translation === undefined) return;
  const { crashes } = runCheck({
    files: [source, translation],
    expected: [{ ...translation, exists: true, source: source.path }],
    product: { sourceLocale: 'en', labels: new Map(), entityLists: [] },
    rules,
    dialect,
  });
  expect(crashes).toEqual([]);
}
