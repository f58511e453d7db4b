import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';

const schemaFile = join(import.meta.dirname, '../../fixtures/sarif/sarif-2.1.0.schema.json');
const schema = JSON.parse(readFileSync(schemaFile, 'utf8')) as Record<string, unknown>;
// The words of JSON Schema draft 4 that it uses mean the same in later ones, but for these two.
delete schema['$schema'];
delete schema['id'];

/** Whether a value is a log by the standard's schema; its `errors` say why it is none. */
export const isSarif = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(
  schema,
);
