import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { rules } from '../../../scripts/checker/rules/index.ts';
import { referenceFiles } from './reference-files.ts';

const root = join(import.meta.dirname, '../../..');
const files = referenceFiles();

it('shows every rule with an example', () => {
  const sections = (files.get('scripts/checker/rules/README.md') ?? '').split(/^## /m).slice(1);
  expect(sections.map((section) => section.split('\n')[0])).toEqual(rules.map(({ id }) => id));
  for (const section of sections) expect(section).toMatch(/^`{3,}text\n[^]*^Found: /m);
});

it.each([...files])('keeps %s as `npm run rule-reference` writes it', (path, text) => {
  expect(readFileSync(join(root, path), 'utf8')).toBe(text);
});
