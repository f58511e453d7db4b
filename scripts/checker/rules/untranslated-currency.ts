import { currencies } from '../../../src/domain/locale/entity-kind.ts';
import { untranslatedEntity } from './entities/untranslated-entity.ts';

/** Finds names of currencies that were left in another language. */
export const untranslatedCurrency = untranslatedEntity(currencies);
