import { timeZones } from '../../../src/domain/locale/entity-kind.ts';
import { repeatedEntity } from './entities/repeated-entity.ts';

/** Finds time zones that a list names more than once. */
export const repeatedTimeZone = repeatedEntity(timeZones);
