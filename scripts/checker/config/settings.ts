import * as z from 'zod';
import { dialects } from '../../../src/domain/document/page-document.ts';
import { entityKindIds, entityKindOf } from '../../../src/domain/locale/entity-kind.ts';
import { localeTagOf } from '../../../src/domain/locale/locale-tag.ts';
import { messageFormats } from '../../../src/domain/messages/message-file.ts';
import { severitySchema } from '../../../src/domain/report/report.ts';
import { rules } from '../rules/index.ts';
import { glossarySchema } from './glossary.ts';
import { revisionSettingsSchema } from './revision-settings.ts';
import { setNameOf } from './set-name.ts';

const localeSchema = z
  .string()
  .refine((value) => localeTagOf(value) !== undefined, {
    error: ({ input }) => `\`${String(input)}\` is not a locale; write a BCP 47 tag such as sv-SE or zh-Hans`,
  })
  .meta({ description: 'A BCP 47 tag, such as sv-SE or zh-Hans' });

/**
 * A pattern of paths. What can never match is refused with what to write instead: each as an expression of its own, so
 * that the JSON Schema asks the same.
 */
const pathPatternSchema = z
  .string()
  .regex(/^[^*?]*$/, {
    error: ({ input }) =>
      `\`${String(input)}\` has \`*\` or \`?\`, which stand for themselves here; write {path} for folders and a file's name, or a {name} of your own for one folder`,
  })
  .regex(/^(?![/\\~]|[A-Za-z]:)/, {
    error: ({ input }) =>
      `\`${String(input)}\` does not begin in the working folder; write it relative to that`,
  })
  .regex(/^(?:[^{}]|\{(?:\w+|[^{}/]*,[^{}/]*)\})*$/, {
    error: ({ input }) =>
      `\`${String(input)}\` has a brace that belongs to no name; write {locale}, {path}, a {name} of your own, or {md,mdx} for either`,
  })
  .regex(/^(?!.*\{(?:Locale|LOCALE|Path|PATH)\})/, {
    error: ({ input }) => `\`${String(input)}\` has a name in capitals; write {locale} and {path}`,
  });

const pagePatternSchema = pathPatternSchema
  .regex(/\{path\}|^[^{}*]*(?:\{locale\}[^{}*]*)?\.(?:md|mdx|markdown|txt)$/, {
    error: ({ input }) =>
      `\`${String(input)}\` lacks {path}; write where pages are, such as content/{locale}/{path}.md, or name one file, such as README.{locale}.md`,
  })
  .meta({
    id: 'pagePattern',
    description:
      'Where pages are: {locale} and {path} stand for what differs, other {names} for one folder, {md,mdx} for either. Without {locale} it describes source pages, without {path} one page: README.{locale}.md',
  });

const labelPatternSchema = pathPatternSchema
  .regex(/\{locale\}/, {
    error: ({ input }) =>
      `\`${String(input)}\` lacks {locale}; write where each locale's labels are, such as locales/{locale}/labels.json`,
  })
  .meta({ description: 'JSON files with {locale}, or `#dotted.key` behind them for a part of each' });

const messagePatternSchema = pathPatternSchema
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
      const message = `\`${code}\` is not a ${kind.one} code; write ${kind.standard}`;
      context.addIssue({ code: 'custom', path: ['codes', place], message });
    }
  });

const namedTextsSchema = z.union([
  z.string().regex(/^[^#]*\.json(?:#.+)?$/, {
    error: ({ input }) =>
      `\`${String(input)}\` names no JSON file; write a path such as src/rules.json, or src/rules.json#part.of.it, or a list`,
  }),
  z.array(z.string().min(1)).min(1),
]);

const requiredAnchorsSchema = z.strictObject({
  pages: z
    .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
    .meta({ description: 'What {path} stands for in the pages that must have the ids' }),
  ids: namedTextsSchema.meta({
    description:
      'The ids, or the path of a JSON file whose texts they are, however nested; `#dotted.key` names a part of the file',
  }),
});

const requiredMessagesSchema = z.strictObject({
  files: z
    .union([messagePatternSchema, z.array(messagePatternSchema).min(1)])
    .meta({ description: 'Files of messages that must have the keys: their paths, with {locale}' }),
  keys: namedTextsSchema.meta({
    description:
      'The keys, joined by dots, or the path of a JSON file: the keys of an object there, the texts of a list; `#dotted.key` names a part of the file, `#dotted.key.*` the values in it',
  }),
  prefix: z.string().optional().meta({ description: 'Stands before each of the keys, such as `issues.`' }),
});

/** What `lacksLocale` asks, for the JSON Schema: `pattern` is about a text alone, `contains` about a list. */
const withLocale = { type: 'string', pattern: '\\{locale\\}' };
const tellingLocale = {
  pattern: withLocale.pattern,
  allOf: [{ anyOf: [{ not: { contains: { type: 'string' } } }, { contains: withLocale }] }],
};

/** Where no pattern has {locale}, every page would be a source; that there is none at all is another fault. */
function lacksLocale(patterns: unknown): boolean {
  const texts = [patterns].flat().filter((pattern) => typeof pattern === 'string');
  return texts.length > 0 && !texts.some((pattern) => pattern.includes('{locale}'));
}

function lackOfLocale(patterns: unknown, example: string): string {
  const [, name] = /\{(lang|language|lng|culture|i18n)\}/.exec([patterns].flat().join(' ')) ?? [];
  return name === undefined
    ? `no pattern has {locale}; write where translations are, such as ${example}`
    : `no pattern has {locale}; write it in place of {${name}}`;
}

const pagePatternsSchema = z
  .union([pagePatternSchema, z.array(pagePatternSchema).min(1)])
  .refine((patterns) => !lacksLocale(patterns), {
    error: ({ input }) => lackOfLocale(input, 'content/{locale}/{path}.md'),
  })
  .meta({ ...tellingLocale, description: 'Where the pages of the set are' });

const localeNamesSchema = z.record(z.string().min(1), localeSchema).meta({
  description:
    'Names in paths that are no BCP 47 tags, and what each stands for: { "german": "de" }. They come before what a name would mean else',
});

const ignoreSchema = z.array(z.string().min(1)).meta({ description: 'Globs of files that are not pages' });

const dialectSchema = z
  .enum(dialects)
  .meta({ description: 'Markdown flavour; default: recognised page by page' });

const pageSetSchema = z
  .strictObject({
    name: z
      .string()
      .regex(/^[^:\s]+$/, {
        error: ({ input }) =>
          `\`${String(input)}\` has a space or a colon; write a name such as api or packages/forms`,
      })
      .optional()
      .meta({
        description:
          'Stands before the keys of its pages, with a colon; default: the folder that its first pattern begins with',
      }),
    patterns: pagePatternsSchema,
    sourceLocale: localeSchema
      .optional()
      .meta({ description: 'BCP 47 locale that its pages are first written in; default: that of all' }),
    locales: z
      .array(localeSchema)
      .min(1)
      .optional()
      .meta({ description: 'Locales that each of its pages is expected in; default: those of all' }),
    localeNames: localeNamesSchema.optional(),
    dialect: dialectSchema.optional(),
    ignore: ignoreSchema.optional(),
  })
  .meta({ id: 'pageSet', description: 'A documentation of its own beside others' });

/** Pages that are held against each other and against no others. */
export type PageSetSettings = z.infer<typeof pageSetSchema>;

const overrideSchema = z
  .strictObject({
    files: z
      .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
      .optional()
      .meta({ description: 'Globs of the files it is about; default: all' }),
    locales: z
      .array(localeSchema)
      .min(1)
      .optional()
      .meta({ description: 'Locales it is about; default: all' }),
    rules: ruleSettingsSchema.meta({ description: 'As `rules` of all settings; a later override wins' }),
  })
  .refine(({ files, locales }) => files !== undefined || locales !== undefined, {
    error: 'says neither `files` nor `locales`; what is for all pages belongs into `rules`',
  })
  .meta({ anyOf: [{ required: ['files'] }, { required: ['locales'] }] });

/** Two sets of one name would share the keys of their pages. */
function addRepeatedNames(
  pages: string | PageSetSettings | readonly (string | PageSetSettings)[],
  context: z.RefinementCtx,
): void {
  const names = new Set<string>();
  for (const [place, entry] of [pages].flat().entries()) {
    if (typeof entry === 'string') continue;
    const name = setNameOf(entry);
    const path = Array.isArray(pages) ? [place] : [];
    if (name === '') {
      const message =
        'is a set without a name, for its first pattern begins with no folder; give it a `name`';
      context.addIssue({ code: 'custom', path, message });
    } else if (names.has(name)) {
      const message = `is a second set called \`${name}\`; give it another \`name\``;
      context.addIssue({ code: 'custom', path, message });
    }
    names.add(name);
  }
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
  localeNames: localeNamesSchema.optional(),
  pages: z
    .union([pagePatternSchema, z.array(z.union([pagePatternSchema, pageSetSchema])).min(1), pageSetSchema])
    .refine((pages) => !lacksLocale(pages), {
      error: ({ input }) => lackOfLocale(input, 'content/{locale}/{path}.md'),
    })
    .superRefine(addRepeatedNames)
    .meta({
      ...tellingLocale,
      description:
        'Where pages are: patterns with {locale} and {path}, or sets with patterns and settings of their own. A pattern without {locale} describes source pages. May be left out where there are messages.',
    })
    .optional(),
  messages: z
    .union([messagePatternSchema, z.array(messagePatternSchema).min(1)])
    .refine((patterns) => !lacksLocale(patterns), {
      error: ({ input }) => lackOfLocale(input, 'locales/{locale}/{path}.json'),
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
  dialect: dialectSchema.optional(),
  sourceRevision: revisionSettingsSchema
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
  requiredAnchors: z
    .array(requiredAnchorsSchema)
    .optional()
    .meta({ description: 'Ids that a program leads to, and pages must have in every language' }),
  requiredMessages: z
    .array(requiredMessagesSchema)
    .optional()
    .meta({ description: 'Messages that a program says under keys that its code does not show whole' }),
  rules: ruleSettingsSchema
    .optional()
    .meta({ description: 'By rule: off, its severity, or an object with more' }),
  overrides: z
    .array(overrideSchema)
    .optional()
    .meta({ description: 'Rules for some files or locales; a later override wins over an earlier one' }),
  baseline: z.string().min(1).optional().meta({
    description: 'File of findings that the project has taken note of; `lockstep baseline` writes it',
  }),
  ignore: ignoreSchema.optional(),
});

/** See `settingsSchema`. */
export type Settings = z.infer<typeof settingsSchema>;
