import { isUtf8 } from 'node:buffer';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Root } from 'mdast';
import { expect, it } from 'vitest';
import { blankFrontMatter, readFrontMatter } from '../../../src/domain/document/front-matter.ts';
import { indexLines } from '../../../src/domain/document/line-index.ts';
import { parseMarkdown } from '../../../src/domain/document/satteri-parser.ts';
import { compareTrees, linesOf, referenceTreeOf } from './reference-trees.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folders = [...globSync('test/fixtures/*', { cwd: root }), 'test/checker', 'content'];

it.each(folders)('gives the same trees of the pages in %s as remark does, to the last position', (folder) => {
  for (const path of globSync(`${folder}/**/*.{md,mdx}`, { cwd: root })) {
    const content = readFileSync(`${root}/${path}`);
    // A page in another encoding is a case of its own, and never parsed.
    if (!isUtf8(content)) continue;
    const page = content.toString('utf8');
    for (const text of [page, page.replaceAll(/\r?\n/g, '\r\n')]) {
      const syntax = path.endsWith('.mdx') ? 'mdx' : 'markdown';
      const body = blankFrontMatter(text, readFrontMatter(text, indexLines(text)).bodyStart);
      const reference = referenceTreeOf(body, syntax);
      expect([path, linesOf(parseMarkdown(body, { syntax }), reference)]).toEqual([
        path,
        linesOf(reference, reference),
      ]);
    }
  }
});

it('differs from remark where a line is one JSX element, as MDX itself does', () => {
  const text = '<b>Add a customer</b>\n';
  const tree = parseMarkdown(text, { syntax: 'mdx' });
  const reference = referenceTreeOf(text, 'mdx');
  expect([tree, reference].map(({ children }) => children[0]?.type)).toEqual([
    'mdxJsxFlowElement',
    'paragraph',
  ]);
  expect(compareTrees(tree, reference)).toBe('known difference');
});

it('differs from remark in the end of an import, which includes the line end', () => {
  const text = "import Form from './form.astro'\n\nText.\n";
  const tree = parseMarkdown(text, { syntax: 'mdx' });
  const reference = referenceTreeOf(text, 'mdx');
  expect([endOfFirst(tree), endOfFirst(reference)]).toEqual([32, 31]);
  expect(compareTrees(tree, reference)).toBe('known difference');
});

function endOfFirst(tree: Root): number | undefined {
  return tree.children[0]?.position?.end.offset;
}
