import type { Nodes, Root } from 'mdast';
import { markdownToMdast, mdxToMdast } from 'satteri';
import { type Plugin, type Processor, unified } from 'unified';

/** Which grammar a page is parsed with. */
export interface SatteriSettings {
  readonly syntax: 'markdown' | 'mdx';
  /** A term's line followed by `: its definition`. */
  readonly definitionLists?: boolean;
}

/**
 * A unified plugin that parses with Sätteri: mdast with positions, GFM included, front matter not.
 *
 * Offsets and columns count the whole file; Sätteri leaves a byte order mark out, the parser counts it in again.
 * Throws what Sätteri throws where MDX cannot be parsed: an `Error` whose message starts with `line:column: `.
 */
const satteriParser: Plugin<[SatteriSettings], string, Root> = function (settings) {
  this.parser = (text) => parseWithSatteri(text, settings);
};

/** The mdast of a Markdown or MDX text, through unified. */
export function parseMarkdown(text: string, settings: SatteriSettings): Root {
  let processor = processors.get(settings);
  if (processor === undefined) {
    processor = unified().use(satteriParser, settings).freeze();
    processors.set(settings, processor);
  }
  return processor.parse(text);
}

/** Readers of dialects hand over the same settings for each page. */
const processors = new WeakMap<SatteriSettings, Processor<Root>>();

const byteOrderMark = '\uFEFF';

function parseWithSatteri(text: string, settings: SatteriSettings): Root {
  const hasMark = text.startsWith(byteOrderMark);
  const parse = settings.syntax === 'mdx' ? mdxToMdast : markdownToMdast;
  // Sätteri 0.10 ends the process where an `import` or `export` has an open string and the text ends in a backslash;
  // a line end behind it changes nothing else. It can go when a release reads "export '\\".
  const lineEnd = settings.syntax === 'mdx' && text.endsWith('\\') ? '\n' : '';
  const root = parse((hasMark ? text.slice(1) : text) + lineEnd, {
    features: { frontmatter: false, definitionList: settings.definitionLists ?? false },
  });
  if (root.type !== 'root') throw new Error(`Sätteri gave a ${root.type} instead of a page`);
  if (hasMark) shiftByMark(root);
  return root;
}

function shiftByMark(root: Root): void {
  const open: Nodes[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.position !== undefined) {
      for (const point of [node.position.start, node.position.end]) {
        if (node.type === 'root' && point === node.position.start) continue;
        if (point.line === 1) point.column += 1;
        point.offset = (point.offset ?? 0) + 1;
      }
    }
    if ('children' in node) for (const child of node.children) open.push(child);
  }
}
