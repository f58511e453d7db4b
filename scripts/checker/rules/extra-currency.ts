import { currencies } from '../../../src/domain/locale/entity-kind.ts';
import { extraEntity } from './entities/extra-entity.ts';

/** Finds currencies that do not belong into a list. */
export const extraCurrency = extraEntity(currencies);
