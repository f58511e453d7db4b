import type { Block, PageDocument } from './page-document.ts';

/** A sign that only looks like a list's marker. */
export interface TypedBullet {
  readonly from: number;
  readonly marker: string;
  /** What stands behind it on its line. */
  readonly text: string;
}

/**
 * The first line of a text that begins with `•` or its like, where Markdown joins it to the line above: a reader sees
 * the items in one line. Told where there are two such lines, or the text is an item of a list.
 */
export function findTypedBullet({ text }: PageDocument, block: Block): TypedBullet | undefined {
  const { start, end } = block.textSpan;
  if (start.line === end.line) return undefined;
  const source = text.slice(start.offset, end.offset);
  const lines = [...source.matchAll(/^[ \t>]*([•●▪◦‣])[ \t]*(?=\S)([^\r\n]*)/gm)];
  const joined = lines.find(
    ({ index }) => index > 0 && !/(?: {2}|\\|<br\s*\/?>)\s*$/.test(source.slice(0, index)),
  );
  if (joined === undefined || (lines.length < 2 && block.kind !== 'item')) return undefined;
  const [whole, marker = '', rest = ''] = joined;
  const from = start.offset + joined.index + whole.indexOf(marker);
  return { from, marker, text: rest.trimEnd() };
}
