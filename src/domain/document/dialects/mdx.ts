import type { SatteriSettings } from '../satteri-parser.ts';
import { admonitionsOf } from './containers/admonitions.ts';
import { parseWithContainers } from './containers/parse-containers.ts';
import type { DialectReader } from './dialect-reader.ts';
import { findHeadingId } from './heading-id.ts';
import { findBrokenMdxMarks } from './mdx/broken-marks.ts';
import { tagsOfBrokenMdx } from './mdx/broken-tags.ts';
import { refuseOpenModule } from './mdx/refuse-open-module.ts';

const parser: SatteriSettings = { syntax: 'mdx' };
const plainParser: SatteriSettings = { syntax: 'markdown' };

/**
 * MDX: GFM with components, expressions and `{/* comments *\/}`; a comment `{/* #id *\/}` gives an id, as `{#id}` behind
 * a heading does for Docusaurus, which also has admonitions `:::note`.
 */
export const mdx: DialectReader = {
  parser,
  parse: (body) => {
    const tags = { containers: admonitionsOf(body), others: headingIdsOf(body) };
    const tree = parseWithContainers(body, parser, tags);
    refuseOpenModule(tree);
    return tree;
  },
  hasQuoteCallouts: true,
  findMarks: findHeadingId,
};

/**
 * MDX that its own parser refuses, read as GFM so that the rest of the page is still compared: comments, the ids in
 * them and components are known, expressions are not.
 */
export const brokenMdx: DialectReader = {
  parser: plainParser,
  parse: (body) => parseWithContainers(body, plainParser, tagsOfBrokenMdx(body)),
  hasQuoteCallouts: true,
  findMarks: findBrokenMdxMarks,
};

/** What MDX would take for an expression, and refuse. */
function headingIdsOf(body: string): { readonly start: number; readonly end: number }[] {
  if (!body.includes('{#')) return [];
  return [...body.matchAll(/^([ \t>]*#{1,6}[ \t][^\r\n]*?)\{#[^\s{}]+\}(?=[ \t]*$)/gm)].map((match) => ({
    start: match.index + (match[1]?.length ?? 0),
    end: match.index + match[0].length,
  }));
}
