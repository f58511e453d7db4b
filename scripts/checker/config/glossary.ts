import * as z from 'zod';
import { localeTagOf } from '../../../src/domain/locale/locale-tag.ts';

const wordsSchema = z.string().refine((value) => /[\p{L}\p{N}]/u.test(value), {
  error: ({ input }) => `\`${String(input)}\` has no letters; write the term as a page prints it`,
});

const oneOrMoreSchema = z.union([wordsSchema, z.array(wordsSchema).min(1)]);

const byLocaleSchema = byLocale(oneOrMoreSchema);
const byLocaleTextSchema = byLocale(z.string().min(1));

const termSchema = z
  .strictObject({
    source: oneOrMoreSchema
      .optional()
      .meta({ description: 'The term as source pages print it, or several that mean the same' }),
    translations: byLocaleSchema
      .optional()
      .meta({ description: 'By locale: what the term is called there, in its plain form, or several ways' }),
    forbidden: byLocaleSchema.optional().meta({
      description: 'By locale: what the term is not called; without `source`, what nothing is called',
    }),
    untouchable: z
      .boolean()
      .optional()
      .meta({ description: 'Stays as it is in every language, as names of products do' }),
    note: z.string().optional().meta({ description: 'What translators should know of it' }),
    notes: byLocaleTextSchema
      .optional()
      .meta({ description: 'By locale: the note in that language, for a glossary that readers see' }),
  })
  .refine((term) => term.source !== undefined || term.forbidden !== undefined, {
    error: 'has neither `source` nor `forbidden`; write the term as source pages print it',
  })
  .refine((term) => term.translations === undefined || term.source !== undefined, {
    error: 'has `translations` without `source`; write the term as source pages print it',
  })
  .refine((term) => term.untouchable !== true || term.source !== undefined, {
    error: 'is `untouchable` without `source`; write the name as source pages print it',
  })
  .refine((term) => term.translations ?? term.forbidden ?? term.untouchable, {
    error: 'says nothing of the term; write `translations`, `forbidden` or `untouchable`',
  });

/** A glossary, in the settings or in a file of its own: what the terms of a documentation are called in each language. */
export const glossarySchema = z.strictObject({
  $schema: z.string().optional().meta({ description: 'For editors; not read' }),
  terms: z.array(termSchema).meta({ description: 'Every term, in any order' }),
});

/** See `glossarySchema`. */
export type GlossarySettings = z.infer<typeof glossarySchema>;

function byLocale<Value extends z.ZodType>(value: Value) {
  return z.record(
    z.string().refine((tag) => localeTagOf(tag) !== undefined),
    value,
    {
      error: ({ code, input }) =>
        code === 'invalid_key'
          ? `\`${String(input)}\` is not a locale; write a BCP 47 tag such as sv-SE or zh-Hans`
          : undefined,
    },
  );
}
