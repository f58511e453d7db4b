import type { MessageFormat } from './message-file.ts';
import type { RawMessages } from './parse-messages.ts';
import type { JsonValue } from './read-json.ts';

/**
 * How the texts of resource files that belong together are written, by what is in them; `plain` where nothing tells.
 *
 * Give the source files: what a translator has damaged tells little.
 */
export function recogniseFormat(files: readonly RawMessages[]): MessageFormat {
  if (files.some(({ isArb }) => isArb)) return 'icu';
  let doubleBraces = 0;
  let typed = 0;
  let suffixes = 0;
  for (const { json } of files) {
    if (json.value === undefined) continue;
    visitTexts(json.value, (key, text) => {
      if (/\{\{[^{}]+\}\}|\$t\(/.test(text)) doubleBraces++;
      else if (icuArgument.test(text)) typed++;
      if (/[^_]_(?:one|other)$/.test(key)) suffixes++;
    });
  }
  if (typed > doubleBraces) return 'icu';
  return doubleBraces > 0 || suffixes > 1 ? 'i18next' : 'plain';
}

const icuArgument =
  /\{\s{0,9}[\w.]+\s{0,9},\s{0,9}(?:plural|select|selectordinal|number|date|time)\s{0,9}[,}]/;

function visitTexts(value: JsonValue, visit: (key: string, text: string) => void): void {
  for (const entry of value.entries) {
    if (entry.value.kind === 'text') visit(entry.key, entry.value.text);
    else visitTexts(entry.value, visit);
  }
}
