import type { DialectReader } from './dialect-reader.ts';

/** MDX: GFM with components, expressions and `{/* comments *\/}`; a comment `{/* #id *\/}` gives an id. */
export const mdx: DialectReader = { parser: { syntax: 'mdx' }, hasQuoteCallouts: true };

/**
 * MDX that its own parser refuses, read as GFM so that the rest of the page is still compared: comments and the ids
 * in them are known, components and expressions are not.
 */
export const brokenMdx: DialectReader = {
  parser: { syntax: 'markdown' },
  hasQuoteCallouts: true,
  findMarks: (source) =>
    [...source.matchAll(/\{\s*\/\*\s*(?:#([^\s*]+)\s*)?(?:[^*]|\*(?!\/)){0,1000}\*\/\s*\}/g)].map((match) => {
      const place = { start: match.index, end: match.index + match[0].length };
      return match[1] === undefined ? place : { ...place, anchor: match[1] };
    }),
};
