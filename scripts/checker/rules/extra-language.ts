import { languages } from '../../../src/domain/locale/entity-kind.ts';
import { extraEntity } from './entities/extra-entity.ts';

/** Finds languages that do not belong into a list. */
export const extraLanguage = extraEntity(languages);
