import type { AddressPartName } from './address-format.ts';
import rules from './issue-rules.json' with { type: 'json' };
import type { OfferId } from './offers/catalogue.ts';
import type { FieldId } from './values.ts';

/** A rule of the guide: the anchor of the sentence that states it. */
export type RuleId = `rule-${string}`;

/**
 * Everything the form can say about an answer, with the rule of the guide that it comes from. The checker reads
 * `issue-rules.json`, too, and proves that the rules and words exist. The words of an issue are the message `issues.<code>`.
 */
// TypeScript widens the texts of JSON; a test holds them to the form of ids.
export const issueRules = rules as Readonly<Record<keyof typeof rules, RuleId>>;

/** What is wrong, as the messages name it. */
export type IssueCode = keyof typeof issueRules;

/** Issues that are worth a second look and stop nobody. */
const warnings: ReadonlySet<IssueCode> = new Set([
  'role.other',
  'companyName.testWord',
  'companyName.domainEnding',
  'companyName.existing',
  'offers.none',
  'offers.agreementPending',
  'offers.role',
] as const);

/** A field, or one box of a field that has several. */
export type FieldPath =
  | FieldId
  | `additionalResellers.${number}`
  | `offers.${OfferId}`
  | `licences.${OfferId}`
  | `terms.${OfferId}`;

/** What an issue's message is filled with: numbers and codes, and of words only what was typed or is a proper name. */
export interface IssueParams {
  readonly value?: string;
  readonly name?: string;
  readonly ending?: string;
  readonly min?: number;
  readonly max?: number;
  readonly length?: number;
  /** The numbers of digits that are right. */
  readonly digits?: readonly number[];
  readonly examples?: readonly string[];
  /** What the customer's country calls the part of the address. */
  readonly part?: AddressPartName;
  /** Whether that part is chosen from a list. */
  readonly isListed?: boolean;
  readonly offer?: OfferId;
  readonly offers?: readonly OfferId[];
}

/** Something about an answer that the partner should mend or look at. */
export interface Issue {
  readonly code: IssueCode;
  readonly field: FieldPath;
  readonly params: IssueParams;
  readonly rule: RuleId;
  readonly severity: 'error' | 'warning';
}

/**
 * An issue with its rule and severity.
 * @example issueOf('city.missing', 'city').rule // => 'rule-address'
 */
export function issueOf(code: IssueCode, field: FieldPath, params: IssueParams = {}): Issue {
  return { code, field, params, rule: issueRules[code], severity: warnings.has(code) ? 'warning' : 'error' };
}

/**
 * What tells an issue from every other, for as long as its answer stays wrong in the same way.
 * @example issueKey(issueOf('city.missing', 'city')) // => 'city:city.missing'
 */
export function issueKey({ field, code }: Issue): string {
  return `${field}:${code}`;
}

/**
 * The field that a place in the form belongs to.
 * @example fieldOf('licences.officeSmall') // => 'licences'
 */
export function fieldOf(path: FieldPath): FieldId {
  // What stands before the dot of a path is always a field.
  return path.split('.')[0] as FieldId;
}
