/** A text that is no TOML. */
export class TomlError extends Error {
  /** Offset of what cannot be read. */
  readonly at: number;
  /** Where it ends, as far as is known. */
  readonly end: number;

  constructor(message: string, at: number, end = at + 1) {
    super(message);
    this.at = at;
    this.end = end;
  }
}

/** A document of TOML: its values, and where the value of each top-level key stands. */
export interface TomlDocument {
  readonly data: Record<string, unknown>;
  readonly places: ReadonlyMap<string, { readonly start: number; readonly end: number }>;
}

/**
 * Reads TOML 1.0 (toml.io): tables, arrays of tables, dotted keys, strings of every kind, numbers, dates, arrays and
 * inline tables. Dates stay text, as in YAML. Throws a `TomlError` at the first thing that it cannot read.
 *
 * @example
 * readToml('title = "Add"\n[params]\nweight = 1_000').data // => { title: 'Add', params: { weight: 1000 } }
 */
export function readToml(source: string): TomlDocument {
  const reader = new TomlReader(source);
  reader.read();
  return reader;
}

type Table = Record<string, unknown>;

const bareKey = /[A-Za-z0-9_-]+/y;
const blanks = /[ \t]*/y;
const blanksAndLines = /(?:[ \t\r\n]|#[^\r\n]*)*/y;
const lineRest = /[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|$(?![\s\S]))/y;
const date =
  /\d{4}-\d{2}-\d{2}(?:[Tt ]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2})?)?|\d{2}:\d{2}:\d{2}(?:\.\d+)?/y;
const number =
  /[+-]?(?:0x[\dA-Fa-f_]+|0o[0-7_]+|0b[01_]+|inf|nan|(?:0|[1-9](?:_?\d)*)(?:\.\d(?:_?\d)*)?(?:[eE][+-]?\d(?:_?\d)*)?)(?![\w.-])/y;
const word = /(?:true|false)(?![\w.-])/y;
const escapes: ReadonlyMap<string, string> = new Map([
  ['b', '\b'],
  ['t', '\t'],
  ['n', '\n'],
  ['f', '\f'],
  ['r', '\r'],
  ['"', '"'],
  ['\\', '\\'],
]);
/** Values nested deeper than this are no front matter. */
const deepest = 100;

class TomlReader implements TomlDocument {
  readonly data: Table = {};
  readonly places = new Map<string, { start: number; end: number }>();
  readonly #source: string;
  #at = 0;
  #depth = 0;

  constructor(source: string) {
    this.#source = source;
  }

  read(): void {
    let table = this.data;
    for (this.#skip(blanksAndLines); this.#at < this.#source.length; this.#skip(blanksAndLines)) {
      if (this.#source[this.#at] === '[') table = this.#readHeader();
      else this.#readPair(table, table === this.data);
      if (this.#take(lineRest) !== undefined) continue;
      this.#skip(blanks);
      this.#fail('Expected the end of the line');
    }
  }

  #readHeader(): Table {
    const start = this.#at;
    const isArray = this.#source.startsWith('[[', start);
    this.#at += isArray ? 2 : 1;
    const path = this.#readPath();
    this.#skip(blanks);
    if (!this.#source.startsWith(isArray ? ']]' : ']', this.#at))
      this.#fail(`Expected \`${isArray ? ']]' : ']'}\``);
    this.#at += isArray ? 2 : 1;
    const [first = ''] = path;
    if (!this.places.has(first)) this.places.set(first, { start, end: this.#at });
    const parent = this.#tableAt(this.data, path.slice(0, -1), start);
    const last = path.at(-1) ?? '';
    if (!isArray) return this.#tableAt(parent, [last], start);
    const list = own(parent, last) ?? [];
    if (!Array.isArray(list)) this.#fail(`\`${last}\` is no list of tables`, start);
    const table: Table = {};
    (list as unknown[]).push(table);
    define(parent, last, list);
    return table;
  }

  #readPair(table: Table, isTop: boolean): void {
    const start = this.#at;
    const path = this.#readPath();
    this.#skip(blanks);
    if (this.#source[this.#at] !== '=') this.#fail('Expected `field = value`', start, this.#lineEnd());
    this.#at += 1;
    this.#skip(blanks);
    const valueStart = this.#at;
    const value = this.#readValue();
    const last = path.at(-1) ?? '';
    const holder = this.#tableAt(table, path.slice(0, -1), start);
    if (own(holder, last) !== undefined) this.#fail(`\`${last}\` is given twice`, start, valueStart);
    define(holder, last, value);
    const [first = ''] = path;
    if (isTop && !this.places.has(first)) this.places.set(first, { start: valueStart, end: this.#at });
  }

  #readPath(): string[] {
    const path: string[] = [];
    do {
      if (path.length > 0) this.#at += 1;
      this.#skip(blanks);
      const sign = this.#source[this.#at];
      if (sign === '"' || sign === "'") path.push(this.#readString(sign));
      else
        path.push(this.#take(bareKey) ?? this.#fail('Expected `field = value`', this.#at, this.#lineEnd()));
      this.#skip(blanks);
    } while (this.#source[this.#at] === '.');
    return path;
  }

  #tableAt(table: Table, path: readonly string[], start: number): Table {
    let at = table;
    for (const key of path) {
      const next = own(at, key) ?? define(at, key, {});
      const inner: unknown = Array.isArray(next) ? next.at(-1) : next;
      if (typeof inner !== 'object' || inner === null) this.#fail(`\`${key}\` is no table`, start);
      at = inner as Table;
    }
    return at;
  }

  #readValue(): unknown {
    const sign = this.#source[this.#at];
    if (sign === '"' || sign === "'") return this.#readString(sign);
    if (sign === '[' || sign === '{') {
      if (this.#depth >= deepest) this.#fail('Values are nested too deep');
      this.#depth += 1;
      const value = sign === '[' ? this.#readArray() : this.#readInlineTable();
      this.#depth -= 1;
      return value;
    }
    const plain = this.#take(date);
    if (plain !== undefined) return plain;
    const truth = this.#take(word);
    if (truth !== undefined) return truth === 'true';
    const digits = this.#take(number);
    if (digits !== undefined) return numberOf(digits);
    return this.#fail('Expected a value', this.#at, this.#lineEnd());
  }

  #readArray(): unknown[] {
    const start = this.#at;
    this.#at += 1;
    const values: unknown[] = [];
    for (this.#skip(blanksAndLines); this.#source[this.#at] !== ']'; this.#skip(blanksAndLines)) {
      if (this.#at >= this.#source.length) this.#fail('The list is never closed', start);
      values.push(this.#readValue());
      this.#skip(blanksAndLines);
      if (this.#source[this.#at] === ',') this.#at += 1;
      else if (this.#source[this.#at] !== ']' && this.#at < this.#source.length)
        this.#fail('Expected `,` or `]`');
    }
    this.#at += 1;
    return values;
  }

  #readInlineTable(): Table {
    this.#at += 1;
    const table: Table = {};
    for (this.#skip(blanks); this.#source[this.#at] !== '}'; this.#skip(blanks)) {
      this.#readPair(table, false);
      this.#skip(blanks);
      if (this.#source[this.#at] === ',') this.#at += 1;
      else if (this.#source[this.#at] !== '}') this.#fail('Expected `,` or `}`');
    }
    this.#at += 1;
    return table;
  }

  #readString(sign: string): string {
    const start = this.#at;
    const isLong = this.#source.startsWith(sign.repeat(3), start);
    const delimiter = isLong ? sign.repeat(3) : sign;
    this.#at += delimiter.length;
    if (isLong) this.#skip(/(?:\r\n|\n)?/y);
    let value = '';
    while (!this.#source.startsWith(delimiter, this.#at)) {
      const unit = this.#source[this.#at];
      if (unit === undefined || (!isLong && (unit === '\n' || unit === '\r')))
        this.#fail('The text is never closed', start, this.#at);
      if (unit === '\\' && sign === '"') value += this.#readEscape(isLong);
      else {
        value += unit;
        this.#at += 1;
      }
    }
    this.#at += delimiter.length;
    // Quotation marks may stand right before the closing ones.
    return isLong ? value + (this.#take(/["']{0,2}/y) ?? '') : value;
  }

  #readEscape(isLong: boolean): string {
    const start = this.#at;
    if (isLong && this.#take(/\\[ \t]*(?:\r\n|\n)[ \t\r\n]*/y) !== undefined) return '';
    const code = this.#take(/\\u[\dA-Fa-f]{4}|\\U[\dA-Fa-f]{8}/y);
    if (code !== undefined) {
      const point = Number.parseInt(code.slice(2), 16);
      return point > 0x10ffff ? this.#fail('No such character', start) : String.fromCodePoint(point);
    }
    this.#at += 2;
    const sign = escapes.get(this.#source[start + 1] ?? '');
    return sign ?? this.#fail('No such escape', start, start + 2);
  }

  #skip(pattern: RegExp): void {
    this.#take(pattern);
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#source);
    if (match === null) return undefined;
    this.#at = pattern.lastIndex;
    return match[0];
  }

  #lineEnd(): number {
    const end = this.#source.slice(this.#at).search(/[\r\n]/);
    return end === -1 ? this.#source.length : this.#at + end;
  }

  #fail(message: string, at = this.#at, end = at + 1): never {
    throw new TomlError(message, at, end);
  }
}

/** A value under a name that no table inherits, such as `constructor`. */
function own(table: Table, key: string): unknown {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

function define(table: Table, key: string, value: unknown): unknown {
  Object.defineProperty(table, key, { value, writable: true, enumerable: true, configurable: true });
  return value;
}

function numberOf(digits: string): number {
  const plain = digits.replaceAll('_', '');
  const sign = plain.startsWith('-') ? -1 : 1;
  const unsigned = plain.replace(/^[+-]/, '');
  if (unsigned === 'inf') return sign * Number.POSITIVE_INFINITY;
  return sign * Number(unsigned === 'nan' ? Number.NaN : unsigned);
}
