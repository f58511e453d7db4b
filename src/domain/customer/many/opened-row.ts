import type { FieldId } from '../values.ts';
import { cellFaults, type RowProblem } from './row-problem.ts';

/** The row of a table that was opened in the form, with what it says that the form has no answer for. */
export interface OpenedRow {
  /** As spreadsheets number rows. */
  readonly row: number;
  /** The table's. */
  readonly name: string;
  readonly problems: readonly RowProblem[];
}

/**
 * The row as text that can be kept beside the draft that it has become. Cells that are not understood are all that the form
 * cannot tell from its answers, so they alone are in it.
 */
export function serialiseOpenedRow({ row, name, problems }: OpenedRow): string {
  return JSON.stringify({ row, name, problems: problems.filter(({ kind }) => kind === 'cell') });
}

/**
 * The row that was kept, or `undefined` for any other text. Read by hand: a library for it would weigh more than all that
 * shows the row.
 * @param fields every question that there is
 * @example readOpenedRow('{"row":2,"name":"customers.csv","problems":[]}', ['country'])
 * // => { row: 2, name: 'customers.csv', problems: [] }
 */
export function readOpenedRow(text: string, fields: readonly FieldId[]): OpenedRow | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(json)) return undefined;
  const { row, name, problems } = json;
  if (typeof row !== 'number' || typeof name !== 'string' || !Array.isArray(problems)) return undefined;
  return problems.every((problem) => isCellProblem(problem, fields)) ? { row, name, problems } : undefined;
}

function isCellProblem(problem: unknown, fields: readonly unknown[]): problem is RowProblem {
  if (!isRecord(problem)) return false;
  const { kind, fault, field, value } = problem;
  const isKnown = (cellFaults as readonly unknown[]).includes(fault) && fields.includes(field);
  return kind === 'cell' && isKnown && typeof value === 'string';
}

function isRecord(json: unknown): json is Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null;
}
