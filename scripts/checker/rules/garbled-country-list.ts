import { countries } from '../../../src/domain/locale/entity-kind.ts';
import { garbledEntityList } from './entities/garbled-entity-list.ts';

/** Finds lists of countries that are beyond use. */
export const garbledCountryList = garbledEntityList(countries);
