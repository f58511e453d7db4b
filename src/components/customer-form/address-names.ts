type CountryNames = typeof import('../../domain/customer/country-search.ts');
type StateNames = typeof import('../../domain/customer/state-search.ts');

/** Names to search by, which weigh more than what shows them; what could not be loaded is missing. */
export const addressNames: { countries?: CountryNames; states?: StateNames } = {};

/**
 * Settled once the names are there, or once it is certain that they cannot be had. The stage that asks for a country waits
 * for it: a list that turned into a box would take the focus away.
 */
export const addressNamesSettled: Promise<unknown> = Promise.allSettled([loadCountries(), loadStates()]);

async function loadCountries(): Promise<void> {
  addressNames.countries = await import('../../domain/customer/country-search.ts');
}

async function loadStates(): Promise<void> {
  addressNames.states = await import('../../domain/customer/state-search.ts');
}

/** The name of a state of a list for readers of `locale`, or its code where names could not be loaded. */
export function stateName(country: string, code: string, locale: string): string {
  return addressNames.states?.stateName(country, code, locale) ?? code;
}
