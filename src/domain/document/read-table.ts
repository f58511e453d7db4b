import type { Table } from 'mdast';
import { endOf, startOf } from './node-place.ts';
import type { BuildingBlock, PageBuilder } from './page-builder.ts';
import { readInline } from './read-inline.ts';
import type { Reading } from './reading.ts';
import { marksIn } from './segments.ts';

/** Reads a table's rows and cells. */
export function readTable(
  reading: Reading,
  page: PageBuilder,
  node: Table,
  parent: BuildingBlock | undefined,
): void {
  const table = page.addEmpty('table', startOf(node), endOf(node), startOf(node), parent);
  for (const [position, row] of node.children.entries()) {
    const rowBlock = page.addEmpty('row', startOf(row), endOf(row), startOf(row), table, { position });
    for (const [place, cell] of row.children.entries()) {
      const start =
        cell.children[0] === undefined ? Math.min(startOf(cell) + 1, endOf(cell)) : startOf(cell.children[0]);
      const end = cell.children.length === 0 ? start : endOf(cell.children.at(-1));
      const marks = marksIn(reading, start, end, 'text');
      const content = readInline(reading, cell.children, { start, end, marks });
      page.add('cell', startOf(cell), endOf(cell), page.spanOf(start, end), content, rowBlock, {
        position: place,
      });
    }
  }
}
