import type { Nodes, Text } from 'mdast';
import { alignSource } from './align-source.ts';
import type { Mark } from './dialects/dialect-reader.ts';
import { type HtmlTag, readHtml } from './html-tags.ts';
import { InlineText } from './inline-text.ts';
import { endOf, startOf } from './node-place.ts';
import { type FoundNumber, findNumbers } from './numbers.ts';
import type {
  Anchor,
  EmphasisTrait,
  ImageTrait,
  LinkTrait,
  NumberTrait,
  TextRun,
  TextTrait,
} from './page-document.ts';
import { deepestNesting, type Reading, type TraitLists } from './reading.ts';
import { spanOfRunText } from './spans.ts';

/** What a stretch of running text says, and its traits. */
export interface InlineContent {
  readonly text: string;
  readonly traits: TraitLists;
}

/** Which part of the file is read, and the marks in it that the dialect takes out. */
export interface InlineRange {
  readonly start: number;
  readonly end: number;
  readonly marks: readonly Mark[];
}

/** Reads the running text of a heading, a paragraph or a part of one. */
export function readInline(reading: Reading, nodes: readonly Nodes[], range: InlineRange): InlineContent {
  const reader = new InlineReader(reading, range);
  for (let at = firstReaching(nodes, range.start); at < nodes.length; at += 1) {
    const node = nodes[at];
    if (node === undefined || startOf(node) >= range.end) break;
    reader.readNode(node, 0);
  }
  return reader.finish();
}

/** Reads a block of HTML: the text between its tags, and the traits that the tags make. */
export function readHtmlText(reading: Reading, start: number, end: number): InlineContent {
  const reader = new InlineReader(reading, { start, end, marks: [] });
  reader.readHtmlSource(start, end);
  return reader.finish();
}

/** Text of which every unit stands where it says: code, or the description of an image. */
export function readVerbatim(
  reading: Pick<Reading, 'lines'>,
  pieces: readonly { readonly text: string; readonly start: number; readonly end: number }[],
  markup: TextRun['markup'],
): InlineContent {
  let at = 0;
  const runs = pieces.map(({ text, start, end }) => {
    const run = { text, at, span: reading.lines.spanOf(start, end), markup };
    at += text.length;
    return run;
  });
  return { text: pieces.map(({ text }) => text).join(''), traits: { ...emptyTraits(), runs } };
}

/** Traits of text that is not there. */
export function emptyTraits(): TraitLists {
  return {
    anchors: [],
    links: none,
    images: none,
    codes: none,
    emphases: none,
    numbers: none,
    components: [],
    footnotes: none,
    runs: none,
  };
}

/** What most lists of traits are: one for all of them, which nothing may be added to. */
const none: readonly never[] = Object.freeze([]);

/** The id in a comment `/* #id *\/`, the content of an MDX expression. */
export function anchorInComment(expression: string): string | undefined {
  return /^\s*\/\*\s*#([^\s*]+)\s*\*\/\s*$/.exec(expression)?.[1];
}

/** Whether an MDX expression shows nothing: comments alone. */
export function isComment(expression: string): boolean {
  return /^(?:\s*\/\*(?:[^*]|\*(?!\/))*\*\/)*\s*(?:\/\/[^\n]*\s*)?$/.test(expression);
}

type MarkupKind = TextRun['markup'][number];

/** An HTML element, or a component written as one, that is open. */
interface OpenElement {
  readonly name: string;
  readonly kind: MarkupKind | undefined;
  readonly start: number;
  readonly contentStart: number;
  readonly textAt: number;
  readonly target: string | undefined;
  readonly hides: boolean;
  readonly outerMarkup: TextRun['markup'];
  /** Place of the element's own anchor in the list, if it has one. */
  readonly anchorAt: number;
}

const kindOfElement: ReadonlyMap<string, MarkupKind> = new Map([
  ['b', 'strong'],
  ['strong', 'strong'],
  ['i', 'emphasis'],
  ['em', 'emphasis'],
  ['code', 'code'],
]);
const hiddenElements = new Set(['script', 'style', 'template']);
/** Elements beside which text is not glued to the text before. */
const breakingElements = new Set(
  'address article aside blockquote br caption dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

class InlineReader {
  readonly #reading: Reading;
  readonly #range: InlineRange;
  readonly #text = new InlineText();
  readonly #anchors: Anchor[] = [];
  readonly #components: TextTrait[] = [];
  #links: LinkTrait[] | undefined;
  #images: ImageTrait[] | undefined;
  #codes: TextTrait[] | undefined;
  #emphases: EmphasisTrait[] | undefined;
  #footnotes: TextTrait[] | undefined;
  #elements: OpenElement[] | undefined;
  /** Ranges of the text whose digits are no numbers: code and addresses. */
  #opaque: (readonly [number, number])[] | undefined;
  /** How many elements of a name are open, so that a closing tag without an opening one costs no search. */
  #openCounts: Map<string, number> | undefined;
  #markup: TextRun['markup'] = none;
  #hidden = 0;

  constructor(reading: Reading, range: InlineRange) {
    this.#reading = reading;
    this.#range = range;
    for (const mark of range.marks) this.#readMark(mark);
  }

  finish(): InlineContent {
    while ((this.#elements?.length ?? 0) > 0) this.#dropElement();
    const { text, runs } = this.#text.finish(this.#reading.lines);
    const numbers = findNumbers(text);
    const traits = {
      anchors: this.#anchors,
      links: this.#links ?? none,
      images: this.#images ?? none,
      codes: this.#codes ?? none,
      emphases: this.#emphases ?? none,
      numbers: numbers.length > 0 ? this.#placeNumbers(numbers, text, runs) : none,
      components: this.#components,
      footnotes: this.#footnotes ?? none,
      runs,
    };
    return { text, traits };
  }

  #placeNumbers(numbers: readonly FoundNumber[], text: string, runs: readonly TextRun[]): NumberTrait[] {
    const placed: NumberTrait[] = [];
    const place = { textSpan: this.#spanOf(this.#range.start, this.#range.start), traits: { runs } };
    const opaque = this.#opaque?.toSorted(([one], [other]) => one - other) ?? none;
    let next = 0;
    let opaqueEnd = 0;
    for (const { value, from, to } of numbers) {
      for (; (opaque[next]?.[0] ?? to) < to; next += 1)
        opaqueEnd = Math.max(opaqueEnd, opaque[next]?.[1] ?? 0);
      if (from < opaqueEnd) continue;
      const span = spanOfRunText(place, from, to);
      placed.push({ value, text: text.slice(from, to), span });
    }
    return placed;
  }

  readNode(node: Nodes, depth: number): void {
    const start = node.position?.start.offset ?? this.#range.start;
    const end = node.position?.end.offset ?? start;
    if (end <= this.#range.start || start >= this.#range.end) return;
    if (this.#isMarked(start, end)) return;
    if (depth > deepestNesting) {
      this.#reportDepth(start, end);
      return;
    }
    if (node.type !== 'text' && this.#isCut(start, end)) {
      if ('children' in node) this.#readAll(node.children, depth);
      return;
    }
    switch (node.type) {
      case 'text':
        if (start < this.#range.start || end > this.#range.end) this.#readPartOf(node, start, end);
        else this.#readText(node.value, start, end);
        return;
      case 'break':
        this.#addText(' ', start, end);
        return;
      case 'inlineCode':
        this.#readCode(node.value, start, end);
        return;
      case 'strong':
      case 'emphasis':
        this.#readStyled(node.type, start, end, node.children, depth);
        return;
      case 'link':
        this.#readLink(node.url, start, end, node.children, depth);
        return;
      case 'linkReference':
        this.#readLink(this.#targetOf(node.identifier), start, end, node.children, depth);
        return;
      case 'image':
        this.#addImage(node.url, node.alt ?? '', start, end);
        return;
      case 'imageReference':
        this.#addImage(this.#targetOf(node.identifier), node.alt ?? '', start, end);
        return;
      case 'html':
        this.readHtmlSource(start, end);
        return;
      case 'mdxTextExpression':
      case 'mdxFlowExpression':
        this.#readExpression(node.value, start, end);
        return;
      case 'mdxJsxTextElement':
      case 'mdxJsxFlowElement':
        this.#readElement(node, start, end, depth);
        return;
      case 'footnoteReference':
        this.#addFootnote(node.identifier, start, end);
        return;
      default:
        if ('children' in node) for (const child of node.children) this.readNode(child, depth + 1);
        else if ('value' in node) this.#addText(node.value, start, end);
    }
  }

  /** Most texts stand in the file as they are. */
  #readText(value: string, start: number, end: number): void {
    const { text } = this.#reading;
    if (end - start === value.length && text.startsWith(value, start) && !/[\r\n]/.test(value))
      this.#addText(value, start, end);
    else alignSource(text, start, end, value, (piece, from, to) => this.#addText(piece, from, to));
  }

  /** Reads what of a text lies in the range: many ranges may share one text, which is aligned once. */
  #readPartOf(node: Text, start: number, end: number): void {
    const pieces = alignedPieces.get(node) ?? [];
    if (pieces.length === 0) {
      alignSource(this.#reading.text, start, end, node.value, (text, from, to) => {
        pieces.push({ text, start: from, end: to });
      });
      alignedPieces.set(node, pieces);
    }
    for (let at = firstEndingAfter(pieces, this.#range.start); at < pieces.length; at += 1) {
      const piece = pieces[at];
      if (piece === undefined || piece.start >= this.#range.end) return;
      this.#addText(piece.text, piece.start, piece.end);
    }
  }

  #isMarked(start: number, end: number): boolean {
    const { marks } = this.#range;
    if (marks.length === 0) return false;
    const mark = marks[firstEndingAfter(marks, start)];
    return mark !== undefined && mark.start <= start && end <= mark.end;
  }

  /** Whether the range or a mark ends amid a node: plain Markdown saw markup there, the dialect's renderer sees none. */
  #isCut(start: number, end: number): boolean {
    if (start < this.#range.start || end > this.#range.end) return true;
    const { marks } = this.#range;
    if (marks.length === 0) return false;
    return isInside(marks, start, start) || isInside(marks, end, end - 1);
  }

  readHtmlSource(start: number, end: number): void {
    const { text } = this.#reading;
    for (const part of readHtml(text, start, end)) {
      if (!('name' in part)) this.#addHtmlText(part.start, part.end);
      else if (part.isClosing) this.#closeElement(part.name, part.start, part.end);
      else this.#openElement(part);
    }
  }

  #addHtmlText(start: number, end: number): void {
    const text = this.#reading.text.slice(start, end);
    let from = 0;
    for (const match of text.matchAll(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|(\w{1,8}));/g)) {
      const value = characterOf(match[1], match[2], match[3]);
      if (value === undefined) continue;
      this.#addText(text.slice(from, match.index), start + from, start + match.index);
      from = match.index + match[0].length;
      this.#addText(value, start + match.index, start + from);
    }
    this.#addText(text.slice(from), start + from, end);
  }

  #readMark(mark: Mark): void {
    const span = this.#spanOf(mark.start, mark.end);
    if (mark.anchor !== undefined) this.#anchors.push({ id: mark.anchor, span });
    if (mark.image !== undefined) (this.#images ??= []).push({ ...mark.image, span });
    if (mark.component !== undefined) this.#components.push({ text: mark.component.text, span });
  }

  /** Adds what lies inside the range and outside the marks. */
  #addText(value: string, start: number, end: number): void {
    if (this.#hidden > 0 || value === '') return;
    const isExact = end - start === value.length;
    let from = Math.max(start, this.#range.start);
    const last = Math.min(end, this.#range.end);
    if (!isExact && (from !== start || last !== end)) return;
    const { marks } = this.#range;
    for (let at = firstEndingAfter(marks, from); at < marks.length; at += 1) {
      const mark = marks[at];
      if (mark === undefined || mark.start >= last) break;
      if (!isExact) return;
      if (mark.start > from) this.#addPiece(value.slice(from - start, mark.start - start), from, mark.start);
      const { shown } = mark;
      if (shown !== undefined && shown.start >= start && shown.end <= last) {
        this.#addPiece(value.slice(shown.start - start, shown.end - start), shown.start, shown.end);
      }
      from = mark.end;
    }
    if (from < last || !isExact)
      this.#addPiece(isExact ? value.slice(from - start, last - start) : value, from, last);
  }

  #addPiece(value: string, start: number, end: number): void {
    this.#text.add(value, start, end, this.#markup);
  }

  #readCode(value: string, start: number, end: number): void {
    if (this.#hidden > 0) return;
    const source = this.#reading.text.slice(start, end);
    const ticks = /^`+/.exec(source)?.[0].length ?? 0;
    const padding = source.length - 2 * ticks === value.length + 2 ? 1 : 0;
    const from = start + ticks + padding;
    const to = end - ticks - padding;
    const textAt = this.#text.length;
    this.#inMarkup('code', () => this.#addText(value, from, to));
    (this.#opaque ??= []).push([textAt, this.#text.length]);
    (this.#codes ??= []).push({ text: value, span: this.#spanOf(start, end) });
  }

  #readStyled(
    kind: 'strong' | 'emphasis',
    start: number,
    end: number,
    children: readonly Nodes[],
    depth: number,
  ): void {
    const textAt = this.#text.length;
    this.#inMarkup(kind, () => this.#readAll(children, depth));
    if (this.#hidden > 0) return;
    const content = contentOf(children, kind === 'strong' ? start + 2 : start + 1);
    (this.#emphases ??= []).push({
      kind,
      text: this.#text.textFrom(textAt),
      span: this.#spanOf(start, end),
      contentSpan: this.#spanOf(content.start, content.end),
    });
  }

  #readLink(target: string, start: number, end: number, children: readonly Nodes[], depth: number): void {
    const textAt = this.#text.length;
    this.#inMarkup('link', () => this.#readAll(children, depth));
    if (this.#hidden > 0) return;
    const source = this.#reading.text;
    const isAutolink = source[start] !== '[';
    if (isAutolink) (this.#opaque ??= []).push([textAt, this.#text.length]);
    const content = contentOf(children, start + 1);
    (this.#links ??= []).push({
      target,
      text: this.#text.textFrom(textAt),
      span: this.#spanOf(start, end),
      textSpan: this.#spanOf(content.start, content.end),
    });
  }

  #targetOf(identifier: string): string {
    return this.#reading.targets.get(identifier) ?? '';
  }

  #addImage(source: string, alt: string, start: number, end: number): void {
    if (this.#hidden > 0) return;
    (this.#images ??= []).push({ source, alt, span: this.#spanOf(start, end) });
  }

  #readExpression(expression: string, start: number, end: number): void {
    const id = anchorInComment(expression);
    if (id !== undefined) this.#addAnchor(id, start, end);
    if (isComment(expression)) return;
    const literal = /^\s*(?:"([^"\\]*)"|'([^'\\]*)'|`([^`\\$]*)`|(\d+))\s*$/.exec(expression);
    if (literal === null) this.#addComponent(this.#reading.text.slice(start, end), start, end);
    else {
      const value = literal[1] ?? literal[2] ?? literal[3] ?? literal[4] ?? '';
      const from = this.#reading.text.indexOf(value, start + 1);
      this.#addText(value, from, from + value.length);
    }
  }

  #readElement(
    node: Extract<Nodes, { type: 'mdxJsxTextElement' | 'mdxJsxFlowElement' }>,
    start: number,
    end: number,
    depth: number,
  ): void {
    const attributes = new Map<string, string>();
    for (const attribute of node.attributes) {
      if (attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string') {
        attributes.set(attribute.name, attribute.value);
      }
    }
    const content = contentOf(node.children, end);
    const isVoid = node.children.length === 0;
    const name = node.name ?? '';
    const opening = { name, isClosing: false, isVoid, attributes, start, end: content.start };
    if (name !== name.toLowerCase() || name.includes('.')) this.#addComponent(name, start, end);
    this.#openElement(opening);
    this.#readAll(node.children, depth);
    if (!isVoid) this.#closeElement(name, content.end, end);
  }

  #openElement(tag: HtmlTag): void {
    const anchorAt = this.#addAnchor(
      tag.attributes.get('id') ?? (tag.name === 'a' ? tag.attributes.get('name') : undefined),
      tag.start,
      tag.end,
    );
    if (breakingElements.has(tag.name)) this.#addText(' ', tag.start, tag.end);
    if (tag.name === 'img')
      this.#addImage(tag.attributes.get('src') ?? '', tag.attributes.get('alt') ?? '', tag.start, tag.end);
    if (tag.isVoid) return;
    const target = tag.name === 'a' ? tag.attributes.get('href') : undefined;
    const kind = target === undefined ? kindOfElement.get(tag.name) : 'link';
    const hides = hiddenElements.has(tag.name) || (this.#reading.dialect.hidesContentOf?.(tag) ?? false);
    (this.#elements ??= []).push({
      name: tag.name,
      kind,
      start: tag.start,
      contentStart: tag.end,
      textAt: this.#text.length,
      target,
      hides,
      outerMarkup: this.#markup,
      anchorAt,
    });
    this.#openCounts ??= new Map();
    this.#openCounts.set(tag.name, (this.#openCounts.get(tag.name) ?? 0) + 1);
    if (kind !== undefined) this.#markup = withMarkup(this.#markup, kind);
    if (hides) this.#hidden += 1;
  }

  #closeElement(name: string, start: number, end: number): void {
    if (breakingElements.has(name)) this.#addText(' ', start, end);
    if ((this.#openCounts?.get(name) ?? 0) === 0) return;
    while (this.#elements?.at(-1)?.name !== name) this.#dropElement();
    const element = this.#dropElement();
    if (element === undefined || this.#hidden > 0) return;
    const isEmpty = element.textAt === this.#text.length;
    const anchor = this.#anchors[element.anchorAt];
    // `<a name="id"></a>` is one marker.
    if (anchor !== undefined && isEmpty) {
      this.#anchors[element.anchorAt] = { id: anchor.id, span: this.#spanOf(element.start, end) };
    }
    const text = this.#text.textFrom(element.textAt);
    const span = this.#spanOf(element.start, end);
    const contentSpan = this.#spanOf(element.contentStart, start);
    if (element.kind === 'strong' || element.kind === 'emphasis') {
      (this.#emphases ??= []).push({ kind: element.kind, text, span, contentSpan });
    } else if (element.kind === 'code') {
      (this.#opaque ??= []).push([element.textAt, this.#text.length]);
      (this.#codes ??= []).push({ text, span });
    } else if (element.target !== undefined) {
      (this.#links ??= []).push({ target: element.target, text, span, textSpan: contentSpan });
    }
  }

  /** Forgets the innermost open element and what it did to the text around it. */
  #dropElement(): OpenElement | undefined {
    const element = this.#elements?.pop();
    if (element === undefined) return undefined;
    this.#openCounts?.set(element.name, (this.#openCounts.get(element.name) ?? 1) - 1);
    this.#markup = element.outerMarkup;
    if (element.hides) this.#hidden -= 1;
    return element;
  }

  #addAnchor(id: string | undefined, start: number, end: number): number {
    if (id === undefined || id === '' || this.#hidden > 0) return -1;
    const anchor: Anchor = { id, span: this.#spanOf(start, end) };
    return this.#anchors.push(anchor) - 1;
  }

  #addComponent(text: string, start: number, end: number): void {
    if (this.#hidden === 0) this.#components.push({ text, span: this.#spanOf(start, end) });
  }

  #addFootnote(text: string, start: number, end: number): void {
    if (this.#hidden === 0) (this.#footnotes ??= []).push({ text, span: this.#spanOf(start, end) });
  }

  #readAll(nodes: readonly Nodes[], depth: number): void {
    for (const node of nodes) this.readNode(node, depth + 1);
  }

  #inMarkup(kind: MarkupKind, read: () => void): void {
    const outer = this.#markup;
    this.#markup = withMarkup(outer, kind);
    read();
    this.#markup = outer;
  }

  #reportDepth(start: number, end: number): void {
    const { problems } = this.#reading;
    if (problems.some((problem) => problem.message === tooDeepMarkup)) return;
    problems.push({ kind: 'syntax', message: tooDeepMarkup, span: this.#spanOf(start, end) });
  }

  #spanOf(start: number, end: number): ReturnType<Reading['lines']['spanOf']> {
    return this.#reading.lines.spanOf(start, end);
  }
}

const tooDeepMarkup = `Markup is nested more than ${deepestNesting} levels deep, what is deeper is not read`;

function withMarkup(markup: TextRun['markup'], kind: MarkupKind): TextRun['markup'] {
  if (markup.length === 0) return alone[kind];
  return markup.includes(kind) ? markup : [...markup, kind];
}

/** Most markup stands in no other. */
const alone: Readonly<Record<MarkupKind, TextRun['markup']>> = {
  strong: ['strong'],
  emphasis: ['emphasis'],
  link: ['link'],
  code: ['code'],
};

/** The pieces of texts that are read in parts. */
const alignedPieces = new WeakMap<Text, Placed[]>();

interface Placed {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The first of marks or pieces, which stand in order and do not overlap, that ends behind an offset. */
function firstEndingAfter(places: readonly { readonly end: number }[], offset: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Whether a mark that starts at or before `atLatest` goes on behind an offset. */
function isInside(marks: readonly Mark[], offset: number, atLatest: number): boolean {
  const mark = marks[firstEndingAfter(marks, offset)];
  return mark !== undefined && mark.start <= atLatest;
}

/** The first of nodes in order that reaches behind an offset. */
function firstReaching(nodes: readonly Nodes[], offset: number): number {
  if (endOf(nodes[0]) > offset) return 0;
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (endOf(nodes[middle]) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** From the first child's start to the last one's end; an empty place where there are none. */
function contentOf(
  children: readonly Nodes[],
  fallback: number,
): { readonly start: number; readonly end: number } {
  const start = children[0]?.position?.start.offset ?? fallback;
  return { start, end: children.at(-1)?.position?.end.offset ?? start };
}

const namedCharacters: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00A0'],
  ['copy', '©'],
  ['reg', '®'],
  ['trade', '™'],
  ['ndash', '–'],
  ['mdash', '—'],
  ['hellip', '…'],
]);

/** The character that a reference in HTML stands for; of the named ones those that prose uses. */
function characterOf(decimal?: string, hexadecimal?: string, name?: string): string | undefined {
  if (name !== undefined) return namedCharacters.get(name);
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
}
