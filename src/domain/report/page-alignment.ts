import * as z from 'zod';
import { rangeSchema } from './range.ts';

/** Which part of a translation answers which of its source; in a report where it was asked for. */
export const pageAlignmentSchema = z
  .object({
    revision: z.string().nullable().meta({
      description: 'Git blob id of the source text that `source` ranges lie in; null for the file as it is',
    }),
    score: z.number().min(0).max(1).meta({ description: 'How far the two pages are one text, 0 to 1' }),
    pairs: z
      .array(
        z.object({
          kind: z
            .string()
            .meta({ description: '`section`, or the kind of the block: `step`, `paragraph`, `code` …' }),
          verdict: z.enum(['same', 'moved', 'merged', 'split', 'missing', 'extra']),
          score: z.number().min(0).max(1).meta({ description: 'How sure the verdict is, 0 to 1' }),
          source: z
            .array(rangeSchema)
            .meta({ description: 'A section is shown by its heading; empty for `extra`' }),
          translation: z.array(rangeSchema).meta({ description: 'Empty for `missing`' }),
        }),
      )
      .meta({
        description: "Sections first, then blocks, parents before children, each in the source's order",
      }),
  })
  .meta({ description: 'Which part of the translation answers which of the source' });

/** See `pageAlignmentSchema`. */
export type PageAlignment = z.infer<typeof pageAlignmentSchema>;
