import * as z from 'zod';
import { rangeSchema } from './range.ts';

/** A commit, as people speak of it. */
export const commitSchema = z
  .object({
    id: z.string().meta({ description: 'Abbreviated' }),
    date: z.string().meta({ description: 'Day of the commit, ISO 8601' }),
  })
  .meta({ description: 'A commit' });

const aspectSchema = z.enum([
  'text',
  'kind',
  'level',
  'callout',
  'component',
  'link',
  'image',
  'emphasis',
  'code',
  'anchor',
  'footnote',
  'language',
  'checked',
  'number',
  'place',
  'markup',
]);

/** One change of a source page since a translation was made from it. */
export const pageChangeSchema = z.object({
  kind: z.enum(['added', 'removed', 'changed', 'moved']),
  node: z.string().meta({
    description:
      'What changed: `section` (a heading with what stands below it), `heading`, `field` of the front matter, `other` (scripts of MDX), or the kind of the block: `step`, `paragraph`, `code` …',
  }),
  name: z.string().optional().meta({ description: 'The name of a field' }),
  aspects: z.array(aspectSchema).meta({
    description:
      'What about it is another; `place`: it stands in another block; `number`: its list counts otherwise',
  }),
  details: z
    .array(z.object({ aspect: aspectSchema, before: z.string().nullable(), after: z.string().nullable() }))
    .meta({ description: 'Differences that the words do not show, such as the target of a link' }),
  words: z.array(z.object({ kind: z.enum(['kept', 'removed', 'added']), text: z.string() })).meta({
    description:
      'The text word by word, as a reader sees it, without markup; blocks inside it in lines of their own',
  }),
  blocks: z.int().meta({ description: 'How many blocks and headings it is, those inside it included' }),
  section: z
    .object({
      heading: z.string(),
      level: z.int().min(1).max(6),
      anchor: z
        .string()
        .nullable()
        .meta({ description: 'The id that its heading is given; null without one' }),
    })
    .nullable()
    .meta({ description: 'The section of the source that it stands in; null above the first heading' }),
  step: z
    .int()
    .nullable()
    .meta({ description: 'Number of the step that it is or stands in; the old number of one that is gone' }),
  range: rangeSchema.meta({
    description: 'In the source as it is; empty at the place where something is gone',
  }),
  before: rangeSchema.meta({
    description: 'In the old text, which `revision` names; empty for something new',
  }),
  translation: rangeSchema
    .nullable()
    .meta({ description: 'Where the translation says it; null for something new, and for what it lacks' }),
  inTranslation: z
    .boolean()
    .meta({ description: 'True when the translation certainly has this change already' }),
});

/** How a source has gone on since a translation was made from it; in a report where it was asked for. */
export const pageDriftSchema = z
  .object({
    pin: z.string().meta({ description: 'The revision as the page writes it' }),
    known: z
      .enum(['pin', 'hash', 'history', 'date'])
      .meta({ description: 'How the revision is known; `history` and `date` are guesses' }),
    certainty: z
      .number()
      .min(0)
      .max(1)
      .meta({ description: 'How sure it is that this is the revision, 0 to 1' }),
    revision: z
      .string()
      .nullable()
      .meta({ description: 'Git blob id of the old text; null where that text is not to be had' }),
    since: commitSchema.nullable().meta({ description: 'The first commit that changed the source since' }),
    commits: z.int().nullable().meta({ description: 'How many commits have changed the source since' }),
    lastCommit: commitSchema.nullable().meta({ description: 'The commit that last changed the source' }),
    cosmetic: z
      .boolean()
      .meta({ description: 'True when only the form of the source has changed: nothing to translate' }),
    inTranslation: z
      .boolean()
      .meta({ description: 'True when the translation certainly has all changes already' }),
    summary: z
      .object({
        added: z.int(),
        removed: z.int(),
        changed: z.int(),
        moved: z.int(),
        blocks: z.int().meta({ description: 'Blocks and headings that are new, gone or other' }),
        wordsAdded: z.int(),
        wordsRemoved: z.int(),
        text: z.string().meta({ description: 'In short: `2 steps changed, 1 section added`' }),
      })
      .nullable()
      .meta({ description: 'null where the old text is not to be had' }),
    changes: z
      .array(pageChangeSchema)
      .nullable()
      .meta({ description: 'In the order of the source as it is; null where the old text is not to be had' }),
  })
  .meta({ description: 'How the source has gone on since the translation was made from it' });

/** See `pageDriftSchema`. */
export type PageDrift = z.infer<typeof pageDriftSchema>;
/** See `pageChangeSchema`. */
export type PageChange = z.infer<typeof pageChangeSchema>;
