import { array, assert, asyncProperty, constantFrom, oneof, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CheckOrder,
  createTableSession,
  type OpenedTable,
  type TableSession,
} from '../../../../src/components/customer-form/many/table-session.ts';
import { readCell, toCsv } from '../../../../src/domain/customer/exports/csv.ts';
import { createCsvReader } from '../../../../src/domain/customer/many/read-csv.ts';
import { problemKey } from '../../../../src/domain/customer/many/row-problem.ts';
import { names } from './names.ts';

const words = {
  heading: 'What to fix',
  notChecked: 'Not checked',
  textOf: problemKey,
  nameOf: (field: string) => field,
};
const order: Omit<CheckOrder, 'map' | 'hasHeader'> = {
  given: { partnerType: 'directBillPartner', role: 'adminAgent' },
  context: { today: '2026-11-21' },
};

async function opened(session: TableSession, source: Blob): Promise<OpenedTable> {
  const found = await session.open(source, { locale: 'en-US' });
  if (found.kind !== 'opened') throw new Error(`Refused: ${found.reason}`);
  return found;
}

/** Checks the table as it was recognised, and saves it. */
async function savedRows(session: TableSession, source: Blob, isStopped = () => false): Promise<string[][]> {
  const { columns, hasHeader } = await opened(session, source);
  await session.check({ ...order, map: columns.map, hasHeader }, () => {}, isStopped);
  const saved = await session.save(words);
  const reader = createCsvReader(',');
  return [...reader.push(await saved.text()), ...reader.end()];
}

describe('a table is refused with the row that is wrong', () => {
  test.each([
    ['openQuote', 'Company,City\r\nA,B\r\nC,"D\r\n', { row: 3 }],
    ['longCell', `Company,City\r\nA,${'x'.repeat(200_001)}\r\n`, { row: 2 }],
    ['longRow', `Company,City\r\n${'x,'.repeat(20_000)}\r\n`, { row: 2 }],
    ['manyColumns', `${'x,'.repeat(300)}Company\r\nA\r\n`, { columns: 301 }],
  ])('as %s', async (reason, text, place) => {
    const session = createTableSession(names);
    expect(await session.open(new Blob([text]), { locale: 'en-US' })).toEqual({
      kind: 'refused',
      reason,
      ...place,
    });
  });

  test('where bytes behind its beginning are no letters', async () => {
    const session = createTableSession(names);
    const rows = `Company;City\r\n${'Norrsken;Umeå\r\n'.repeat(80_000)}`;
    const source = new Blob([rows, 'Bageri;Ume', new Uint8Array([0xe5]), '\r\nLast;Luleå\r\n']);
    const { columns } = await opened(session, source);
    const checked = await session.check(
      { ...order, map: columns.map, hasHeader: true },
      () => {},
      () => false,
    );
    expect(checked).toEqual({ kind: 'refused', reason: 'encoding', row: 80_002 });
  });
});

test('many empty columns behind the last heading, as spreadsheets leave them, are none', async () => {
  const session = createTableSession(names);
  const empty = ','.repeat(16_000);
  const { header } = await opened(session, new Blob([`Company,City${empty}\r\nA,B${empty}\r\n`]));
  expect(header).toEqual(['Company', 'City']);
});

test('a table without headings begins with a customer, who is checked and gets headings when saved', async () => {
  const session = createTableSession(names);
  const source = new Blob(['Norrsken AB;SE;a@norrsken.example\r\nBageri;SE;b at norrsken\r\n']);
  const found = await opened(session, source);
  expect(found.hasHeader).toBe(false);
  const map = ['companyName', undefined, 'email'] as const;
  const checked = await session.check(
    { ...order, map, hasHeader: false },
    () => {},
    () => false,
  );
  expect(checked).toMatchObject({ kind: 'checked', counts: { rows: 2 } });
  const reader = createCsvReader(',');
  const rows = reader.push(await (await session.save(words)).text());
  expect(rows.map((cells) => cells.slice(1))).toEqual([
    ['companyName', '', 'email'],
    ['Norrsken AB', 'SE', 'a@norrsken.example'],
    ['Bageri', 'SE', 'b at norrsken'],
  ]);
  expect(rows[2]?.[0]).toContain('email.format');
});

test('rows behind the place where a check is stopped are saved, too', async () => {
  const session = createTableSession(names);
  const count = 30_000;
  const source = new Blob([
    `Company,City\r\n${Array.from({ length: count }, (_, row) => `Norrsken ${row},Umeå\r\n`).join('')}`,
  ]);
  const rows = await savedRows(session, source, () => true);
  expect(rows).toHaveLength(count + 1);
  expect(rows.at(-1)).toEqual(['Not checked', `Norrsken ${count - 1}`, 'Umeå']);
  expect(rows[1]?.[0]).not.toBe('Not checked');
});

test('what is saved opens again as it was, whatever is in its cells, and as often as it is saved', async () => {
  const cell = oneof(
    string({ unit: 'grapheme', maxLength: 8 }),
    string({
      unit: constantFrom('"', ',', ';', '\t', '\r', '\n', '=', '+', '@', "'", 'я', '🙂'),
      maxLength: 8,
    }),
  );
  await assert(
    asyncProperty(
      array(array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 4 }),
      async (rows) => {
        // Rows that say nothing are no customers.
        const table = [['Company', 'Note; or more', 'City'], ...rows.map((cells) => ['Norrsken', ...cells])];
        const session = createTableSession(names);
        const once = await savedRows(session, new Blob([toCsv(table)]));
        expect(once.map((cells) => cells.slice(1).map(readCell))).toEqual(
          table.map((cells) => cells.map((text) => readCell(text))),
        );
        const again = await savedRows(session, new Blob(['\uFEFF', toCsv(once)]));
        expect(again.map((cells) => cells.slice(1))).toEqual(once.map((cells) => cells.slice(1)));
      },
    ),
    { numRuns: 40 },
  );
});

test('a row tells what the form has no answer for', async () => {
  const session = createTableSession(names);
  const source = new Blob(['Company,Country,State\r\nNorrsken,Atlantis,\r\nBageri,US,Ontario\r\n']);
  await savedRows(session, source);
  const unknown = await session.values(2);
  expect(unknown?.values.companyName).toBe('Norrsken');
  expect(unknown?.problems.map(problemKey)).toEqual(['country:cell.country:Atlantis']);
  // The form's own box keeps a state that no list holds.
  expect((await session.values(3))?.values).toMatchObject({ country: 'US', state: 'Ontario' });
});
