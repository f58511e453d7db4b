import type { FormMessages, FormWords } from '../../../i18n/form-messages.ts';
import type { RowFilter } from './row-store.ts';
import type { CheckOrder, Reading, TableSession } from './table-session.ts';

/** The words that what is saved is written with. */
export interface ReaderWords extends FormWords {
  readonly locale: string;
  readonly many: FormMessages;
}

/** What the page asks of the worker. */
export type TableRequest =
  | { readonly kind: 'open'; readonly source: Blob; readonly reading: Reading }
  | { readonly kind: 'check'; readonly order: CheckOrder }
  | { readonly kind: 'page'; readonly filter: RowFilter; readonly from: number; readonly count: number }
  | { readonly kind: 'values'; readonly row: number }
  | { readonly kind: 'save'; readonly words: ReaderWords };

/** What the worker answers to each request. */
export interface TableAnswers {
  readonly open: Awaited<ReturnType<TableSession['open']>>;
  readonly check: Awaited<ReturnType<TableSession['check']>>;
  readonly page: Awaited<ReturnType<TableSession['page']>>;
  readonly values: Awaited<ReturnType<TableSession['values']>>;
  readonly save: Awaited<ReturnType<TableSession['save']>>;
}

/** A message to the worker: a request with a number to answer to, or the wish that the check ends. */
export type ToWorker = { readonly id: number; readonly request: TableRequest } | { readonly kind: 'stop' };

/** A message from the worker. */
export type FromWorker =
  | { readonly kind: 'progress'; readonly rows: number; readonly share: number }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: TableAnswers[keyof TableAnswers] }
  | { readonly kind: 'failed'; readonly id: number };
