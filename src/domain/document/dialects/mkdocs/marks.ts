import type { Mark } from '../dialect-reader.ts';

const attributeListOrInclude =
  /[ \t]{0,20}\{:?[ \t]{0,20}((?:[#.][\w:.-]{1,200}|[\w-]{1,50}=(?:"[^"\n]{0,200}"|[^\s"{}]{1,200}))(?:[ \t]{1,20}[^\s{}]{1,200}){0,20})[ \t]{0,20}\}|\{\*[ \t]([^\n{}]{1,500})\*\}|\{!>?[ \t]*([^\n{}!]{1,500}?)[ \t]*!\}/y;
const snippetLine = /^[ \t]*-{1,8}8<-{1,8}(?:[ \t]+["']([^"'\n]{1,500})["'])?[ \t]*$/gm;

const macro = /\{\{[^{}\n]{1,300}\}\}|\{%[^%\n]{1,300}%\}/g;

// What mkdocstrings puts in from the code: `::: package.module`, its settings indented below.
const apiReference = /^[ \t]*::: ?([A-Za-z_][\w.]{0,300})[ \t]*(?=[\r\n]|$)(?:(?:\r\n|\n|\r)[ \t]{4,}.*)*/gm;

/**
 * What Python-Markdown tak out of running text: attribute lists (`{ #id .class }`), included files of
 * markdown-include, mdx-include and PyMdown's Snippets, and `[TOC]`; what mkdocstrings and mkdocs-macros put in.
 */
export function findMkdocsMarks(source: string): Mark[] {
  const marks: Mark[] = [];
  if (source.includes('{')) marks.push(...outsideCode(source, [...bracesIn(source), ...macrosIn(source)]));
  if (source.includes('8<')) marks.push(...snippetsIn(source));
  if (source.includes(':::')) marks.push(...referencesIn(source));
  if (source.startsWith('[TOC]') && source.trimEnd() === '[TOC]')
    marks.push({ start: 0, end: 5, component: { name: 'toc', text: 'toc' } });
  return marks.length < 2 ? marks : withoutOverlaps(marks);
}

function withoutOverlaps(marks: readonly Mark[]): Mark[] {
  let end = 0;
  return marks
    .toSorted((one, other) => one.start - other.start)
    .filter((mark) => {
      if (mark.start < end) return false;
      end = mark.end;
      return true;
    });
}

/** Code shows its braces. */
function outsideCode(source: string, marks: readonly Mark[]): readonly Mark[] {
  if (marks.length === 0 || !source.includes('`')) return marks;
  const codes = [...source.matchAll(/(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)/gs)].map(({ 0: code, index }) => ({
    start: index,
    end: index + code.length,
  }));
  let next = 0;
  return marks
    .toSorted((one, other) => one.start - other.start)
    .filter(({ start }) => {
      while ((codes[next]?.end ?? source.length) <= start && next < codes.length) next += 1;
      return start < (codes[next]?.start ?? source.length);
    });
}

/** Variables and instructions of mkdocs-macros: `{{ name }}`, `{% include 'file' %}`. */
function macrosIn(source: string): Mark[] {
  if (!source.includes('{{') && !source.includes('{%')) return [];
  return [...source.matchAll(macro)].map(({ 0: whole, index }) => ({
    start: index,
    end: index + whole.length,
    component: { name: 'macro', text: whole.replaceAll(/\s+/g, ' ') },
  }));
}

function bracesIn(source: string): Mark[] {
  const marks: Mark[] = [];
  for (let brace = source.indexOf('{'); brace !== -1; ) {
    const match = markAt(source, brace, marks.at(-1)?.end ?? 0);
    if (match !== null) marks.push(markOf(match));
    brace = source.indexOf('{', match === null ? brace + 1 : match.index + match[0].length);
  }
  return marks;
}

/** What begins with a brace, or with white space before it that reaches back to `from` at most. */
function markAt(source: string, brace: number, from: number): RegExpExecArray | null {
  let start = brace;
  while (start > from && brace - start < 20 && ' \t'.includes(source.charAt(start - 1))) start -= 1;
  attributeListOrInclude.lastIndex = start;
  const match = attributeListOrInclude.exec(source);
  if (match !== null || start === brace) return match;
  attributeListOrInclude.lastIndex = brace;
  return attributeListOrInclude.exec(source);
}

function markOf(match: RegExpExecArray): Mark {
  const place = { start: match.index, end: match.index + match[0].length };
  const target = match[2] ?? match[3];
  if (target !== undefined)
    return { ...place, component: { name: 'include', text: `include ${target.trim()}` } };
  const id = /(?:^|\s)#([\w:.-]+)/.exec(match[1] ?? '')?.[1];
  return id === undefined ? place : { ...place, anchor: id };
}

/** `--8<-- "file"`, or file names between two lines `--8<--`. */
function snippetsIn(source: string): Mark[] {
  const marks: Mark[] = [];
  let opening: RegExpExecArray | undefined;
  for (const match of source.matchAll(snippetLine)) {
    const end = match.index + match[0].length;
    if (match[1] !== undefined) marks.push(includeOf(match[1], match.index, end));
    else if (opening === undefined) opening = match;
    else {
      const names = source.slice(opening.index + opening[0].length, match.index).trim();
      marks.push(includeOf(names.replaceAll(/\s+/g, ' '), opening.index, end));
      opening = undefined;
    }
  }
  return marks;
}

function includeOf(target: string, start: number, end: number): Mark {
  return { start, end, component: { name: 'include', text: `include ${target}` } };
}

function referencesIn(source: string): Mark[] {
  return [...source.matchAll(apiReference)].map(({ 0: whole, 1: name = '', index }) => ({
    start: index,
    end: index + whole.length,
    component: { name: 'api', text: `api ${name}` },
  }));
}
