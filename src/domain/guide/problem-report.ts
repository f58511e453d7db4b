/** What a reader reports a problem with. */
export interface ProblemPlace {
  /** The file of the page in the repository. */
  readonly file: string;
  readonly locale: string;
  /** The id of the place on the page; none for the page as a whole. */
  readonly anchor?: string | undefined;
  /** The text that stands there; its beginning is quoted. */
  readonly text?: string | undefined;
  /** What the reader is asked, in the language of the page. */
  readonly question: string;
}

/** How much of a text is quoted, in characters: enough to find it by. An address must hold it, six signs for a letter. */
const quoteLength = 60;

/**
 * The title and text of an issue about a place of a page, for the reader to complete.
 * @example problemReport({ file: 'content/sv-SE/roles.mdx', locale: 'sv-SE', anchor: 'admin', question: 'Vad är fel?' })
 * // => { title: 'sv-SE: roles#admin', body: 'content/sv-SE/roles.mdx#admin (sv-SE)\n\nVad är fel?\n\n' }
 */
export function problemReport(place: ProblemPlace): { readonly title: string; readonly body: string } {
  const { file, locale, anchor, text, question } = place;
  const fragment = anchor === undefined ? '' : `#${anchor}`;
  const key = file.replace(/^.*?content\/[^/]+\//, '').replace(/\.mdx?$/, '');
  const quote = text === undefined ? [] : [`> ${beginningOf(text)}`];
  return {
    title: `${locale}: ${key}${fragment}`,
    body: `${[`${file}${fragment} (${locale})`, ...quote, question].join('\n\n')}\n\n`,
  };
}

/** Cuts between characters as readers see them, and where there are words between words. */
function beginningOf(text: string): string {
  const folded = text.replaceAll(/\s+/gu, ' ').trim();
  if (folded.length <= quoteLength) return folded;
  let count = 0;
  for (const { index } of characters.segment(folded)) {
    if (count === quoteLength) return `${folded.slice(0, index).replace(/\s+\S*$/u, '')}…`;
    count += 1;
  }
  return folded;
}

const characters = new Intl.Segmenter('und');
