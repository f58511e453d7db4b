import type { FormMessages } from '../../../i18n/form-messages.ts';

/** The practice service with its words in one language. */
export type LoadedService = { readonly words: FormMessages } & typeof import('./service-part.ts');

const wordFiles = import.meta.glob<FormMessages>('../../../../locales/*/service.json', { import: 'default' });

/** Loads the practice service; the browser keeps what it has loaded once. */
export async function loadService(locale: string): Promise<LoadedService> {
  const [{ isRefused, submitCustomer, RefusalSummary, WishField }, words] = await Promise.all([
    import('./service-part.ts'),
    wordFiles[`../../../../locales/${locale}/service.json`]?.(),
  ]);
  return { isRefused, submitCustomer, RefusalSummary, WishField, words: words ?? {} };
}
