import { currencies } from '../../../src/domain/locale/entity-kind.ts';
import { missingEntity } from './entities/missing-entity.ts';

/** Finds currencies that a list lacks. */
export const missingCurrency = missingEntity(currencies);
