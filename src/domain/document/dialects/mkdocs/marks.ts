import type { Mark } from '../dialect-reader.ts';

const attributeListOrInclude =
  /[ \t]{0,20}\{:?[ \t]{0,20}((?:[#.][\w:.-]{1,200}|[\w-]{1,50}=(?:"[^"\n]{0,200}"|[^\s"{}]{1,200}))(?:[ \t]{1,20}[^\s{}]{1,200}){0,20})[ \t]{0,20}\}|\{\*[ \t]([^\n{}]{1,500})\*\}|\{!>?[ \t]*([^\n{}!]{1,500}?)[ \t]*!\}/g;
const snippet =
  /^[ \t]*-{1,8}8<-{1,8}(?:[ \t]+["']([^"'\n]{1,500})["'][ \t]*$|[ \t]*\r?\n((?:.{0,500}\r?\n){1,50}?)[ \t]*-{1,8}8<-{1,8}[ \t]*$)/gm;

// What mkdocstrings puts in from the code: `::: package.module`, its settings indented below.
const apiReference = /^[ \t]*::: ?([A-Za-z_][\w.]{0,300})[ \t]*(?=[\r\n]|$)(?:(?:\r\n|\n|\r)[ \t]{4,}.*)*/gm;

/**
 * What Python-Markdown tak out of running text: attribute lists (`{ #id .class }`), included files of
 * markdown-include, mdx-include and PyMdown's Snippets, and `[TOC]`; and what mkdocstrings does.
 */
export function findMkdocsMarks(source: string): Mark[] {
  const marks: Mark[] = [];
  if (source.includes('{')) marks.push(...bracesIn(source));
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

function bracesIn(source: string): Mark[] {
  return [...source.matchAll(attributeListOrInclude)].map((match) => {
    const place = { start: match.index, end: match.index + match[0].length };
    const target = match[2] ?? match[3];
    if (target !== undefined)
      return { ...place, component: { name: 'include', text: `include ${target.trim()}` } };
    const id = /(?:^|\s)#([\w:.-]+)/.exec(match[1] ?? '')?.[1];
    return id === undefined ? place : { ...place, anchor: id };
  });
}

function snippetsIn(source: string): Mark[] {
  return [...source.matchAll(snippet)].map((match) => {
    const targets = (match[1] ?? match[2] ?? '').trim().split(/\s*\n\s*/);
    return {
      start: match.index,
      end: match.index + match[0].length,
      component: { name: 'include', text: `include ${targets.join(' ')}` },
    };
  });
}

function referencesIn(source: string): Mark[] {
  return [...source.matchAll(apiReference)].map(({ 0: whole, 1: name = '', index }) => ({
    start: index,
    end: index + whole.length,
    component: { name: 'api', text: `api ${name}` },
  }));
}
