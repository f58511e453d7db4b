import type { Block, PageDocument, Section, Span } from '../../../src/domain/document/page-document.ts';

/** The page as indented lines, one per section and block: what most tests compare. */
export function outlineOf(document: PageDocument): string {
  const lines: string[] = [];
  const addBlock = (block: Block, depth: number): void => {
    lines.push(`${'  '.repeat(depth)}${titleOf(block)}`);
    for (const child of block.children) addBlock(child, depth + 1);
  };
  const addSection = (section: Section, depth: number): void => {
    if (section.heading !== undefined) {
      const ids = section.heading.anchors.map(({ id }) => ` #${id}`).join('');
      lines.push(`${'  '.repeat(depth)}${'#'.repeat(section.depth)} ${section.heading.text}${ids}`);
    }
    for (const block of section.blocks) addBlock(block, depth + 1);
    for (const child of section.sections) addSection(child, depth + 1);
  };
  addSection(document.root, -1);
  return lines.join('\n');
}

/** A place as `line:column-line:column`. */
export function placeOf({ start, end }: Span): string {
  return `${start.line}:${start.column}-${end.line}:${end.column}`;
}

function titleOf(block: Block): string {
  const name = block.callout ?? block.component ?? block.language ?? block.number;
  const ids = block.traits.anchors.map(({ id }) => ` #${id}`).join('');
  return (
    [block.kind, name, block.text === '' ? undefined : JSON.stringify(block.text)]
      .filter((part) => part !== undefined)
      .join(' ') + ids
  );
}
