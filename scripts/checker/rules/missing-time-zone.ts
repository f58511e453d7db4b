import { timeZones } from '../../../src/domain/locale/entity-kind.ts';
import { missingEntity } from './entities/missing-entity.ts';

/** Finds time zones that a list lacks. */
export const missingTimeZone = missingEntity(timeZones);
