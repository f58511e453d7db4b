import type { RuleId } from '../issues.ts';
import rules from './remark-rules.json' with { type: 'json' };

/**
 * Something to notice about an answer that breaks no documented rule. It is a hint and says so: it never stops anyone,
 * and what it says comes from public numbering plans, not from Partner Center.
 */
export type Remark =
  /** The check digit of a national number, called `name` there, does not fit its other digits. */
  | { readonly kind: 'checkDigit'; readonly name: string }
  /** No phone number in the customer's country has this length or begins like this. */
  | { readonly kind: 'unknownPhone' }
  /** The country code is one of another country than the customer's. */
  | { readonly kind: 'otherCountryCode' }
  /** No known postal code in `country` looks like this; `example` does. */
  | { readonly kind: 'unlikePostalCode'; readonly country: string; readonly example: string }
  /** Nothing is wrong: a phone number typed without its country code, as it is written from abroad. */
  | { readonly kind: 'international'; readonly number: string };

/** The rule of the guide that says what a kind of remark means: `remark-rules.json`, which the checker reads, too. */
export const remarkRules = rules satisfies Record<Remark['kind'], string> as Readonly<
  Record<Remark['kind'], RuleId>
>;
