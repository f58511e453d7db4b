import { describe, expect, it } from 'vitest';
import { renderGithub } from '../../../scripts/checker/reporters/github.ts';
import type { Finding } from '../../../src/domain/report/report.ts';
import { exampleReport } from '../report/example-report.ts';
import { hostileReport } from './hostile-report.ts';

/** The commands that GitHub's runner would read: `::name properties::data` at the start of a line. */
function commandsIn(text: string): readonly { name: string; properties: string; data: string }[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const match = /^\s*::([\w-]+)(?: ([^:]*(?::(?!:)[^:]*)*))?::(.*)$/.exec(line);
    return match === null ? [] : [{ name: match[1] ?? '', properties: match[2] ?? '', data: match[3] ?? '' }];
  });
}

describe('the report as workflow commands', () => {
  it('annotates each finding at its place', () => {
    expect(commandsIn(renderGithub(exampleReport))).toEqual([
      {
        name: 'warning',
        properties: 'file=content/ru-RU/add.md,line=1,endLine=1,col=1,endColumn=1,title=missing-page',
        data: '`ru-RU` has no translation of `add`. Translate `content/en-US/add.md` into `content/ru-RU/add.md`.',
      },
      {
        name: 'error',
        properties: 'file=content/zh-CN/add.md,line=3,endLine=3,col=9,endColumn=11,title=unknown-label',
        data: '`顾客` is no label, the source says `Customers`. Write the label as the product shows it.',
      },
      {
        name: 'notice',
        properties: 'file=content/zh-CN/add.md,line=3,endLine=3,col=27,endColumn=27,title=stray-space',
        data: 'A space at the end of the page, and \\u{1B}[2J in the message. Remove the space.',
      },
    ]);
  });

  it('annotates ten of a kind, the surest, and counts the others', () => {
    const [, finding] = exampleReport.findings;
    const many = Array.from({ length: 25 }, (_, index): Finding[] =>
      finding === undefined ? [] : [{ ...finding, confidence: index / 100, fingerprint: String(index) }],
    ).flat();
    const text = renderGithub({ ...exampleReport, findings: many });
    expect(commandsIn(text)).toHaveLength(10);
    expect(text).toContain('15 more findings are not annotated');
  });

  it('lets no page give commands', () => {
    const commands = commandsIn(renderGithub(hostileReport));
    expect(commands.map(({ name }) => name)).toEqual(['warning', 'error', 'notice']);
    expect(commands[0]?.properties).toContain('file=content/<b>/a%2Cb%3Ac%2520 d.md,');
  });
});
