import type { FormMessages } from '../../../i18n/form-messages.ts';

/** What is told of partner types and roles, with its words in one language. */
export type LoadedWho = { readonly words: FormMessages } & typeof import('./who-part.tsx');

const wordFiles = import.meta.glob<FormMessages>('../../../../locales/*/who.json', { import: 'default' });

/** Loads it; the browser keeps what it has loaded once. */
export async function loadWho(locale: string): Promise<LoadedWho> {
  const [{ ResellerWay, RoleLimits }, words] = await Promise.all([
    import('./who-part.tsx'),
    wordFiles[`../../../../locales/${locale}/who.json`]?.(),
  ]);
  return { ResellerWay, RoleLimits, words: words ?? {} };
}
