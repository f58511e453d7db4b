import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { referenceFiles } from './reference-files.ts';

const root = join(import.meta.dirname, '../../..');

it.each([...referenceFiles()])('%s is what `npm run rule-reference` writes', (path, text) => {
  expect(readFileSync(join(root, path), 'utf8')).toBe(text);
});
