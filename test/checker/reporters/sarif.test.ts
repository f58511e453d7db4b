import { describe, expect, it } from 'vitest';
import { renderSarif } from '../../../scripts/checker/reporters/sarif.ts';
import { rules } from '../../../scripts/checker/rules/index.ts';
import type { Report } from '../../../src/domain/report/report.ts';
import { exampleReport } from '../report/example-report.ts';
import { hostileReport, hostileText } from './hostile-report.ts';
import { isSarif } from './sarif-schema.ts';

function sarifOf(report: Report, above = ''): SarifLog {
  return JSON.parse([...renderSarif(report, { version: '0.1.0', rules, above })].join('')) as SarifLog;
}

interface SarifLog {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
      readonly results: readonly Record<string, unknown>[];
      readonly invocations: readonly [{ readonly toolExecutionNotifications: readonly unknown[] }];
    },
  ];
}

/** Where the first finding is said to be, where its page has another path and the report lies in a folder. */
function locationOf(path: string): unknown {
  const findings = exampleReport.findings.slice(0, 1).map((finding) => ({ ...finding, path }));
  const [result] = sarifOf({ ...exampleReport, findings }, 'site/docs/').runs[0].results;
  const locations = result?.['locations'] as readonly { physicalLocation: { artifactLocation: unknown } }[];
  return locations.map(({ physicalLocation }) => physicalLocation.artifactLocation)[0];
}

describe('the report in SARIF', () => {
  it.each([
    ['with findings', exampleReport],
    ['without', { ...exampleReport, findings: [], notCompared: [] }],
    ['of hostile pages', hostileReport],
  ])('fits the standard, %s', (_, report) => {
    const log = sarifOf(report);
    isSarif(log);
    expect(isSarif.errors).toBeNull();
    expect(log.runs[0].results).toHaveLength(report.findings.length);
  });

  it('says of each finding its place, its rule and what makes it the same finding later', () => {
    const [{ results, tool }] = sarifOf(exampleReport).runs;
    expect(results[1]).toMatchObject({
      ruleId: 'unknown-label',
      level: 'error',
      message: {
        text: '`顾客` is no label, the source says `Customers`. Write the label as the product shows it. See [the source as of 1234567](1).',
      },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'content/zh-CN/add.md', uriBaseId: '%SRCROOT%' },
            region: { startLine: 3, startColumn: 9, endColumn: 11, charOffset: 17, charLength: 2 },
          },
        },
      ],
      partialFingerprints: { 'lockstep/v1': '1f' },
      rank: 90,
    });
    for (const { ruleId, ruleIndex } of results) {
      expect(tool.driver.rules[Number(ruleIndex)]?.id).toBe(ruleId);
    }
  });

  it('names an old text of the source without lines, which nobody can open', () => {
    const [, { relatedLocations }] = sarifOf(exampleReport).runs[0].results as [
      unknown,
      Record<string, unknown>,
    ];
    expect(relatedLocations).toEqual([
      {
        id: 1,
        message: { text: 'the source as of 1234567' },
        physicalLocation: { artifactLocation: { uri: 'content/en-US/add.md', uriBaseId: '%SRCROOT%' } },
        properties: { revision: '1234567890123456789012345678901234567890' },
      },
    ]);
  });

  it('names files from the root of the repository, and absolute ones as addresses', () => {
    expect(locationOf('sv/ny kund.md')).toEqual({ uri: 'site/docs/sv/ny%20kund.md', uriBaseId: '%SRCROOT%' });
    expect(locationOf('../sv/add.md')).toEqual({ uri: 'site/sv/add.md', uriBaseId: '%SRCROOT%' });
    expect(locationOf('/tmp/ny kund.md')).toEqual({ uri: 'file:///tmp/ny%20kund.md' });
  });

  it('keeps to the results that GitHub takes, leaves out the lightest and says so', () => {
    const [, error, note] = exampleReport.findings;
    if (error === undefined || note === undefined) throw new RangeError('The example has no such findings.');
    const findings = [
      ...Array.from({ length: 24_990 }, () => ({ ...note })),
      ...Array.from({ length: 30 }, () => ({ ...error })),
    ];
    const [{ results, invocations }] = sarifOf({ ...exampleReport, findings }).runs;
    expect(results).toHaveLength(25_000);
    expect(results.filter(({ level }) => level === 'error')).toHaveLength(30);
    expect(invocations[0].toolExecutionNotifications).toContainEqual({
      level: 'warning',
      message: { text: '20 notes more were found and left out, for GitHub takes 25000 results of a run.' },
    });
  });

  it('makes no links of what pages hold', () => {
    const findings = exampleReport.findings.map((finding) => ({
      ...finding,
      message: '`[here](javascript:alert(1))` and `[1]` are left',
    }));
    const [result] = sarifOf({ ...exampleReport, findings }).runs[0].results;
    expect(result?.['message']).toEqual({
      text: expect.stringMatching(/^`\\\[here\]\(javascript:alert\(1\)\)` and `\[1\]` are left\. /),
    });
  });

  it('carries fixes, and paths as addresses', () => {
    const [result] = sarifOf(hostileReport).runs[0].results;
    expect(result?.['fixes']).toMatchObject([
      {
        artifactChanges: [
          {
            artifactLocation: { uri: 'content/%3Cb%3E/a%2Cb%3Ac%2520%20d.md' },
            replacements: [{ insertedContent: { text: hostileText } }],
          },
        ],
      },
    ]);
  });
});
