import { expect, test } from 'vitest';
import { createRowStore, type RowFilter } from '../../../../src/components/customer-form/many/row-store.ts';
import type { RowProblem } from '../../../../src/domain/customer/many/row-problem.ts';

const doubt: RowProblem = { kind: 'width', found: 3, expected: 4 };
const fault: RowProblem = { kind: 'cell', fault: 'cell.country', field: 'country', value: 'Atlantis' };
const anyRow: RowFilter = { show: 'all', rule: '', field: '', sort: 'row' };

test('rows with errors, with warnings alone and without a problem are told apart', async () => {
  const store = createRowStore();
  for (const [row, problems] of [
    [2, []],
    [3, [doubt]],
    [4, [doubt, fault]],
    [5, []],
    [6, []],
  ] as const)
    store.add({ row, cells: [`Bageri ${row}`], problems });
  // The same company is a doubt, the same domain an error; both are known at the end alone.
  const counts = store.finish(
    new Map([
      [5, [{ kind: 'repeated', field: 'companyName', rows: [6] }]],
      [6, [{ kind: 'repeated', field: 'domain', rows: [5] }]],
    ]),
  );
  const rowsOf = async (show: RowFilter['show']): Promise<readonly number[]> =>
    (await store.rows({ ...anyRow, show }, 0, 50)).map(({ row }) => row);
  expect(await rowsOf('errors')).toEqual([4, 6]);
  expect(await rowsOf('warnings')).toEqual([3, 5]);
  expect(await rowsOf('fine')).toEqual([2]);
  expect(await rowsOf('all')).toEqual([2, 3, 4, 5, 6]);
  const sorted = await store.rows({ ...anyRow, sort: 'problems' }, 0, 50);
  expect(sorted.map(({ row }) => row)).toEqual([4, 6, 3, 5, 2]);
  expect(counts).toMatchObject({ rows: 5, errors: 2, warnings: 2 });
  expect(store.count({ ...anyRow, rule: 'rule-table-repeated' })).toBe(2);
});
