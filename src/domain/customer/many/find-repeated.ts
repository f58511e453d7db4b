import { foldName } from '../../locale/fold-name.ts';
import { toDomainPrefix } from '../domain-prefix.ts';
import { toCode } from '../normalise.ts';
import type { CustomerValues } from '../values.ts';
import { type DistinctField, distinctFields, type RowProblem } from './row-problem.ts';

/** Notes what must differ from row to row, and tells at the end which rows say the same. */
export interface RepetitionFinder {
  readonly note: (row: number, values: CustomerValues) => void;
  /** The problems of each row that says what another says, too. */
  readonly find: () => ReadonlyMap<number, readonly Extract<RowProblem, { readonly kind: 'repeated' }>[]>;
}

/** How many other rows are named; of thousands nobody reads more. */
const mostNamed = 5;

/**
 * A finder of rows with the same domain prefix, the same registration ID in one country, or the same company there. Case
 * and signs do not count.
 */
export function createRepetitionFinder(): RepetitionFinder {
  const seen: Record<DistinctField, Map<string, number | number[]>> = {
    domain: new Map(),
    registrationId: new Map(),
    companyName: new Map(),
  };
  return {
    note: (row, values) => {
      for (const field of distinctFields) {
        const key = keyOf(field, values);
        if (key === '') continue;
        const rows = seen[field].get(key);
        if (rows === undefined) seen[field].set(key, row);
        else if (typeof rows === 'number') seen[field].set(key, [rows, row]);
        else rows.push(row);
      }
    },
    find: () => {
      const found = new Map<number, Extract<RowProblem, { readonly kind: 'repeated' }>[]>();
      for (const field of distinctFields) {
        for (const rows of seen[field].values()) {
          if (typeof rows === 'number') continue;
          const first = rows.slice(0, mostNamed + 1);
          for (const row of rows) {
            const others = first.filter((other) => other !== row).slice(0, mostNamed);
            found.set(row, [...(found.get(row) ?? []), { kind: 'repeated', field, rows: others }]);
          }
        }
      }
      return found;
    },
  };
}

function keyOf(field: DistinctField, values: CustomerValues): string {
  switch (field) {
    case 'domain':
      return toDomainPrefix(values.domain);
    case 'registrationId': {
      const id = toCode(values.registrationId).toUpperCase();
      return id === '' ? '' : `${values.country} ${id}`;
    }
    case 'companyName': {
      const name = foldName(values.companyName);
      return name === '' ? '' : `${values.country} ${name}`;
    }
  }
}
