import { languages } from '../../../src/domain/locale/entity-kind.ts';
import { missingEntity } from './entities/missing-entity.ts';

/** Finds languages that a list lacks. */
export const missingLanguage = missingEntity(languages);
