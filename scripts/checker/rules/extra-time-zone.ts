import { timeZones } from '../../../src/domain/locale/entity-kind.ts';
import { extraEntity } from './entities/extra-entity.ts';

/** Finds time zones that do not belong into a list. */
export const extraTimeZone = extraEntity(timeZones);
