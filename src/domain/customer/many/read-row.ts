import { foldName } from '../../locale/fold-name.ts';
import { resolveTerritory } from '../../locale/territories.ts';
import { countryCodes } from '../countries.ts';
import { culturesOf } from '../cultures.ts';
import { readCell } from '../exports/csv.ts';
import { cleanText, toAscii, toCode } from '../normalise.ts';
import type { OfferId } from '../offers/catalogue.ts';
import { resellers } from '../resellers.ts';
import { allStateNames } from '../state-names.ts';
import { statesOf } from '../states.ts';
import {
  agreementPersons,
  agreementWays,
  type CustomerValues,
  emptyValues,
  type FieldId,
  partnerTypes,
  qualifications,
  roleAnswers,
  type TextFieldId,
  textFields,
  tickFields,
} from '../values.ts';
import type { ColumnMap } from './columns.ts';
import type { TableNames } from './names.ts';
import { createDateReader } from './read-date.ts';
import { createOffersReader, createTermReader } from './read-offers.ts';
import type { CellFault, RowProblem } from './row-problem.ts';
import { createYesNoReader } from './yes-no.ts';

/** The answers that a row gives, and the cells that say something the form has no answer for. */
export interface ReadRow {
  readonly values: CustomerValues;
  readonly problems: readonly Extract<RowProblem, { readonly kind: 'cell' }>[];
}

/** Reads the rows of one table. */
export type RowReader = (cells: readonly string[]) => ReadRow;

/** What holds for every row of a table that has no column for it. */
export type GivenAnswers = Pick<CustomerValues, 'partnerType' | 'role'>;

/**
 * A reader of rows: words in any language of the form become codes, everything else stays as it is in the cell.
 *
 * @param map what the columns hold
 * @param given who the partner is, where the table does not say it
 */
export function createRowReader(map: ColumnMap, names: TableNames, given: GivenAnswers): RowReader {
  const readers = createCellReaders(names);
  const columns = map.flatMap((field, index) => (field === undefined ? [] : [{ field, index }]));
  return (cells) => {
    const cellOf = new Map<FieldId, string>();
    for (const { field, index } of columns) {
      const cell = readCell(cells[index] ?? '');
      if (cleanText(cell) !== '') cellOf.set(field, cell);
    }
    const problems: Extract<RowProblem, { readonly kind: 'cell' }>[] = [];
    const tell = (fault: CellFault, field: FieldId, value: string): void => {
      problems.push({ kind: 'cell', fault, field, value: shortened(cleanText(value)) });
    };
    const changes: { -readonly [Key in keyof CustomerValues]?: CustomerValues[Key] } = {};
    for (const [field, cell] of cellOf) {
      if (isPlain(field)) changes[field] = cell;
    }
    const option = <Code extends string>(field: FieldId, codes: readonly Code[]): Code | undefined => {
      const cell = cellOf.get(field);
      if (cell === undefined) return undefined;
      const code = readers.option(cell, codes);
      if (code === undefined) tell('cell.option', field, cell);
      return code;
    };
    const partnerType = option('partnerType', partnerTypes);
    const role = option('role', roleAnswers);
    const specialQualifications = option('specialQualifications', qualifications);
    const agreement = option('agreement', agreementWays);
    const agreementPerson = option('agreementPerson', agreementPersons);

    const country = cellOf.get('country');
    if (country !== undefined) {
      changes.country = readers.country(country);
      if (changes.country === '') tell('cell.country', 'country', country);
    }
    const state = cellOf.get('state');
    const states = statesOf(changes.country ?? '');
    if (state !== undefined && states.length > 0) {
      const code = readers.state(state, changes.country ?? '');
      // The form's own box for a state keeps what no list holds, too.
      changes.state = code === '' ? state : code;
      if (code === '') tell('cell.state', 'state', state);
    }
    const culture = cellOf.get('culture');
    if (culture !== undefined) {
      const code = readers.culture(culture, changes.country ?? '');
      changes.culture = code;
      if (code === '') tell('cell.culture', 'culture', culture);
    }
    for (const field of tickFields) {
      const cell = cellOf.get(field);
      const answer = cell === undefined ? false : readers.yesNo(cell);
      if (answer === undefined) tell('cell.yesNo', field, cell ?? '');
      changes[field] = answer ?? false;
    }
    const date = cellOf.get('agreementDate');
    if (date !== undefined) {
      const found = readers.date(date);
      if (found.kind === 'date') {
        changes.agreementYear = found.date.year;
        changes.agreementMonth = found.date.month;
        changes.agreementDay = found.date.day;
      } else tell(found.kind === 'ambiguous' ? 'cell.ambiguousDate' : 'cell.date', 'agreementDate', date);
    }
    const reseller = cellOf.get('reseller');
    if (reseller !== undefined) {
      changes.reseller = readers.reseller(reseller);
      if (changes.reseller === '') tell('cell.reseller', 'reseller', reseller);
    }
    const others = cellOf.get('additionalResellers');
    if (others !== undefined) changes.additionalResellers = listedIn(others);
    const offers = cellOf.get('offers');
    if (offers !== undefined) {
      const found = readers.offers(offers);
      for (const part of found.unknown) tell('cell.offer', 'offers', part);
      Object.assign(changes, {
        offers: found.offers,
        licences: { ...found.licences, ...spread(cellOf.get('licences'), found.offers) },
        terms: found.terms,
      });
      const terms: Partial<Record<OfferId, string>> = spread(cellOf.get('terms'), found.offers);
      for (const [id, cell] of Object.entries(terms)) {
        const term = readers.term(cell);
        if (term === undefined) tell('cell.term', 'terms', cell);
        else changes.terms = { ...changes.terms, [id]: term };
      }
    }
    return {
      values: {
        ...emptyValues,
        ...changes,
        partnerType: partnerType ?? (cellOf.has('partnerType') ? '' : given.partnerType),
        role: role ?? (cellOf.has('role') ? '' : given.role),
        ...(specialQualifications && { specialQualifications }),
        ...(agreement && { agreement }),
        ...(agreementPerson && { agreementPerson }),
      },
      problems,
    };
  };
}

/** What a message shows of a cell; the whole stands beside it, in its own column. */
function shortened(text: string): string {
  const letters = Array.from(text.slice(0, 2 * mostShown));
  return letters.length > mostShown ? `${letters.slice(0, mostShown).join('')}…` : text;
}

const mostShown = 100;

/** Fields that keep what the cell says, whatever it is. */
const coded: ReadonlySet<FieldId> = new Set(['country', 'culture', 'reseller'] as const);

function isPlain(field: FieldId): field is TextFieldId & FieldId {
  return !coded.has(field) && (textFields as readonly string[]).includes(field);
}

/** General knowledge: what tables write for options with long names. */
const shortNames: Readonly<Record<string, readonly string[]>> = { governmentCommunityCloud: ['GCC'] };

/** What the cells of one table are read with: each word is looked up once. */
function createCellReaders(names: TableNames) {
  const options = new Map<string, string[]>();
  for (const [code, ofCode] of Object.entries(names.options)) {
    for (const name of [code, ...ofCode, ...(shortNames[code] ?? [])]) {
      const key = foldName(name);
      options.set(key, [...(options.get(key) ?? []), code]);
    }
  }
  const cultures = culturesByName(names.locales);
  const statesByCountry = new Map<string, ReadonlyMap<string, string>>();
  const resellerIds = new Map(
    Object.entries(resellers).flatMap(([id, { name, mpnId, tenantId }]) =>
      [id, name, mpnId, tenantId].map((word) => [foldName(word), id] as const),
    ),
  );
  return {
    date: remembering(createDateReader(names.locales)),
    yesNo: remembering(createYesNoReader(names.confirmed)),
    offers: createOffersReader(names),
    term: createTermReader(names),
    option: <Code extends string>(cell: string, codes: readonly Code[]): Code | undefined => {
      const named = options.get(foldName(cell)) ?? [];
      return codes.find((code) => named.includes(code));
    },
    country: remembering((cell) => countryIn(cell, names.locales)),
    state: (cell: string, country: string): string => {
      let states = statesByCountry.get(country);
      if (states === undefined) {
        states = statesByName(country);
        statesByCountry.set(country, states);
      }
      return states.get(foldName(cell)) ?? '';
    },
    culture: (cell: string, country: string): string => {
      const code = cultures.get(foldName(cell)) ?? '';
      const found = culturesOf(country).find((own) => foldName(own) === foldName(cell) || own === code);
      return found ?? '';
    },
    reseller: (cell: string): string => resellerIds.get(foldName(cell)) ?? '',
  };
}

/** Most rows of a table say one of a few things in such a column, which need be understood once. */
function remembering<Answer>(read: (cell: string) => Answer): (cell: string) => Answer {
  const answers = new Map<string, Answer>();
  return (cell) => {
    let answer = answers.get(cell);
    if (answer === undefined) {
      if (answers.size >= mostRemembered) answers.clear();
      answer = read(cell);
      answers.set(cell, answer);
    }
    return answer;
  };
}

const mostRemembered = 5000;

function countryIn(cell: string, locales: readonly string[]): string {
  const text = toAscii(cell);
  const code = text.toUpperCase();
  if (countryCodes.includes(code)) return code;
  for (const locale of locales) {
    const found = resolveTerritory(text, locale)?.code;
    if (found !== undefined && countryCodes.includes(found)) return found;
  }
  return '';
}

/** By code, and by each of their names. */
function statesByName(country: string): ReadonlyMap<string, string> {
  const states = new Map<string, string>();
  for (const code of statesOf(country)) {
    for (const word of [code, ...allStateNames(country, code)]) states.set(foldName(word), code);
  }
  return states;
}

function culturesByName(locales: readonly string[]): ReadonlyMap<string, string> {
  const cultures = new Map<string, string>();
  const codes = new Set(countryCodes.flatMap((country) => culturesOf(country)));
  for (const locale of locales) {
    const display = new Intl.DisplayNames(locale, { type: 'language' });
    for (const code of codes) cultures.set(foldName(display.of(code) ?? code), code);
  }
  return cultures;
}

/** The IDs of a list as people and `Intl.ListFormat` join them. */
function listedIn(cell: string): readonly string[] {
  return cell
    .split(/[;,、，；|\r\n]+|\s+(?:and|och|и)\s+|\s*[和與与及]\s*/u)
    .map((id) => id.replace(/^(?:and|och|и)\s+/u, '').trim())
    .filter((id) => toCode(id) !== '');
}

/** One cell for the offers of another, parted in the same way; a single answer counts for the first. */
function spread(cell: string | undefined, offers: readonly OfferId[]): Partial<Record<OfferId, string>> {
  if (cell === undefined) return {};
  const parts = cell.split(/[;；\r\n]+/u).map((part) => part.trim());
  return Object.fromEntries(
    offers.flatMap((offer, index) => {
      const part = parts[index] ?? '';
      return part === '' ? [] : [[offer, part]];
    }),
  );
}
