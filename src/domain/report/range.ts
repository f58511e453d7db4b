import * as z from 'zod';

const pointSchema = z
  .object({
    line: z.int().min(1).meta({ description: 'Line, from 1' }),
    column: z.int().min(1).meta({ description: 'Column in UTF-16 units, from 1' }),
    offset: z.int().min(0).meta({ description: 'UTF-16 units from the start of the file, a BOM included' }),
  })
  .meta({ description: 'A place in a file' });

/** A half-open range of a file. */
export const rangeSchema = z
  .object({ start: pointSchema, end: pointSchema })
  .meta({ description: 'A half-open range of a file' });
