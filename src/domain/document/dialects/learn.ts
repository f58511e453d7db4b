import type { HtmlTag } from '../html-tags.ts';
import type { SatteriSettings } from '../satteri-parser.ts';
import { parseWithContainers } from './containers/parse-containers.ts';
import type { DialectReader } from './dialect-reader.ts';
import { readDivs } from './learn/divs.ts';
import { findLearnMarks } from './learn/marks.ts';
import { tabsOf } from './learn/tabs.ts';
import { zonesOf } from './learn/zones.ts';

const parser: SatteriSettings = { syntax: 'markdown' };

/**
 * Microsoft Learn's Markdown, as docfx renders it: `:::image`, `:::zone`, `[!INCLUDE]`, `[!VIDEO]`, tabs, and pages in
 * two languages at once (docfx's Markdown reference, general knowledge).
 */
export const learn: DialectReader = {
  parser,
  parse: (body) => {
    const containers = [...zonesOf(body), ...tabsOf(body)];
    const tree = parseWithContainers(body, parser, { containers, others: [] });
    readDivs(tree, body);
    return tree;
  },
  hasQuoteCallouts: true,
  findMarks: findLearnMarks,
  hidesContentOf: isSourceHalf,
};

/** On bilingual pages each sentence is followed by its source sentence, which Learn shows only on hovering. */
function isSourceHalf(tag: HtmlTag): boolean {
  return tag.name === 'span' && (tag.attributes.get('class') ?? '').split(/\s+/).includes('sxs-lookup');
}
