import { countries } from '../../../src/domain/locale/entity-kind.ts';
import { repeatedEntity } from './entities/repeated-entity.ts';

/** Finds countries that a list names more than once. */
export const repeatedCountry = repeatedEntity(countries);
