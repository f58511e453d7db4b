import * as z from 'zod';
import { commitSchema, pageDriftSchema } from './page-drift.ts';
import { pageStateSchema } from './page-state.ts';

/** The schema version of the status; raised when a reader of the old form would break. */
export const statusVersion = 1;

/** What there is to do about a page, the most pressing first. */
export const actions = ['act', 'broken', 'translate', 'remove', 'unknown', 'restamp', 'fine'] as const;

/** See `actions`. */
export const actionSchema = z.enum(actions).meta({
  description:
    'What to do: `act`: the source says something else now; `broken`: the page lacks parts of its own source, or cannot be read; `translate`: it is missing; `remove`: it has no source, so remove or rename it; `unknown`: nobody knows which source text it was made from; `restamp`: only the form of the source has changed, or the page has the same changes; `fine`: nothing',
});

/** How a translation stands, and what there is to do. */
export const pageStatusSchema = z.object({
  key: z.string().meta({ description: 'What a page and its translations have in common' }),
  locale: z.string().meta({ description: 'BCP 47' }),
  path: z
    .string()
    .meta({ description: 'Where it is, or would be; relative to the working folder, with forward slashes' }),
  source: z.string().nullable().meta({ description: 'Path of the source page' }),
  state: pageStateSchema,
  action: actionSchema,
  reason: z
    .string()
    .meta({ description: 'Why, in short, without a full stop; empty where there is nothing to say' }),
  since: commitSchema.nullable().meta({ description: 'The first commit that changed the source since' }),
  structure: z
    .object({
      errors: z.int(),
      warnings: z.int(),
      rules: z.record(z.string(), z.int()).meta({ description: 'How many findings each rule has' }),
    })
    .meta({ description: 'In what the page differs from the parts of its own source text' }),
  drift: pageDriftSchema.nullable().meta({ description: 'null where the page is not behind' }),
});

/** How the translations into a language stand. */
export const localeStatusSchema = z.object({
  locale: z.string().meta({ description: 'BCP 47' }),
  pages: z.int().meta({ description: 'Pages that there are or should be' }),
  percent: z.int().meta({ description: 'How many of a hundred are fine, rounded down' }),
  counts: z.record(z.enum(actions), z.int()).meta({ description: 'Pages by what there is to do about them' }),
});

/** What `lockstep status --format json` prints. */
export const statusSchema = z.object({
  version: z.literal(statusVersion),
  locales: z.array(localeStatusSchema),
  pages: z.array(pageStatusSchema).meta({ description: 'By locale and path' }),
  hint: z.string().nullable().meta({
    description:
      'How to learn which source texts translations were made from, where the settings do not say; a sentence',
  }),
  notCompared: z.array(z.object({ path: z.string(), reason: z.string() })),
});

/** See `actions`. */
export type Action = (typeof actions)[number];
/** See `pageStatusSchema`. */
export type PageStatus = z.infer<typeof pageStatusSchema>;
/** See `localeStatusSchema`. */
export type LocaleStatus = z.infer<typeof localeStatusSchema>;
/** See `statusSchema`. */
export type StatusReport = z.infer<typeof statusSchema>;
