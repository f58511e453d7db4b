import * as z from 'zod';
import { statusSchema } from '../../../src/domain/report/status.ts';

/** The JSON Schema (draft 2020-12) of what `lockstep status --format json` prints. */
export function statusJsonSchema(): z.core.JSONSchema.JSONSchema {
  return {
    $id: 'https://lockstep.example/status-v1.schema.json',
    title: 'Lockstep status',
    ...z.toJSONSchema(statusSchema),
  };
}
