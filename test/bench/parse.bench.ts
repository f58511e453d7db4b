import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { markdownToMdast } from 'satteri';
import { unified } from 'unified';
import { blankFrontMatter, readFrontMatter } from '../../src/domain/document/front-matter.ts';
import { indexLines } from '../../src/domain/document/line-index.ts';
import { parsePage } from '../../src/domain/document/parse-page.ts';
import { recogniseDialect } from '../../src/domain/document/recognise-dialect.ts';
import { parseMarkdown } from '../../src/domain/document/satteri-parser.ts';
import { compareTrees, referenceTreeOf } from '../domain/document/reference-trees.ts';
import { type CorpusFile, corpus, medianTime, ownPages } from './corpora.ts';

/** How long text takes to become a PageDocument, beside Sätteri alone and remark-parse. */
export function run(print: (line: string) => void): void {
  measure('our own guide', ownPages(), 5, print);
  compareWithReference('our own guide', ownPages(), print);
  for (const name of ['learn', 'fastapi']) {
    const files = corpus(name, print);
    if (files) compareWithReference(name, files, print);
  }
  for (const name of ['fastapi', 'learn']) {
    const files = corpus(name, print);
    if (files) measure(name, files, 3, print);
  }
}

/** What remark reads: it takes so long that a part of the files has to do. */
const mostForRemark = 200;

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
  const step = Math.ceil(files.length / mostForRemark);
  const part = files.filter((_, index) => index % step === 0);
  const ofPart = medianTime(runs, () => {
    for (const { path, text } of part) parsePage(text, { dialect: recogniseDialect(path, text) });
  });
  // `{/* #id */}` is no error in plain Markdown, so that remark can read the guide too.
  const reference = medianTime(1, () => {
    for (const { text } of part) remark.parse(text);
  });
  print(`${name}: ${files.length} files, ${megabytes.toFixed(2)} MB`);
  print(`  Sätteri alone        ${bare.toFixed(0)} ms`);
  print(
    `  PageDocument         ${documents.toFixed(0)} ms, ${(documents / bare).toFixed(1)} times Sätteri alone`,
  );
  print(
    `  remark-parse         ${reference.toFixed(0)} ms for ${part.length} of the files, ${(reference / ofPart).toFixed(1)} times PageDocument`,
  );
}

/** How many trees of Sätteri differ from those of remark-parse, and whether in known ways. */
function compareWithReference(
  name: string,
  files: readonly CorpusFile[],
  print: (line: string) => void,
): void {
  const counts = new Map([
    ['same', 0],
    ['known difference', 0],
    ['other difference', 0],
    ['refused by one', 0],
  ]);
  for (const { path, text } of files) {
    const syntax = path.endsWith('.mdx') ? 'mdx' : 'markdown';
    const body = blankFrontMatter(text, readFrontMatter(text, indexLines(text)).bodyStart);
    const tree = attempt(() => parseMarkdown(body, { syntax }));
    const reference = attempt(() => referenceTreeOf(body, syntax));
    if (tree === undefined && reference === undefined) continue;
    const kind = tree && reference ? compareTrees(tree, reference) : 'refused by one';
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    if (kind === 'other difference' || kind === 'refused by one') print(`  ${kind}: ${name}/${path}`);
  }
  print(`${name}: trees of Sätteri beside those of remark-parse`);
  for (const [kind, count] of counts) print(`  ${kind.padEnd(20)} ${count}`);
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
