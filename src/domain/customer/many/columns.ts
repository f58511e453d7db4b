import { foldName } from '../../locale/fold-name.ts';
import { toAscii } from '../normalise.ts';
import type { CustomerValues, FieldId } from '../values.ts';
import type { TableNames } from './names.ts';

/** What a column of a table holds: the answers to a question, or something the form does not ask for. */
export type ColumnMap = readonly (FieldId | undefined)[];

/** The columns of a table, as far as their headings tell. */
export interface RecognisedColumns {
  readonly map: ColumnMap;
  /** Columns, counted from 0, that have the meaning of one before them and are therefore not read. */
  readonly repeated: readonly number[];
}

/** The questions that every customer is asked, whatever the other answers are: a city is not, in a city state. */
export const alwaysAsked = [
  'partnerType',
  'role',
  'country',
  'companyName',
  'addressLine1',
  'firstName',
  'lastName',
  'email',
  'domain',
  'agreement',
  'attestPartnerRole',
  'attestNoResale',
] as const satisfies FieldId[];

/**
 * What each column holds, by its heading in any language of the form, by a name of the REST documentation such as
 * `BillingProfile.CompanyName`, or by a parameter of the PowerShell module such as `BillingAddressCountry`. Case,
 * diacritics, width, spaces and signs do not count.
 * @example recogniseColumns(['Företagsnamn', 'Notes', 'Ｃｉｔｙ'], names).map // => ['companyName', undefined, 'city']
 */
export function recogniseColumns(header: readonly string[], names: TableNames): RecognisedColumns {
  const fields = fieldsByName(names);
  const taken = new Set<FieldId>();
  const repeated: number[] = [];
  const map = header.map((heading, index) => {
    const field = fieldOf(heading, fields);
    if (field === undefined) return undefined;
    if (taken.has(field)) {
      repeated.push(index);
      return undefined;
    }
    taken.add(field);
    return field;
  });
  return { map, repeated };
}

/** The most columns that a table may have; behind the last heading, empty cells are no columns. */
export const columnLimit = 300;

/**
 * How many columns are known by their headings, or were told.
 * @example knownColumns(['city', undefined]) // => 1
 */
export function knownColumns(map: ColumnMap): number {
  return map.filter((field) => field !== undefined).length;
}

/**
 * True where the first row seems to be a customer already: none of its cells is a heading that is known, and one is an
 * e-mail address, or a number such as a registration ID or a telephone has.
 * @example isCustomer(['Norrsken AB', 'anna@norrsken.example'], [undefined, undefined]) // => true
 */
export function isCustomer(cells: readonly string[], map: ColumnMap): boolean {
  return knownColumns(map) === 0 && cells.some((cell) => /\S@\S|^\W*\d[\d\s().-]{3,}$/u.test(toAscii(cell)));
}

/** The questions that every customer must answer and no column holds, besides those answered for all rows. */
export function missingColumns(
  map: ColumnMap,
  given: Pick<CustomerValues, 'partnerType' | 'role'>,
): readonly FieldId[] {
  const needed: readonly FieldId[] =
    given.partnerType === 'indirectProvider' ? [...alwaysAsked, 'reseller'] : alwaysAsked;
  return needed.filter((field) => {
    if (map.includes(field)) return false;
    return field === 'partnerType' || field === 'role' ? given[field] === '' : true;
  });
}

function fieldOf(heading: string, fields: ReadonlyMap<string, FieldId>): FieldId | undefined {
  const whole = fields.get(foldName(heading));
  if (whole !== undefined) return whole;
  // Notes such as "(optional)" are no part of the name; of a path the last part names the field.
  const bare = heading.normalize('NFKC').replace(/\([^)]*\)|\*/gu, '');
  return fields.get(foldName(bare)) ?? fields.get(foldName(bare.split(/[./]/u).at(-1) ?? ''));
}

function fieldsByName({ columns }: TableNames): ReadonlyMap<string, FieldId> {
  const fields = new Map<string, FieldId>();
  const add = (field: FieldId, names: readonly string[]): void => {
    for (const name of names) if (!fields.has(foldName(name))) fields.set(foldName(name), field);
  };
  // The keys are exactly the questions, which Object.entries forgets.
  const entries = Object.entries(columns) as [FieldId, readonly string[]][];
  for (const [field, names] of entries) add(field, names);
  for (const [field] of entries) add(field, [field, ...(otherNames[field] ?? '').split(' | ')]);
  fields.delete('');
  return fields;
}

/**
 * Documented: REST documentation, "Customer resources" (such as `organizationRegistrationNumber`), and
 * `New-PartnerCustomer` (such as `BillingAddressCountry`). General knowledge: what tables of customers use besides.
 */
const otherNames: Partial<Readonly<Record<FieldId, string>>> = {
  country: 'BillingAddressCountry | Country | Country code | Land | Страна | 国家 | 國家',
  companyName:
    'Name | Company | Customer name | Företag | Kundnamn | Компания | Организация | 公司 | 客户名称 | 客戶名稱',
  registrationId:
    'OrganizationRegistrationNumber | RegistrationNumber | Registration ID | Organization INN | Tax ID | VAT number | ' +
    'Organisationsnummer | ИНН | УНП | 注册号 | 統一編號',
  validationCode: 'ValidationId | GCC code',
  addressLine1: 'BillingAddressLine1 | Address | Address 1 | Street | Adress | Адрес | 地址',
  addressLine2: 'BillingAddressLine2 | Address 2',
  city: 'BillingAddressCity | Town | Ort | Stad',
  state: 'BillingAddressState | State | Province | Region | Регион | 省 | 州',
  postalCode:
    'BillingAddressPostalCode | ZIP | ZIP code | Postcode | Postal or ZIP code | Postnummer | Индекс | 邮编 | 郵編',
  firstName: 'ContactFirstName | Given name',
  middleName: 'ContactMiddleName',
  lastName: 'ContactLastName | Surname | Family name | 姓',
  email: 'ContactEmail | E-mail | Mail | E-post | Электронная почта | 电子邮件 | 電子郵件',
  phone: 'ContactPhoneNumber | Phone | Telephone | Telefon | Телефон | 电话 | 電話',
  domain: 'Domain prefix | Domän | Домен | 域名 | 網域',
  culture: 'Culture',
  reseller: 'AssociatedPartnerId | Reseller',
  agreementDate: 'DateAgreed | Acceptance date',
  offers: 'Offer | Products | Subscriptions',
  licences: 'Licenses | Licences | Quantity | Seats',
  terms: 'Term',
};
