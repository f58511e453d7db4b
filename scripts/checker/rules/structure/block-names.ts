import type { Block } from '../../../../src/domain/document/page-document.ts';

/** What messages call a block, with a capital: `List item`, `Table`, `Component`. */
export function blockName(block: Block): string {
  switch (block.kind) {
    case 'item':
      return 'List item';
    case 'list':
      return block.list?.ordered === true ? 'Numbered list' : 'List';
    case 'callout':
      return `${capitalised(block.callout ?? 'note')} callout`;
    case 'row':
      return 'Table row';
    case 'cell':
      return 'Table cell';
    case 'code':
      return 'Code block';
    default:
      return capitalised(block.kind);
  }
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
