import type { FormMessages } from '../../../i18n/form-messages.ts';

const wordFiles = import.meta.glob<FormMessages>('../../../../locales/*/many.json', { import: 'default' });

/** Loads the words about tables. */
export async function loadWords(locale: string): Promise<FormMessages> {
  return (await wordFiles[`../../../../locales/${locale}/many.json`]?.()) ?? {};
}
