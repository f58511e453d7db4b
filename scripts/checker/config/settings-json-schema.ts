import * as z from 'zod';
import { settingsSchema } from './settings.ts';

/**
 * The JSON Schema (draft 2020-12) of settings, for editors: names and types of all keys, with what they are for.
 *
 * What only the checker can know, such as whether a word is a language, the schema does not ask.
 */
export function settingsJsonSchema(): z.core.JSONSchema.JSONSchema {
  return {
    $id: 'https://lockstep.example/settings-v1.schema.json',
    title: 'Lockstep settings',
    ...z.toJSONSchema(settingsSchema, { io: 'input' }),
    anyOf: [{ required: ['pages'] }, { required: ['messages'] }],
  };
}
