import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { renderSarif } from '../../../scripts/checker/reporters/sarif.ts';
import { rules } from '../../../scripts/checker/rules/index.ts';
import type { Report } from '../../../src/domain/report/report.ts';
import { exampleReport } from '../report/example-report.ts';
import { hostileReport, hostileText } from './hostile-report.ts';

const schemaFile = join(import.meta.dirname, '../../fixtures/sarif/sarif-2.1.0.schema.json');
const schema = JSON.parse(readFileSync(schemaFile, 'utf8')) as Record<string, unknown>;
// The words of JSON Schema draft 4 that it uses mean the same in later ones, but for these two.
delete schema['$schema'];
delete schema['id'];
const isSarif = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);

function sarifOf(report: Report): SarifLog {
  return JSON.parse([...renderSarif(report, { version: '0.1.0', rules })].join('')) as SarifLog;
}

interface SarifLog {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
      readonly results: readonly Record<string, unknown>[];
    },
  ];
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
        text: '`顾客` is no label, the source says `Customers`. Write the label as the product shows it.',
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
