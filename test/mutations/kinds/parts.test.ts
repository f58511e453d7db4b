import { expect, test } from 'vitest';
import { parsePage } from '../../../src/domain/document/parse-page.ts';
import { changedPage } from '../changed-page.ts';
import type { ParityPage, ParityPair } from '../mutation.ts';
import { partKinds } from './parts.ts';

function pageOf(path: string, text: string): ParityPage {
  return { path, text, document: parsePage(text, { dialect: 'gfm' }) };
}

/** The page after the n-th mutation of a kind. */
function mutated(name: string, source: string, translation: string, n = 0): string | undefined {
  const pair: ParityPair = {
    key: 'sync',
    sourceLocale: 'en-US',
    locale: 'sv-SE',
    source: pageOf('en-US/sync.md', source),
    translation: pageOf('sv-SE/sync.md', translation),
    labels: new Set(),
  };
  const mutation = partKinds.find((kind) => kind.name === name)?.mutationsOf(pair)[n];
  return mutation && changedPage(pair, mutation)?.text;
}

const english = 'The first sync takes a while. Leave the window open until it is done.\n';
const swedish = 'Den första synkningen tar en stund. Låt fönstret vara öppet tills den är klar.\n';

test('a text loses its later sentences', () => {
  expect(mutated('cut a text short', english, swedish)?.trim()).toBe('Den första synkningen tar en stund.');
});

test('a sentence is the source’s, and the others are not', () => {
  expect(mutated('leave a sentence untranslated', english, swedish, 1)).toBe(
    'Den första synkningen tar en stund. Leave the window open until it is done.\n',
  );
});

test('a line of code is gone', () => {
  const code = '```sh\nsync init\nsync add .\nsync push\n```\n';
  expect(mutated('drop a line of code', code, code)).toBe('```sh\nsync init\nsync push\n```\n');
});

test('a link loses its text, or the locale of its address', () => {
  const links = 'Se [hjälpen](https://example.org/sv-se/sync/help).\n';
  expect(mutated('empty the text of a link', links, links)).toBe(
    'Se [](https://example.org/sv-se/sync/help).\n',
  );
  expect(mutated('write another locale in a link', links, links)).toBe(
    'Se [hjälpen](https://example.org/en-us/sync/help).\n',
  );
});

test('a word stands twice', () => {
  expect(mutated('say a word twice', english, swedish)).toContain('Den första första synkningen');
});

test('two links change places', () => {
  const links = 'Läs [hjälpen](help.md) och [reglerna](rules.md).\n';
  expect(mutated('links in another order', links, links)).toBe(
    'Läs [reglerna](rules.md) och [hjälpen](help.md).\n',
  );
});
