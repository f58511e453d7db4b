/** A file of the source's language that may hold the product's words. */
export interface LabelFile {
  /** For the settings, with {locale}. */
  readonly pattern: string;
  /** Its texts, at any depth. */
  readonly texts: readonly string[];
}

/** Files that hold words which pages print in bold. */
export interface RecognisedLabels {
  readonly patterns: readonly string[];
  /** How many different words of pages they hold. */
  readonly matched: number;
  /** Of so many that pages print in bold. */
  readonly printed: number;
  /** Whether that is enough to hold all bold words of pages against them. */
  readonly isSure: boolean;
}

/** Fewer words than this may be in any file. */
const fewestMatches = 5;

/** From this share on, bold is how the pages write labels. */
const sureShare = 0.6;

/** A file that adds less than this share of the words holds them by chance. */
const ownShare = 0.1;

/**
 * Which files hold the words that source pages print in bold; `undefined` where hardly any do.
 *
 * The fewest files that hold most: a word such as `Name` is in many.
 */
export function recogniseLabels(
  pages: readonly string[],
  files: readonly LabelFile[],
): RecognisedLabels | undefined {
  const printed = new Set(pages.flatMap(boldWords));
  const left = new Set(printed);
  const chosen: string[] = [];
  const byPattern = [...Map.groupBy(files, ({ pattern }) => pattern)].map(([pattern, own]) => {
    return { pattern, words: new Set(own.flatMap(({ texts }) => texts.map(wordOf))) };
  });
  for (;;) {
    const counts = byPattern.map(({ pattern, words }) => ({ pattern, words, held: heldOf(left, words) }));
    const [best] = counts.toSorted((one, other) => other.held - one.held);
    const least = chosen.length === 0 ? fewestMatches : Math.max(2, printed.size * ownShare);
    if (best === undefined || best.held < least) break;
    chosen.push(best.pattern);
    for (const word of best.words) left.delete(word);
  }
  if (chosen.length === 0) return undefined;
  const matched = printed.size - left.size;
  return { patterns: chosen, matched, printed: printed.size, isSure: matched >= printed.size * sureShare };
}

function heldOf(words: ReadonlySet<string>, held: ReadonlySet<string>): number {
  return [...words].filter((word) => held.has(word)).length;
}

/** Short runs of bold outside code. */
function boldWords(page: string): readonly string[] {
  const text = page.replace(/^(`{3,}|~{3,})[^]*?^\1/gm, '').replace(/`[^`\n]*`/g, '');
  return Array.from(text.matchAll(/(\*\*|__)(?=\S)([^*_\n]{2,40}?)(?<=\S)\1/g), ([, , bold = '']) =>
    wordOf(bold),
  ).filter((word) => /\p{L}/u.test(word));
}

/** Without the signs that pages and products put behind labels. */
function wordOf(text: string): string {
  return text.replace(/(?:\s*[:：*…]|\.{3})+$/u, '').trim();
}
