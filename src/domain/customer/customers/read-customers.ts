import * as z from 'zod/mini';
import type { RuleContext } from '../find-issues.ts';
import { offerIds, offers } from '../offers/catalogue.ts';
import { offerTerms } from '../offers/terms.ts';
import { isExpired, readDraft } from '../read-draft.ts';
import type { CustomerValues } from '../values.ts';
import type { CustomerList } from './customer-list.ts';
import type { PracticeCustomer, Subscription } from './practice-customer.ts';
import { customersVersion } from './serialise-customers.ts';
import { type Vetting, vettingOf, vettingStatuses } from './vetting.ts';

/** What became of a kept list: its customers, or why there are none. */
export type ReadCustomers =
  | {
      readonly kind: 'read';
      readonly list: CustomerList;
      /** How many were left out because they are older than the browser keeps them. */
      readonly expired: number;
      /** How many were left out because they are damaged. */
      readonly damaged: number;
    }
  /** No list, or a damaged one. */
  | { readonly kind: 'unreadable' }
  /** Written by a version of the form that came after this one. */
  | { readonly kind: 'newer' };

const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

const customerSchema = z.object({
  id: z.uuid(),
  addedOn: day,
  changedOn: day,
  acceptedOn: z.union([day, z.literal('')]),
  subscriptions: z.array(
    z.object({
      offer: z.enum(offerIds),
      licences: z.optional(z.int().check(z.nonnegative())),
      term: z.optional(z.enum(offerTerms)),
      orderedOn: day,
    }),
  ),
  hasCostManagement: z.boolean(),
  vetting: z.optional(
    z.nullable(z.object({ status: z.enum(vettingStatuses), requests: z.int().check(z.positive()) })),
  ),
  draft: z.string(),
});

const listSchema = z.object({ version: z.int(), customers: z.array(z.unknown()) });

/**
 * The customers that a kept list holds. A customer that is damaged costs none of the others.
 * @param text as `serialiseCustomers` wrote it, or any other text
 */
export function readCustomers(text: string, context: RuleContext): ReadCustomers {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { kind: 'unreadable' };
  }
  const { data } = listSchema.safeParse(json);
  if (data === undefined) return { kind: 'unreadable' };
  if (data.version > customersVersion) return { kind: 'newer' };
  const found = data.customers.map((customer) => readCustomer(customer, context));
  const whole = found.filter((customer) => customer !== undefined);
  // Two of one ID could not be told apart; the first is the newer one.
  const single = [
    ...new Map(whole.toReversed().map((customer) => [customer.id, customer])).values(),
  ].toReversed();
  const list = single.filter(({ changedOn }) => !isExpired(changedOn, context.today));
  return {
    kind: 'read',
    list,
    expired: single.length - list.length,
    damaged: found.length - single.length,
  };
}

function readCustomer(customer: unknown, context: RuleContext): PracticeCustomer | undefined {
  const { data } = customerSchema.safeParse(customer);
  const draft = data === undefined ? undefined : readDraft(data.draft, context);
  if (data === undefined || draft?.kind !== 'read') return undefined;
  const { draft: _, subscriptions, vetting, ...facts } = data;
  const { values } = draft.state;
  return {
    ...facts,
    values,
    vetting: vetting === undefined ? vettingBefore(values, subscriptions) : vetting,
    subscriptions: subscriptions.map(({ offer, licences, term, orderedOn }) => ({
      offer,
      licences,
      term,
      orderedOn,
    })),
  };
}

/** Version 1 knew no check: who has offers for its qualification is confirmed, of all others the check goes on. */
function vettingBefore(
  { specialQualifications: asked }: CustomerValues,
  subscriptions: readonly Pick<Subscription, 'offer'>[],
): Vetting | null {
  const isConfirmed = subscriptions.some(({ offer }) => offers[offer].audience === asked);
  const vetting = vettingOf(asked);
  return vetting !== null && isConfirmed ? { ...vetting, status: 'approved' } : vetting;
}
