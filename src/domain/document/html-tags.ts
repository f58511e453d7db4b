/** One tag of HTML. */
export interface HtmlTag {
  /** Lower case. */
  readonly name: string;
  readonly isClosing: boolean;
  /** No closing tag follows: `<br>`, `<img />`. */
  readonly isVoid: boolean;
  readonly attributes: ReadonlyMap<string, string>;
  readonly start: number;
  readonly end: number;
}

/** Text between tags, character references unread. */
export interface HtmlText {
  readonly start: number;
  readonly end: number;
}

// Attribute names end at `<`, so that a row of unclosed tags costs no more than its length.
const tag =
  /<(\/?)([A-Za-z][\w:-]*)((?:\s+[^\s=>/<"']+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?){0,1000})\s*(\/?)>/y;
const attribute = /([^\s=>/<"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;
const voidNames = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
]);

/**
 * The tags of a piece of HTML and the text between them, in order; comments, declarations and instructions are left
 * out. Offsets are those of `source`.
 */
export function* readHtml(source: string, start: number, end: number): Generator<HtmlTag | HtmlText> {
  let at = start;
  let textFrom = start;
  while (at < end) {
    const open = source.indexOf('<', at);
    if (open === -1 || open >= end) break;
    const next = skipHidden(source, open, end) ?? readTag(source, open, end);
    if (next === undefined) {
      at = open + 1;
      continue;
    }
    if (open > textFrom) yield { start: textFrom, end: open };
    if (typeof next !== 'number') yield next;
    at = typeof next === 'number' ? next : next.end;
    textFrom = at;
  }
  if (end > textFrom) yield { start: textFrom, end };
}

/** Where a comment, declaration or instruction that starts at `at` ends. */
function skipHidden(source: string, at: number, end: number): number | undefined {
  const closing = source.startsWith('<!--', at)
    ? '-->'
    : source.startsWith('<![CDATA[', at)
      ? ']]>'
      : source.startsWith('<?', at)
        ? '?>'
        : source.startsWith('<!', at)
          ? '>'
          : undefined;
  if (closing === undefined) return undefined;
  const close = source.indexOf(closing, at + 2);
  return close === -1 || close + closing.length > end ? end : close + closing.length;
}

function readTag(source: string, at: number, end: number): HtmlTag | undefined {
  tag.lastIndex = at;
  const match = tag.exec(source);
  if (match === null || at + match[0].length > end) return undefined;
  const name = (match[2] ?? '').toLowerCase();
  const attributes = new Map<string, string>();
  for (const [, key = '', quoted, single, bare] of (match[3] ?? '').matchAll(attribute)) {
    const attributeName = key.toLowerCase();
    if (!attributes.has(attributeName)) attributes.set(attributeName, quoted ?? single ?? bare ?? '');
  }
  return {
    name,
    isClosing: match[1] === '/',
    isVoid: match[4] === '/' || voidNames.has(name),
    attributes,
    start: at,
    end: at + match[0].length,
  };
}
