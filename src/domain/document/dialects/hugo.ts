import type { SatteriSettings } from '../satteri-parser.ts';
import { parseWithContainers } from './containers/parse-containers.ts';
import type { DialectReader } from './dialect-reader.ts';
import { findHugoMarks } from './hugo/marks.ts';
import { shortcodesOfPage } from './hugo/tags-of-page.ts';

const parser: SatteriSettings = { syntax: 'markdown', definitionLists: true };

/** Hugo's Markdown (Goldmark): attributes `{#id .class}` and shortcodes, `{{< name >}}` or `{{% name %}}`. */
export const hugo: DialectReader = {
  parser,
  parse: (body) => parseWithContainers(body, parser, shortcodesOfPage(body)),
  hasQuoteCallouts: true,
  findMarks: findHugoMarks,
};
