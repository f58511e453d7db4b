import { describe, expect, it } from 'vitest';
import { type GithubOptions, renderGithub } from '../../../scripts/checker/reporters/github.ts';
import type { Finding, Report } from '../../../src/domain/report/report.ts';
import { exampleReport } from '../report/example-report.ts';
import { hostileReport } from './hostile-report.ts';

function logOf(report: Report, options?: GithubOptions): string {
  return [...renderGithub(report, options)].join('');
}

/** Of the first finding's annotation, where its page has another path and the report lies in a folder. */
function propertiesAt(path: string): string | undefined {
  const findings = exampleReport.findings.slice(0, 1).map((finding) => ({ ...finding, path }));
  return commandsIn(logOf({ ...exampleReport, findings }, { above: 'site/docs/' }))[0]?.properties;
}

/** The commands that GitHub's runner would read: `::name properties::data` at the start of a line. */
function commandsIn(text: string): readonly { name: string; properties: string; data: string }[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const match = /^\s*::([\w-]+)(?: ([^:]*(?::(?!:)[^:]*)*))?::(.*)$/.exec(line);
    return match === null ? [] : [{ name: match[1] ?? '', properties: match[2] ?? '', data: match[3] ?? '' }];
  });
}

describe('the report as workflow commands', () => {
  it('annotates each finding at its place, the gravest first', () => {
    expect(commandsIn(logOf(exampleReport))).toEqual([
      {
        name: 'error',
        properties: 'file=content/zh-CN/add.md,line=3,endLine=3,col=9,endColumn=11,title=unknown-label',
        data: '`顾客` is no label, the source says `Customers`. Write the label as the product shows it.',
      },
      {
        name: 'warning',
        properties: 'file=content/ru-RU/add.md,line=1,endLine=1,col=1,endColumn=1,title=missing-page',
        data: '`ru-RU` has no translation of `add`. Translate `content/en-US/add.md` into `content/ru-RU/add.md`.',
      },
      {
        name: 'notice',
        properties: 'file=content/zh-CN/add.md,line=3,endLine=3,col=27,endColumn=27,title=stray-space',
        data: 'A space at the end of the page, and \\u{1B}[2J in the message. Remove the space.',
      },
    ]);
  });

  it('names files from the root of the repository', () => {
    expect(propertiesAt('content/ru-RU/add.md')).toMatch(/^file=site\/docs\/content\/ru-RU\/add\.md,/);
    expect(propertiesAt('../ru-RU/add.md')).toMatch(/^file=site\/ru-RU\/add\.md,/);
    expect(propertiesAt('/tmp/add.md')).toMatch(/^file=\/tmp\/add\.md,/);
  });

  it('annotates ten of a kind, the surest, and folds the others into the log', () => {
    const findings = Array.from({ length: 25 }, (_, index) =>
      exampleReport.findings
        .slice(1)
        .map((finding): Finding => ({ ...finding, confidence: index / 100, fingerprint: String(index) })),
    ).flat();
    const text = logOf({ ...exampleReport, findings });
    expect(commandsIn(text).map(({ name }) => name)).toEqual([
      ...Array.from({ length: 10 }, () => 'error'),
      ...Array.from({ length: 10 }, () => 'notice'),
      'group',
      'endgroup',
    ]);
    expect(text).toContain(
      '::group::Not annotated, since GitHub shows 10 of a kind: 15 errors, 15 notes\n' +
        'content/zh-CN/add.md:3:9  error unknown-label  `顾客` is no label, the source says `Customers`\n',
    );
    expect(text.split('\n').filter((line) => line.startsWith('content/'))).toHaveLength(30);
    expect(text).toMatch(/::endgroup::\nNot compared: .*\nCompared 1 translation .*\n$/);
  });

  it('lets no page give commands', () => {
    const commands = commandsIn(logOf(hostileReport));
    expect(commands.map(({ name }) => name)).toEqual(['error', 'warning', 'notice']);
    expect(commands[0]?.properties).toContain('file=content/<b>/a%2Cb%3Ac%2520 d.md,');
  });
});
