import type { Block, PageDocument, Section, Traits } from '../../../../src/domain/document/page-document.ts';

/** The page as `test/fixtures/python-markdown/outline.py` tells of its HTML: what a reader is shown, a line per block. */
export function renderedOutlineOf(document: PageDocument): string[] {
  const lines: string[] = [];
  const notes: Block[] = [];
  const add = (depth: number, ...words: readonly string[]): void => {
    lines.push('  '.repeat(depth) + words.filter((word) => word !== '').join(' '));
  };
  const addText = (depth: number, kind: string, { text, traits }: Pick<Block, 'text' | 'traits'>): void => {
    if (text !== '') add(depth, kind, ...anchorsOf(traits), folded(text), ...emphasesOf(traits));
  };
  const addAll = (depth: number, blocks: readonly Block[]): void => {
    for (const block of blocks) addBlock(depth, block);
  };
  const addBlock = (depth: number, block: Block): void => {
    switch (block.kind) {
      case 'paragraph':
      case 'html':
        addText(depth, 'text', block);
        break;
      case 'code':
        addText(depth, 'code', block);
        return;
      case 'list':
      case 'quote':
      case 'table':
      case 'row':
      case 'divider':
        add(depth, block.kind);
        break;
      case 'step':
      case 'item':
        add(depth, block.kind, block.kind === 'step' ? String(block.number) : '');
        addText(depth + 1, 'text', block);
        break;
      case 'callout':
        add(depth, 'callout', block.callout ?? '');
        addText(depth + 1, 'title', block);
        break;
      case 'component':
        if (block.component === 'tab') addText(depth, 'tab', block);
        else {
          add(depth, block.component ?? '');
          addText(depth + 1, 'title', block);
        }
        break;
      case 'definition':
        if (document.text.startsWith('[^', block.span.start.offset)) {
          notes.push(block);
          return;
        }
        addText(depth, 'term', block);
        break;
      default:
        addText(depth, block.kind, block);
    }
    addAll(depth + 1, block.children);
  };
  const addSection = ({ heading, depth, blocks, sections }: Section): void => {
    if (heading !== undefined) addText(0, `h${depth}`, heading);
    addAll(0, blocks);
    for (const section of sections) addSection(section);
  };
  addSection(document.root);
  if (notes.length > 0) add(0, 'notes');
  if (notes.length > 0) add(1, 'list');
  for (const [at, note] of notes.entries()) {
    add(2, 'step', String(at + 1));
    addText(3, 'text', note);
    addAll(3, note.children);
  }
  return lines;
}

function anchorsOf({ anchors }: Traits): string[] {
  return anchors.map(({ id }) => `#${id}`);
}

/** In the order in which they end. */
function emphasesOf({ emphases }: Traits): string[] {
  return emphases.map(({ kind, text }) => (kind === 'strong' ? `**${folded(text)}**` : `*${folded(text)}*`));
}

function folded(text: string): string {
  return text.replaceAll(/[ \t\r\n\f]+/g, ' ').replaceAll(/^ | $/g, '');
}
