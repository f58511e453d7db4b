import type { Nodes, Root } from 'mdast';
import type { DialectReader } from './dialects/dialect-reader.ts';
import { dialectReaders } from './dialects/index.ts';
import { brokenMdx } from './dialects/mdx.ts';
import { blankFrontMatter, readFrontMatter } from './front-matter.ts';
import { limitMarkup } from './limit-markup.ts';
import { indexLines, type LineIndex } from './line-index.ts';
import type { Dialect, PageDocument, ParseProblem } from './page-document.ts';
import { readBlocks } from './read-blocks.ts';
import { refuseHostileMdx } from './refuse-hostile-mdx.ts';
import { parseMarkdown } from './satteri-parser.ts';

/**
 * A page as a PageDocument.
 *
 * Never throws: what cannot be read is in `problems`, and the rest of the page is still there. MDX that its own
 * parser refuses is read as GFM.
 *
 * @example
 * parsePage('1. Select **Customers**. {/* #select *\/}', { dialect: 'mdx' }).blocks[1]
 * // => { kind: 'step', number: 1, text: 'Select Customers.', … }
 */
export function parsePage(text: string, { dialect }: { readonly dialect: Dialect }): PageDocument {
  const lines = indexLines(text);
  const { frontMatter, problems: frontMatterProblems, bodyStart } = readFrontMatter(text, lines);
  const problems: ParseProblem[] = [...frontMatterProblems];
  const body = blankFrontMatter(text, bodyStart);
  const { tree, reader } = parseBody(limitMarkup(body, lines, problems), dialect, lines, problems);
  const fences = reader.fences !== undefined && text.includes(reader.fences.sign) ? reader.fences : undefined;
  const targets = text.includes(']:') ? linkTargetsOf(tree) : noTargets;
  const reading = { text, lines, dialect: reader, targets, fences, problems };
  return { dialect, text, frontMatter, ...readBlocks(reading, tree, bodyStart), problems };
}

function parseBody(
  body: string,
  dialect: Dialect,
  lines: LineIndex,
  problems: ParseProblem[],
): { tree: Root; reader: DialectReader } {
  const reader = dialectReaders[dialect];
  try {
    if (reader.parser.syntax === 'mdx') refuseHostileMdx(body);
    return { tree: reader.parse?.(body) ?? parseMarkdown(body, reader.parser), reader };
  } catch (error) {
    problems.push(problemOf(error, body, lines));
  }
  try {
    return { tree: brokenMdx.parse?.(body) ?? parseMarkdown(body, brokenMdx.parser), reader: brokenMdx };
  } catch (error) {
    problems.push(problemOf(error, body, lines));
    return { tree: { type: 'root', children: [] }, reader };
  }
}

/** Sätteri's errors read `line:column: message (rule)`. */
function problemOf(error: unknown, body: string, lines: LineIndex): ParseProblem {
  const whole = error instanceof Error ? error.message : String(error);
  const match = /^(\d+):(\d+): ([\s\S]*)$/.exec(whole);
  const line = Number(match?.[1] ?? 1);
  const markBefore = line === 1 && body.startsWith('\uFEFF') ? 1 : 0;
  const start = lines.offsetAt(line, Number(match?.[2] ?? 1) + markBefore);
  const message = (match?.[3] ?? whole)
    .replace(/ \(mdx-jsx:[\w-]+\)$/, '')
    .replace(/ \((\d+):\d+\)/, (_, opened: string) => (Number(opened) === line ? '' : ` of line ${opened}`))
    .replace(/\s+/g, ' ')
    .replace(/\.$/, '');
  const end = body.slice(start).search(/[\r\n]|$/);
  return { kind: 'syntax', message, span: lines.spanOf(start, start + Math.max(end, 0)) };
}

const noTargets: ReadonlyMap<string, string> = new Map();

/** Targets of link definitions, wherever they stand; of two with one identifier the first counts. */
function linkTargetsOf(tree: Root): Map<string, string> {
  const targets = new Map<string, string>();
  const open: Nodes[] = [tree];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'definition') {
      if (!targets.has(node.identifier)) targets.set(node.identifier, node.url);
    } else if ('children' in node) {
      for (let at = node.children.length - 1; at >= 0; at -= 1) {
        const child = node.children[at];
        if (child !== undefined && child.type !== 'text') open.push(child);
      }
    }
  }
  return targets;
}
