import { describe, expect, it } from 'vitest';
import { planFixes } from '../../../scripts/checker/fixes/plan-fixes.ts';
import type { Finding } from '../../../src/domain/report/report.ts';

const page = 'Välj Kunder , sedan **sidan Konto**.\n';

/** A finding at [from, to) of a page, whose fix writes `text` there. */
function finding(
  from: number,
  to: number,
  text: string,
  safety: 'safe' | 'unsafe' = 'safe',
  path = 'sv/add.md',
): Finding {
  const range = {
    start: { line: 1, column: from + 1, offset: from },
    end: { line: 1, column: to + 1, offset: to },
  };
  return {
    rule: 'stray-space',
    severity: 'note',
    confidence: 1,
    message: 'A space stands before `,`',
    help: 'Remove the space.',
    locale: 'sv',
    path,
    range,
    related: [],
    data: {},
    fingerprint: `${path}:${from}`,
    fix: { title: 'Remove the space', safety, edits: [{ range, text }] },
  };
}

describe('planned fixes', () => {
  const space = finding(11, 12, '');
  const bold = finding(20, 33, 'sidan **Konto', 'unsafe');

  it('are the safe ones alone, where nobody asks for more', () => {
    expect(planFixes([space, bold], () => page, { isUnsafeWanted: false })).toEqual([
      {
        path: 'sv/add.md',
        before: page,
        after: 'Välj Kunder, sedan **sidan Konto**.\n',
        mended: [space],
      },
    ]);
  });

  it('are all of them on demand', () => {
    const [file] = planFixes([space, bold], () => page, { isUnsafeWanted: true });
    expect(file?.after).toBe('Välj Kunder, sedan sidan **Konto**.\n');
    expect(file?.mended).toEqual([space, bold]);
  });

  it('stay with their files', () => {
    const other = finding(4, 5, '', 'safe', 'ru/add.md');
    const texts = new Map([
      ['sv/add.md', page],
      ['ru/add.md', 'Клик , и всё.\n'],
    ]);
    const files = planFixes([space, other], (path) => texts.get(path), { isUnsafeWanted: false });
    expect(files.map(({ path, after }) => [path, after])).toEqual([
      ['sv/add.md', 'Välj Kunder, sedan **sidan Konto**.\n'],
      ['ru/add.md', 'Клик, и всё.\n'],
    ]);
  });

  it('change nothing where the text is not to be had, and nothing that is so already', () => {
    expect(planFixes([space], () => undefined, { isUnsafeWanted: true })).toEqual([]);
    expect(planFixes([finding(11, 12, ' ')], () => page, { isUnsafeWanted: true })).toEqual([]);
  });
});
