/** From one offset of the page to another. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What two tags of a dialect enclose, wherever they stand: a shortcode with content, a zone, an admonition. */
export interface Container {
  /** `code` is shown as it is written, `hidden` not at all. */
  readonly kind: 'callout' | 'component' | 'code' | 'hidden';
  readonly name: string;
  /** The name with what no translation changes of the opening tag: `zone pivot="web"`. */
  readonly text: string;
  readonly open: Stretch;
  /** Nothing closes a tab that the next one ends. */
  readonly close: Stretch | undefined;
  readonly end: number;
  /** The words for readers in the opening tag. */
  readonly title?: Stretch;
  /** For `code`. */
  readonly language?: string;
  /** The opening tag is a heading of Markdown as it stands. */
  readonly opensWithHeading?: boolean;
}
