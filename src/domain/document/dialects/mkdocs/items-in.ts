import { anyItem, nestedItem } from './line-patterns.ts';
import { isIndented, offsetIn, type SourceLine, withoutStart } from './source-line.ts';
import type { Range } from './structure.ts';

/** An item of a list, or lines that belong to the item before. */
export interface ListPart {
  /** `undefined` for lines of the item before, indented. */
  readonly marker: Range | undefined;
  readonly lines: SourceLine[];
}

/** The items of a block whose first line is one, as Python-Markdown's `get_items` divides it. */
export function itemsIn(lines: readonly SourceLine[]): ListPart[] {
  const items: ListPart[] = [];
  for (const line of lines) {
    const [, sign, content] = anyItem.exec(line.text) ?? [];
    const last = items.at(-1);
    if (sign !== undefined && content !== undefined) {
      const from = offsetIn(line, line.text.indexOf(sign));
      const inner = withoutStart(line, line.text.length - content.length);
      items.push({ marker: { from, to: from + sign.length }, lines: [inner] });
    } else if (nestedItem.test(line.text) && !(last?.lines[0] && isIndented(last.lines[0]))) {
      items.push({ marker: undefined, lines: [line] });
    } else last?.lines.push(line);
  }
  return items;
}
