import type { DialectReader, Fence, Mark } from './dialect-reader.ts';

/** Python-Markdown as MkDocs sets it up: attribute lists, `/// note` blocks and `{* include *}` lines. */
export const mkdocs: DialectReader = {
  parser: { syntax: 'markdown', definitionLists: true },
  hasQuoteCallouts: false,
  findMarks: findMkdocsMarks,
  readFence: readSlashes,
};

const attributeListOrInclude =
  /[ \t]{0,20}\{:?[ \t]{0,20}((?:[#.][\w:.-]{1,200}|[\w-]{1,50}=(?:"[^"\n]{0,200}"|[^\s"{}]{1,200}))(?:[ \t]{1,20}[^\s{}]{1,200}){0,20})[ \t]{0,20}\}|\{\*[ \t]([^\n{}]{1,500})\*\}/g;

function findMkdocsMarks(source: string): Mark[] {
  if (!source.includes('{')) return [];
  return [...source.matchAll(attributeListOrInclude)].map((match) => {
    const place = { start: match.index, end: match.index + match[0].length };
    if (match[2] !== undefined)
      return { ...place, component: { name: 'include', text: `include ${match[2].trim()}` } };
    const id = /(?:^|\s)#([\w:.-]+)/.exec(match[1] ?? '')?.[1];
    return id === undefined ? place : { ...place, anchor: id };
  });
}

/** Blocks that hold other things than a notice. */
const components = new Set(['tab', 'html', 'define', 'figure-caption', 'caption']);

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
