import { languages } from '../../../src/domain/locale/entity-kind.ts';
import { repeatedEntity } from './entities/repeated-entity.ts';

/** Finds languages that a list names more than once. */
export const repeatedLanguage = repeatedEntity(languages);
