import { languageOf } from '../../../../src/domain/locale/scripts.ts';

/** Languages whose every noun has a capital, so that capitals tell neither names nor labels. General knowledge. */
const languages: ReadonlySet<string> = new Set(['de', 'lb', 'gsw', 'nds']);

/** True where every noun has a capital. */
export function capitalisesNouns(locale: string): boolean {
  return languages.has(languageOf(locale));
}
