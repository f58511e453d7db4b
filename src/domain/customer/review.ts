import { toIsoDate } from './agreement-date.ts';
import { cultureOf } from './cultures.ts';
import { domainSuffix, toDomainPrefix } from './domain-prefix.ts';
import { toLicenceCount } from './licence-count.ts';
import type { NameOrder } from './name-order.ts';
import { cleanText, toAscii, toCode } from './normalise.ts';
import { type OfferId, offers } from './offers/catalogue.ts';
import type { OfferTerm } from './offers/terms.ts';
import { toPhoneNumber } from './phone.ts';
import { toPostalCode } from './postal-code.ts';
import { type QuestionStage, questionStages, questionsOf } from './questions.ts';
import { resellers } from './resellers.ts';
import { statesOf } from './states.ts';
import type { CustomerValues, FieldId } from './values.ts';

/** An answer as Review shows it; the words for codes are the translator's. */
export type Answer =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'confirmed' }
  | { readonly kind: 'option'; readonly option: string }
  | { readonly kind: 'country'; readonly country: string }
  | { readonly kind: 'state'; readonly country: string; readonly state: string }
  | { readonly kind: 'culture'; readonly culture: string }
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'offers'; readonly offers: readonly OrderedOffer[] };

/** An offer with its number of licences, or without one if it is billed by use, and its term if it has some. */
export interface OrderedOffer {
  readonly offer: OfferId;
  readonly licences: number | undefined;
  readonly term: OfferTerm | undefined;
}

/** One row of Review: a question, its answer, and the stage where it can be updated. */
export interface ReviewRow {
  readonly stage: QuestionStage;
  readonly field: FieldId;
  readonly answer: Answer;
}

/**
 * All rows of Review, in the order of the form. Answers are shown as they would be sent, without separators.
 * @param nameOrder which of a person's names comes first
 */
export function reviewRows(
  values: CustomerValues,
  nameOrder: NameOrder = 'givenFirst',
): readonly ReviewRow[] {
  return questionStages.flatMap((stage) =>
    questionsOf(stage, values, nameOrder)
      .filter((field) => field !== 'licences' && field !== 'terms')
      .map((field) => ({ stage, field, answer: answerTo(field, values) })),
  );
}

/** The offers that are ticked, each with what was chosen for it. */
export function orderedOffers(values: CustomerValues): readonly OrderedOffer[] {
  return values.offers.map((offer) => ({
    offer,
    licences: licencesOf(offer, values),
    term: offers[offer].terms?.find((term) => term === values.terms[offer]),
  }));
}

function answerTo(field: FieldId, values: CustomerValues): Answer {
  switch (field) {
    case 'country':
      return { kind: 'country', country: values.country };
    case 'culture':
      return { kind: 'culture', culture: cultureOf(values) };
    case 'registrationId':
    case 'validationCode':
      return asText(toCode(values[field]));
    case 'phone':
    case 'agreementPhone':
      return asText(toPhoneNumber(values[field]));
    case 'email':
    case 'agreementEmail':
      return asText(toAscii(values[field]));
    case 'postalCode':
      return asText(toPostalCode(values.postalCode));
    case 'domain':
      return asText(`${toDomainPrefix(values.domain)}${domainSuffix}`);
    case 'state':
      return statesOf(values.country).includes(values.state)
        ? { kind: 'state', country: values.country, state: values.state }
        : asText(cleanText(values.state));
    case 'reseller':
      return asText(resellers[values.reseller]?.name ?? '');
    case 'additionalResellers': {
      const items = values.additionalResellers.map(toCode).filter((id) => id !== '');
      return items.length > 0 ? { kind: 'list', items } : { kind: 'nothing' };
    }
    case 'agreementDate': {
      const { agreementYear: year, agreementMonth: month, agreementDay: day } = values;
      const date = toIsoDate({ year, month, day });
      return date === undefined ? { kind: 'nothing' } : { kind: 'date', date };
    }
    case 'attestPartnerRole':
    case 'attestNoResale':
    case 'agreementConfirmed':
      return values[field] ? { kind: 'confirmed' } : { kind: 'nothing' };
    case 'partnerType':
    case 'role':
    case 'specialQualifications':
    case 'agreement':
    case 'agreementPerson':
      return values[field] === '' ? { kind: 'nothing' } : { kind: 'option', option: values[field] };
    case 'offers':
    case 'licences':
    case 'terms':
      return { kind: 'offers', offers: orderedOffers(values) };
    default:
      return asText(cleanText(values[field]));
  }
}

function asText(text: string): Answer {
  return text === '' ? { kind: 'nothing' } : { kind: 'text', text };
}

function licencesOf(offer: OfferId, { licences }: CustomerValues): number | undefined {
  const { quantity } = offers[offer];
  if (quantity.kind === 'usage') return undefined;
  return quantity.kind === 'fixed' ? quantity.quantity : toLicenceCount(licences[offer] ?? '');
}
