import type { Mark } from '../dialect-reader.ts';
import { findHeadingId } from '../heading-id.ts';
import { componentTag } from './broken-tags.ts';

const comment = /\{\s*\/\*\s*(?:#([^\s*]+)\s*)?(?:[^*]|\*(?!\/)){0,1000}\*\/\s*\}/g;

/** An expression on one line that is closed; the groups are the text or number that it is. */
const expression =
  /\{[ \t]*(?:["'`]([^"'`\\{}\r\n]*)["'`]|(\d+))[ \t]*\}|\{(?![#\s]*\/\*)(?!#)(?:[^{}\r\n]|\{[^{}\r\n]{0,200}\}){1,300}\}/g;

/** What a page whose MDX cannot be parsed shows no words of: comments, ids, expressions and the tags of components. */
export function findBrokenMdxMarks(source: string, place: 'heading' | 'text'): Mark[] {
  const comments = [...source.matchAll(comment)].map((match) => {
    const stretch = { start: match.index, end: match.index + match[0].length };
    return match[1] === undefined ? stretch : { ...stretch, anchor: match[1] };
  });
  const tags = [...source.matchAll(componentTag)].map((match) => {
    const stretch = { start: match.index, end: match.index + match[0].length };
    const name = match[2] ?? '';
    return match[1] === '/' ? stretch : { ...stretch, component: { name, text: name } };
  });
  const expressions = [...source.matchAll(expression)].map((match): Mark => {
    const stretch = { start: match.index, end: match.index + match[0].length };
    const literal = match[1] ?? match[2];
    if (literal === undefined) return { ...stretch, component: { name: '{}', text: match[0] } };
    const start = match.index + match[0].indexOf(literal);
    return { ...stretch, shown: { start, end: start + literal.length } };
  });
  return [...comments, ...tags, ...expressions, ...findHeadingId(source, place)]
    .toSorted((one, other) => one.start - other.start)
    .filter(({ start }, at, all) => start >= (all[at - 1]?.end ?? 0));
}
