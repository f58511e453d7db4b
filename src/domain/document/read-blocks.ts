import type { Blockquote, List, ListItem, Nodes, Paragraph, Root } from 'mdast';
import { calloutMarkerOf } from './callout-marker.ts';
import { codePieces } from './code-pieces.ts';
import { containersIn, fenceOf, withFencesApart } from './containers.ts';
import type { Fence } from './dialects/dialect-reader.ts';
import { elementTraits, type FlowElement, holdsHeading, holdsText, isComponentName } from './flow-element.ts';
import { endOf, startOf } from './node-place.ts';
import { type BlockDetails, type BuildingBlock, PageBuilder, type PageTree } from './page-builder.ts';
import type { BlockKind } from './page-document.ts';
import {
  anchorInComment,
  emptyTraits,
  isComment,
  readHtmlText,
  readInline,
  readVerbatim,
} from './read-inline.ts';
import { readTable } from './read-table.ts';
import { deepestNesting, type Reading } from './reading.ts';
import { marksIn, type Segment, segmentsOf, wholeOf } from './segments.ts';
import type { TitledQuote } from './titled-quote.ts';

/** Reads the sections and blocks of a page from its mdast. */
export function readBlocks(reading: Reading, tree: Root, bodyStart: number): PageTree {
  return new BlockReader(reading, bodyStart).read(tree);
}

type OpenFence = Extract<Fence, { kind: 'open' }>;

class BlockReader {
  readonly #reading: Reading;
  readonly #page: PageBuilder;
  #depth = 0;

  constructor(reading: Reading, bodyStart: number) {
    this.#reading = reading;
    this.#page = new PageBuilder(reading, bodyStart);
  }

  read(tree: Root): PageTree {
    this.#readSiblings(tree.children, undefined);
    return this.#page.finish();
  }

  #readSiblings(nodes: readonly Nodes[], parent: BuildingBlock | undefined): void {
    this.#nest(nodes, () => {
      const siblings = withFencesApart(this.#reading, nodes);
      const containers = containersIn(this.#reading, siblings);
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
      this.#page.giveKeptTo(parent);
    });
  }

  #readNode(node: Nodes, parent: BuildingBlock | undefined): void {
    const start = startOf(node);
    const end = endOf(node);
    switch (node.type) {
      case 'heading':
        if (parent === undefined) this.#readHeading(node.depth, node.children, start, end);
        else this.#readText(node.children, wholeOf(node), 'paragraph', parent);
        return;
      case 'paragraph':
        this.#readParagraph(node, start, parent);
        return;
      case 'list':
        this.#readList(node, parent);
        return;
      case 'blockquote':
        if (node.data?.titled === undefined) this.#readQuote(node.children, start, end, parent);
        else this.#readTitled(node, node.data.titled, parent);
        return;
      case 'code':
        this.#readCode(node.value, node.lang ?? undefined, start, end, parent);
        return;
      case 'table':
        readTable(this.#reading, this.#page, node, parent);
        return;
      case 'thematicBreak':
        this.#page.addEmpty('divider', start, end, start, parent);
        return;
      case 'html':
        this.#page.addContent(readHtmlText(this.#reading, start, end), wholeOf(node), 'html', parent);
        return;
      case 'footnoteDefinition':
        this.#readOwnText('definition', node.children, start, end, parent, { footnote: node.identifier });
        return;
      case 'descriptionList':
        this.#readDescriptions(node.children, parent);
        return;
      case 'mdxFlowExpression':
        this.#readExpression(node.value, start, end, parent);
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
    const marks = marksIn(this.#reading, start, end, 'heading');
    this.#page.addHeading(depth, start, end, readInline(this.#reading, children, { start, end, marks }));
  }

  #readParagraph(node: Paragraph, from: number, parent: BuildingBlock | undefined): void {
    for (const segment of segmentsOf(this.#reading, from, endOf(node)))
      this.#readSegment(node, segment, parent);
  }

  #readSegment(node: Paragraph, segment: Segment, parent: BuildingBlock | undefined): void {
    this.#readText(segment.isComponent ? [] : node.children, segment, 'paragraph', parent);
  }

  #readText(
    nodes: readonly Nodes[],
    segment: Segment,
    kind: BlockKind,
    parent: BuildingBlock | undefined,
  ): void {
    this.#page.addContent(readInline(this.#reading, nodes, segment), segment, kind, parent);
  }

  #readList(node: List, parent: BuildingBlock | undefined): void {
    const ordered = node.ordered ?? false;
    const start = node.start ?? 1;
    const list = this.#page.addEmpty('list', startOf(node), endOf(node), startOf(node), parent, {
      list: { ordered, start },
    });
    this.#nest(node.children, () => {
      node.children.forEach((item, position) => {
        const details = ordered ? { number: start + position, position } : { position };
        this.#readItem(item, ordered ? 'step' : 'item', list, details);
      });
    });
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
      const textAt = first === undefined ? end : startOf(first);
      this.#readSiblings(children, this.#page.addEmpty(kind, start, end, textAt, parent, details));
      return;
    }
    const [segment, ...segments] = segmentsOf(this.#reading, startOf(first), endOf(first));
    const content =
      segment && !segment.isComponent ? readInline(this.#reading, first.children, segment) : undefined;
    const isText =
      content !== undefined &&
      (content.text !== '' || content.traits.images.length + content.traits.components.length === 0);
    const block =
      isText && segment !== undefined
        ? this.#page.add(
            kind,
            start,
            end,
            this.#page.spanOf(segment.start, segment.end),
            content,
            parent,
            details,
          )
        : this.#page.addEmpty(kind, start, end, startOf(first), parent, details);
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
      const [segment, ...others] = segmentsOf(this.#reading, startOf(first), endOf(first));
      // A video stands in a quote and is none.
      if (segment?.isComponent && others.length === 0) {
        this.#readSegment(first, segment, parent);
        return;
      }
    }
    const marker = first?.type === 'paragraph' ? calloutMarkerOf(this.#reading, first) : undefined;
    if (first?.type !== 'paragraph' || marker === undefined) {
      const textAt = first === undefined ? end : startOf(first);
      this.#readSiblings(children, this.#page.addEmpty('quote', start, end, textAt, parent));
      return;
    }
    const title = readInline(this.#reading, first.children, {
      start: marker.end,
      end: marker.lineEnd,
      marks: [],
    });
    const textSpan = this.#page.textSpanOf(title, marker.end);
    const callout = this.#page.add('callout', start, end, textSpan, title, parent, { callout: marker.kind });
    if (marker.next < endOf(first)) this.#readParagraph(first, marker.next, callout);
    this.#readSiblings(rest, callout);
  }

  /** A callout or component that its dialect's reader has put into a quote. */
  #readTitled(
    { children, position }: Blockquote,
    { kind, name, text, headEnd, hasTitle }: TitledQuote,
    parent: BuildingBlock | undefined,
  ): void {
    const start = position?.start.offset ?? 0;
    const end = position?.end.offset ?? start;
    const first = hasTitle ? children[0] : undefined;
    const title = readInline(this.#reading, first === undefined ? [] : [first], { start, end, marks: [] });
    const textSpan = this.#page.textSpanOf(title, headEnd);
    const details = kind === 'callout' ? { callout: name } : { component: name };
    if (kind === 'component')
      title.traits.components.push({ text: text ?? name, span: this.#page.spanOf(start, headEnd) });
    const block = this.#page.add(kind, start, end, textSpan, title, parent, details);
    this.#readSiblings(first === undefined ? children : children.slice(1), block);
  }

  #readCode(
    code: string,
    language: string | undefined,
    start: number,
    end: number,
    parent: BuildingBlock | undefined,
  ): void {
    const pieces = codePieces(this.#reading, code, start, end);
    const content = readVerbatim(this.#reading, pieces, ['code']);
    const textSpan = this.#page.textSpanOf(content, start);
    const details = language === undefined ? {} : { language };
    this.#page.add('code', start, end, textSpan, content, parent, details);
  }

  /** Terms with what follows them, up to the next term. */
  #readDescriptions(nodes: readonly Nodes[], parent: BuildingBlock | undefined): void {
    let term: BuildingBlock | undefined;
    for (const node of nodes) {
      const start = startOf(node);
      const end = endOf(node);
      if (node.type === 'descriptionTerm') {
        const content = readInline(this.#reading, node.children, wholeOf(node));
        term = this.#page.add('definition', start, end, this.#page.spanOf(start, end), content, parent);
      } else if ('children' in node) {
        if (term !== undefined) this.#page.stretch(term, end);
        this.#readSiblings(node.children, term ?? parent);
      }
    }
  }

  #readExpression(expression: string, start: number, end: number, parent: BuildingBlock | undefined): void {
    const id = anchorInComment(expression);
    if (id !== undefined) this.#page.keepForNext({ id, span: this.#page.spanOf(start, end) });
    if (isComment(expression)) return;
    const content = { text: '', traits: emptyTraits() };
    const source = this.#reading.text.slice(start, end);
    content.traits.components.push({ text: source, span: this.#page.spanOf(start, end) });
    const textSpan = this.#page.spanOf(start, start);
    this.#page.add('component', start, end, textSpan, content, parent, { component: '{}' });
  }

  #readElement(node: FlowElement, parent: BuildingBlock | undefined): void {
    const start = startOf(node);
    const end = endOf(node);
    const name = node.name ?? '';
    const isComponent = isComponentName(name);
    const hasText = holdsText(node);
    if (!isComponent && (hasText || node.children.length === 0)) {
      this.#readText([node], wholeOf(node), hasText ? 'paragraph' : 'html', parent);
      return;
    }
    const traits = elementTraits(this.#reading, node);
    const textAt = node.children[0] === undefined ? start : startOf(node.children[0]);
    const kind = isComponent ? 'component' : 'html';
    const details = isComponent ? { component: name } : {};
    if (!hasText) {
      const textSpan = this.#page.spanOf(textAt, textAt);
      const dividesPage = parent === undefined && holdsHeading(node);
      const blockEnd = dividesPage ? textAt : end;
      const block = this.#page.add(kind, start, blockEnd, textSpan, { text: '', traits }, parent, details);
      if (dividesPage) {
        this.#readSiblings(node.children, undefined);
        return;
      }
      this.#readSiblings(node.children, block);
      return;
    }
    const contentEnd = endOf(node.children.at(-1));
    const content = readInline(this.#reading, node.children, { start: textAt, end: contentEnd, marks: [] });
    content.traits.anchors.unshift(...traits.anchors);
    content.traits.components.unshift(...traits.components);
    this.#page.add(kind, start, end, this.#page.spanOf(textAt, contentEnd), content, parent, details);
  }

  #readContainer(nodes: readonly Nodes[], parent: BuildingBlock | undefined): void {
    const [opening, ...content] = nodes;
    const closing = content.pop();
    const fence = fenceOf(this.#reading, opening);
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
    const textSpan = this.#page.textSpanOf(title, titleStart);
    if (fence.isCallout)
      return this.#page.add('callout', start, end, textSpan, title, parent, { callout: fence.name });
    title.traits.components.push({ text: fence.name, span: this.#page.spanOf(start, endOf(opening)) });
    return this.#page.add('component', start, end, textSpan, title, parent, { component: fence.name });
  }

  /** Reads one level deeper, unless that is too deep. */
  #nest(nodes: readonly Nodes[], read: () => void): void {
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
      span: this.#page.spanOf(startOf(first), endOf(nodes.at(-1))),
    });
  }
}

const tooDeepBlocks = `Blocks are nested more than ${deepestNesting} levels deep, what is deeper is not read`;
