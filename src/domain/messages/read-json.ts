import { type ParseErrorCode, printParseErrorCode, visit } from 'jsonc-parser';

/** A value of a JSON file and where it stands, in UTF-16 units. */
export interface JsonValue {
  readonly kind: 'object' | 'list' | 'text' | 'null' | 'other';
  /** Of a text, escapes resolved. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** In the order of the file; of a list the keys are `0`, `1` and so on. Of keys that repeat, the last. */
  readonly entries: readonly JsonEntry[];
}

/** A key and its value. */
export interface JsonEntry {
  readonly key: string;
  /** Quotes included; of what is in a list, the value's. */
  readonly from: number;
  readonly to: number;
  readonly value: JsonValue;
}

/** A key that an object has twice. */
export interface RepeatedEntry {
  /** Keys from the top. */
  readonly path: readonly string[];
  readonly first: JsonEntry;
  readonly last: JsonEntry;
}

/** What is wrong in a JSON file. */
export interface JsonProblem {
  readonly kind: 'syntax' | 'comment' | 'trailing comma' | 'nesting';
  /** What is wrong, such as "a comma is missing". */
  readonly reason: string;
  readonly from: number;
  readonly to: number;
}

/** A JSON file with places. */
export interface JsonDocument {
  /** `undefined` where the text is no JSON; its problem says why. */
  readonly value: JsonValue | undefined;
  readonly problems: readonly JsonProblem[];
  readonly repeats: readonly RepeatedEntry[];
}

/**
 * Reads JSON with the place of every key and value.
 *
 * Comments and trailing commas are problems and do no harm; of anything else that is no JSON the first is told, and
 * there is no value. A BOM is passed over, and counts. Objects inside each other beyond a hundred levels are refused:
 * no resource has them, and reading them takes stack.
 */
export function readJson(text: string): JsonDocument {
  const tooDeep = firstTooDeep(text);
  if (tooDeep !== undefined) {
    const reason = `objects are nested more than ${deepest} levels deep`;
    const problem: JsonProblem = { kind: 'nesting', reason, from: tooDeep, to: tooDeep + 1 };
    return { value: undefined, problems: [problem], repeats: [] };
  }
  const problems: JsonProblem[] = [];
  const repeats: RepeatedEntry[] = [];
  const open: OpenValue[] = [];
  let root: JsonValue | undefined;
  let fatal: JsonProblem | undefined;
  let key: Omit<JsonEntry, 'value'> | undefined;
  /** Where the comma stands that nothing has followed yet. */
  let comma: number | undefined;

  const begin = (kind: OpenValue['kind'], from: number): void => {
    open.push({ kind, from, key, entries: new Map() });
    key = undefined;
    comma = undefined;
  };
  const end = (to: number): void => {
    const closed = open.pop();
    if (closed === undefined) return;
    if (comma !== undefined) {
      problems.push({ kind: 'trailing comma', reason: trailingComma, from: comma, to: comma + 1 });
      comma = undefined;
    }
    key = closed.key;
    const { kind, from, entries } = closed;
    add({ kind, text: '', from, to, entries: [...entries.values()] });
  };
  const add = (value: JsonValue): void => {
    const inside = open.at(-1);
    if (inside === undefined) {
      root ??= value;
      return;
    }
    const own = key ?? { key: String(inside.entries.size), from: value.from, to: value.to };
    key = undefined;
    const entry: JsonEntry = { ...own, value };
    const first = inside.entries.get(entry.key);
    if (first !== undefined) {
      const path = [...open.flatMap((each) => each.key?.key ?? []), entry.key];
      repeats.push({ path, first, last: entry });
      // What repeats stands where it was last written.
      inside.entries.delete(entry.key);
    }
    inside.entries.set(entry.key, entry);
  };

  visit(
    text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text,
    {
      onObjectBegin: (offset) => begin('object', offset),
      onArrayBegin: (offset) => begin('list', offset),
      onObjectEnd: (offset, length) => end(offset + length),
      onArrayEnd: (offset, length) => end(offset + length),
      onObjectProperty: (name, offset, length) => {
        key = { key: name, from: offset, to: offset + length };
        comma = undefined;
      },
      onLiteralValue: (value: unknown, offset, length) => {
        comma = undefined;
        const kind = value === null ? 'null' : typeof value === 'string' ? 'text' : 'other';
        const own = typeof value === 'string' ? value : '';
        add({ kind, text: own, from: offset, to: offset + length, entries: [] });
      },
      onSeparator: (character, offset) => {
        if (character === ',') comma = offset;
      },
      onComment: (offset, length) =>
        problems.push({ kind: 'comment', reason: 'a comment', from: offset, to: offset + length }),
      onError: (code, offset, length) => {
        fatal ??= problemOf(text, code, offset, length);
      },
    },
    { disallowComments: false, allowTrailingComma: true },
  );

  if (fatal !== undefined) return { value: undefined, problems: [fatal], repeats: [] };
  return { value: root, problems, repeats };
}

interface OpenValue {
  readonly kind: 'object' | 'list';
  readonly from: number;
  readonly key: Omit<JsonEntry, 'value'> | undefined;
  readonly entries: Map<string, JsonEntry>;
}

const deepest = 100;

const openQuote = 'a text ends before this word, at a double quote that is not written `\\"`';
const trailingComma = 'a comma after the last entry';

/** Where braces and brackets outside strings are open too many at once. */
function firstTooDeep(text: string): number | undefined {
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\\n\r]|\\.)*"?|[[\]{}]/g)) {
    if (token === '{' || token === '[') depth++;
    else if (token === '}' || token === ']') depth--;
    if (depth > deepest) return index;
  }
  return undefined;
}

function problemOf(text: string, code: ParseErrorCode, offset: number, length: number): JsonProblem {
  const to = Math.min(offset + length, lineEndAfter(text, offset));
  const name = printParseErrorCode(code);
  const isBehindText = /"\s*$/.test(text.slice(Math.max(0, offset - 20), offset));
  const reason = name === 'InvalidSymbol' && isBehindText ? openQuote : (reasons[name] ?? 'this is no JSON');
  return { kind: 'syntax', reason, from: offset, to: Math.max(offset, to) };
}

function lineEndAfter(text: string, offset: number): number {
  const ends = ['\n', '\r'].map((end) => text.indexOf(end, offset)).filter((end) => end !== -1);
  return Math.min(text.length, ...ends);
}

const reasons: Readonly<Record<string, string>> = {
  InvalidSymbol: 'a word that is neither text in double quotes, number, true, false nor null',
  InvalidNumberFormat: 'a number that is none',
  PropertyNameExpected: 'a key in double quotes is missing',
  ValueExpected: 'a value is missing',
  ColonExpected: 'a colon is missing',
  CommaExpected: 'a comma is missing',
  CloseBraceExpected: 'a closing brace is missing',
  CloseBracketExpected: 'a closing bracket is missing',
  EndOfFileExpected: 'something follows after the end',
  UnexpectedEndOfComment: 'a comment is not closed',
  UnexpectedEndOfString: 'a text is not closed with a double quote',
  UnexpectedEndOfNumber: 'a number is cut off',
  InvalidUnicode: 'an escape `\\u` without four hexadecimal digits',
  InvalidEscapeCharacter: 'an escape that JSON does not have',
  InvalidCharacter: 'a control character inside a text',
};
