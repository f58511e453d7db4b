import { hash } from 'node:crypto';
import { readFrontMatter } from '../../../src/domain/document/front-matter.ts';
import { indexLines } from '../../../src/domain/document/line-index.ts';
import type { hashAlgorithms, hashedParts } from '../config/revision-settings.ts';

/** How a text was hashed. */
export interface HashRecipe {
  readonly algorithm: (typeof hashAlgorithms)[number];
  readonly of: (typeof hashedParts)[number];
  /** Whether white space around it was left out. */
  readonly isTrimmed: boolean;
}

/**
 * How a text must have been hashed for its hash to begin with those digits, `undefined` where no known way leads there.
 *
 * Hashed is the text in UTF-8: the whole file, or its body, which begins in the line after the front matter; as it is, with
 * its line ends as LF, without its BOM, and without white space around it. Eight digits are the fewest that say anything.
 * @example recipeFor('5891b5b5', 'hello\n') // => { algorithm: 'sha256', of: 'file', isTrimmed: false }
 */
export function recipeFor(digits: string, text: string): HashRecipe | undefined {
  if (!isHash(digits)) return undefined;
  const wanted = digits.toLowerCase();
  for (const { content, ...form } of formsOf(text)) {
    for (const [algorithm, length] of algorithms) {
      if (length < wanted.length) continue;
      if (hash(algorithm, content).startsWith(wanted)) return { algorithm, ...form };
    }
  }
  return undefined;
}

/** The hash of a text, in hexadecimal digits; line ends count as LF. */
export function hashOf(text: string, { algorithm, of, isTrimmed }: HashRecipe): string {
  const part = of === 'file' ? text : bodyOf(text);
  const content = part.replaceAll('\r\n', '\n');
  return hash(algorithm, isTrimmed ? content.trim() : content);
}

/** True for what can be a hash, or the beginning of one: 8 to 64 hexadecimal digits. */
export function isHash(digits: string): boolean {
  return /^[0-9a-f]{8,64}$/i.test(digits);
}

const algorithms = [
  ['sha256', 64],
  ['sha1', 40],
  ['md5', 32],
] as const;

/** Each text that somebody who hashes a page may have hashed; the likeliest first, none twice. */
function* formsOf(text: string): Iterable<Omit<HashRecipe, 'algorithm'> & { readonly content: string }> {
  const seen = new Set<string>();
  for (const hashed of ['file', 'body'] as const) {
    const part = hashed === 'file' ? text : bodyOf(text);
    const plain = part.replaceAll('\r\n', '\n');
    const forms = [plain, part, plain.replace(/^\uFEFF/, ''), part.replace(/^\uFEFF/, '')];
    for (const content of [...forms, plain.trim()]) {
      if (seen.has(content)) continue;
      seen.add(content);
      yield { of: hashed, isTrimmed: !forms.includes(content), content };
    }
  }
}

function bodyOf(text: string): string {
  return text.slice(readFrontMatter(text, indexLines(text)).bodyStart);
}
