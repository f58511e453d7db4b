import { languages } from '../../../src/domain/locale/entity-kind.ts';
import { unknownEntity } from './entities/unknown-entity.ts';

/** Finds words in a list of languages that are no language. */
export const unknownLanguage = unknownEntity(languages);
