import type { VNode } from 'preact';
import { readOpenedRow } from '../../../domain/customer/many/opened-row.ts';
import { fieldIds } from '../../../i18n/form-translator.ts';
import { formatMessage } from '../../../i18n/format-message.ts';
import type { FormPart } from '../field.tsx';
import { loadWords } from './load-words.ts';
import { OpenedRow } from './OpenedRow.tsx';

/** What was said of an opened row, as the browser has kept it: the table itself is gone with the page that held it. */
export async function showKeptRow({ form, t }: FormPart, kept: string): Promise<VNode | undefined> {
  const row = readOpenedRow(kept, fieldIds);
  if (row === undefined) return undefined;
  const words = await loadWords(t.locale);
  return (
    <OpenedRow form={form} t={t} say={(id, params) => formatMessage(words, id, t.locale, params)} {...row} />
  );
}
