import { expect, test } from 'vitest';
import { parsePage } from '../../../src/domain/document/parse-page.ts';
import { changedPage } from '../changed-page.ts';
import type { ParityPage, ParityPair } from '../mutation.ts';
import { fieldKinds } from './fields.ts';

function pageOf(path: string, text: string): ParityPage {
  return { path, text, document: parsePage(text, { dialect: 'gfm' }) };
}

/** The front matter after the n-th mutation of a kind. */
function mutated(name: string, n = 0): string | undefined {
  const pair: ParityPair = {
    key: 'sync',
    sourceLocale: 'en-US',
    locale: 'sv-SE',
    source: pageOf(
      'en-US/sync.md',
      '---\ntitle: Sync\ndescription: "How to keep all: folders in step."\ndate: 2026-03-01\nweight: 3\n---\n\n# Sync\n',
    ),
    translation: pageOf(
      'sv-SE/sync.md',
      '---\ntitle: Synkning\ndescription: Så håller du mapparna i takt.\ndate: 2026-04-01\nweight: 3\n---\n\n# Synkning\n',
    ),
    labels: new Set(),
  };
  const mutation = fieldKinds.find((kind) => kind.name === name)?.mutationsOf(pair)[n];
  const text = mutation && changedPage(pair, mutation)?.text;
  return text?.slice(4, text.indexOf('\n---'));
}

test('a title or description is gone', () => {
  expect(mutated('drop the title or description')).toBe(
    'description: Så håller du mapparna i takt.\ndate: 2026-04-01\nweight: 3',
  );
  expect(mutated('drop the title or description', 1)).toBe('title: Synkning\ndate: 2026-04-01\nweight: 3');
});

test('a description is the source’s', () => {
  expect(mutated('leave the title or description untranslated')).toContain(
    'description: "How to keep all: folders in step."',
  );
});

test('a date is none, a number another one', () => {
  expect(mutated('write a date that no calendar has')).toContain('date: 2026-02-30');
  expect(mutated('change a number or switch of the front matter')).toContain('weight: 10');
});
