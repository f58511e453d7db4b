import { countries } from '../../../src/domain/locale/entity-kind.ts';
import { misplacedEntity } from './entities/misplaced-entity.ts';

/** Finds countries that stand elsewhere in a sorted list than the order puts them. */
export const misplacedCountry = misplacedEntity(countries);
