/**
 * What a page says, whatever its language and dialect: a tree of sections holding blocks, each with its span
 * and its traits. Parsers make it, alignment and rules read it; nothing here is ever changed after parsing.
 */

/** Markdown flavours whose renderers differ in what they show. */
export const dialects = ['gfm', 'mdx', 'learn', 'hugo', 'mkdocs'] as const;

/** One of `dialects`. */
export type Dialect = (typeof dialects)[number];

/** A place in a file: line and column from 1, offset from 0, all in UTF-16 units of the whole file, BOM included. */
export interface Point {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** A half-open range of a file; the shape of a unist position. */
export interface Span {
  readonly start: Point;
  readonly end: Point;
}

/** One page, parsed. */
export interface PageDocument {
  readonly dialect: Dialect;
  /** The whole file, as decoded, BOM included: `text.slice(span.start.offset, span.end.offset)` always works. */
  readonly text: string;
  readonly frontMatter: FrontMatter | undefined;
  /** The page itself: depth 0, no heading; blocks before the first heading are its own. */
  readonly root: Section;
  /** Every section but the root, in document order. */
  readonly sections: readonly Section[];
  /** Every block, in document order, parents before children. */
  readonly blocks: readonly Block[];
  /** What the parser could not make sense of; the rest of the page is still read. */
  readonly problems: readonly ParseProblem[];
}

/** YAML, TOML or JSON above the page. */
export interface FrontMatter {
  readonly data: Readonly<Record<string, unknown>>;
  readonly span: Span;
  /** Where each top-level key's value stands. */
  readonly valueSpans: ReadonlyMap<string, Span>;
}

/** Something in a file that its dialect cannot read. */
export interface ParseProblem {
  /** `file`: the file holds no page at all, whatever its encoding. */
  readonly kind: 'front-matter' | 'syntax' | 'encoding' | 'file';
  /** One line without a full stop. */
  readonly message: string;
  readonly span: Span;
}

/** A heading and what stands below it, up to the next heading of its depth or less. */
export interface Section {
  readonly kind: 'section';
  /** Place in `PageDocument.sections`; -1 for the root. */
  readonly index: number;
  /** 1–6 as the heading's level, 0 for the root. */
  readonly depth: number;
  readonly heading: Heading | undefined;
  readonly parent: Section | undefined;
  readonly sections: readonly Section[];
  /** The blocks directly in the section, not those of its subsections. */
  readonly blocks: readonly Block[];
  /** From the heading to the end of the section, subsections included. */
  readonly span: Span;
}

/** A section's heading line. */
export interface Heading {
  readonly text: string;
  readonly span: Span;
  readonly traits: Traits;
  /** Explicit ids of the heading (`{#id}`, `<a name>`, `{/* #id *\/}`), not the one a renderer derives. */
  readonly anchors: readonly Anchor[];
}

/** `step` is an item of an ordered list, `item` of a bulleted one. */
export type BlockKind =
  | 'paragraph'
  | 'list'
  | 'item'
  | 'step'
  | 'callout'
  | 'quote'
  | 'code'
  | 'table'
  | 'row'
  | 'cell'
  | 'image'
  | 'component'
  | 'definition'
  | 'html'
  | 'divider';

/**
 * A block. An item's, step's, definition's or cell's first paragraph is the block's own text; what follows it is in
 * `children`. A callout's title is its own text, its content is in `children`.
 */
export interface Block {
  readonly kind: BlockKind;
  /** Place in `PageDocument.blocks`. */
  readonly index: number;
  readonly section: Section;
  readonly parent: Block | undefined;
  readonly children: readonly Block[];
  /** The whole block, markers and children included. */
  readonly span: Span;
  /** The block's own text: inside the marker, without the children; empty at the place where it would stand. */
  readonly textSpan: Span;
  /** The own text as a reader sees it: no markup, white space folded. For `code` the code as it is. */
  readonly text: string;
  /** Traits of the own text only, not of the children. */
  readonly traits: Traits;
  /** For `list`: whether numbered, and from what. */
  readonly list?: { readonly ordered: boolean; readonly start: number };
  /** For `step`: the number that a reader sees. For `item`, `row`, `cell` and `step`: place among its siblings, from 0. */
  readonly number?: number;
  readonly position?: number;
  /** For `callout`: `note`, `tip`, `important`, `caution`, `warning` or whatever the page says, lower case. */
  readonly callout?: string;
  /** For `code`: the info string's first word. */
  readonly language?: string;
  /** For `component`: its name. */
  readonly component?: string;
  /** For `definition`: the name of the footnote that it is. */
  readonly footnote?: string;
}

/**
 * What survives translation, and what a rule looks at; every value with its place. Empty lists where there is none.
 *
 * Not here, as they cost time or need more than the page: dates are read from the own text when they are asked for
 * (`datesOf`, in digits; with the names of months by rules, which know the language), UI labels and country codes by
 * rules, which know the product's labels and its lists. Nesting is `Block.parent`, the length that of `Block.text`.
 */
export interface Traits {
  readonly anchors: readonly Anchor[];
  readonly links: readonly LinkTrait[];
  readonly images: readonly ImageTrait[];
  readonly codes: readonly TextTrait[];
  readonly emphases: readonly EmphasisTrait[];
  readonly numbers: readonly NumberTrait[];
  readonly components: readonly TextTrait[];
  /** References to footnotes, `[^1]`, by their names; a footnote's text is a `definition`. */
  readonly footnotes: readonly TextTrait[];
  /** The own text in pieces, in order, each with where it stands in the file: lets a rule map a place in `text` to the file. */
  readonly runs: readonly TextRun[];
}

/** An explicit id. */
export interface Anchor {
  readonly id: string;
  readonly span: Span;
}

/** A link, inline, reference or `<a href>`. */
export interface LinkTrait {
  readonly target: string;
  /** What the reader clicks on. */
  readonly text: string;
  readonly span: Span;
  /** Inside the brackets. */
  readonly textSpan: Span;
}

/** An image. */
export interface ImageTrait {
  readonly source: string;
  readonly alt: string;
  readonly span: Span;
}

/** A piece of text that matters as a whole. */
export interface TextTrait {
  readonly text: string;
  readonly span: Span;
}

/** A run of bold or italic. */
export interface EmphasisTrait {
  readonly kind: 'strong' | 'emphasis';
  /** What is inside the markers, as a reader sees it. */
  readonly text: string;
  /** With the markers. */
  readonly span: Span;
  /** Between the markers. */
  readonly contentSpan: Span;
}

/** A number written in digits of any script. */
export interface NumberTrait {
  /** The value; grouping signs removed. */
  readonly value: number;
  readonly text: string;
  readonly span: Span;
}

/** A date written in digits. */
export interface DateTrait {
  /** The days that it may mean, `2024-03-05`; two where day and month are not to be told apart. */
  readonly readings: readonly string[];
  readonly text: string;
  readonly span: Span;
}

/** A piece of plain text inside a block; `strong`, `link` … name the markup it stands in. */
export interface TextRun {
  readonly text: string;
  /** Where `text` begins in the block's `text`. */
  readonly at: number;
  readonly span: Span;
  readonly markup: readonly ('strong' | 'emphasis' | 'link' | 'code')[];
}
