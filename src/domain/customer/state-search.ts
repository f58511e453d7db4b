import { type NameSearch, searchNames } from './name-search.ts';
import { allStateNames, statesFor } from './state-names.ts';

export { stateName, statesFor } from './state-names.ts';

/**
 * A search among the states of a list by every name that they have in the languages of this site and in their own, and by
 * their code.
 * @param locale the reader's
 * @example stateSearch('CN', 'ru-RU').find('guangd') // => ['GD']
 */
export function stateSearch(country: string, locale: string): NameSearch {
  return searchNames(
    statesFor(country, locale).map(({ code, name }) => ({
      code,
      codes: [code],
      name,
      others: allStateNames(country, code),
    })),
  );
}
