import { findIssues, type RuleContext } from '../find-issues.ts';
import { fieldOf } from '../issues.ts';
import { questionStages } from '../questions.ts';
import type { CustomerValues, FieldId } from '../values.ts';
import { type ColumnMap, missingColumns } from './columns.ts';
import type { TableNames } from './names.ts';
import { createRowReader, type GivenAnswers } from './read-row.ts';
import type { RowProblem } from './row-problem.ts';

/** A row that was checked. */
export interface CheckedRow {
  readonly values: CustomerValues;
  readonly problems: readonly RowProblem[];
}

/** What the rows of one table are checked with. */
export interface TableRules {
  readonly map: ColumnMap;
  readonly given: GivenAnswers;
  readonly names: TableNames;
  readonly context: RuleContext;
}

/**
 * What checks the rows of one table by the rules of the form, one after another.
 *
 * What no column holds and every row would need is told once, by `missingColumns`, and not of each row. A cell that is
 * not understood is told as that alone, and not as missing besides; while it is the country, nobody knows whether a city
 * is missing, or any other answer that some countries need and others do not.
 * @returns a function of a row's cells
 */
export function createRowChecker({
  map,
  given,
  names,
  context,
}: TableRules): (cells: readonly string[]) => CheckedRow {
  const read = createRowReader(map, names, given);
  const hasOffers = map.includes('offers');
  const missing = {
    directBillPartner: new Set(missingColumns(map, { ...given, partnerType: 'directBillPartner' })),
    indirectProvider: new Set(missingColumns(map, { ...given, partnerType: 'indirectProvider' })),
  };
  return (cells) => {
    const { values, problems } = read(cells);
    const notUnderstood = new Set<FieldId>(problems.map(({ field }) => field));
    const untold =
      missing[values.partnerType === 'indirectProvider' ? 'indirectProvider' : 'directBillPartner'];
    const issues = questionStages
      .flatMap((stage) => findIssues(stage, values, context))
      .filter(({ code, field: path }) => {
        const field = fieldOf(path);
        if (code === 'offers.none') return hasOffers && !notUnderstood.has('offers');
        if (!code.endsWith('.missing') && !code.startsWith('registrationId.missing')) return true;
        if (notUnderstood.has('country') && neededBySome.has(field)) return false;
        return !notUnderstood.has(field) && !untold.has(field);
      });
    return {
      values,
      problems: [
        ...widthProblem(cells, map.length),
        ...problems,
        ...issues.map((issue) => ({ kind: 'issue', issue }) as const),
      ],
    };
  };
}

/** The answers that the country decides whether they are needed. */
const neededBySome: ReadonlySet<FieldId> = new Set([
  'registrationId',
  'city',
  'state',
  'postalCode',
  'phone',
] as const);

/** Empty cells behind the last column are what spreadsheets leave there. */
function widthProblem(cells: readonly string[], expected: number): readonly RowProblem[] {
  const found = cells.length;
  const isFull =
    found === expected || (found > expected && cells.slice(expected).every((cell) => cell === ''));
  return isFull ? [] : [{ kind: 'width', found, expected }];
}
