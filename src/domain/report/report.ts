import * as z from 'zod';
import { pageAlignmentSchema } from './page-alignment.ts';
import { pageDriftSchema } from './page-drift.ts';
import { pageStateSchema } from './page-state.ts';
import { rangeSchema } from './range.ts';
import { severities } from './severity.ts';

/** The report's schema version; raised when a reader of the old form would break. */
export const reportVersion = 1;

/** How bad a fault is. */
export const severitySchema = z.enum(severities);

/** Another place that a finding speaks of. */
export const relatedSchema = z.object({
  label: z.string().meta({ description: 'What stands there, such as "the source"' }),
  path: z.string(),
  range: rangeSchema,
  revision: z
    .string()
    .optional()
    .meta({ description: 'Git blob id of the text that `range` lies in; absent for the file as it is' }),
});

/** One fault at one place. */
export const findingSchema = z.object({
  rule: z.string().meta({ description: 'Id of the rule; permanent' }),
  severity: severitySchema,
  confidence: z.number().min(0).max(1).meta({ description: 'How sure the checker is, 0 to 1' }),
  message: z.string().meta({ description: 'One line without a full stop' }),
  help: z.string().meta({ description: 'What to do now, an imperative sentence' }),
  locale: z.string().meta({ description: 'BCP 47 locale of the page' }),
  path: z.string().meta({ description: 'File, relative to the working folder, with forward slashes' }),
  range: rangeSchema.meta({ description: 'What a translator would edit; empty where something is absent' }),
  related: z.array(relatedSchema),
  data: z
    .record(z.string(), z.unknown())
    .meta({ description: "The rule's own facts; typed and stable per rule" }),
  fingerprint: z
    .string()
    .meta({ description: 'The same for the same fault after lines moved; unique in a report' }),
  fix: z
    .object({
      title: z.string().meta({ description: 'What it does, an imperative without a full stop' }),
      safety: z.enum(['safe', 'unsafe']).meta({
        description: 'safe: exactly one answer is right; unsafe: a person should look at the result',
      }),
      edits: z.array(z.object({ range: rangeSchema, text: z.string() })).meta({
        description: 'Texts to put into ranges of the file that `path` names; they overlap nowhere',
      }),
    })
    .nullable()
    .meta({ description: 'What would mend the fault; null where a translator must decide' }),
});

/** A page that the run looked at, or missed. */
export const reportedPageSchema = z.object({
  key: z.string().meta({ description: 'What a page and its translations have in common' }),
  locale: z.string(),
  path: z.string(),
  source: z.string().nullable().meta({ description: 'Path of the source page' }),
  state: pageStateSchema,
  alignment: pageAlignmentSchema
    .optional()
    .meta({ description: 'With `--include alignment`, for a translation that was held against its source' }),
  drift: pageDriftSchema
    .optional()
    .meta({ description: 'With `--include drift`, for a translation that is behind' }),
});

/** Something the run could not judge, and why. */
export const notComparedSchema = z.object({
  path: z.string(),
  reason: z.string().meta({ description: 'A full sentence' }),
});

/** Which part of a check a report is of, and what all parts must have in common. */
export const shardDetailsSchema = z
  .object({
    index: z.int().min(1).meta({ description: 'Which part this is, from 1' }),
    count: z.int().min(1).meta({ description: 'How many parts there are' }),
    version: z.string().meta({ description: 'Version of lockstep' }),
    request: z
      .object({
        paths: z.array(z.string()),
        ignoresUnmatched: z.boolean().meta({ description: 'Whether paths without a page are passed over' }),
        locales: z.array(z.string()),
        rules: z.array(z.string()),
        included: z.array(z.string()).meta({ description: 'What `--include` asked for' }),
        base: z.string().nullable().meta({ description: 'What `--base` named' }),
        baseline: z.string().nullable().meta({ description: 'What `--baseline` named' }),
      })
      .meta({ description: 'What the check was asked' }),
    settings: z.string().meta({ description: 'Names the settings: others have another name' }),
    judgement: z.string().meta({ description: 'Names rules, product and program' }),
    tree: z.string().meta({ description: 'Names the pages, their sizes and places' }),
    checksum: z.string().meta({ description: 'Of `shardResults`' }),
  })
  .meta({ description: 'Which part of a check this is a report of; absent for a whole check' });

/** What `lockstep check --format json` prints. */
export const reportSchema = z.object({
  version: z.literal(reportVersion),
  summary: z.object({
    pages: z.int(),
    pairs: z.int(),
    errors: z.int(),
    warnings: z.int(),
    notes: z.int(),
    suppressed: z.int(),
    messageFiles: z
      .int()
      .optional()
      .meta({ description: 'Files of messages that were read; absent where the settings name none' }),
  }),
  pages: z.array(reportedPageSchema),
  findings: z.array(findingSchema),
  notCompared: z.array(notComparedSchema),
  shard: shardDetailsSchema.optional(),
  shardResults: z
    .array(
      z.object({
        name: z.string().meta({ description: 'Names all that the result rests on' }),
        result: z.record(z.string(), z.unknown()),
      }),
    )
    .optional()
    .meta({
      description:
        'What became of each page in all its languages, for `lockstep merge` of the same version alone; absent for a whole check',
    }),
});

export type { PageAlignment } from './page-alignment.ts';
export type { PageChange, PageDrift } from './page-drift.ts';
export { type PageState, pageStateSchema } from './page-state.ts';
export { rangeSchema } from './range.ts';
export type { Severity } from './severity.ts';
/** See `findingSchema`. */
export type Finding = z.infer<typeof findingSchema>;
/** See `reportedPageSchema`. */
export type ReportedPage = z.infer<typeof reportedPageSchema>;
/** See `notComparedSchema`. */
export type NotCompared = z.infer<typeof notComparedSchema>;
/** See `shardDetailsSchema`. */
export type ShardDetails = z.infer<typeof shardDetailsSchema>;
/** See `reportSchema`. */
export type Report = z.infer<typeof reportSchema>;
