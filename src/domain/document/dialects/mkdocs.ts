import type { Root } from 'mdast';
import { parseMarkdown, type SatteriSettings } from '../satteri-parser.ts';
import type { DialectReader, Fence } from './dialect-reader.ts';
import { differsFromCommonMark } from './mkdocs/differs-from-commonmark.ts';
import { findMkdocsMarks } from './mkdocs/marks.ts';
import { placeNodes } from './mkdocs/place-nodes.ts';
import { readStructure } from './mkdocs/read-structure.ts';
import { settleTree } from './mkdocs/settle-tree.ts';
import { sourceLinesOf } from './mkdocs/source-line.ts';
import { writeCommonMark } from './mkdocs/write-commonmark.ts';

const parser: SatteriSettings = { syntax: 'markdown', definitionLists: true };
/** Definitions of a page that is written anew are quotes. */
const parserOfWritten: SatteriSettings = { syntax: 'markdown' };

/**
 * Python-Markdown with the extensions that MkDocs and Material for MkDocs turn on.
 *
 * Its blocks nest by rules of their own. A page on which these may matter is written anew in CommonMark before it is
 * parsed; its nodes then get their places in the page back.
 */
export const mkdocs: DialectReader = {
  parser,
  parse: parsePythonMarkdown,
  hasQuoteCallouts: false,
  findMarks: findMkdocsMarks,
  fences: { sign: '///', read: readSlashes },
};

function parsePythonMarkdown(body: string): Root {
  const tree = differsFromCommonMark(body) ? parseAnew(body) : parseMarkdown(body, parser);
  settleTree(tree, body);
  return tree;
}

function parseAnew(body: string): Root {
  const page = writeCommonMark(readStructure(sourceLinesOf(body)), body);
  const tree = parseMarkdown(page.text, parserOfWritten);
  placeNodes(tree, page, body);
  return tree;
}

/** Blocks that hold other things than a notice. */
const components = new Set(['tab', 'details', 'html', 'define', 'figure-caption', 'caption']);

function readSlashes(source: string): Fence | undefined {
  const match = /^(\/{3,})[ \t]*(?:([\w-]+)[ \t]*(?:\|[ \t]*)?)?([^\n]*)$/.exec(source);
  if (match === null) return undefined;
  const [whole, slashes = '', name, title = ''] = match;
  if (name === undefined) return title.trim() === '' ? { kind: 'close', length: slashes.length } : undefined;
  return {
    kind: 'open',
    length: slashes.length,
    name: name.toLowerCase(),
    isCallout: !components.has(name.toLowerCase()),
    titleStart: whole.length - title.length,
    titleEnd: whole.length,
  };
}
