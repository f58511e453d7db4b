import { expect, it } from 'vitest';
import { parsePage } from '../../../../src/domain/document/parse-page.ts';
import { outlineOf } from '../outline.ts';
import { readFixture } from '../read-fixture.ts';

it('reads ids and shortcodes of Hugo', () => {
  const document = parsePage(readFixture('hugo.md'), { dialect: 'hugo' });
  expect(document.frontMatter?.data).toEqual({ title: 'Add a customer', weight: 3 });
  expect(outlineOf(document)).toBe(
    [
      '## Steps #steps',
      '  paragraph "Select now."',
      '  component notice',
      '  paragraph "Read the guide."',
      '  component /notice',
    ].join('\n'),
  );
  expect(document.blocks[0]?.traits.components.map(({ text }) => text)).toEqual(['label "Add customer"']);
});
