import Ajv from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { reportJsonSchema } from '../../../scripts/checker/report/report-json-schema.ts';
import { exampleReport } from './example-report.ts';

describe('reportJsonSchema', () => {
  it('is a JSON Schema that a report fits and a damaged one does not', () => {
    const validate = new Ajv({ allErrors: true }).compile(reportJsonSchema());
    expect(validate(exampleReport)).toBe(true);
    expect(validate({ ...exampleReport, findings: [{ rule: 'missing-step' }] })).toBe(false);
    expect(validate({ ...exampleReport, version: 2 })).toBe(false);
  });
});
