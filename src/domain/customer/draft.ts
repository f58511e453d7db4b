import * as z from 'zod/mini';
import { countryCodes } from './countries.ts';
import type { RuleContext } from './find-issues.ts';
import { type FormState, restoreIssues, stages } from './form-state.ts';
import { issueKey } from './issues.ts';
import { offerIds } from './offers.ts';
import { resellers } from './resellers.ts';
import {
  agreementPersons,
  agreementWays,
  partnerTypes,
  qualifications,
  roles,
  textFields,
  tickFields,
} from './values.ts';

/** The version of the drafts written now. A draft of another version is not read. */
export const draftVersion = 1;

/** However long: what somebody pasted by mistake must not cost them everything else. */
const text = z.string();

const valuesSchema = z.object({
  ...shapeOf(textFields, text),
  ...shapeOf(tickFields, z.boolean()),
  country: z.enum([...countryCodes, '']),
  reseller: z.enum([...Object.keys(resellers), '']),
  partnerType: z.enum([...partnerTypes, '']),
  role: z.enum([...roles, '']),
  specialQualifications: z.enum(qualifications),
  agreement: z.enum([...agreementWays, '']),
  agreementPerson: z.enum([...agreementPersons, '']),
  additionalResellers: z.array(text).check(z.maxLength(20)),
  offers: z.array(z.enum(offerIds)).check(z.maxLength(offerIds.length)),
  licences: z.partialRecord(z.enum(offerIds), text),
});

const draftSchema = z.object({
  version: z.literal(draftVersion),
  stage: z.enum(stages),
  values: valuesSchema,
  issues: z.array(z.string()),
  seenWarnings: z.array(z.string()),
  isUpdating: z.boolean(),
  isSubmitted: z.boolean(),
});

/**
 * The form as text that can be kept. Issues are kept by their keys and found again from the answers; the credentials
 * of Confirmation are no part of the form's state and so never in a draft.
 */
export function serialiseDraft(state: FormState): string {
  const draft: z.input<typeof draftSchema> = {
    ...state,
    version: draftVersion,
    values: {
      ...state.values,
      additionalResellers: [...state.values.additionalResellers],
      offers: [...state.values.offers],
    },
    issues: state.issues.map(issueKey),
    seenWarnings: [...state.seenWarnings],
  };
  return JSON.stringify(draft);
}

/**
 * The form that a draft holds, or `undefined` if it cannot be read: not JSON, of another version, or not a draft.
 */
export function parseDraft(draft: string, context: RuleContext): FormState | undefined {
  let json: unknown;
  try {
    json = JSON.parse(draft);
  } catch {
    return undefined;
  }
  const { data } = draftSchema.safeParse(json);
  if (data === undefined) return undefined;
  const { version: _, issues, ...state } = data;
  // Keys that are absent and keys that are undefined are told apart by the type alone.
  const values = state.values as FormState['values'];
  return { ...state, values, issues: restoreIssues(state.stage, values, issues, context) };
}

function shapeOf<Key extends string, Schema>(keys: readonly Key[], schema: Schema): Record<Key, Schema> {
  // Object.fromEntries forgets the keys' type; they are exactly those given.
  return Object.fromEntries(keys.map((key) => [key, schema])) as Record<Key, Schema>;
}
