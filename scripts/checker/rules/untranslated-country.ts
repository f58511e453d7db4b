import { countries } from '../../../src/domain/locale/entity-kind.ts';
import { untranslatedEntity } from './entities/untranslated-entity.ts';

/** Finds names of countries that were left in another language. */
export const untranslatedCountry = untranslatedEntity(countries);
