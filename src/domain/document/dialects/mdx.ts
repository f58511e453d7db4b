import type { DialectReader } from './dialect-reader.ts';

/** MDX: GFM with components, expressions and `{/* comments *\/}`; a comment `{/* #id *\/}` gives an id. */
export const mdx: DialectReader = { parser: { syntax: 'mdx' }, hasQuoteCallouts: true };
