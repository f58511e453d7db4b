import { describe, expect, it } from 'vitest';
import { renderStatusPretty } from '../../../scripts/checker/reporters/status-pretty.ts';
import { statusOf } from '../../../scripts/checker/status/status-of.ts';
import { type Report, reportVersion } from '../../../src/domain/report/report.ts';

const report: Report = {
  version: reportVersion,
  summary: { pages: 2, pairs: 2, errors: 0, warnings: 0, notes: 0, suppressed: 0 },
  pages: [
    {
      key: '添加',
      locale: 'zh-CN',
      path: 'docs/zh/添加新客户.md',
      source: 'docs/en/add.md',
      state: 'missing',
    },
    { key: 'b', locale: 'zh-CN', path: 'docs/zh/b\u001B[2J.md', source: 'docs/en/b.md', state: 'unknown' },
  ],
  findings: [],
  notCompared: [],
};

describe('renderStatusPretty', () => {
  it('counts two columns for a wide character, and lets no path command the terminal', () => {
    const lines = renderStatusPretty(statusOf(report, true)).split('\n');
    expect(lines.slice(0, 4)).toEqual([
      'zh-CN  0 of 2 fine (0%): 1 translate, 1 unknown',
      '  translate  missing  docs/zh/添加新客户.md  it is not there',
      '  unknown    unknown  docs/zh/b\\u{1B}[2J.md  no source revision is noted',
      '',
    ]);
  });

  it('puts the reason below the path on a narrow terminal', () => {
    const lines = renderStatusPretty(statusOf(report, true), { columns: 40 }).split('\n');
    expect(lines.slice(1, 3)).toEqual(['  translate  missing  docs/zh/添加新客户.md', '    it is not there']);
    expect(lines.slice(7, 11)).toEqual([
      '  translate  Translate the source page',
      '             into this file.',
      '  unknown    Compare the page with its',
      '             source, then run `lockstep',
    ]);
  });
});
