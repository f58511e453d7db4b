import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { markdownToMdast } from 'satteri';
import { unified } from 'unified';
import { parsePage } from '../../src/domain/document/parse-page.ts';
import { recogniseDialect } from '../../src/domain/document/recognise-dialect.ts';
import { type CorpusFile, corpus, medianTime, ownPages } from './corpora.ts';

/** How long text takes to become a PageDocument, beside Sätteri alone and remark-parse. */
export function run(print: (line: string) => void): void {
  measure('our own guide', ownPages(), 5, print);
  const fastapi = corpus('fastapi', print)?.filter(({ path }) => path.startsWith('en/'));
  if (fastapi) measure('the English pages of fastapi', fastapi, 3, print);
}

function measure(
  name: string,
  files: readonly CorpusFile[],
  runs: number,
  print: (line: string) => void,
): void {
  const megabytes = files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / 1e6;
  const remark = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm);
  const bare = medianTime(runs, () => {
    for (const { text } of files) markdownToMdast(text);
  });
  const documents = medianTime(runs, () => {
    for (const { path, text } of files) parsePage(text, { dialect: recogniseDialect(path, text) });
  });
  // `{/* #id */}` is no error in plain Markdown, so that remark can read the guide too.
  const reference = medianTime(1, () => {
    for (const { text } of files) remark.parse(text);
  });
  print(`${name}: ${files.length} files, ${megabytes.toFixed(2)} MB`);
  print(`  Sätteri alone        ${bare.toFixed(0)} ms`);
  print(
    `  PageDocument         ${documents.toFixed(0)} ms, ${(documents / bare).toFixed(1)} times Sätteri alone`,
  );
  print(
    `  remark-parse         ${reference.toFixed(0)} ms, ${(reference / documents).toFixed(1)} times PageDocument`,
  );
}
