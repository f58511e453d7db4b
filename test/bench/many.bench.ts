import { readFileSync } from 'node:fs';
import { createTableSession } from '../../src/components/customer-form/many/table-session.ts';
import { finishedLocales } from '../../src/domain/locale/locales.ts';
import { tableNames } from '../../src/i18n/table-names.ts';
import { customerTable } from './customer-table.ts';

const rows = 100_000;

/** How long a table of 100,000 customers takes, as the worker does it, and how much memory. */
export async function run(print: (line: string) => void): Promise<void> {
  const names = tableNames(Object.fromEntries(finishedLocales.map((locale) => [locale, wordsOf(locale)])));
  const source = new Blob([customerTable(rows)]);
  print(`${rows} rows, ${(source.size / 1e6).toFixed(1)} MB`);
  const before = process.memoryUsage();
  const session = createTableSession(names);
  const opened = await session.open(source, { locale: 'en-US' });
  if (opened.kind !== 'opened') throw new Error('The table of the benchmark was refused.');
  const begin = performance.now();
  const checked = await session.check(
    {
      map: opened.columns.map,
      given: { partnerType: 'directBillPartner', role: 'adminAgent' },
      hasHeader: true,
      context: { today: '2026-11-21' },
    },
    () => {},
    () => false,
  );
  if (checked.kind !== 'checked') throw new Error('The table of the benchmark was not checked.');
  const seconds = (performance.now() - begin) / 1000;
  const after = process.memoryUsage();
  print(`check          ${seconds.toFixed(1)} s, ${Math.round(rows / seconds)} rows a second`);
  print(`               with errors ${checked.counts.errors}, with warnings ${checked.counts.warnings}`);
  print(
    `memory more    heap ${megabytes(after.heapUsed - before.heapUsed)}, process ${megabytes(after.rss - before.rss)}`,
  );
  await measure('a page of results', () =>
    session.page({ show: 'errors', rule: 'rule-email', field: '', sort: 'row' }, 0, 50),
  );
  await measure('the table saved', () =>
    session.save({
      heading: 'What to mend',
      notChecked: 'Not checked',
      textOf: () => 'A sentence about it',
      nameOf: (field) => field,
    }),
  );

  async function measure(name: string, act: () => Promise<unknown>): Promise<void> {
    const start = performance.now();
    await act();
    print(`${name.padEnd(18)} ${((performance.now() - start) / 1000).toFixed(2)} s`);
  }
}

function wordsOf(locale: string) {
  const read = (file: string) =>
    JSON.parse(readFileSync(new URL(`../../locales/${locale}/${file}.json`, import.meta.url), 'utf8'));
  return { labels: read('labels'), form: read('form'), problems: read('many').result.problems };
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
