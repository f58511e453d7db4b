import { readFrontMatter } from '../../../src/domain/document/front-matter.ts';
import { indexLines } from '../../../src/domain/document/line-index.ts';

/** A heading, and what stands below it. */
export interface OutlineSection {
  /** 1 to 6. */
  readonly level: number;
  /** As `{#id}`, an MDX comment or an `<a>` in the heading gives it. */
  readonly id: string | undefined;
  /** Offset at which the heading's line begins. */
  readonly start: number;
  /** Offset after the heading. */
  readonly headingEnd: number;
  /** Offset after the section, the sections below it included. */
  readonly end: number;
}

/** A line outside front matter and fenced code. */
export interface ProseLine {
  readonly start: number;
  readonly text: string;
}

/** Lines of a page outside front matter and fenced code, in whichever dialect. */
export function* proseLines(text: string): Iterable<ProseLine> {
  const { bodyStart } = readFrontMatter(text, indexLines(text));
  let fence: string | undefined;
  for (const { 0: line, index } of text.slice(bodyStart).matchAll(/[^\r\n]*(?:\r\n|\n|\r|$)/g)) {
    const content = line.replace(/[\r\n]+$/, '');
    const mark = /^[ \t>]*(?:[-*+]|\d+[.)])?[ \t]*(`{3,}|~{3,})/.exec(content)?.[1];
    if (fence === undefined && mark !== undefined) fence = mark;
    else if (fence !== undefined) {
      if (mark?.startsWith(fence) === true && /^[ \t>]*[`~]+[ \t]*$/.test(content)) fence = undefined;
    } else if (content !== '') yield { start: bodyStart + index, text: content };
  }
}

/** The sections of a page in the order of their headings, which begin with `#`. */
export function outlineOf(text: string): readonly OutlineSection[] {
  const headings = [...proseLines(text)].flatMap(({ start, text: line }) => {
    const marks = /^ {0,3}(#{1,6})(?=[ \t]|$)/.exec(line)?.[1];
    return marks === undefined
      ? []
      : [{ level: marks.length, id: idIn(line), start, headingEnd: start + line.length }];
  });
  return headings.map((heading, at) => {
    const next = headings.slice(at + 1).find(({ level }) => level <= heading.level);
    return { ...heading, end: next?.start ?? text.length };
  });
}

function idIn(line: string): string | undefined {
  const match = /\{(?:\/\*\s*)?#([^\s}*]+)|<a\s[^>]*(?:id|name)=["']?([^"'\s>]+)/.exec(line);
  return match?.[1] ?? match?.[2];
}
