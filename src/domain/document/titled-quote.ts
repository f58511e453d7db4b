declare module 'mdast' {
  interface BlockquoteData {
    titled?: TitledQuote;
  }
}

/**
 * What a quote of the tree stands for where its dialect has other containers: a callout, a collapsed block, a tab.
 * The quote begins with the line that opens the container; its first paragraph is the title, if there is one.
 */
export interface TitledQuote {
  readonly kind: 'callout' | 'component';
  readonly name: string;
  /** What its opening line says besides the title, where that is more than the name. */
  readonly text?: string;
  readonly hasTitle: boolean;
  /** Where in the page the opening line ends. */
  readonly headEnd: number;
}
