import * as z from 'zod';
import { dialects } from '../../../src/domain/document/page-document.ts';
import { entityKindIds, entityKindOf } from '../../../src/domain/locale/entity-kind.ts';
import { localeTagOf } from '../../../src/domain/locale/locale-tag.ts';
import { messageFormats } from '../../../src/domain/messages/message-file.ts';
import { severitySchema } from '../../../src/domain/report/report.ts';
import { rules } from '../rules/index.ts';
import { glossarySchema } from './glossary.ts';

const localeSchema = z
  .string()
  .refine((value) => localeTagOf(value) !== undefined, {
    error: ({ input }) => `\`${String(input)}\` is no locale; write a BCP 47 tag such as sv-SE or zh-Hans`,
  })
  .meta({ description: 'A BCP 47 tag, such as sv-SE or zh-Hans' });

const pagePatternSchema = z
  .string()
  .regex(/\{path\}/, {
    error: ({ input }) =>
      `\`${String(input)}\` lacks {path}; write where pages are, such as content/{locale}/{path}.md`,
  })
  .meta({ description: 'Where pages are: {locale} and {path} stand for what differs' });

const labelPatternSchema = z
  .string()
  .regex(/\{locale\}/, {
    error: ({ input }) =>
      `\`${String(input)}\` lacks {locale}; write where each locale's labels are, such as locales/{locale}/labels.json`,
  })
  .meta({ description: 'JSON files with {locale}, or `#dotted.key` behind them for a part of each' });

const messagePatternSchema = z
  .string()
  .regex(/\.(?:json|jsonc|arb)$/, {
    error: ({ input }) =>
      `\`${String(input)}\` names no JSON or ARB files; write where messages are, such as locales/{locale}/{path}.json`,
  })
  .meta({ description: 'Where messages are: JSON or ARB files' });

const severitySettingSchema = z
  .enum(['off', ...severitySchema.options])
  .meta({ id: 'severity', description: 'off, or the severity of what the rule finds' });

const ruleSettingSchema = z
  .union([
    severitySettingSchema,
    z.strictObject({
      severity: severitySettingSchema.optional(),
      ignore: z
        .array(z.string())
        .optional()
        .meta({ description: 'Globs of pages that the rule leaves alone' }),
    }),
  ])
  .meta({ id: 'rule', description: 'off, the severity of what the rule finds, or an object with more' });

const ruleSettingsSchema = z.strictObject(
  Object.fromEntries(
    rules.map(({ id, docs }) => [id, ruleSettingSchema.optional().meta({ description: docs.summary })]),
  ),
);

const entityListSchema = z
  .strictObject({
    name: z.string().min(1).meta({ description: 'What findings call the list' }),
    kind: z.enum(entityKindIds).meta({ description: 'What it lists' }),
    codes: z.union([z.string(), z.array(z.string())]).meta({
      description:
        'Codes, or the path of a JSON file that holds them: of ISO 3166-1 alpha-2 for countries, BCP 47 for languages, ISO 4217 for currencies, the IANA database for time zones',
    }),
    pages: z
      .array(
        z.strictObject({
          key: z.string().meta({ description: 'What {path} stands for in the page' }),
          anchor: z.string().optional().meta({ description: 'Anchor of the section that holds the list' }),
        }),
      )
      .meta({ description: 'Where the pages print the list' }),
  })
  .superRefine(({ kind: id, codes }, context) => {
    const kind = entityKindOf(id);
    for (const [place, code] of typeof codes === 'string' ? [] : codes.entries()) {
      if (kind.isCode(code)) continue;
      const message = `\`${code}\` is no code of a ${kind.one}; write ${kind.standard}`;
      context.addIssue({ code: 'custom', path: ['codes', place], message });
    }
  });

/** What `tellsLocale` asks, for the JSON Schema: `pattern` is about a text alone, `contains` about a list. */
const tellingLocale = { pattern: '\\{locale\\}', contains: { type: 'string', pattern: '\\{locale\\}' } };

/** Where no pattern has {locale}, every page would be a source; that there is none at all is another fault. */
function tellsLocale(pages: string | readonly string[]): boolean {
  return pages.length === 0 || [pages].flat().some((pattern) => pattern.includes('{locale}'));
}

/** What a project tells the checker about itself; everything but `sourceLocale` and `pages` or `messages` may be left out. */
export const settingsSchema = z.strictObject({
  $schema: z.string().optional().meta({ description: 'For editors; not read' }),
  sourceLocale: localeSchema.meta({ description: 'BCP 47 locale that pages are first written in' }),
  locales: z
    .array(localeSchema)
    .min(1)
    .optional()
    .meta({ description: 'Locales that every page is expected in; default: those found' }),
  pages: z
    .union([pagePatternSchema, z.array(pagePatternSchema).min(1)])
    .refine(tellsLocale, {
      error: 'no pattern has {locale}; write where translations are, such as content/{locale}/{path}.md',
    })
    .meta({
      ...tellingLocale,
      description:
        'Where pages are: {locale} and {path} stand for what differs, other {names} for one folder. A pattern without {locale} describes source pages. May be left out where there are messages.',
    })
    .optional(),
  messages: z
    .union([messagePatternSchema, z.array(messagePatternSchema).min(1)])
    .refine(tellsLocale, {
      error: 'no pattern has {locale}; write where translations are, such as locales/{locale}/{path}.json',
    })
    .optional()
    .meta({
      ...tellingLocale,
      description:
        'Files of messages (i18next, JSON, ARB): patterns as for pages. A pattern without {locale} describes source files.',
    }),
  messageFormat: z
    .enum(messageFormats)
    .optional()
    .meta({ description: 'How messages are written; default: recognised, pattern by pattern' }),
  messageUsage: z
    .strictObject({
      code: z
        .union([z.string(), z.array(z.string()).min(1)])
        .meta({ description: 'Globs of the code that says the messages' }),
      functions: z
        .array(z.string().regex(/^[\w$.]+$/, 'write the name of a function'))
        .min(1)
        .optional()
        .meta({ description: 'Functions that take a key first; default: t and $t' }),
    })
    .optional()
    .meta({ description: 'Finds messages that no code says, and keys that nobody has defined' }),
  dialect: z
    .enum(dialects)
    .optional()
    .meta({ description: 'Markdown flavour; default: recognised page by page' }),
  sourceRevision: z
    .strictObject({
      frontMatter: z
        .string()
        .min(1)
        .meta({ description: 'Front matter key of translations that holds the git id of their source' }),
    })
    .optional()
    .meta({ description: 'How a translation says which text of the source it was made from' }),
  frontMatter: z
    .strictObject({
      same: z
        .array(z.string())
        .optional()
        .meta({ description: 'Fields with the same value in every language' }),
      own: z.array(z.string()).optional().meta({ description: "Fields that are each language's own affair" }),
    })
    .optional()
    .meta({ description: 'Fields of the front matter, beside those that the rules know' }),
  labels: z
    .union([labelPatternSchema, z.array(labelPatternSchema)])
    .optional()
    .meta({
      description:
        "The product's UI labels: JSON files with {locale}, flat or nested; `#dotted.key` names a part of the file",
    }),
  glossary: z
    .union([z.string().min(1), z.array(z.string().min(1)), glossarySchema])
    .optional()
    .meta({
      description:
        'What terms are called in each language, which words are not used, and which names stay as they are: JSON files, or the terms themselves',
    }),
  entityLists: z
    .array(entityListSchema)
    .optional()
    .meta({ description: 'Sets that the product knows and pages print' }),
  rules: ruleSettingsSchema
    .optional()
    .meta({ description: 'By rule: off, its severity, or an object with more' }),
  baseline: z.string().min(1).optional().meta({
    description: 'File of findings that the project has taken note of; `lockstep baseline` writes it',
  }),
  ignore: z.array(z.string()).optional().meta({ description: 'Globs of files that are no pages' }),
});

/** See `settingsSchema`. */
export type Settings = z.infer<typeof settingsSchema>;
