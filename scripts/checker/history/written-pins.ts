import { readFrontMatter } from '../../../src/domain/document/front-matter.ts';
import { indexLines } from '../../../src/domain/document/line-index.ts';
import type { FrontMatter, Span } from '../../../src/domain/document/page-document.ts';
import type { RevisionSettings } from '../config/revision-settings.ts';
import { outlineOf, proseLines } from './page-outline.ts';

/** A pin as it stands in a page. */
export interface WrittenPin {
  readonly value: string;
  /** Of the value. */
  readonly span: Span;
  readonly isInComment: boolean;
}

/** The pin of one section. */
export interface WrittenSectionPin extends WrittenPin {
  /** Which of the page's headings it belongs to, from 0. */
  readonly heading: number;
}

/** The pins of a page. */
export interface WrittenPins {
  /** `undefined` where the page as a whole has none. */
  readonly page: WrittenPin | undefined;
  /** In the order of the page. */
  readonly sections: readonly WrittenSectionPin[];
}

/**
 * The pins that a page holds: in its front matter, and in comments.
 *
 * A comment in a heading, or in the lines right below one, is the pin of that section; above the second heading, or below the
 * page's title, it is the page's. Where front matter and a comment both speak of the page, the front matter counts.
 */
export function readWrittenPins(text: string, settings: RevisionSettings): WrittenPins {
  const inFrontMatter =
    settings.frontMatter === undefined ? undefined : pinInFrontMatter(text, settings.frontMatter);
  const { page, sections } = commentPins(text, settings.comment);
  return { page: inFrontMatter ?? page, sections };
}

/** A field of a page's front matter by its key, as text; `a.b` is that key, or the key `b` below `a`. */
export function pinInFrontMatter(text: string, key: string): WrittenPin | undefined {
  const last = key.slice(key.lastIndexOf('.') + 1);
  if (!text.includes(last)) return undefined;
  const lines = indexLines(text);
  const { frontMatter } = readFrontMatter(text, lines);
  if (frontMatter === undefined) return undefined;
  const found = fieldAt(frontMatter.data, key);
  if (found === undefined || typeof found.value === 'object') return undefined;
  const { start, end } = frontMatter.valueSpans.get(found.top) ?? frontMatter.span;
  const isTop = found.top === key;
  // The place of a table of TOML is its heading; its fields stand below.
  const within = text.slice(
    start.offset,
    isTop ? end.offset : Math.max(end.offset, frontMatter.span.end.offset),
  );
  const nested = isTop ? undefined : lastFieldIn(within, last);
  const [from, to] = nested ?? [0, end.offset - start.offset];
  const value =
    // YAML takes an id of digits alone for a number, and would drop its zeros.
    typeof found.value === 'number' && (isTop ? frontMatter.valueSpans.has(key) : nested !== undefined)
      ? within.slice(from, to)
      : String(found.value);
  return {
    value: value.trim(),
    span: lines.spanOf(start.offset + from, start.offset + to),
    isInComment: false,
  };
}

interface Field {
  /** Key of the front matter that holds it. */
  readonly top: string;
  readonly value: string | number | boolean | object;
}

function fieldAt(data: FrontMatter['data'], key: string, top = key): Field | undefined {
  const whole = data[key];
  if (typeof whole === 'string' || typeof whole === 'number' || typeof whole === 'boolean') {
    return { top, value: whole };
  }
  for (let dot = key.indexOf('.'); dot !== -1; dot = key.indexOf('.', dot + 1)) {
    const inner = data[key.slice(0, dot)];
    if (!isRecord(inner)) continue;
    const found = fieldAt(inner, key.slice(dot + 1), top === key ? key.slice(0, dot) : top);
    if (found !== undefined) return { ...found, top: top === key ? key.slice(0, dot) : top };
  }
  return undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Where the value of a nested field stands, without its quotes. */
function lastFieldIn(source: string, key: string): readonly [number, number] | undefined {
  const name = key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const field = new RegExp(`(?:^|[\\s{,."'])${name}["']?[ \\t]*[:=][ \\t]*["']?([^\\s"',#}]+)`, 'd');
  return field.exec(source)?.indices?.[1];
}

/** Comments of HTML and of MDX, and the link definition to nowhere that Markdown has instead. */
const comment =
  /<!--([\s\S]*?)-->|\{\/\*([\s\S]*?)\*\/\}|^\[[^\]]*\]:[ \t]*(?:#|<>)[ \t]*["'(](.*)["')][ \t]*$/dgm;

function commentPins(text: string, word: string | undefined): WrittenPins {
  if (word === undefined || !text.includes(word)) return { page: undefined, sections: [] };
  const name = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const said = new RegExp(`(?:^|[\\s|;,])${name}[ \\t]*[:=][ \\t]*["']?([^\\s"'|;]+)`, 'd');
  const prose = [...proseLines(text)];
  const isProse = (offset: number): boolean =>
    prose.some((line) => line.start <= offset && offset < line.start + line.text.length);
  const lines = indexLines(text);
  const headings = outlineOf(text);
  let page: WrittenPin | undefined;
  const sections: WrittenSectionPin[] = [];
  for (const match of text.matchAll(comment)) {
    const start = match.indices?.[1] ?? match.indices?.[2] ?? match.indices?.[3];
    const inside = match[1] ?? match[2] ?? match[3] ?? '';
    const found = said.exec(inside)?.indices?.[1];
    if (start === undefined || found === undefined) continue;
    if (!isProse(match.index) || isInCode(text, match.index)) continue;
    const span = lines.spanOf(start[0] + found[0], start[0] + found[1]);
    const pin = { value: inside.slice(...found), span, isInComment: true };
    const heading = headings.findLastIndex((each) => each.start <= match.index);
    const below = headings[heading];
    const isAtHeading =
      below !== undefined &&
      (match.index < below.headingEnd || isBlank(text.slice(below.headingEnd, match.index)));
    const isTitle = heading === 0 && below?.level === 1;
    if (isAtHeading && !isTitle) sections.push({ ...pin, heading });
    else if (heading <= 0) page ??= pin;
  }
  return { page, sections };
}

/** Other comments may stand between a heading and its pin. */
function isBlank(text: string): boolean {
  return text.replace(comment, '').trim() === '';
}

/** Whether an odd number of backticks stands before it in its line. */
function isInCode(text: string, offset: number): boolean {
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  return (text.slice(lineStart, offset).split('`').length - 1) % 2 === 1;
}
