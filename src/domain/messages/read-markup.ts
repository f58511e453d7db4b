/** A tag in a message: `<strong>`, `</0>`, `<br/>`. */
export interface MessageTag {
  /** As written, without brackets, slashes and attributes. */
  readonly name: string;
  readonly kind: 'open' | 'close' | 'empty';
  /** UTF-16 units of the text. */
  readonly from: number;
  readonly to: number;
}

/**
 * The tags of a text, in order.
 * @example readTags('Läs <0>villkoren</0>.').map((tag) => tag.kind) // => ['open', 'close']
 */
export function readTags(text: string): readonly MessageTag[] {
  if (!text.includes('<')) return [];
  const tags: MessageTag[] = [];
  for (const match of text.matchAll(/<(\/?)(\p{L}[\p{L}\p{N}_.-]*|\d+)(\s[^<>]*|\/)?>/gu)) {
    const [whole, slash, name = '', rest = ''] = match;
    const isClosed = rest.trimEnd().endsWith('/');
    // `<img>` with nothing in it shows nothing: the text speaks of it.
    const isElement = voidElements.has(name.toLowerCase()) && rest.trim() !== '';
    const isBreak = /^w?br$/i.test(name);
    const kind = slash === '/' ? 'close' : isClosed || isElement || isBreak ? 'empty' : 'open';
    tags.push({ name, kind, from: match.index, to: match.index + whole.length });
  }
  return tags;
}

/** Elements of HTML that hold nothing. */
export const voidElements: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input', 'wbr']);
