import { isMap, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { LineIndex } from './line-index.ts';
import type { FrontMatter, ParseProblem, Span } from './page-document.ts';
import { readPlainFields } from './plain-fields.ts';
import { readToml, type TomlDocument, TomlError } from './toml.ts';

/** The front matter of a page, what is wrong with it, and where the page itself begins. */
export interface FrontMatterReading {
  readonly frontMatter: FrontMatter | undefined;
  readonly problems: readonly ParseProblem[];
  /** Offset of the first line after the front matter. */
  readonly bodyStart: number;
}

/**
 * Reads YAML (`---`), TOML (`+++`) or JSON (`{`) above a page.
 *
 * It is read before Markdown, which would take `title: A` above `---` for a heading. Front matter that is not
 * closed ends before the first line that cannot belong to it, so that the page is still read.
 */
export function readFrontMatter(text: string, lines: LineIndex): FrontMatterReading {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  if (/^\{\s*"/.test(text.slice(start, start + 1000))) {
    const json = readJson(text, lines, start);
    if (json !== undefined) return json;
  }
  const opening = /(---|\+\+\+)[ \t]*(?:\r\n|\n|\r|$)/y;
  opening.lastIndex = start;
  const opened = opening.exec(text);
  if (opened === null) return { frontMatter: undefined, problems: [], bodyStart: start };
  const fence = opened[1] ?? '---';
  const contentStart = start + opened[0].length;
  const closing = closingFence(text, contentStart, fence);
  if (closing === undefined) return readUnclosed(text, lines, start, contentStart, fence);
  const { data, valueSpans, problems } = readFields(
    fence,
    text.slice(contentStart, closing.start),
    contentStart,
    lines,
  );
  const frontMatter = { data, valueSpans, span: lines.spanOf(start, closing.end) };
  return { frontMatter, problems, bodyStart: closing.next };
}

/** The page with white space instead of its front matter, so that every offset stays what it is in the file. */
export function blankFrontMatter(text: string, bodyStart: number): string {
  return text.slice(0, bodyStart).replace(/[^\r\n\uFEFF]/g, ' ') + text.slice(bodyStart);
}

interface Closing {
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

function closingFence(text: string, from: number, fence: string): Closing | undefined {
  const line =
    fence === '---' ? /^---[ \t]*(\r\n|\n|\r|$(?![\s\S]))/gm : /^\+\+\+[ \t]*(\r\n|\n|\r|$(?![\s\S]))/gm;
  line.lastIndex = from;
  const match = line.exec(text);
  if (match === null) return undefined;
  return { start: match.index, end: match.index + fence.length, next: match.index + match[0].length };
}

function readUnclosed(
  text: string,
  lines: LineIndex,
  start: number,
  contentStart: number,
  fence: string,
): FrontMatterReading {
  const field =
    fence === '---'
      ? /[\w.-]+[ \t]*:(?:[ \t][^\r\n]*)?(?:\r\n|\n|\r|$)|[ \t]+\S[^\r\n]*(?:\r\n|\n|\r|$)|-[ \t][^\r\n]*(?:\r\n|\n|\r|$)/y
      : /[\w.-]+[ \t]*=[^\r\n]*(?:\r\n|\n|\r|$)/y;
  let end = contentStart;
  field.lastIndex = end;
  while (end < text.length && field.test(text)) end = field.lastIndex;
  // A line of dashes with nothing like a field below it is a divider.
  if (end === contentStart) return { frontMatter: undefined, problems: [], bodyStart: start };
  const { data, valueSpans, problems } = readFields(
    fence,
    text.slice(contentStart, end),
    contentStart,
    lines,
  );
  const opening = lines.spanOf(start, start + fence.length);
  const message = `The front matter opens with \`${fence}\` but is never closed: put a line \`${fence}\` below its last field`;
  return {
    frontMatter: { data, valueSpans, span: lines.spanOf(start, end) },
    problems: [{ kind: 'front-matter', message, span: opening }, ...problems],
    bodyStart: end,
  };
}

interface Fields {
  readonly data: Record<string, unknown>;
  readonly valueSpans: Map<string, Span>;
  readonly problems: ParseProblem[];
}

/** A page's fields are few: what is longer is data, and would take the YAML parser seconds. */
const longestFrontMatter = 200_000;

function readFields(fence: string, source: string, base: number, lines: LineIndex): Fields {
  if (source.length <= longestFrontMatter)
    return fence === '---' ? readYaml(source, base, lines) : readTomlFields(source, base, lines);
  const message = `The front matter is longer than ${longestFrontMatter} characters, it is not read`;
  const span = lines.spanOf(base, base + source.length);
  return { data: {}, valueSpans: new Map(), problems: [{ kind: 'front-matter', message, span }] };
}

function readYaml(source: string, base: number, lines: LineIndex): Fields {
  const fields: Fields = { data: {}, valueSpans: new Map(), problems: [] };
  const plain = readPlainFields(source);
  if (plain !== undefined) {
    for (const { key, value, from, to } of plain) {
      fields.data[key] = value;
      fields.valueSpans.set(key, lines.spanOf(base + from, base + to));
    }
    return fields;
  }
  const report = (message: string, from: number, to: number): void => {
    fields.problems.push({ kind: 'front-matter', message, span: lines.spanOf(base + from, base + to) });
  };
  try {
    const document = parseDocument(source, {
      prettyErrors: false,
      lineCounter: new LineCounter(),
      logLevel: 'silent',
      // The parser would hold every key against every other.
      uniqueKeys: false,
    });
    const repeated = repeatedKey(document.contents);
    const first = document.errors[0];
    // The first error is the fault; those after it are what it leads to.
    if (first !== undefined && (repeated === undefined || first.pos[0] < repeated))
      report(`The front matter is not valid YAML: ${oneLine(first.message)}`, ...first.pos);
    else if (repeated !== undefined)
      report('The front matter is not valid YAML: Map keys must be unique', repeated, repeated + 1);
    if (!isMap(document.contents)) {
      if (document.contents !== null && document.errors.length === 0) {
        report('The front matter is not a list of `field: value` lines', 0, source.trimEnd().length);
      }
      return fields;
    }
    for (const { key, value } of document.contents.items) {
      if (!isScalar(key)) continue;
      const range = rangeOf(value) ?? rangeOf(key);
      if (range === undefined) continue;
      const from = value === null ? range[1] : range[0];
      const to = from + source.slice(from, range[1]).trimEnd().length;
      fields.valueSpans.set(String(key.value), lines.spanOf(base + from, base + to));
    }
    const data: unknown = document.toJS();
    if (typeof data === 'object' && data !== null) Object.assign(fields.data, data);
  } catch (error) {
    // Aliases without end, or nesting deeper than the stack.
    report(`The front matter could not be read: ${oneLine(String(error))}`, 0, source.trimEnd().length);
  }
  return fields;
}

/** Where the first key that its map has twice starts. */
function repeatedKey(contents: unknown): number | undefined {
  let first: number | undefined;
  visit(isNode(contents) ? contents : null, {
    Map: (_, { items }) => {
      const known = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        const at = known.has(key.value) ? key.range?.[0] : undefined;
        if (at !== undefined) first = Math.min(first ?? at, at);
        known.add(key.value);
      }
    },
  });
  return first;
}

function rangeOf(node: unknown): readonly [number, number] | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range))
    return undefined;
  const [start, end]: unknown[] = node.range;
  return typeof start === 'number' && typeof end === 'number' ? [start, end] : undefined;
}

function readTomlFields(source: string, base: number, lines: LineIndex): Fields {
  try {
    const { data, places } = readToml(source);
    return { data, valueSpans: spansOf(places, base, lines), problems: [] };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const message = `The front matter is not valid TOML: ${oneLine(error.message)}`;
    const span = lines.spanOf(base + error.at, base + Math.min(error.end, source.length));
    return { ...readTomlLines(source, base, lines), problems: [{ kind: 'front-matter', message, span }] };
  }
}

/** The fields above the first table that stand on one line each, of TOML that cannot be read as a whole. */
function readTomlLines(source: string, base: number, lines: LineIndex): Omit<Fields, 'problems'> {
  const data: Record<string, unknown> = {};
  const valueSpans = new Map<string, Span>();
  for (const { 0: line, index } of source.matchAll(/^[^\r\n]+/gm)) {
    if (/^\s*\[/.test(line)) break;
    try {
      const fields = readToml(line);
      for (const [key, span] of spansOf(fields.places, base + index, lines)) {
        if (valueSpans.has(key)) continue;
        valueSpans.set(key, span);
        data[key] = fields.data[key];
      }
    } catch (error) {
      if (!(error instanceof TomlError)) throw error;
    }
  }
  return { data, valueSpans };
}

function spansOf(places: TomlDocument['places'], base: number, lines: LineIndex): Map<string, Span> {
  return new Map(
    Array.from(places, ([key, { start, end }]) => [key, lines.spanOf(base + start, base + end)]),
  );
}

/** The JSON object that a page begins with, as Hugo allows. */
function readJson(text: string, lines: LineIndex, start: number): FrontMatterReading | undefined {
  const end = endOfObject(text, start);
  if (end === undefined) return undefined;
  const source = text.slice(start, end);
  try {
    JSON.parse(source);
  } catch {
    return undefined;
  }
  // JSON is YAML, which knows the places.
  const { data, valueSpans, problems } = readFields('---', source, start, lines);
  const next = /^[ \t]*(?:\r\n|\n|\r)?/.exec(text.slice(end))?.[0].length ?? 0;
  return {
    frontMatter: { data, valueSpans, span: lines.spanOf(start, end) },
    problems,
    bodyStart: end + next,
  };
}

function endOfObject(text: string, start: number): number | undefined {
  let depth = 0;
  const signs = /"(?:[^"\\\r\n]|\\.)*"|[{}]/g;
  signs.lastIndex = start;
  for (let match = signs.exec(text); match !== null; match = signs.exec(text)) {
    if (match[0] === '{') depth += 1;
    if (match[0] === '}') depth -= 1;
    if (depth === 0) return signs.lastIndex;
  }
  return undefined;
}

function oneLine(message: string): string {
  return message.replace(/\s+/g, ' ').replace(/\.$/, '').trim();
}
