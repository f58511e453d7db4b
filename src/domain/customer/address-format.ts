import type { NameOrder } from './name-order.ts';

/** A part of an address that differs from country to country. */
export type AddressPart = 'city' | 'state' | 'postalCode';

/** What a country calls a part of its addresses, where it is more than a city, a province or a postal code. */
export type AddressPartName = (typeof addressPartNames)[number];

/** Every name of a part of an address. */
export const addressPartNames = [
  'area',
  'county',
  'department',
  'district',
  'doSi',
  'eircode',
  'emirate',
  'island',
  'oblast',
  'parish',
  'pin',
  'postTown',
  'prefecture',
  'province',
  'state',
  'suburb',
  'zip',
] as const;

/** How addresses are written in a country. */
export interface AddressFormat {
  /** The address lines, written as one, and the parts that addresses there have, from the first to the last. */
  readonly order: readonly ('lines' | AddressPart)[];
  /** The parts that no address there is without. */
  readonly required: ReadonlySet<AddressPart>;
  readonly names: Readonly<Partial<Record<AddressPart, AddressPartName>>>;
}

/**
 * How addresses are written in `country`; before one is chosen, with every part that there can be.
 *
 * General knowledge, not documented by Microsoft: order, required parts and names as in Google's address data
 * (libaddressinput), with a few names of parts added. A city is among the parts everywhere, since the request has a place
 * for it, but it is not required where addresses have none. Where nothing is known of postal codes, there may be some.
 * @param nameOrder readers who put the family name first put the largest part of an East Asian address first too; all
 * others write such an address for the post, in their own letters, from the smallest part to the largest
 * @example addressFormatOf('JP', 'familyFirst').order // => ['postalCode', 'state', 'city', 'lines']
 * @example addressFormatOf('JP').order // => ['lines', 'city', 'state', 'postalCode']
 */
export function addressFormatOf(country: string, nameOrder: NameOrder = 'givenFirst'): AddressFormat {
  const format = formats.get(country) ?? unknownFormat;
  const isTurned = nameOrder === 'givenFirst' && largestFirst.has(country);
  return isTurned
    ? { ...format, order: unknownFormat.order.filter((part) => format.order.includes(part)) }
    : format;
}

/** Countries that write an address in Latin letters the other way round than in their own. */
const largestFirst = new Set(['CN', 'HK', 'JP', 'KP', 'KR', 'TW']);

const letters: Readonly<Record<string, 'lines' | AddressPart>> = {
  A: 'lines',
  C: 'city',
  S: 'state',
  Z: 'postalCode',
};

const partOfName: Readonly<Partial<Record<string, AddressPart>>> = {
  zip: 'postalCode',
  pin: 'postalCode',
  eircode: 'postalCode',
  suburb: 'city',
  postTown: 'city',
};

const unknownFormat = parseFormat('ACSZ ACZ');

/**
 * Countries by the order of their parts (A address lines, C city, S state, Z postal code), the required parts, and the
 * names of the state, the city (after a slash) and the postal code, as far as they have any.
 */
const formats: ReadonlyMap<string, AddressFormat> = new Map(
  `
  AC A: AG MO
  AC AC: AO AW BF BI BJ BO BQ BW BZ CD CF CG CI CK CM CW DJ DM ER FJ GA GD GH GM GQ GY KM LC ML MR MW NU QA RW SB SL SS ST SX TD TG TK TL TO UG VU YE ZW
  AC AC /district: SY
  ACS AC: PA SR
  ACS AC island: BS SC TV
  ACS ACS island: KN
  ACS ACS parish: JM
  ACS AS district: NR
  ACS AS emirate: AE
  ACSZ AC: CC CX EG HM MN NF
  ACSZ AC county+eircode: IE
  ACSZ AC parish: BB
  ACSZ AC province: CU TH VN
  ACSZ ACS: IQ SO
  ACSZ ACS department: HN
  ACSZ ACS state+zip: UM
  ACSZ ACSZ oblast: RU UA
  ACSZ ACSZ province: CA
  ACSZ ACSZ state: BR
  ACSZ ACSZ state+suburb: AU
  ACSZ ACSZ state+zip: AS FM MH MP PW US VI
  ACSZ AS department: CO
  ACSZ AS island: KY
  ACSZ AS province: ID
  ACZ A: GI VG
  ACZ AC: AF AI AQ BD BH BM BN BT BV IL JO KE KH LB LK LS LY MM MS MT MV NA NP PK PS SA SZ TF TT VC WS
  ACZ AC /district: SD
  ACZ ACZ: FK GG GS IM IO JE NZ PN SH TC ZA
  ACZ ACZ postTown: GB
  ACZ ACZ zip: GU PR
  ACZ AZ: SG
  ACZS AC /district: PE
  ACZS AC province: PH
  ACZS AC state: NG
  ACZS ACS: PG
  ACZS ACS state: VE
  ACZS ACSZ state+pin: IN
  ASC AC island: KI
  ASCZ ACS province: CR
  ASCZ ACZ: LV
  AZC AC: AD AL AZ BA BG CY DO DZ EC EH ET FO GE GT GW HR HT IS KG KW LA LR MA MC MD ME MG MK MU NE OM PY RS SI SN TJ TM TN TZ VA ZM
  AZC ACZ: AT AX BE BL CH CZ DE DK FI FR GF GL GP GR LI LU MF MQ NC NL PL PM PT RE SK WF YT
  AZC ACZ postTown: NO SE SJ
  AZC AZ: SM
  AZCS AC: AM CL MZ UZ
  AZCS AC department: NI UY
  AZCS AC island: CV
  AZCS AC oblast: BY
  AZCS AC province: AR
  AZCS ACS department: SV
  AZCS ACSZ island: PF
  AZCS ACSZ province: ES IT
  AZCS ACZ county: EE LT
  AZCS ACZ province+/district: TR
  AZCS ACZ state: MX MY
  AZSC ACZ county: RO
  CAZ ACZ: HU
  SCA AS area+/district: HK
  SCAZ AC: IR
  SCAZ ACSZ doSi: KR
  ZAC AC: GN
  ZSCA AC: KP
  ZSCA AC oblast: KZ
  ZSCA ACSZ county: TW
  ZSCA ACSZ province: CN
  ZSCA ASZ prefecture: JP
`
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [format = '', countries = ''] = line.split(':');
      const parsed = parseFormat(format.trim());
      return countries
        .trim()
        .split(' ')
        .map((country) => [country, parsed] as const);
    }),
);

function parseFormat(format: string): AddressFormat {
  const [order = '', required = '', names = ''] = format.split(' ');
  return {
    order: [...order].map(partOf),
    required: new Set([...required].map(partOf).filter((part) => part !== 'lines')),
    names: Object.fromEntries(
      names
        .split('+')
        .filter((name) => name !== '')
        .map(named),
    ),
  };
}

function partOf(letter: string): 'lines' | AddressPart {
  return letters[letter] ?? 'lines';
}

function named(text: string): readonly [AddressPart, AddressPartName] {
  const name = text.replace('/', '');
  // The table holds these names alone, which a test makes sure of.
  return [text === name ? (partOfName[name] ?? 'state') : 'city', name as AddressPartName];
}
