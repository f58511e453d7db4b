import { expect, it } from 'vitest';
import { rules } from '../../../scripts/checker/rules/index.ts';
import { referenceFiles } from './reference-files.ts';

it('shows every rule with an example', () => {
  const reference = referenceFiles().get('scripts/checker/rules/README.md') ?? '';
  const sections = reference.split(/^## /m).slice(1);
  expect(sections.map((section) => section.split('\n')[0])).toEqual(rules.map(({ id }) => id));
  for (const section of sections) expect(section).toMatch(/^`{3,}text\n[^]*^Found: /m);
});
