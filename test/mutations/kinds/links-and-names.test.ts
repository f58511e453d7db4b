import { expect, test } from 'vitest';
import { parsePage } from '../../../src/domain/document/parse-page.ts';
import { changedPage } from '../changed-page.ts';
import type { ParityPage, ParityPair } from '../mutation.ts';
import { linkAndNameKinds } from './links-and-names.ts';

function pageOf(path: string, text: string): ParityPage {
  return { path, text, document: parsePage(text, { dialect: 'gfm' }) };
}

/** The page after the first mutation of a kind. */
function mutated(name: string, text: string): string | undefined {
  const pair: ParityPair = {
    key: 'sync',
    sourceLocale: 'en-US',
    locale: 'sv-SE',
    source: pageOf('en-US/sync.md', text),
    translation: pageOf('sv-SE/sync.md', text),
    labels: new Set(),
  };
  const mutation = linkAndNameKinds.find((kind) => kind.name === name)?.mutationsOf(pair)[0];
  return mutation && changedPage(pair, mutation)?.text;
}

test('a link ends inside its word', () => {
  expect(mutated('end a link inside a word', 'Läs [instruktionerna](how.md) först.\n')).toBe(
    'Läs [instrukt](how.md)ionerna först.\n',
  );
});

test('a link has the comma behind it', () => {
  expect(mutated('take a comma into a link', 'Läs [hjälpen](help.md), och börja.\n')).toBe(
    'Läs [hjälpen,](help.md) och börja.\n',
  );
});

test('a name in a cell is another word', () => {
  expect(mutated('translate a name', '| Kod | Tid |\n| --- | --- |\n| P1M | en månad |\n')).toBe(
    '| Kod | Tid |\n| --- | --- |\n| mp | en månad |\n',
  );
});
