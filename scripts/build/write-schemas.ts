import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { settingsJsonSchema } from '../checker/config/settings-json-schema.ts';
import { reportJsonSchema } from '../checker/report/report-json-schema.ts';
import { statusJsonSchema } from '../checker/status/status-json-schema.ts';

/** Writes the JSON Schemas of settings, report and status into `schemas/` of a folder, each as `<name>.schema.json`. */
export async function writeSchemas(folder: string): Promise<void> {
  const place = join(folder, 'schemas');
  await mkdir(place, { recursive: true });
  const schemas = { settings: settingsJsonSchema(), report: reportJsonSchema(), status: statusJsonSchema() };
  for (const [name, schema] of Object.entries(schemas)) {
    await writeFile(join(place, `${name}.schema.json`), `${JSON.stringify(schema, null, 2)}\n`);
  }
}
