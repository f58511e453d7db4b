import { currencies } from '../../../src/domain/locale/entity-kind.ts';
import { unknownEntity } from './entities/unknown-entity.ts';

/** Finds words in a list of currencies that are no currency. */
export const unknownCurrency = unknownEntity(currencies);
