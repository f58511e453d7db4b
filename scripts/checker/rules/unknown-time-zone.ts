import { timeZones } from '../../../src/domain/locale/entity-kind.ts';
import { unknownEntity } from './entities/unknown-entity.ts';

/** Finds words in a list of time zones that are no time zone. */
export const unknownTimeZone = unknownEntity(timeZones);
