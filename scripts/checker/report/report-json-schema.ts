import * as z from 'zod';
import { reportSchema } from '../../../src/domain/report/report.ts';

/** The JSON Schema (draft 2020-12) of what `lockstep check --format json` prints. */
export function reportJsonSchema(): z.core.JSONSchema.JSONSchema {
  return {
    $id: 'https://lockstep.example/report-v1.schema.json',
    title: 'Lockstep report',
    ...z.toJSONSchema(reportSchema),
  };
}
