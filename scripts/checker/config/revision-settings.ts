import * as z from 'zod';

/** Ways of hashing a source that pins are written in. */
export const hashAlgorithms = ['sha256', 'sha1', 'md5'] as const;

/** What is hashed: the whole file, or what follows its front matter. */
export const hashedParts = ['file', 'body'] as const;

const hashSchema = z.strictObject({
  algorithm: z.enum(hashAlgorithms).meta({ description: 'How the source is hashed' }),
  of: z.enum(hashedParts).optional().meta({
    description: 'What is hashed: the whole file, or its body without front matter; default: file',
  }),
});

/** How a project notes which text of its source a translation was made from. */
export const revisionSettingsSchema = z
  .strictObject({
    frontMatter: z.string().min(1).optional().meta({
      description: 'Front matter key of translations that holds the pin; `a.b` is also the key b below a',
    }),
    comment: z
      .string()
      .regex(/^[\w.:-]+$/, 'write one word, as it stands in the comment before the pin')
      .optional()
      .meta({
        description:
          'Word before the pin in a comment: `<!-- WORD: PIN -->`, in MDX `{/* WORD: PIN */}`; in or under a heading it is the pin of that section',
      }),
    kind: z.enum(['blob', 'commit', 'hash', 'date', 'field']).optional().meta({
      description:
        'What the pin is: git id of the source file, a commit that holds it, a hash of its text, the day of the translation, or the value of `sourceField`; default: recognised',
    }),
    hash: hashSchema.optional().meta({
      description: 'How `lockstep stamp` hashes; default: as other pins of the project were',
    }),
    sourceField: z.string().min(1).optional().meta({
      description:
        'Front matter field of the source, a version or a date, whose value the translation repeats as its pin',
    }),
    history: z.boolean().optional().meta({
      description:
        'Whether git history of both files tells where a page has no pin: a guess, which makes findings less sure',
    }),
  })
  .refine(({ frontMatter, comment, history }) => (frontMatter ?? comment ?? history) !== undefined, {
    error:
      'says nothing; write where pages hold their pins, such as { "frontMatter": "source" }, or { "history": true }',
  })
  .meta({
    anyOf: [{ required: ['frontMatter'] }, { required: ['comment'] }, { required: ['history'] }],
  });

/** See `revisionSettingsSchema`. */
export type RevisionSettings = z.infer<typeof revisionSettingsSchema>;
