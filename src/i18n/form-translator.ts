import {
  type AddressPart,
  type AddressPartName,
  addressFormatOf,
} from '../domain/customer/address-format.ts';
import { countryCodes } from '../domain/customer/countries.ts';
import { countryNames } from '../domain/customer/country-name.ts';
import type { Stage } from '../domain/customer/form-state.ts';
import { fieldOf, type Issue } from '../domain/customer/issues.ts';
import { type NameOrder, nameOrderOf } from '../domain/customer/name-order.ts';
import type { OfferId } from '../domain/customer/offers/catalogue.ts';
import type { FieldId } from '../domain/customer/values.ts';
import type { AddressMessageId, FormMessageId, FormWords, LabelId } from './form-messages.ts';
import names from './form-names.json' with { type: 'json' };
import { formatMessage, type MessageParams } from './format-message.ts';

/** The parts of a date, in the order a locale writes them. */
export type DatePart = 'year' | 'month' | 'day';

/** A country with its name, ready for a list. */
export interface NamedCountry {
  readonly code: string;
  readonly name: string;
}

/** Turns what the form's model says into the words of one locale. */
export interface FormTranslator {
  readonly locale: string;
  readonly label: (id: LabelId) => string;
  readonly text: (id: FormMessageId, params?: MessageParams) => string;
  /** A message whose words depend on a number. */
  readonly counted: (id: FormMessageId, count: number) => string;
  /** A label with the note that it may be left out. */
  readonly optional: (label: string) => string;
  readonly stage: (stage: Stage) => string;
  /** The name of a field; a part of the address is named as in the customer's country, once one is given. */
  readonly field: (field: FieldId, country?: string) => string;
  /** Words about addresses, or an empty text while they are not loaded. */
  readonly address: (id: AddressMessageId, params?: MessageParams) => string;
  /** The way to a page that explains a field or part of the form, if there is more to say than the form does. */
  readonly explanation: (place: string) => { readonly href: string; readonly text: string } | undefined;
  readonly offer: (offer: OfferId) => string;
  readonly option: (option: string) => string;
  readonly issue: (issue: Issue) => string;
  readonly number: (value: number) => string;
  /** "a, b, or c" as the locale writes it. */
  readonly anyOf: (items: readonly string[]) => string;
  /** Items joined by the language's "and". */
  readonly allOf: (items: readonly string[]) => string;
  /** A date given as `YYYY-MM-DD`, in words. */
  readonly date: (isoDate: string) => string;
  /** The same date in figures, in the order of `dateParts`. */
  readonly shortDate: (isoDate: string) => string;
  readonly dateParts: readonly DatePart[];
  readonly country: (code: string) => string;
  /** A state of a list by its name, or by its code while names are not loaded. */
  readonly state: (country: string, code: string) => string;
  /** A culture such as `be-BY`, named by its language and country. */
  readonly culture: (code: string) => string;
  /** All countries, sorted as readers of the locale expect. */
  readonly countries: () => readonly NamedCountry[];
  readonly nameOrder: NameOrder;
}

/**
 * The translator of the form into `locale`.
 * @example formTranslator('sv-SE', words).label('submit') // => 'Skicka'
 */
export function formTranslator(
  locale: string,
  { labels, form: first, issues, address = {}, explanations = {}, stateName }: FormWords,
): FormTranslator {
  const form = { ...first, ...issues };
  const label = (id: LabelId): string => labels[id] ?? id;
  const text = (id: FormMessageId, params?: MessageParams): string => formatMessage(form, id, locale, params);
  // Making one of these takes longer than all else that a message needs.
  const figures = new Intl.NumberFormat(locale);
  const alternatives = new Intl.ListFormat(locale, { type: 'disjunction' });
  const number = (value: number): string => figures.format(value);
  const anyOf = (items: readonly string[]): string => alternatives.format(items);
  const offer = (id: OfferId): string => text(`offers.${id}`);
  const aboutAddress = (id: AddressMessageId, params?: MessageParams): string => {
    const words = formatMessage(address, id, locale, params);
    return words === id ? '' : words;
  };
  const partNamed = (name: AddressPartName | undefined): string =>
    name === undefined ? '' : aboutAddress(`names.${name}`);
  const field = (id: FieldId, country = ''): string => {
    const name = fieldNames[id];
    const ownName = partNamed(addressFormatOf(country).names[id as AddressPart]);
    return ownName || (isOwnField(name) ? text(name) : label(name));
  };
  const inFigures = new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    timeZone: 'UTC',
  });
  const languages = new Intl.DisplayNames(locale, { type: 'language' });
  const country = countryNames(locale);

  return {
    locale,
    label,
    text,
    number,
    anyOf,
    allOf: (items) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(items),
    offer,
    field,
    explanation: (place) => explanations[place],
    address: aboutAddress,
    country,
    state: (within, code) => stateName?.(within, code, locale) ?? code,
    culture: (code) => languages.of(code) ?? code,
    counted: (id, count) => formatMessage(form, id, locale, { count: number(count) }, count),
    optional: (name) => text('fields.optional', { label: name }),
    stage: (stage) => label(stageLabels[stage]),
    option: (option) => {
      const own = optionNames[option];
      return own === undefined ? label(option as LabelId) : text(own);
    },
    issue: ({ code, field: path, params }) => {
      const words: Record<string, string> = { field: partNamed(params.part) || field(fieldOf(path)) };
      for (const [name, value] of Object.entries(params)) {
        if (typeof value === 'number') words[name] = number(value);
        else if (typeof value === 'string') words[name] = value;
      }
      if (params.digits) words['digits'] = anyOf(params.digits.map(number));
      if (params.examples) words['examples'] = anyOf(params.examples);
      if (params.offer) words['offer'] = offer(params.offer);
      if (params.offers) words['offers'] = anyOf(params.offers.map(offer));
      const { part, isListed } = params;
      const ownWords =
        part && code.endsWith('.missing')
          ? aboutAddress(`${isListed ? 'select' : 'enter'}.${part}` as AddressMessageId)
          : '';
      return ownWords || text(`issues.${code}`, words);
    },
    date: (isoDate) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(isoDate)),
    shortDate: (isoDate) => inFigures.format(new Date(isoDate)),
    dateParts: inFigures
      .formatToParts(0)
      .map(({ type }) => type)
      .filter((type): type is DatePart => type === 'year' || type === 'month' || type === 'day'),
    countries: () => {
      const { compare } = new Intl.Collator(locale);
      return countryCodes
        .map((code) => ({ code, name: country(code) }))
        .toSorted((one, other) => compare(one.name, other.name));
    },
    nameOrder: nameOrderOf(locale),
  };
}

// TypeScript widens the texts of JSON; the checker reads it, too, and proves that the labels and messages exist.
const stageLabels = names.stageLabels as Readonly<Record<Stage, LabelId>>;

/** Fields whose label says more than their name, or that have no label, are named in the form's own words. */
const fieldNames = { ...names.fieldLabels, ...names.fieldWords } as Readonly<
  Record<FieldId, LabelId | OwnFieldId>
>;

type OwnFieldId = Extract<FormMessageId, `fields.${string}`>;

/** Every question, in no order of the form. */
export const fieldIds: readonly FieldId[] = Object.keys(fieldNames) as FieldId[];

/** Options that have no label of the product. */
const optionNames: Readonly<Record<string, FormMessageId>> = {
  none: 'options.none',
  otherRole: 'options.otherRole',
  attested: 'options.agreementAttested',
  invited: 'options.agreementInvited',
  primary: 'options.agreementPrimary',
  other: 'options.agreementOther',
};

function isOwnField(name: LabelId | OwnFieldId): name is OwnFieldId {
  return name.startsWith('fields.');
}
