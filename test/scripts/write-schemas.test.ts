import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import { writeSchemas } from '../../scripts/build/write-schemas.ts';
import { temporaryFolder } from '../checker/temporary-folder.ts';

it('writes the schemas of settings, report and status as files that a validator compiles', async () => {
  const folder = temporaryFolder();
  await writeSchemas(folder);
  const titles = ['settings', 'report', 'status'].map((name) => {
    const schema = JSON.parse(readFileSync(join(folder, 'schemas', `${name}.schema.json`), 'utf8')) as {
      title: string;
    };
    new Ajv({ strictTypes: false }).compile(schema);
    return schema.title;
  });
  expect(titles).toEqual(['Lockstep settings', 'Lockstep report', 'Lockstep status']);
});
