import { countries } from '../../../src/domain/locale/entity-kind.ts';
import { outdatedEntity } from './entities/outdated-entity.ts';

/** Finds names of countries that are out of use. */
export const outdatedCountry = outdatedEntity(countries);
