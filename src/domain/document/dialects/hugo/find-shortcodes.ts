import type { Stretch } from '../containers/container.ts';

/** A parameter of a shortcode. */
export interface Parameter extends Stretch {
  /** `undefined` for one that is known by its place. */
  readonly name: string | undefined;
  /** Without quotation marks; `start` and `end` are those of the value. */
  readonly value: string;
}

/** A tag of Hugo's: `{{< name parameters >}}`, or with `%`. */
export interface Shortcode extends Stretch {
  /** Lower case. */
  readonly name: string;
  /** `escape` shows itself, without its comment marks. */
  readonly kind: 'open' | 'close' | 'single' | 'escape';
  readonly parameters: readonly Parameter[];
}

/**
 * The shortcodes of a page in order, those in code included: Hugo reads them before Markdown (its documentation,
 * "Shortcodes", and the recorded outputs).
 *
 * @example
 * findShortcodes('{{< note title="A" >}}')
 * // => [{ kind: 'open', name: 'note', parameters: [{ name: 'title', value: 'A', … }], … }]
 */
export function findShortcodes(text: string): readonly Shortcode[] {
  const found: Shortcode[] = [];
  opening.lastIndex = 0;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const start = match.index;
    const end = endOfTag(text, opening.lastIndex, `${match[1] === '%' ? '%' : '>'}}}`);
    if (end === undefined) continue;
    opening.lastIndex = end;
    const isEscape = match[2] !== undefined;
    const name = (match[4] ?? '').toLowerCase();
    const inner = { start: start + match[0].length, end: end - 3 };
    const isSelfClosed = !isEscape && /\/\s*$/.test(text.slice(inner.start, inner.end));
    const kind = isEscape ? 'escape' : match[3] !== undefined ? 'close' : isSelfClosed ? 'single' : 'open';
    const parameters = kind === 'escape' ? [] : parametersOf(text, inner);
    found.push({ start, end, name, kind, parameters });
  }
  return found;
}

/** Of a tag the longest that is looked at, so that one without an end costs no more. */
const longestTag = 5000;
const opening = /\{\{([<%])[ \t]{0,20}(\/\*)?\s{0,20}(\/)?[ \t]{0,20}([^\s<>%/"`{}=*]{1,100})/g;

/** Where a tag ends, quoted values passed over. */
function endOfTag(text: string, from: number, closing: string): number | undefined {
  const limit = Math.min(text.length, from + longestTag);
  for (let at = from; at < limit; at += 1) {
    const sign = text[at];
    if (sign === '"' || sign === '`') {
      at = endOfQuoted(text, at, limit);
      if (at >= limit) return undefined;
    } else if (sign === closing[0] && text.startsWith(closing, at)) return at + closing.length;
    else if (sign === '{' && text[at + 1] === '{') return undefined;
  }
  return undefined;
}

function endOfQuoted(text: string, at: number, limit: number): number {
  const sign = text[at];
  for (let next = at + 1; next < limit; next += 1) {
    if (text[next] === '\\' && sign === '"') next += 1;
    else if (text[next] === sign) return next;
  }
  return limit;
}

const parameter =
  /(?:([\w-]{1,100})[ \t]{0,20}=\s{0,20})?(?:"((?:[^"\\]|\\[\s\S])*)"|`([^`]*)`|([^\s"`/]\S*|\/(?=\S)\S+))/g;

function parametersOf(text: string, { start, end }: Stretch): readonly Parameter[] {
  return [...text.slice(start, end).matchAll(parameter)].map(
    ([whole, name, quoted, raw, bare], index, all) => {
      const value = quoted ?? raw ?? bare ?? '';
      const closingSign = bare === undefined ? 1 : 0;
      const valueEnd = start + (all[index]?.index ?? 0) + whole.length - closingSign;
      return { name, value, start: valueEnd - value.length, end: valueEnd };
    },
  );
}
