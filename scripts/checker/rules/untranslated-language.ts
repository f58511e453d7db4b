import { languages } from '../../../src/domain/locale/entity-kind.ts';
import { untranslatedEntity } from './entities/untranslated-entity.ts';

/** Finds names of languages that were left in another language. */
export const untranslatedLanguage = untranslatedEntity(languages);
