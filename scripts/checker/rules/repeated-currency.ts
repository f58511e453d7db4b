import { currencies } from '../../../src/domain/locale/entity-kind.ts';
import { repeatedEntity } from './entities/repeated-entity.ts';

/** Finds currencies that a list names more than once. */
export const repeatedCurrency = repeatedEntity(currencies);
