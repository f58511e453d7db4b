import { indexLines, type LineIndex } from './line-index.ts';
import type { Block, PageDocument, Section, Span } from './page-document.ts';
import { findTypedBullet } from './typed-bullets.ts';
import { findUnpartedMarker } from './unparted-lists.ts';

/** What the renderer makes of markers that an author wrote, or did not mean, as a list's. */
export type BrokenListKind =
  /** A number without a space behind it stays in the text: `2.Select`. */
  | 'glued-number'
  /** A bullet without a space behind it stays in the text: `-Select`. */
  | 'glued-bullet'
  /** The next step's number stands amid the text of the one before: `Select **A**. 2. Select **B**.` */
  | 'joined-step'
  /** Lines with a sign such as `•`, which Markdown joins to one. */
  | 'typed-bullet'
  /** A number that begins a line of prose makes a list of one step: `on\n1. March`. */
  | 'accidental-number'
  /** A dash or plus that begins a line of prose makes a list of one item. */
  | 'accidental-bullet'
  /** Dashes below a paragraph turn it into a heading. */
  | 'accidental-heading'
  /** A list or item that no blank line parts from the paragraph above, which Python-Markdown runs into it. */
  | 'unparted-list'
  /** Numbers with a bracket, `1)`, which Python-Markdown takes for no list. */
  | 'bracketed-number';

/** One place where a list or its markers are not rendered as they are meant. */
export interface BrokenList {
  readonly kind: BrokenListKind;
  /** The marker; for a heading the line of dashes. */
  readonly span: Span;
  readonly marker: string;
  /** The beginning of the text that the marker belongs to, as the file has it. */
  readonly text: string;
}

/**
 * The markers of lists that a page's renderer does not take as such, and those that it takes though none is meant.
 *
 * A marker in the text is told only where the page shows that a list is meant: a list item with the number next to it
 * beside the line, a list with the same bullet, or another such line.
 *
 * @example
 * findBrokenLists(parsePage('1. Select **Customers**.\n2.Select **Add customer**.', { dialect: 'gfm' }))
 * // => [{ kind: 'glued-number', marker: '2.', … }]
 */
export function findBrokenLists(document: PageDocument): readonly BrokenList[] {
  const page = { document, lines: indexLines(document.text) };
  const found: BrokenList[] = [];
  for (const holder of [document.root, ...document.sections, ...document.blocks]) {
    const siblings = holder.kind === 'section' ? holder.blocks : holder.children;
    for (const [at, block] of siblings.entries()) {
      const around = { before: siblings[at - 1], after: siblings[at + 1], siblings, at };
      if (isProse(block)) {
        const glued = findGlued(page, block, around);
        found.push(...glued, ...findUnparted(page, block, glued));
      }
      const above = found.at(-1)?.span.start.line;
      // A paragraph that is itself an item of the list below is told already.
      const isTold = above !== undefined && above === around.before?.span.start.line;
      if (block.kind === 'list') found.push(...findInList(page, block, isTold ? undefined : around.before));
    }
    if (holder.kind === 'section') found.push(...findAccidentalHeading(page, holder));
  }
  return found.toSorted((one, other) => one.span.start.offset - other.span.start.offset);
}

interface Page {
  readonly document: PageDocument;
  readonly lines: LineIndex;
}

interface Around {
  readonly before: Block | undefined;
  readonly after: Block | undefined;
  readonly siblings: readonly Block[];
  /** The block's place among them. */
  readonly at: number;
}

/** A line of a block's own text that begins with what looks like a marker. */
interface GluedLine {
  readonly line: number;
  readonly from: number;
  readonly marker: string;
  /** `undefined` for a bullet. */
  readonly number: number | undefined;
  readonly rest: string;
}

const wideLetter = '\\p{sc=Hani}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Hang}';
const gluedNumber = new RegExp(
  `^(\\d{1,2}|[０-９]{1,2})([.)、）．])(?=[\\p{Lu}${wideLetter}[*「『【“"])`,
  'u',
);
const gluedBullet = new RegExp(`^(?:[-+*](?=[\\p{Lu}${wideLetter}[「『【（(])|[-+](?=\\*\\*\\p{L}))`, 'u');

const numberBehindSentence = new RegExp(
  `(?<=[^\\d\\s.][.!?。！？][*_)）]{0,3}[ \\t]{1,3})(\\d{1,9})[.)、](?=[ \\t]{1,3}[\\p{Lu}${wideLetter}[*])`,
  'gu',
);

function isProse({ kind, text }: Block): boolean {
  return (kind === 'paragraph' || kind === 'item' || kind === 'step') && text !== '';
}

function findGlued(page: Page, block: Block, around: Around): BrokenList[] {
  const typed = findTypedBullet(page.document, block);
  if (typed !== undefined)
    return [makeFinding(page, 'typed-bullet', typed.from, typed.from + typed.marker.length, typed.text)];
  const lines = gluedLinesOf(page.document, block);
  if (lines.length === 0) return [];
  const isMeant = judgeLines(page.document, block, around, lines);
  return lines.filter(isMeant).map(({ from, marker, number, rest }) => {
    const kind = number === undefined ? 'glued-bullet' : 'glued-number';
    return makeFinding(page, kind, from, from + marker.length, rest);
  });
}

/** A quick look: a line that begins with a bullet or digit. */
const beginsAsItem = /^[-+*\d０-９]|\n[ \t>]*[-+*\d０-９]/;

function gluedLinesOf({ text }: PageDocument, block: Block): GluedLine[] {
  const { start, end } = block.textSpan;
  const written = text.slice(start.offset, end.offset);
  if (!beginsAsItem.test(written)) return [];
  const found: GluedLine[] = [];
  // The first line of an item stands behind the item's own marker.
  const isItem = block.kind !== 'paragraph';
  const emphasised = new Set(block.traits.emphases.map(({ span }) => span.start.offset));
  let from = start.offset;
  for (const [line, source] of written.split('\n').entries()) {
    const indent = /^[ \t>]*/.exec(line === 0 ? '' : source)?.[0].length ?? 0;
    const content = source.slice(indent);
    const number = gluedNumber.exec(content);
    const marker = number?.[0] ?? gluedBullet.exec(content)?.[0];
    const place = from + indent;
    // A star that opens emphasis is not in the text.
    const isShown = marker !== '*' || !emphasised.has(place);
    if (marker !== undefined && isShown && !(isItem && line === 0)) {
      const value = number === null ? undefined : Number(number[1]?.normalize('NFKC'));
      found.push({ line, from: place, marker, number: value, rest: content.slice(marker.length).trimEnd() });
    }
    from += source.length + 1;
  }
  return found;
}

/** Tells of a line whether the page shows that it is meant as an item. */
function judgeLines(
  document: PageDocument,
  block: Block,
  { before, after, siblings, at }: Around,
  lines: readonly GluedLine[],
): (line: GluedLine) => boolean {
  // An ideographic comma or full-width bracket behind a number is good style where no list is beside it.
  const numbers = new Set(lines.filter(({ marker }) => /[.)]$/.test(marker)).map(({ number }) => number));
  for (const number of numbersInText(document, block)) numbers.add(number);
  const previous = new Set([...stepNumbersAround(block), numberOf(before, -1)]);
  // Code or a note of the step may stand between its text and the next step.
  const nextList = siblings.find(({ list }, other) => other > at && list?.ordered === true);
  const next = numberOf(after, 0) ?? numberOf(nextList, 0);
  const repeated = repeatedNumber(document, [
    block.kind === 'step' ? block.parent : undefined,
    before,
    nextList,
  ]);
  const isNumber = (number: number, marker: string): boolean => {
    if (previous.has(number - 1) || next === number + 1 || number === repeated) return true;
    return /[.)]$/.test(marker) && (numbers.has(number - 1) || numbers.has(number + 1));
  };
  const bulletOfItem = bulletOf(document, block);
  const isLine = block.textSpan.start.line === block.textSpan.end.line;
  // What is right below an item's own text is its first child.
  const below = block.kind === 'paragraph' ? after : block.children[0];
  const listBelow =
    below?.span.start.line === block.textSpan.end.line + 1 ? bulletOfList(document, below) : undefined;
  const bullets = Map.groupBy(lines, ({ marker }) => marker);
  const bulletsBelow = bulletsInText(document, block);
  const isBullet = (marker: string, rest: string): boolean => {
    if (marker === bulletOfItem || bulletsBelow.has(marker)) return true;
    // A star may refer to a note and `-Path` be an option, but not right above such a list.
    if (listBelow === marker) return marker !== '*' || isLine;
    if (marker === '*' || /^\p{sc=Latn}/u.test(rest)) return false;
    if (bulletOfList(document, before) === marker || bulletOfList(document, after) === marker) return true;
    const isLinkAlone = isLine && block.kind === 'paragraph' && /^\[[^\]]+\]\([^)]+\)[.。]?$/.test(rest);
    return isLinkAlone || (bullets.get(marker)?.length ?? 0) > 1;
  };
  return ({ number, marker, rest }) =>
    number === undefined ? isBullet(marker, rest) : isNumber(number, marker);
}

/** The numbers of lines that look like steps but are part of a text, as a list that begins with 2 cannot follow one. */
function numbersInText({ text }: PageDocument, { textSpan: { start, end } }: Block): readonly number[] {
  return Array.from(text.slice(start.offset, end.offset).matchAll(/\n[ \t>]*(\d{1,2})[.)][ \t]/g), (match) =>
    Number(match[1]),
  );
}

/** The number of a step, and of the steps that it lies in: a line below a nested item may be meant as the next of either. */
function stepNumbersAround(block: Block): readonly number[] {
  const numbers: number[] = [];
  for (let around: Block | undefined = block; around !== undefined; around = around.parent) {
    if (around.number !== undefined) numbers.push(around.number);
  }
  return numbers;
}

/** The number that all steps beside a line are given, where they all have the same. */
function repeatedNumber(document: PageDocument, lists: readonly (Block | undefined)[]): number | undefined {
  const written = lists
    .flatMap((list) => (list?.list?.ordered === true ? list.children : []))
    .map((step) => Number.parseInt(markerAt(document, step.span.start.offset) ?? '', 10));
  const [first] = written;
  return written.length > 1 && written.every((number) => number === first) ? first : undefined;
}

function findInList(page: Page, list: Block, before: Block | undefined): BrokenList[] {
  const found: BrokenList[] = [];
  const { dialect } = page.document;
  if (list.list?.ordered) for (const step of list.children) found.push(...findJoinedStep(page, step));
  if (dialect === 'mkdocs') return found;
  const first = list.children[0];
  const isBelow =
    before?.kind === 'paragraph' && before.span.end.line + 1 === list.span.start.line && first !== undefined;
  if (!isBelow) return found;
  const from = first.span.start.offset;
  const marker = markerAt(page.document, from);
  if (marker === undefined) return found;
  if (/[-+]/.test(marker) && isAccident(before, list, first)) {
    found.push(makeFinding(page, 'accidental-bullet', from, from + marker.length, first.text));
  } else if (/^1[.)]$/.test(marker) && isAccidentalNumber(before, list, first)) {
    found.push(makeFinding(page, 'accidental-number', from, from + marker.length, first.text));
  }
  return found;
}

/** The bullets of lines that are part of a text as no blank line parts them, which only Python-Markdown has so. */
function bulletsInText(
  { text, dialect }: PageDocument,
  { textSpan: { start, end } }: Block,
): ReadonlySet<string> {
  if (dialect !== 'mkdocs' || start.line === end.line) return new Set();
  const lines = text.slice(start.offset, end.offset).matchAll(/[\r\n][ \t>]*([-+*])[ \t]/g);
  return new Set(Array.from(lines, ([, bullet = '']) => bullet));
}

/** Items that Python-Markdown runs into the text above them, unless a marker above is glued to its text. */
function findUnparted(page: Page, block: Block, glued: readonly BrokenList[]): BrokenList[] {
  if (page.document.dialect !== 'mkdocs' || glued.length > 0) return [];
  const found = findUnpartedMarker(page.document, block);
  if (found === undefined) return [];
  const kind = found.kind === 'unparted' ? 'unparted-list' : 'bracketed-number';
  return [makeFinding(page, kind, found.from, found.from + found.marker.length, found.text)];
}

function markerAt({ text }: PageDocument, from: number): string | undefined {
  return /^(?:[-+*]|\d{1,9}[.)])/.exec(text.slice(from, from + 12))?.[0];
}

/** A sentence that goes on, from the line above into an item that stands alone. */
function isAccident(before: Block, list: Block, first: Block): boolean {
  if (list.list?.ordered || list.children.length > 1 || first.children.length > 0) return false;
  const isCode = first.traits.runs[0]?.markup.includes('code') ?? false;
  return !isCode && /[\p{Ll}\p{N},]$/u.test(before.text) && /^\p{Ll}/u.test(first.text);
}

const germanMonth =
  /^(?:Jan(?:uar)?|Jänner|Feb(?:ruar|er)?|März|Apr(?:il)?|Mai|Juni|Juli|Aug(?:ust)?|Sep(?:tember)?|Okt(?:ober)?|Nov(?:ember)?|Dez(?:ember)?)\b/u;

/** A sentence that goes on into the day of a date, or a numbered word in lower case, at the start of a line. */
function isAccidentalNumber(before: Block, list: Block, first: Block): boolean {
  if (list.children.length > 1 || first.children.length > 0) return false;
  return (
    /[\p{Ll}\p{N},]$/u.test(before.text) && (/^\p{Ll}/u.test(first.text) || germanMonth.test(first.text))
  );
}

/** The number of the step that should follow, behind the end of a sentence: `Select **A**. 2. Select **B**.` */
function findJoinedStep(page: Page, step: Block): BrokenList[] {
  const next = (step.number ?? 0) + 1;
  const { text } = page.document;
  const source = text.slice(step.textSpan.start.offset, step.textSpan.end.offset);
  for (const match of source.matchAll(numberBehindSentence)) {
    if (Number(match[1]) !== next) continue;
    const from = step.textSpan.start.offset + match.index;
    const rest = source.slice(match.index + match[0].length).trimStart();
    return [makeFinding(page, 'joined-step', from, from + match[0].length, rest)];
  }
  return [];
}

/** Dashes below a sentence: meant as a line across the page, read as the underline of a heading. */
function findAccidentalHeading(page: Page, { heading, depth }: Section): BrokenList[] {
  if (heading === undefined || depth !== 2) return [];
  const source = page.document.text.slice(heading.span.start.offset, heading.span.end.offset);
  const underline = /\n[ \t>]*(-+)[ \t]*$/.exec(source)?.[1];
  const isSentence =
    /[.。!！:：;；,，]$/u.test(heading.text.trim()) && /\s|[\p{sc=Hani}\p{sc=Hira}]/u.test(heading.text);
  // A long underline is drawn on purpose; a line across the page has three dashes or few more.
  const isLine = underline !== undefined && underline.length <= 5;
  if (!isLine || !isSentence) return [];
  const to = heading.span.start.offset + source.trimEnd().length;
  return [makeFinding(page, 'accidental-heading', to - underline.length, to, heading.text)];
}

function makeFinding(
  { document, lines }: Page,
  kind: BrokenListKind,
  from: number,
  to: number,
  text: string,
): BrokenList {
  return { kind, span: lines.spanOf(from, to), marker: document.text.slice(from, to), text };
}

/** The number of a list's first or last step, or the one that a paragraph glues to its text. */
function numberOf(block: Block | undefined, at: 0 | -1): number | undefined {
  if (block?.kind === 'list') return block.list?.ordered ? block.children.at(at)?.number : undefined;
  return block?.kind === 'paragraph' ? gluedNumberOf(block.text) : undefined;
}

/** The number in `2.Select`. */
function gluedNumberOf(text: string): number | undefined {
  const match = gluedNumber.exec(text);
  return match === null || !/[.)]/.test(match[2] ?? '') ? undefined : Number(match[1]?.normalize('NFKC'));
}

function bulletOfList(document: PageDocument, list: Block | undefined): string | undefined {
  const first = list?.kind === 'list' ? list.children[0] : undefined;
  return first && bulletOf(document, first);
}

function bulletOf({ text }: PageDocument, item: Block): string | undefined {
  return item.kind === 'item' ? text[item.span.start.offset] : undefined;
}
