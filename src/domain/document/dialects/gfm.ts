import type { DialectReader } from './dialect-reader.ts';

/** GitHub Flavored Markdown, with GitHub's alerts. */
export const gfm: DialectReader = { parser: { syntax: 'markdown' }, hasQuoteCallouts: true };
