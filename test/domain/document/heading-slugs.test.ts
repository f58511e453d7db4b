import { expect, test } from 'vitest';
import { slugsOf } from '../../../src/domain/document/heading-slugs.ts';

test('knows the ids that renderers derive', () => {
  expect(slugsOf('Names & addresses', 0)).toContain('names--addresses');
  expect(slugsOf('Names & addresses', 0)).toContain('names-addresses');
  expect(slugsOf('Så här gör du', 0)).toContain('så-här-gör-du');
  expect(slugsOf('Så här gör du', 0)).toContain('sa-har-gor-du');
  expect(slugsOf('後續步驟', 0)).toContain('後續步驟');
});

test('numbers headings that a page repeats', () => {
  expect(slugsOf('The steps', 1)).toContain('the-steps-1');
  expect(slugsOf('The steps', 1)).toContain('the-steps_1');
  expect(slugsOf('The steps', 0)).not.toContain('the-steps-1');
});
