import { expect, it } from 'vitest';
import type { Dialect } from '../../../src/domain/document/page-document.ts';
import { recogniseDialect } from '../../../src/domain/document/recognise-dialect.ts';
import { fixtures, readFixture } from './read-fixture.ts';

it.each(fixtures)('recognises $name as $dialect', ({ name, dialect }) => {
  expect(recogniseDialect(name, readFixture(name))).toBe(dialect);
});

it.each<[Dialect, string]>([
  ['learn', '# <a name="add"></a>Add\n'],
  ['learn', '---\nms.topic: how-to\n---\n'],
  ['learn', '> [!NOTE]\n> Text\n'],
  ['mkdocs', '/// tip\n\nText\n\n///\n'],
  ['mkdocs', '!!! note "Title"\n    Text\n'],
  ['mkdocs', '1. Select **Customers**.\n\n    ??? tip "Title"\n        Text\n'],
  ['mkdocs', '=== "Direct bill"\n\n    Text\n'],
  ['mkdocs', '--8<-- "add.md"\n'],
  ['mkdocs', '``` { .python .annotate }\nx\n```\n'],
  ['mkdocs', '# Add { #add }\n'],
  ['hugo', '# Add {#add}\n'],
  ['hugo', '{{< ref "a.md" >}}\n'],
  ['hugo', '+++\ntitle = "Add"\n+++\n'],
  ['gfm', '# Add {#add}\n\n:::tip[Title]\nText\n:::\n'],
  ['gfm', 'Type `a {#b}` in 3 steps.\n'],
])('recognises %s in %j', (dialect, text) => {
  expect(recogniseDialect('add.md', text)).toBe(dialect);
});
