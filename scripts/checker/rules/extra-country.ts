import { countries } from '../../../src/domain/locale/entity-kind.ts';
import { extraEntity } from './entities/extra-entity.ts';

/** Finds countries that do not belong into a list. */
export const extraCountry = extraEntity(countries);
