import { countries } from '../../../src/domain/locale/entity-kind.ts';
import { unknownEntity } from './entities/unknown-entity.ts';

/** Finds words in a list of countries that are no country. */
export const unknownCountry = unknownEntity(countries);
