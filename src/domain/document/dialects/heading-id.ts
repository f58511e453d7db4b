import type { Mark } from './dialect-reader.ts';

/** The `{#id}` behind a heading, which Docusaurus, VitePress and kramdown take for its id. */
export function findHeadingId(source: string, place: 'heading' | 'text'): Mark[] {
  if (place !== 'heading' || !source.includes('{#')) return [];
  const match = /[ \t]*\{#([^\s{}]+)\}[ \t]*(?![^\r\n])/.exec(source);
  return match === null
    ? []
    : [{ start: match.index, end: match.index + match[0].length, anchor: match[1] ?? '' }];
}
