import * as z from 'zod/mini';
import { countryCodes } from './countries.ts';
import { cultureCodes } from './cultures.ts';
import { draftLifetime, draftVersion } from './draft.ts';
import type { RuleContext } from './find-issues.ts';
import { restoreIssues } from './form-moves.ts';
import { type FormState, stages } from './form-state.ts';
import { offerIds } from './offers/catalogue.ts';
import { offerTerms } from './offers/terms.ts';
import { resellers } from './resellers.ts';
import { refusalIds } from './service/refusals.ts';
import {
  agreementPersons,
  agreementWays,
  partnerTypes,
  qualifications,
  roleAnswers,
  textFields,
  tickFields,
} from './values.ts';

/** What became of a draft: the form that it holds, or why there is none. */
export type ReadDraft =
  | { readonly kind: 'read'; readonly state: FormState; readonly savedOn: string }
  /** No draft, or a damaged one. */
  | { readonly kind: 'unreadable' }
  /** Written by a version of the form that came after this one. */
  | { readonly kind: 'newer' };

/** However long: what somebody pasted by mistake must not cost them everything else. */
const text = z.string();

const valuesSchema = z.object({
  ...shapeOf(textFields, text),
  ...shapeOf(tickFields, z.boolean()),
  country: z.enum([...countryCodes, '']),
  culture: z.enum([...cultureCodes, '']),
  reseller: z.enum([...Object.keys(resellers), '']),
  partnerType: z.enum([...partnerTypes, '']),
  role: z.enum([...roleAnswers, '']),
  specialQualifications: z.enum(qualifications),
  agreement: z.enum([...agreementWays, '']),
  agreementPerson: z.enum([...agreementPersons, '']),
  additionalResellers: z.array(text).check(z.maxLength(20)),
  offers: z.array(z.enum(offerIds)).check(z.maxLength(offerIds.length)),
  licences: z.partialRecord(z.enum(offerIds), text),
  terms: z.partialRecord(z.enum(offerIds), z.enum([...offerTerms, ''])),
});

const draftSchema = z.object({
  version: z.literal(draftVersion),
  savedOn: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
  stage: z.enum(stages),
  values: valuesSchema,
  issues: z.array(z.string()),
  seenWarnings: z.array(z.string()),
  isUpdating: z.boolean(),
  isSubmitted: z.boolean(),
  wish: z.enum(['', 'accepted', ...refusalIds]),
  refusal: z.nullable(z.object({ refusal: z.enum(refusalIds), about: text })),
});

const versionSchema = z.object({ version: z.int(), values: z.optional(z.record(z.string(), z.unknown())) });

/**
 * The form that a draft holds, brought up to today's version if it is an older one.
 * @param draft as `serialiseDraft` wrote it, or any other text
 */
export function readDraft(draft: string, context: RuleContext): ReadDraft {
  let json: unknown;
  try {
    json = JSON.parse(draft);
  } catch {
    return { kind: 'unreadable' };
  }
  const found = versionSchema.safeParse(json).data;
  if (found === undefined) return { kind: 'unreadable' };
  if (found.version > draftVersion) return { kind: 'newer' };
  const { data } = draftSchema.safeParse(migrate(json as StoredDraft, found.version, context));
  if (data === undefined) return { kind: 'unreadable' };
  const { version: _, savedOn, issues, ...state } = data;
  // Keys that are absent and keys that are undefined are told apart by the type alone.
  const values = state.values as FormState['values'];
  return {
    kind: 'read',
    savedOn,
    state: { ...state, values, issues: restoreIssues(state.stage, values, issues, context) },
  };
}

/**
 * True when a draft is older than the browser keeps it. A clock that was set back makes none of them old.
 * @example isExpired('2026-09-30', '2026-11-21') // => true
 */
export function isExpired(savedOn: string, today: string): boolean {
  return (Date.parse(today) - Date.parse(savedOn)) / 86_400_000 > draftLifetime;
}

interface StoredDraft {
  readonly values?: Readonly<Record<string, unknown>>;
}

/**
 * Version 1 knew neither a language for the customer nor its own day, so it counts as written today. Version 2 knew no
 * terms of offers: they are asked for on the way to Submit. Version 3 knew no service that answers. Version 4 knew no
 * validation code.
 */
function migrate(draft: StoredDraft, version: number, { today }: RuleContext): unknown {
  if (version < 1 || version >= draftVersion) return draft;
  const { values } = draft;
  return {
    ...draft,
    ...(version === 1 && { savedOn: today }),
    version: draftVersion,
    ...(version <= 3 && { wish: '', refusal: null }),
    values: {
      ...values,
      validationCode: '',
      ...(version === 1 && { culture: '' }),
      ...(version <= 2 && { terms: {} }),
    },
  };
}

function shapeOf<Key extends string, Schema>(keys: readonly Key[], schema: Schema): Record<Key, Schema> {
  // Object.fromEntries forgets the keys' type; they are exactly those given.
  return Object.fromEntries(keys.map((key) => [key, schema])) as Record<Key, Schema>;
}
