import type { Root } from 'mdast';
import type { HtmlTag } from '../html-tags.ts';
import type { SatteriSettings } from '../satteri-parser.ts';

/** What is particular to a Markdown flavour: what its renderer takes out of plain Markdown, and what it makes of it. */
export interface DialectReader {
  readonly parser: SatteriSettings;
  /** Instead of the parser alone, where the renderer nests blocks otherwise than CommonMark. Places are those of `body`. */
  readonly parse?: (body: string) => Root;
  /** The marks in the source of a heading or paragraph, in order, not overlapping; offsets are those of `source`. */
  readonly findMarks?: (source: string, place: 'heading' | 'text') => readonly Mark[];
  /** Whether what an element holds is not shown in the text: the source half of a bilingual page. */
  readonly hidesContentOf?: (tag: HtmlTag) => boolean;
  /** Whether a paragraph opens or closes a container of blocks; most pages lack the sign that every such line starts with. */
  readonly fences?: {
    readonly sign: string;
    readonly read: (source: string) => Fence | undefined;
  };
  /** Whether `> [!NOTE]` is a callout. */
  readonly hasQuoteCallouts: boolean;
}

/** A stretch that the renderer does not show as text. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  /** The id it gives to what it stands in. */
  readonly anchor?: string;
  /** What the renderer puts in its place. */
  readonly component?: { readonly name: string; readonly text: string };
  readonly image?: { readonly source: string; readonly alt: string };
  /** The part of the mark that the reader sees after all, as it stands in the file. */
  readonly shown?: { readonly start: number; readonly end: number };
}

/** The first or last line of a container. Lengths must match: `////` holds `///`. */
export type Fence =
  | { readonly kind: 'close'; readonly length: number }
  | {
      readonly kind: 'open';
      readonly length: number;
      readonly name: string;
      readonly isCallout: boolean;
      /** Where the title stands in the paragraph. */
      readonly titleStart: number;
      readonly titleEnd: number;
    };
