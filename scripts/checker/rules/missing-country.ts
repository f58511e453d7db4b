import { countries } from '../../../src/domain/locale/entity-kind.ts';
import { missingEntity } from './entities/missing-entity.ts';

/** Finds countries that a list lacks. */
export const missingCountry = missingEntity(countries);
