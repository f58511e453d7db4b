import type { Block, PageDocument } from './page-document.ts';

/** A marker amid running text that Python-Markdown takes for no list's. */
export interface UnpartedMarker {
  /** `bracketed`: the renderer knows no `1)`. `unparted`: no blank line stands above. */
  readonly kind: 'unparted' | 'bracketed';
  /** Offset in the page. */
  readonly from: number;
  readonly marker: string;
  readonly text: string;
}

/**
 * The first marker in a text of a page for Python-Markdown that its author means as a list's: there is a second such
 * line, the line above ends in a colon, or it goes on with the list that the text stands in.
 *
 * Python-Markdown begins a list only at the start of a block, that is below a blank line or a heading, and knows no
 * numbers with a bracket (`OListProcessor` of Python-Markdown 3.11).
 */
export function findUnpartedMarker({ text }: PageDocument, block: Block): UnpartedMarker | undefined {
  const { start, end } = block.textSpan;
  if (start.line === end.line) return undefined;
  const lines = [...text.slice(start.offset, end.offset).matchAll(/[^\r\n]+/g)];
  const marked = lines.flatMap((match, at) => readMarker(match, at, start.offset, block));
  const first = marked.find((line) => isMeant(line, marked, lines[line.at - 1]?.[0] ?? '', text, block));
  if (first === undefined) return undefined;
  const { kind, from, marker, rest } = first;
  return { kind, from, marker, text: rest.replaceAll(/\*{1,3}/g, '') };
}

interface MarkedLine extends Pick<UnpartedMarker, 'kind' | 'from' | 'marker'> {
  /** Place among the lines of the text. */
  readonly at: number;
  readonly number: number | undefined;
  readonly rest: string;
}

const bullet = /^[ \t>]*([-+*])[ \t]+(?=[^\s\-+*=/\d])(.*)$/;
const number = /^[ \t>]*((\d{1,2})([.)]))[ \t]+(?=\S)(.*)$/;

function readMarker(match: RegExpExecArray, at: number, start: number, block: Block): MarkedLine[] {
  const [line] = match;
  const found = bullet.exec(line) ?? number.exec(line);
  if (found === null) return [];
  const [, marker = ''] = found;
  const rest = (found[4] ?? found[2] ?? '').trimEnd();
  const isBracketed = found[3] === ')';
  // A list may begin with the first line of a text only by a marker that is none; an item has its own there.
  if (at === 0 && (!isBracketed || block.kind !== 'paragraph')) return [];
  return [
    {
      kind: isBracketed ? 'bracketed' : 'unparted',
      at,
      from: start + match.index + line.indexOf(marker),
      marker,
      number: found[4] === undefined ? undefined : Number(found[2]),
      rest,
    },
  ];
}

function isMeant(
  line: MarkedLine,
  marked: readonly MarkedLine[],
  above: string,
  text: string,
  block: Block,
): boolean {
  const isBelowColon = /[:：]\**\s*$/.test(above);
  if (line.number === undefined) {
    const others = marked.filter(({ number: other }) => other === undefined);
    return others.length > 1 || isBelowColon || bulletsAround(text, block).includes(line.marker);
  }
  const numbers = new Set(marked.filter(({ kind }) => kind === line.kind).map(({ number: other }) => other));
  const hasNext = numbers.has(line.number + 1) || numbers.has(line.number - 1);
  if (hasNext || (isBelowColon && line.number === 1)) return true;
  return stepsAround(block).includes(line.number - 1) || stepsBefore(text, block).includes(line.number - 1);
}

/** The bullets of the item that a text stands in and of the lists beside it. */
function bulletsAround(text: string, block: Block): readonly (string | undefined)[] {
  const siblings = block.parent?.children ?? block.section.blocks;
  const at = siblings.indexOf(block);
  const lists = [siblings[at - 1], siblings[at + 1]].map((list) => list?.kind === 'list' && list.children[0]);
  return [block, block.parent, ...lists].map((item) =>
    item && item.kind === 'item' ? text[item.span.start.offset] : undefined,
  );
}

/** The numbers, as the file has them, of the steps that a text stands in. */
function stepsAround(block: Block): readonly number[] {
  const numbers: number[] = [];
  for (let around: Block | undefined = block; around !== undefined; around = around.parent) {
    if (around.kind === 'step' && around.number !== undefined) numbers.push(around.number);
  }
  return numbers;
}

/** The numbers of the last step before a paragraph, and of what should be steps between. */
function stepsBefore(text: string, block: Block): readonly number[] {
  const siblings = block.parent?.children ?? block.section.blocks;
  const numbers: number[] = [];
  const from = siblings.lastIndexOf(block);
  for (let at = from - 1; at >= Math.max(from - 20, 0); at -= 1) {
    const before = siblings[at];
    if (before?.kind === 'list') {
      const last = before.children.at(-1)?.number;
      return last === undefined ? [] : [...numbers, last];
    }
    if (before?.kind !== 'paragraph') break;
    const { start, end } = before.textSpan;
    for (const [, value] of text.slice(start.offset, end.offset).matchAll(numberOfLine))
      numbers.push(Number(value));
  }
  return [];
}

const numberOfLine = /[\r\n][ \t>]*(\d{1,2})\.[ \t]/g;
