import type { SourceLine } from './source-line.ts';
import type { Range, TitledBlock } from './structure.ts';

/*
 * What Python-Markdown 3.11 and PyMdown Extensions look for in a line, each after the expression of the same purpose
 * in their sources.
 */

/** A numbered item; its content is group 1. */
export const numberedItem = /^ {0,3}\d+\. +(.*)/;

/** A bulleted item; its content is group 1. */
export const bulletedItem = /^ {0,3}[*+-] +(.*)/;

/** An item of either kind: marker, content. */
export const anyItem = /^ {0,3}(\d+\.|[*+-]) +(.*)/;

/** An item one level deeper. */
export const nestedItem = /^ {4,7}(?:\d+\.|[*+-]) +/;

/** The line below a heading of the underlined kind. */
export const underline = /^[=-]+ *$/;

/** A line across the page. */
export const rule = /^ {0,3}(?:-(?: {0,2}-){2,}|_(?: {0,2}_){2,}|\*(?: {0,2}\*){2,}) *$/;

/** A quoted line; its content is group 1. */
export const quotedLine = /^ {0,3}> ?(.*)/;

/** A definition; its content is group 1. */
export const definition = /^ {0,3}: {1,3}(.*)/;

/** A footnote's text; what follows the colon is group 1. */
export const footnote = /^ {0,3}\[\^[^\]]*\]: *(.*)$/;

/** The target of links by reference. */
export const reference = /^ {0,3}\[[^[\]]*\]: *\S+ *(?:"[^"]*" *|'[^']*' *|\([^()]*\) *)?$/;

/** What an abbreviation stands for. */
export const abbreviation = /^\*\[[^\]\\]*\] ?:/;

/** A line that opens or closes a block of PyMdown's Blocks. */
export const slashes = /^ {0,3}\/{3,}(?: *[\w-]| *$)/;

/** A line that is one tag of an element that holds blocks. */
export const tagLine =
  /^ {0,3}<\/?(?:address|article|aside|blockquote|center|details|div|dl|dd|dt|figcaption|figure|footer|header|li|main|nav|ol|p|section|summary|table|tbody|td|th|thead|tr|ul)(?:\s[^>]*)?> *$/i;

const admonition = /^!!! ?([\w-]+(?: +[\w-]+)*)(?: +"(.*)")? *$/;
const details = /^\?{3}\+? ?([\w-]+(?: +[\w-]+)*)?(?: +"(.*)")? *$/;
const tab = /^===(?:\+!?|!\+?)? +(?:"(.*)"|'(.*)') *$/;

/** The callout, collapsed block or tab that a line opens. */
export function titledBlockOf({ text, from }: SourceLine): TitledBlock | undefined {
  const sign = text[0];
  if (sign !== '!' && sign !== '?' && sign !== '=') return undefined;
  const match = (sign === '!' ? admonition : sign === '?' ? details : tab).exec(text);
  if (match === null) return undefined;
  const words = sign === '=' ? (match[1] ?? match[2]) : match[2];
  const title = words === undefined || words === '' ? undefined : rangeOf(text, words, from);
  if (sign === '=') return { kind: 'component', name: 'tab', title };
  const name = match[1]?.toLowerCase().split(/ +/)[0];
  if (name !== undefined) return { kind: 'callout', name, title };
  return words === undefined ? undefined : { kind: 'component', name: 'details', title };
}

/** Titles end the line, so that the last place of their words is theirs. */
function rangeOf(text: string, words: string, from: number): Range {
  const at = from + text.lastIndexOf(words, text.trimEnd().length - 1 - words.length);
  return { from: at, to: at + words.length };
}

/** Whether the first two lines of a block are those of a table: as many cells in both, the second of dashes. */
export function startsTable(header: SourceLine | undefined, separator: SourceLine | undefined): boolean {
  if (header === undefined || separator === undefined) return false;
  const dashes = separator.text.trim();
  if (!/^[|:\- ]*-[|:\- ]*$/.test(dashes) || !header.text.includes('|')) return false;
  const cells = cellsIn(header.text);
  const isBordered = /^\s*\||\|\s*$/.test(header.text);
  return cells === cellsIn(dashes) && (cells > 1 || isBordered);
}

function cellsIn(row: string): number {
  const inner = row
    .trim()
    .replaceAll(/(`+)[^`]*\1/g, '')
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).length;
}
