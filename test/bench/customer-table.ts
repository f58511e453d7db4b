import { toCsv } from '../../src/domain/customer/exports/csv.ts';

const header = [
  'Country',
  'Company name',
  'Registration ID',
  'Address line 1',
  'City',
  'Postal code',
  'First name',
  'Last name',
  'Email',
  'Phone',
  'Domain',
  'Agreement',
  'Agreement acceptance date',
  'Confirmation of acceptance',
  'Your role in this sale',
  'No resale to other partners',
  'Notes',
];

/** A table of invented customers in several scripts. Of ten rows one has an error and one a doubt. */
export function customerTable(rows: number): string {
  return toCsv([header, ...Array.from({ length: rows }, (_, index) => customer(index))]);
}

/** Rows such as those of the table, to follow it: no two of all customers are the same. */
export function moreCustomers(first: number, rows: number): string {
  return toCsv(Array.from({ length: rows }, (_, index) => customer(first + index)));
}

function customer(index: number): readonly string[] {
  const kind = index % 10;
  const [country = '', company = '', city = '', code = ''] = places[index % places.length] ?? [];
  return [
    country,
    kind === 7 ? `${company} ${index}.com` : `${company} ${index}`,
    String(100_000_000 + index),
    `Storgatan ${index % 200}, "uppgång B"`,
    city,
    code,
    'Anna',
    'Lindqvist',
    kind === 3 ? 'anna at example' : `anna${index}@norrsken.example`,
    '+46 90 12 34 56',
    `norrsken${index}`,
    'attested',
    '2025-06-01',
    'yes',
    'yes',
    'ja',
    '',
  ];
}

const places = [
  ['Sverige', 'Norrsken Bageri', 'Umeå', '903 26'],
  ['BY', 'Хлебозавод Северный', 'Минск', '220030'],
  ['台灣', '北光烘焙有限公司', '臺北市', '100'],
];
