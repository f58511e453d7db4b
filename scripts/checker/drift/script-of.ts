import type { PageDocument } from '../../../src/domain/document/page-document.ts';

/**
 * What an MDX page holds outside all blocks, its imports and exports, line by line in the order of the alphabet and
 * without what formatters change; empty in other dialects.
 */
export function scriptOf({ dialect, text, frontMatter, sections, blocks }: PageDocument): string {
  if (dialect !== 'mdx' || !/^(?:import|export)\b/m.test(text)) return '';
  const spans = [
    ...(frontMatter === undefined ? [] : [frontMatter.span]),
    ...sections.flatMap(({ heading }) => heading?.span ?? []),
    ...blocks.filter(({ parent }) => parent === undefined).map(({ span }) => span),
  ].toSorted((one, other) => one.start.offset - other.start.offset);
  let rest = '';
  let at = 0;
  for (const { start, end } of spans) {
    if (start.offset > at) rest += text.slice(at, start.offset);
    at = Math.max(at, end.offset);
  }
  rest += text.slice(at);
  return rest
    .replaceAll(/\{\s*\/\*[\s\S]*?\*\/\s*\}/g, '')
    .split(/\r\n|\r|\n/)
    .map((line) =>
      line
        .trim()
        .replaceAll("'", '"')
        .replace(/[;,]+$/, ''),
    )
    .filter((line) => line !== '' && !/^\[[^\]]+\]:/.test(line) && !line.startsWith('//'))
    .toSorted()
    .join('\n');
}
