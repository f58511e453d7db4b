/** A field of front matter whose key and value stand on one line. */
export interface PlainField {
  readonly key: string;
  readonly value: string;
  /** Where the value stands, with its quotes. */
  readonly from: number;
  readonly to: number;
}

/**
 * The fields of YAML that is nothing but lines `key: text`, as most front matter is; `undefined` for any other.
 *
 * A YAML parser takes longer for them than the page takes for itself. What may be anything but text to YAML is left to
 * it: numbers, truth values, lists, comments, what goes on in the next line, and keys that come twice.
 */
export function readPlainFields(source: string): readonly PlainField[] | undefined {
  const fields: PlainField[] = [];
  const keys = new Set<string>();
  for (let start = 0; start < source.length; ) {
    line.lastIndex = start;
    const match = line.exec(source);
    if (match === null) return undefined;
    const [whole, key = '', gap = '', written = ''] = match;
    const text = written.trimEnd();
    // No white space but the plain space ends a text of YAML.
    const value = /[^ ]/.test(written.slice(text.length)) ? undefined : textOf(text);
    if (value === undefined || notText.test(key) || keys.has(key)) return undefined;
    keys.add(key);
    const from = start + key.length + 1 + gap.length;
    fields.push({ key, value, from, to: from + text.length });
    start += whole.length;
  }
  return fields.length === 0 ? undefined : fields;
}

/** Printable text alone: YAML has rules of its own for control characters, tabs and other line ends. */
const line = /([A-Za-z][A-Za-z0-9_.-]{0,99}):( {1,99})([^\p{C}\p{Z}][^\p{C}\p{Zl}\p{Zp}]*)(?:\r?\n|$)/uy;

/** What the core schema of YAML 1.2 takes for nothing, a truth value or a number. */
const notText =
  /^(?:null|true|false|[-+]?\d+|0o[0-7]+|0x[\da-f]+|[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:e[-+]?\d+)?)$/i;

function textOf(written: string): string | undefined {
  if (/^[\p{L}\p{Nd}]/u.test(written)) {
    const isPlain = !/: |:$| #/.test(written) && !notText.test(written);
    return isPlain ? written : undefined;
  }
  if (/^'(?:[^']|'')*'$/.test(written)) return written.slice(1, -1).replaceAll("''", "'");
  if (/^"[^"\\]*"$/.test(written)) return written.slice(1, -1);
  return undefined;
}
