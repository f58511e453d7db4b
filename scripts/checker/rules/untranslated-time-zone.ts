import { timeZones } from '../../../src/domain/locale/entity-kind.ts';
import { untranslatedEntity } from './entities/untranslated-entity.ts';

/** Finds names of time zones that were left in another language. */
export const untranslatedTimeZone = untranslatedEntity(timeZones);
