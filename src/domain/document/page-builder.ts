import type { Anchor, Block, BlockKind, Heading, Section, Span } from './page-document.ts';
import { emptyTraits, type InlineContent, readVerbatim } from './read-inline.ts';
import type { Reading } from './reading.ts';
import type { Segment } from './segments.ts';
import { emptySpanAt } from './spans.ts';

type Building<T> = { -readonly [Key in keyof T]: T[Key] };

/** A block that may still get children or reach further. */
export type BuildingBlock = Building<Omit<Block, 'children' | 'section'>> & {
  children: Block[];
  section: Section;
};

type BuildingSection = Building<Omit<Section, 'sections' | 'blocks' | 'span'>> & {
  readonly span: Building<Span>;
  sections: Section[];
  blocks: Block[];
};

/** What a block is besides its kind and place. */
export type BlockDetails = Partial<
  Pick<BuildingBlock, 'list' | 'number' | 'position' | 'callout' | 'language' | 'component' | 'footnote'>
>;

const noDetails: BlockDetails = {};

/** The tree of a page. */
export interface PageTree {
  readonly root: Section;
  readonly sections: readonly Section[];
  readonly blocks: readonly Block[];
}

/** Puts sections and blocks, added in the order of the file, together to the tree of a page. */
export class PageBuilder {
  readonly #reading: Reading;
  readonly #root: BuildingSection;
  readonly #sections: Section[] = [];
  readonly #blocks: Block[] = [];
  #section: BuildingSection;
  /** Ids from a line of their own, for the block or heading that comes next. */
  #waiting: Anchor[] = [];

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

  finish(): PageTree {
    return { root: this.#root, sections: this.#sections, blocks: this.#blocks };
  }

  /** Begins a section; what is added after it lies in it, up to the next heading. */
  addHeading(depth: number, start: number, end: number, { text, traits }: InlineContent): void {
    this.#giveWaitingTo(traits.anchors);
    const span = this.spanOf(start, end);
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
      // The heading's own does not grow with what follows.
      span: { start: span.start, end: span.end },
    };
    parent.sections.push(section);
    this.#sections.push(section);
    this.#section = section;
    this.#stretchSections(span);
  }

  /** Adds a block for running text; one that shows no text is what it does show: an image, a component, or nothing. */
  addContent(
    content: InlineContent,
    segment: Segment,
    kind: BlockKind,
    parent: BuildingBlock | undefined,
  ): void {
    const { start, end } = segment;
    const { images, components, links, anchors, codes } = content.traits;
    const component = segment.marks.find((mark) => mark.component !== undefined)?.component;
    if (content.text !== '' || codes.length > 0)
      this.add(kind, start, end, this.spanOf(start, end), content, parent);
    else if (component !== undefined || components.length > 0) {
      const shown = images[0] === undefined ? content : this.#withAlt(content);
      const name = component?.name ?? components[0]?.text ?? '';
      this.add('component', start, end, this.textSpanOf(shown, start), shown, parent, { component: name });
    } else if (images.length > 0) {
      const shown = this.#withAlt(content);
      this.add('image', start, end, this.textSpanOf(shown, start), shown, parent);
    } else if (links.length > 0) this.add(kind, start, end, this.spanOf(start, end), content, parent);
    else for (const anchor of anchors) this.#waiting.push(anchor);
  }

  /** Adds a block without text of its own, which would stand at `textAt`. */
  addEmpty(
    kind: BlockKind,
    start: number,
    end: number,
    textAt: number,
    parent: BuildingBlock | undefined,
    details: BlockDetails = {},
  ): BuildingBlock {
    const textSpan = emptySpanAt(this.#reading.lines.pointAt(textAt));
    return this.add(kind, start, end, textSpan, { text: '', traits: emptyTraits() }, parent, details);
  }

  add(
    kind: BlockKind,
    start: number,
    end: number,
    textSpan: Span,
    content: InlineContent,
    parent: BuildingBlock | undefined,
    details: BlockDetails = noDetails,
  ): BuildingBlock {
    const { text, traits } = content;
    this.#giveWaitingTo(traits.anchors);
    const span = this.spanOf(start, end);
    // All blocks have the same fields in the same order, those they lack as `undefined`: engines read them faster so.
    const block = {
      kind,
      index: this.#blocks.length,
      section: this.#section,
      parent: parent as Block | undefined,
      children: [],
      span,
      textSpan,
      text,
      traits,
      list: details.list,
      number: details.number,
      position: details.position,
      callout: details.callout,
      language: details.language,
      component: details.component,
      footnote: details.footnote,
    } as BuildingBlock;
    (parent?.children ?? this.#section.blocks).push(block);
    this.#blocks.push(block);
    this.#stretchSections(span);
    return block;
  }

  /** Makes a block reach at least to an end. */
  stretch(block: BuildingBlock, end: number): void {
    block.span = this.spanOf(block.span.start.offset, Math.max(end, block.span.end.offset));
    this.#stretchSections(block.span);
  }

  /** Keeps an id for the block or heading that comes next. */
  keepForNext(anchor: Anchor): void {
    this.#waiting.push(anchor);
  }

  /** Ids that nothing follows belong to what they end. */
  giveKeptTo(parent: BuildingBlock | undefined): void {
    if (this.#waiting.length === 0) return;
    const last = (parent?.children ?? this.#section.blocks).at(-1) ?? parent;
    const anchors = last?.traits.anchors ?? this.#section.heading?.traits.anchors;
    if (anchors === undefined) return;
    for (const anchor of this.#waiting) (anchors as Anchor[]).push(anchor);
    this.#waiting = [];
  }

  /** Where the text of a block stands; an empty place where there is none. */
  textSpanOf(content: InlineContent, fallback: number): Span {
    const { runs } = content.traits;
    const first = runs[0]?.span.start;
    const last = runs.at(-1)?.span.end;
    return first === undefined || last === undefined
      ? this.spanOf(fallback, fallback)
      : { start: first, end: last };
  }

  spanOf(start: number, end: number): Span {
    return this.#reading.lines.spanOf(start, end);
  }

  /** The parent of a section is a section that this builder made; the root's depth of 0 ends every search. */
  #parentOf(section: BuildingSection): BuildingSection {
    return (section.parent as BuildingSection | undefined) ?? this.#root;
  }

  /** A section reaches as far as what it holds. */
  #stretchSections(span: Span): void {
    for (let section = this.#section; section.depth > 0; section = this.#parentOf(section)) {
      if (section.span.end.offset < span.end.offset) section.span.end = span.end;
    }
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

  #giveWaitingTo(anchors: Anchor[]): void {
    if (this.#waiting.length === 0) return;
    const own = anchors.splice(0);
    for (const anchor of [...this.#waiting, ...own]) anchors.push(anchor);
    this.#waiting = [];
  }
}
