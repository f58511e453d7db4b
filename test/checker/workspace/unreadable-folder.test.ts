import type { Dirent } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { findPages } from '../../../scripts/checker/workspace/find-pages.ts';
import { temporaryFolder } from '../temporary-folder.ts';

// Whoever runs the tests may be let into every folder.
vi.mock('node:fs', async (original) => {
  const actual = await original<typeof import('node:fs')>();
  const readdirSync = (place: string, options: { readonly withFileTypes: true }): Dirent[] => {
    if (place.endsWith('sv')) throw Object.assign(new Error(`EACCES: ${place}`), { code: 'EACCES' });
    return actual.readdirSync(place, options);
  };
  return { ...actual, readdirSync };
});

it('names a folder that cannot be read', () => {
  const { pages, notCompared } = findPages(
    { sourceLocale: 'en', pages: 'content/{locale}/{path}.md' },
    temporaryFolder({ 'content/en/add.md': '# Add', 'content/sv/add.md': '# Lägg till' }),
  );
  expect(pages.map((page) => page.path)).toEqual(['content/en/add.md']);
  expect(notCompared).toEqual([
    { path: 'content/sv', reason: 'The folder could not be read: you may not read or write it.' },
  ]);
});
