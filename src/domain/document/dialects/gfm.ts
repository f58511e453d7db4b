import type { SatteriSettings } from '../satteri-parser.ts';
import { admonitionsOf } from './containers/admonitions.ts';
import { parseWithContainers } from './containers/parse-containers.ts';
import type { DialectReader } from './dialect-reader.ts';
import { findHeadingId } from './heading-id.ts';

const parser: SatteriSettings = { syntax: 'markdown' };

/**
 * GitHub Flavored Markdown, with GitHub's alerts, and with what generators of sites add to it: `{#id}` behind a
 * heading, and admonitions `:::note`.
 */
export const gfm: DialectReader = {
  parser,
  parse: (body) => parseWithContainers(body, parser, { containers: admonitionsOf(body), others: [] }),
  hasQuoteCallouts: true,
  findMarks: findHeadingId,
};
