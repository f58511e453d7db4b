import { isMap, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { LineIndex } from './line-index.ts';
import type { FrontMatter, ParseProblem, Span } from './page-document.ts';

/** The front matter of a page, what is wrong with it, and where the page itself begins. */
export interface FrontMatterReading {
  readonly frontMatter: FrontMatter | undefined;
  readonly problems: readonly ParseProblem[];
  /** Offset of the first line after the front matter. */
  readonly bodyStart: number;
}

/**
 * Reads YAML (`---`) or TOML (`+++`) above a page.
 *
 * It is read before Markdown, which would take `title: A` above `---` for a heading. Front matter that is not
 * closed ends before the first line that cannot belong to it, so that the page is still read.
 */
export function readFrontMatter(text: string, lines: LineIndex): FrontMatterReading {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const opening = /(---|\+\+\+)[ \t]*(?:\r\n|\n|\r|$)/y;
  opening.lastIndex = start;
  const opened = opening.exec(text);
  if (opened === null) return { frontMatter: undefined, problems: [], bodyStart: start };
  const fence = opened[1] ?? '---';
  const contentStart = start + opened[0].length;
  const closing = closingFence(text, contentStart, fence);
  if (closing === undefined) return readUnclosed(text, lines, start, contentStart, fence);
  const read = fence === '---' ? readYaml : readToml;
  const { data, valueSpans, problems } = read(text.slice(contentStart, closing.start), contentStart, lines);
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
  const read = fence === '---' ? readYaml : readToml;
  const { data, valueSpans, problems } = read(text.slice(contentStart, end), contentStart, lines);
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

function readYaml(source: string, base: number, lines: LineIndex): Fields {
  const fields: Fields = { data: {}, valueSpans: new Map(), problems: [] };
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

/** Reads the top-level fields of TOML whose values stand on one line; tables are left unread. */
function readToml(source: string, base: number, lines: LineIndex): Fields {
  const fields: Fields = { data: {}, valueSpans: new Map(), problems: [] };
  for (const line of source.matchAll(/^([^\r\n]*)/gm)) {
    const whole = line[0];
    if (/^\s*\[/.test(whole)) break;
    const match = /^(\s*([\w.-]+|"[^"]*")\s*=\s*)(\S.*?)\s*$/.exec(whole);
    if (match === null) {
      if (/^\s*(?:#|$)/.test(whole)) continue;
      const span = lines.spanOf(base + line.index, base + line.index + whole.length);
      fields.problems.push({
        kind: 'front-matter',
        message: 'The front matter has a line that is not `field = value`',
        span,
      });
      continue;
    }
    const [, before = '', key = '', value = ''] = match;
    const from = base + line.index + before.length;
    fields.valueSpans.set(key.replaceAll('"', ''), lines.spanOf(from, from + value.length));
    fields.data[key.replaceAll('"', '')] = tomlValueOf(value);
  }
  return fields;
}

function tomlValueOf(value: string): unknown {
  const literal = /^'([^']*)'$/.exec(value);
  if (literal !== null) return literal[1];
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function oneLine(message: string): string {
  return message.replace(/\s+/g, ' ').replace(/\.$/, '').trim();
}
