import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pathFromRepository } from '../../../scripts/checker/cli/path-from-repository.ts';
import { temporaryFolder } from '../temporary-folder.ts';

it('leads from the nearest repository, or the workspace of a workflow, to a folder', () => {
  const root = temporaryFolder({ 'product/.git/HEAD': '', 'product/docs/theme/.git': 'gitdir: ../../.git' });
  mkdirSync(join(root, 'other/docs'), { recursive: true });
  expect(pathFromRepository(join(root, 'product'))).toBe('');
  expect(pathFromRepository(join(root, 'product/docs'), root)).toBe('docs/');
  expect(pathFromRepository(join(root, 'product/docs/theme'))).toBe('');
  expect(pathFromRepository(join(root, 'other/docs'), join(root, 'other'))).toBe('docs/');
  expect(pathFromRepository(join(root, 'other/docs'), join(root, 'product'))).toBe('');
});
