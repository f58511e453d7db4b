import type { BlockContent, List, ListItem, Nodes, Paragraph, Root, Table } from 'mdast';
import type { Fence, Mark } from './dialects/dialect-reader.ts';
import type { Anchor, Block, BlockKind, Heading, Section, Span } from './page-document.ts';
import {
  anchorInComment,
  emptyTraits,
  type InlineContent,
  isComment,
  readHtmlText,
  readInline,
  readVerbatim,
} from './read-inline.ts';
import { deepestNesting, type Reading } from './reading.ts';
import { emptySpanAt } from './spans.ts';

type Building<T> = { -readonly [Key in keyof T]: T[Key] };
type BuildingBlock = Building<Omit<Block, 'children' | 'section'>> & { children: Block[]; section: Section };
type BuildingSection = Building<Omit<Section, 'sections' | 'blocks'>> & {
  sections: Section[];
  blocks: Block[];
};

/** The tree of a page. */
export interface PageTree {
  readonly root: Section;
  readonly sections: readonly Section[];
  readonly blocks: readonly Block[];
}

/** Reads the sections and blocks of a page from its mdast. */
export function readBlocks(reading: Reading, tree: Root, bodyStart: number): PageTree {
  return new BlockReader(reading, bodyStart).read(tree);
}

/** What a block is besides its kind and place. */
type BlockDetails = Partial<
  Pick<BuildingBlock, 'list' | 'number' | 'position' | 'callout' | 'language' | 'component'>
>;

/** A stretch of a paragraph: running text, or something that stands on lines of its own. */
interface Segment {
  readonly start: number;
  readonly end: number;
  readonly marks: readonly Mark[];
  readonly isComponent: boolean;
}

type OpenFence = Extract<Fence, { kind: 'open' }>;

class BlockReader {
  readonly #reading: Reading;
  readonly #root: BuildingSection;
  readonly #sections: Section[] = [];
  readonly #blocks: Block[] = [];
  #section: BuildingSection;
  /** Ids from a line of their own, for the block or heading that comes next. */
  #waiting: Anchor[] = [];
  #depth = 0;

  constructor(reading: Reading, bodyStart: number) {
    this.#reading = reading;
    this.#root = {
      kind: 'section',
      index: -1,
      depth: 0,
      heading: undefined,
      parent: undefined,
      sections: [],
      blocks: [],
      span: reading.lines.spanOf(bodyStart, reading.text.length),
    };
    this.#section = this.#root;
  }

  read(tree: Root): PageTree {
    this.#readSiblings(tree.children, undefined);
    return { root: this.#root, sections: this.#sections, blocks: this.#blocks };
  }

  #readSiblings(nodes: readonly Nodes[], parent: BuildingBlock | undefined): void {
    if (this.#depth >= deepestNesting) {
      this.#reportDepth(nodes);
      return;
    }
    this.#depth += 1;
    const siblings = this.#withFencesApart(nodes);
    const containers = this.#containersIn(siblings);
    for (let at = 0; at < siblings.length; at += 1) {
      const node = siblings[at];
      if (node === undefined) continue;
      const last = containers.get(at);
      if (last === undefined) this.#readNode(node, parent);
      else {
        this.#readContainer(siblings.slice(at, last + 1), parent);
        at = last;
      }
    }
    this.#giveWaiting(parent);
    this.#depth -= 1;
  }

  #readNode(node: Nodes, parent: BuildingBlock | undefined): void {
    switch (node.type) {
      case 'heading':
        if (parent === undefined) this.#readHeading(node.depth, node.children, startOf(node), endOf(node));
        else this.#readText(node.children, wholeOf(node), 'paragraph', parent);
        return;
      case 'paragraph':
        this.#readParagraph(node, startOf(node), parent);
        return;
      case 'list':
        this.#readList(node, parent);
        return;
      case 'blockquote':
        this.#readQuote(node.children, startOf(node), endOf(node), parent);
        return;
      case 'code':
        this.#readCode(node.value, node.lang ?? undefined, startOf(node), endOf(node), parent);
        return;
      case 'table':
        this.#readTable(node, parent);
        return;
      case 'thematicBreak':
        this.#addEmpty('divider', startOf(node), endOf(node), startOf(node), parent);
        return;
      case 'html':
        this.#addContent(
          readHtmlText(this.#reading, startOf(node), endOf(node)),
          wholeOf(node),
          'html',
          parent,
        );
        return;
      case 'footnoteDefinition':
        this.#readOwnText('definition', node.children, startOf(node), endOf(node), parent, {});
        return;
      case 'descriptionList':
        this.#readDescriptions(node.children, parent);
        return;
      case 'mdxFlowExpression':
        this.#readExpression(node.value, startOf(node), endOf(node), parent);
        return;
      case 'mdxJsxFlowElement':
        this.#readElement(node, parent);
        return;
      case 'definition':
      case 'mdxjsEsm':
      case 'yaml':
      case 'toml':
        return;
      default:
        this.#readText([node], wholeOf(node), 'paragraph', parent);
    }
  }

  #readHeading(depth: number, children: readonly Nodes[], start: number, end: number): void {
    const marks = this.#marksIn(start, end, 'heading');
    const { text, traits } = readInline(this.#reading, children, { start, end, marks });
    this.#giveWaitingTo(traits.anchors);
    const span = this.#spanOf(start, end);
    const heading: Heading = { text, span, traits, anchors: traits.anchors };
    let parent = this.#section;
    while (parent.depth >= depth) parent = this.#parentOf(parent);
    const section: BuildingSection = {
      kind: 'section',
      index: this.#sections.length,
      depth,
      heading,
      parent,
      sections: [],
      blocks: [],
      span,
    };
    parent.sections.push(section);
    this.#sections.push(section);
    this.#section = section;
    this.#stretchSections(span);
  }

  /** The parent of a section is a section that this reader made; the root's depth of 0 ends every search. */
  #parentOf(section: BuildingSection): BuildingSection {
    return (section.parent as BuildingSection | undefined) ?? this.#root;
  }

  /** A section reaches as far as what it holds. */
  #stretchSections(span: Span): void {
    for (let section = this.#section; section.depth > 0; section = this.#parentOf(section)) {
      if (section.span.end.offset < span.end.offset)
        section.span = { start: section.span.start, end: span.end };
    }
  }

  #readParagraph(node: Paragraph, from: number, parent: BuildingBlock | undefined): void {
    for (const segment of this.#segmentsOf(from, endOf(node))) this.#readSegment(node, segment, parent);
  }

  #readSegment(node: Paragraph, segment: Segment, parent: BuildingBlock | undefined): void {
    this.#readText(node.children, segment, 'paragraph', parent);
  }

  #readText(
    nodes: readonly Nodes[],
    segment: Segment,
    kind: BlockKind,
    parent: BuildingBlock | undefined,
  ): void {
    this.#addContent(readInline(this.#reading, nodes, segment), segment, kind, parent);
  }

  /** Adds a block for running text; one that shows no text is what it does show: an image, a component, or nothing. */
  #addContent(
    content: InlineContent,
    segment: Segment,
    kind: BlockKind,
    parent: BuildingBlock | undefined,
  ): void {
    const { start, end } = segment;
    const { images, components, links, anchors, codes } = content.traits;
    const component = segment.marks.find((mark) => mark.component !== undefined)?.component;
    if (content.text !== '' || codes.length > 0)
      this.#add(kind, start, end, this.#spanOf(start, end), content, parent, {});
    else if (component !== undefined || components.length > 0) {
      const shown = images[0] === undefined ? content : this.#withAlt(content);
      const name = component?.name ?? components[0]?.text ?? '';
      this.#add('component', start, end, this.#textSpanOf(shown, start), shown, parent, { component: name });
    } else if (images.length > 0) {
      const shown = this.#withAlt(content);
      this.#add('image', start, end, this.#textSpanOf(shown, start), shown, parent, {});
    } else if (links.length > 0) this.#add(kind, start, end, this.#spanOf(start, end), content, parent, {});
    else this.#waiting = [...this.#waiting, ...anchors];
  }

  /** The first image's description as the text. */
  #withAlt(content: InlineContent): InlineContent {
    const image = content.traits.images[0];
    const alt = image?.alt.trim() ?? '';
    if (image === undefined || alt === '') return content;
    const { text: source, lines } = this.#reading;
    const { start: from, end: to } = image.span;
    const inFile = source.slice(from.offset, to.offset);
    const at = [`[${alt}]`, `"${alt}"`, `'${alt}'`]
      .map((quoted) => inFile.indexOf(quoted))
      .find((index) => index !== -1);
    // A description with escapes stands where the image stands.
    const start = at === undefined ? from.offset : from.offset + at + 1;
    const end = at === undefined ? to.offset : start + alt.length;
    const { text, traits } = readVerbatim({ lines }, [{ text: alt, start, end }], []);
    return { text, traits: { ...content.traits, runs: traits.runs } };
  }

  #textSpanOf(content: InlineContent, fallback: number): Span {
    const { runs } = content.traits;
    const first = runs[0]?.span.start;
    const last = runs.at(-1)?.span.end;
    return first === undefined || last === undefined
      ? this.#spanOf(fallback, fallback)
      : { start: first, end: last };
  }

  #readList(node: List, parent: BuildingBlock | undefined): void {
    const ordered = node.ordered ?? false;
    const start = node.start ?? 1;
    const list = this.#addEmpty('list', startOf(node), endOf(node), startOf(node), parent, {
      list: { ordered, start },
    });
    this.#nest(() => {
      node.children.forEach((item, position) => {
        const details = ordered ? { number: start + position, position } : { position };
        this.#readItem(item, ordered ? 'step' : 'item', list, details);
      });
    }, node.children);
  }

  #readItem(node: ListItem, kind: 'item' | 'step', parent: BuildingBlock, details: BlockDetails): void {
    this.#readOwnText(kind, node.children, startOf(node), endOf(node), parent, details);
  }

  /** A block whose first paragraph is its own text. */
  #readOwnText(
    kind: BlockKind,
    children: readonly Nodes[],
    start: number,
    end: number,
    parent: BuildingBlock | undefined,
    details: BlockDetails,
  ): void {
    const [first, ...rest] = children;
    if (first?.type !== 'paragraph') {
      const block = this.#addEmpty(
        kind,
        start,
        end,
        first === undefined ? end : startOf(first),
        parent,
        details,
      );
      this.#readSiblings(children, block);
      return;
    }
    const [segment, ...segments] = this.#segmentsOf(startOf(first), endOf(first));
    const content =
      segment && !segment.isComponent ? readInline(this.#reading, first.children, segment) : undefined;
    const isText =
      content !== undefined &&
      (content.text !== '' || content.traits.images.length + content.traits.components.length === 0);
    const block =
      isText && segment !== undefined
        ? this.#add(kind, start, end, this.#spanOf(segment.start, segment.end), content, parent, details)
        : this.#addEmpty(kind, start, end, startOf(first), parent, details);
    if (!isText && segment !== undefined) this.#readSegment(first, segment, block);
    for (const other of segments) this.#readSegment(first, other, block);
    this.#readSiblings(rest, block);
  }

  #readQuote(
    children: readonly Nodes[],
    start: number,
    end: number,
    parent: BuildingBlock | undefined,
  ): void {
    const [first, ...rest] = children;
    if (first?.type === 'paragraph' && rest.length === 0) {
      const [segment, ...others] = this.#segmentsOf(startOf(first), endOf(first));
      // A video stands in a quote and is none.
      if (segment?.isComponent && others.length === 0) {
        this.#readSegment(first, segment, parent);
        return;
      }
    }
    const marker = first?.type === 'paragraph' ? this.#calloutMarker(first) : undefined;
    if (first?.type !== 'paragraph' || marker === undefined) {
      const quote = this.#addEmpty('quote', start, end, first === undefined ? end : startOf(first), parent);
      this.#readSiblings(children, quote);
      return;
    }
    const title = readInline(this.#reading, first.children, {
      start: marker.end,
      end: marker.lineEnd,
      marks: [],
    });
    const textSpan = this.#textSpanOf(title, marker.end);
    const callout = this.#add('callout', start, end, textSpan, title, parent, { callout: marker.kind });
    if (marker.next < endOf(first)) this.#readParagraph(first, marker.next, callout);
    this.#readSiblings(rest, callout);
  }

  #calloutMarker(
    paragraph: Paragraph,
  ): { kind: string; end: number; lineEnd: number; next: number } | undefined {
    if (!this.#reading.dialect.hasQuoteCallouts) return undefined;
    const start = startOf(paragraph);
    const source = this.#reading.text.slice(start, endOf(paragraph));
    const match = /^\[!(\p{L}[\p{L}\w-]*)([^\]\r\n]*)\][ \t]*/u.exec(source);
    if (match === null || this.#marksIn(start, start + match[0].length, 'text').length > 0) return undefined;
    const line = /^[^\r\n]*/.exec(source)?.[0].length ?? 0;
    const prefix = /^(?:\r\n|\n|\r)[ \t>]*/.exec(source.slice(line))?.[0].length ?? 0;
    return {
      kind: (match[1] ?? '').toLowerCase(),
      end: start + match[0].length,
      lineEnd: start + line,
      next: start + line + prefix,
    };
  }

  #readCode(
    code: string,
    language: string | undefined,
    start: number,
    end: number,
    parent: BuildingBlock | undefined,
  ): void {
    const pieces = this.#codePieces(code, start, end);
    const content = readVerbatim(this.#reading, pieces, ['code']);
    const textSpan = this.#textSpanOf(content, start);
    this.#add('code', start, end, textSpan, content, parent, language === undefined ? {} : { language });
  }

  /** Code in one piece where the file has it so, else line by line: a list's or quote's prefix is no part of it. */
  #codePieces(code: string, start: number, end: number): { text: string; start: number; end: number }[] {
    if (code === '') return [];
    const source = this.#reading.text.slice(start, end);
    const fence = /^[`~]{3,}[^\r\n]*(?:\r\n|\n|\r)/.exec(source)?.[0].length ?? 0;
    if (source.startsWith(code, fence))
      return [{ text: code, start: start + fence, end: start + fence + code.length }];
    const pieces: { text: string; start: number; end: number }[] = [];
    const sourceLines = [...source.slice(fence).matchAll(/([^\r\n]*)(\r\n|\n|\r|$)/g)];
    const codeLines = [...code.matchAll(/([^\r\n]*)(\r\n|\n|\r|$)/g)];
    for (const [index, [whole, line = '']] of codeLines.entries()) {
      if (whole === '') continue;
      const sourceLine = sourceLines[index];
      const lineStart = start + fence + (sourceLine?.index ?? source.length - fence);
      const lineEnd = lineStart + (sourceLine?.[1]?.length ?? 0);
      const from = (sourceLine?.[1] ?? '').endsWith(line) ? lineEnd - line.length : lineStart;
      if (line !== '') pieces.push({ text: line, start: from, end: lineEnd });
      const ending = whole.slice(line.length);
      if (ending !== '')
        pieces.push({ text: ending, start: lineEnd, end: lineEnd + (sourceLine?.[2]?.length ?? 0) });
    }
    return pieces;
  }

  #readTable(node: Table, parent: BuildingBlock | undefined): void {
    const table = this.#addEmpty('table', startOf(node), endOf(node), startOf(node), parent);
    for (const [position, row] of node.children.entries()) {
      const rowBlock = this.#addEmpty('row', startOf(row), endOf(row), startOf(row), table, { position });
      for (const [place, cell] of row.children.entries()) {
        const start =
          cell.children[0] === undefined
            ? Math.min(startOf(cell) + 1, endOf(cell))
            : startOf(cell.children[0]);
        const end = cell.children.length === 0 ? start : endOf(cell.children.at(-1));
        const marks = this.#marksIn(start, end, 'text');
        const content = readInline(this.#reading, cell.children, { start, end, marks });
        this.#add('cell', startOf(cell), endOf(cell), this.#spanOf(start, end), content, rowBlock, {
          position: place,
        });
      }
    }
  }

  /** Terms with what follows them, up to the next term. */
  #readDescriptions(nodes: readonly Nodes[], parent: BuildingBlock | undefined): void {
    let term: BuildingBlock | undefined;
    for (const node of nodes) {
      if (node.type === 'descriptionTerm') {
        const content = readInline(this.#reading, node.children, wholeOf(node));
        term = this.#add(
          'definition',
          startOf(node),
          endOf(node),
          this.#spanOf(startOf(node), endOf(node)),
          content,
          parent,
          {},
        );
      } else if ('children' in node) {
        if (term !== undefined) this.#stretch(term, endOf(node));
        this.#readSiblings(node.children, term ?? parent);
      }
    }
  }

  #readExpression(expression: string, start: number, end: number, parent: BuildingBlock | undefined): void {
    const id = anchorInComment(expression);
    if (id !== undefined) this.#waiting.push({ id, span: this.#spanOf(start, end) });
    if (isComment(expression)) return;
    const content = { text: '', traits: emptyTraits() };
    const source = this.#reading.text.slice(start, end);
    content.traits.components.push({ text: source, span: this.#spanOf(start, end) });
    this.#add('component', start, end, this.#spanOf(start, start), content, parent, { component: '{}' });
  }

  #readElement(node: Extract<Nodes, { type: 'mdxJsxFlowElement' }>, parent: BuildingBlock | undefined): void {
    const start = startOf(node);
    const end = endOf(node);
    const name = node.name ?? '';
    const isComponent = name !== name.toLowerCase() || name.includes('.');
    const hasText = node.children.some((child) => !isFlow(child));
    if (!isComponent && (hasText || node.children.length === 0)) {
      this.#readText([node], wholeOf(node), hasText ? 'paragraph' : 'html', parent);
      return;
    }
    const traits = emptyTraits();
    for (const attribute of node.attributes) {
      if (
        attribute.type !== 'mdxJsxAttribute' ||
        attribute.name !== 'id' ||
        typeof attribute.value !== 'string'
      )
        continue;
      traits.anchors.push({
        id: attribute.value,
        span: this.#attributeSpan('id', attribute.value, start, end),
      });
    }
    if (isComponent) traits.components.push({ text: name, span: this.#spanOf(start, end) });
    const textAt = node.children[0] === undefined ? start : startOf(node.children[0]);
    const textSpan = this.#spanOf(textAt, textAt);
    const kind = isComponent ? 'component' : 'html';
    const details = isComponent ? { component: name } : {};
    if (!hasText) {
      const block = this.#add(kind, start, end, textSpan, { text: '', traits }, parent, details);
      this.#readSiblings(node.children, block);
      return;
    }
    const contentEnd = endOf(node.children.at(-1));
    const content = readInline(this.#reading, node.children, { start: textAt, end: contentEnd, marks: [] });
    content.traits.anchors.unshift(...traits.anchors);
    content.traits.components.unshift(...traits.components);
    this.#add(kind, start, end, this.#spanOf(textAt, contentEnd), content, parent, details);
  }

  #attributeSpan(name: string, value: string, start: number, end: number): Span {
    const source = this.#reading.text.slice(start, end);
    const at = [`${name}="${value}"`, `${name}='${value}'`]
      .map((written) => source.indexOf(written))
      .find((index) => index !== -1);
    return at === undefined
      ? this.#spanOf(start, start)
      : this.#spanOf(start + at, start + at + name.length + value.length + 3);
  }

  /**
   * The siblings, a paragraph divided where a line of it opens or closes a container: no blank line need stand there,
   * documented for Python-Markdown's block extensions.
   */
  #withFencesApart(nodes: readonly Nodes[]): readonly Nodes[] {
    const { readFence } = this.#reading.dialect;
    if (readFence === undefined) return nodes;
    return nodes.flatMap((node): readonly Nodes[] => {
      if (node.type !== 'paragraph') return [node];
      const source = this.#reading.text.slice(startOf(node), endOf(node));
      const lines = [...source.matchAll(/[^\r\n]+/g)];
      const fences = lines.filter(([line]) => readFence(line.trim()) !== undefined);
      if (fences.length === 0 || lines.length === 1) return [node];
      const ends = fences.flatMap(({ index, 0: line }) => [index, index + line.length]);
      return [0, ...ends].flatMap((from, at) => {
        const piece = source.slice(from, ends[at]);
        const start = startOf(node) + from + piece.search(/\S|$/);
        const end = startOf(node) + from + piece.trimEnd().length;
        return piece.trim() === '' ? [] : [paragraphBetween(node, start, end)];
      });
    });
  }

  /** Where each container that opens among siblings closes, by the places of its fences. */
  #containersIn(nodes: readonly Nodes[]): ReadonlyMap<number, number> {
    const lastOf = new Map<number, number>();
    if (this.#reading.dialect.readFence === undefined) return lastOf;
    const open: { readonly at: number; readonly length: number }[] = [];
    for (const [at, node] of nodes.entries()) {
      const fence = this.#fenceOf(node);
      if (fence?.kind === 'open') open.push({ at, length: fence.length });
      if (fence?.kind !== 'close') continue;
      const match = open.findLastIndex(({ length }) => length === fence.length);
      if (match === -1) continue;
      lastOf.set(open[match]?.at ?? at, at);
      // What opened inside and was not closed there is no container.
      open.length = match;
    }
    return lastOf;
  }

  #fenceOf(node: Nodes | undefined): Fence | undefined {
    const readFence = this.#reading.dialect.readFence;
    if (readFence === undefined || node?.type !== 'paragraph') return undefined;
    return readFence(this.#reading.text.slice(startOf(node), endOf(node)));
  }

  #readContainer(nodes: readonly Nodes[], parent: BuildingBlock | undefined): void {
    const [opening, ...content] = nodes;
    const closing = content.pop();
    const fence = this.#fenceOf(opening);
    if (opening?.type !== 'paragraph' || fence?.kind !== 'open') return;
    const block = this.#addTitled(opening, fence, endOf(closing), parent);
    this.#readSiblings(content, block);
  }

  #addTitled(
    opening: Paragraph,
    fence: OpenFence,
    end: number,
    parent: BuildingBlock | undefined,
  ): BuildingBlock {
    const start = startOf(opening);
    const titleStart = start + fence.titleStart;
    const title = readInline(this.#reading, opening.children, {
      start: titleStart,
      end: start + fence.titleEnd,
      marks: [],
    });
    const textSpan = this.#textSpanOf(title, titleStart);
    if (fence.isCallout)
      return this.#add('callout', start, end, textSpan, title, parent, { callout: fence.name });
    title.traits.components.push({ text: fence.name, span: this.#spanOf(start, endOf(opening)) });
    return this.#add('component', start, end, textSpan, title, parent, { component: fence.name });
  }

  /** Divides a paragraph where the dialect has something that fills a line. */
  #segmentsOf(start: number, end: number): Segment[] {
    const marks = this.#marksIn(start, end, 'text');
    const whole = { start, end, marks, isComponent: false };
    if (marks.length === 0) return [whole];
    const { text } = this.#reading;
    const segments: Segment[] = [];
    let from = start;
    for (const mark of marks) {
      if (mark.component === undefined || !fillsLines(text, mark, start, end)) continue;
      segments.push(...textSegment(text, from, mark.start, marks));
      segments.push({ start: mark.start, end: mark.end, marks: [mark], isComponent: true });
      from = mark.end;
    }
    return segments.length === 0 ? [whole] : [...segments, ...textSegment(text, from, end, marks)];
  }

  #marksIn(start: number, end: number, place: 'heading' | 'text'): readonly Mark[] {
    const findMarks = this.#reading.dialect.findMarks;
    if (findMarks === undefined) return [];
    return findMarks(this.#reading.text.slice(start, end), place).map((mark) => ({
      ...mark,
      start: start + mark.start,
      end: start + mark.end,
      ...(mark.shown && { shown: { start: start + mark.shown.start, end: start + mark.shown.end } }),
    }));
  }

  #addEmpty(
    kind: BlockKind,
    start: number,
    end: number,
    textAt: number,
    parent: BuildingBlock | undefined,
    details: BlockDetails = {},
  ): BuildingBlock {
    const textSpan = emptySpanAt(this.#reading.lines.pointAt(textAt));
    return this.#add(kind, start, end, textSpan, { text: '', traits: emptyTraits() }, parent, details);
  }

  #add(
    kind: BlockKind,
    start: number,
    end: number,
    textSpan: Span,
    content: InlineContent,
    parent: BuildingBlock | undefined,
    details: BlockDetails,
  ): BuildingBlock {
    const { text, traits } = content;
    this.#giveWaitingTo(traits.anchors);
    const span = this.#spanOf(start, end);
    const block: BuildingBlock = {
      kind,
      index: this.#blocks.length,
      section: this.#section,
      parent: parent as Block | undefined,
      children: [],
      span,
      textSpan,
      text,
      traits,
      ...details,
    };
    (parent?.children ?? this.#section.blocks).push(block);
    this.#blocks.push(block);
    this.#stretchSections(span);
    return block;
  }

  #stretch(block: BuildingBlock, end: number): void {
    block.span = this.#spanOf(block.span.start.offset, Math.max(end, block.span.end.offset));
    this.#stretchSections(block.span);
  }

  #giveWaitingTo(anchors: Anchor[]): void {
    if (this.#waiting.length === 0) return;
    const own = anchors.splice(0);
    for (const anchor of [...this.#waiting, ...own]) anchors.push(anchor);
    this.#waiting = [];
  }

  /** Ids that nothing follows belong to what they end. */
  #giveWaiting(parent: BuildingBlock | undefined): void {
    if (this.#waiting.length === 0) return;
    const last = (parent?.children ?? this.#section.blocks).at(-1) ?? parent;
    const anchors = last?.traits.anchors ?? this.#section.heading?.traits.anchors;
    if (anchors === undefined) return;
    for (const anchor of this.#waiting) (anchors as Anchor[]).push(anchor);
    this.#waiting = [];
  }

  #nest(read: () => void, nodes: readonly Nodes[]): void {
    if (this.#depth >= deepestNesting) {
      this.#reportDepth(nodes);
      return;
    }
    this.#depth += 1;
    read();
    this.#depth -= 1;
  }

  #reportDepth(nodes: readonly Nodes[]): void {
    const [first] = nodes;
    const { problems } = this.#reading;
    if (first === undefined || problems.some(({ message }) => message === tooDeepBlocks)) return;
    problems.push({
      kind: 'syntax',
      message: tooDeepBlocks,
      span: this.#spanOf(startOf(first), endOf(nodes.at(-1))),
    });
  }

  #spanOf(start: number, end: number): Span {
    return this.#reading.lines.spanOf(start, end);
  }
}

const tooDeepBlocks = `Blocks are nested more than ${deepestNesting} levels deep, what is deeper is not read`;

function isFlow(node: Nodes): node is BlockContent {
  return ![
    'text',
    'strong',
    'emphasis',
    'delete',
    'inlineCode',
    'link',
    'linkReference',
    'image',
    'imageReference',
    'break',
    'html',
    'mdxTextExpression',
    'mdxJsxTextElement',
    'footnoteReference',
  ].includes(node.type);
}

function startOf(node: Nodes | undefined): number {
  return node?.position?.start.offset ?? 0;
}

function endOf(node: Nodes | undefined): number {
  return node?.position?.end.offset ?? 0;
}

/** A stretch of a paragraph as a paragraph; its children are those of the whole, and are read by place. */
function paragraphBetween(node: Paragraph, start: number, end: number): Paragraph {
  const { position } = node;
  if (position === undefined) return node;
  return {
    ...node,
    position: { start: { ...position.start, offset: start }, end: { ...position.end, offset: end } },
  };
}

function wholeOf(node: Nodes): Segment {
  return { start: startOf(node), end: endOf(node), marks: [], isComponent: false };
}

/** Whether nothing but white space and quote markers stands beside a mark on its lines. */
function fillsLines(text: string, mark: Mark, start: number, end: number): boolean {
  let before = mark.start - 1;
  while (before >= start && ' \t>'.includes(text[before] ?? '')) before -= 1;
  let after = mark.end;
  while (after < end && ' \t'.includes(text[after] ?? '')) after += 1;
  const isLineEnd = (at: number): boolean => text[at] === '\n' || text[at] === '\r';
  return (before < start || isLineEnd(before)) && (after >= end || isLineEnd(after));
}

function textSegment(text: string, start: number, end: number, marks: readonly Mark[]): Segment[] {
  const source = text.slice(start, end);
  const content = source.replace(/^[\s>]+/, '');
  if (content.trim() === '') return [];
  const from = end - content.length;
  const to = from + content.replace(/[\s>]+$/, '').length;
  return [
    {
      start: from,
      end: to,
      marks: marks.filter((mark) => mark.start >= from && mark.end <= to),
      isComponent: false,
    },
  ];
}
