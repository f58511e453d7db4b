import { toCsv } from '../exports/csv.ts';
import type { FieldId } from '../values.ts';

/** The columns of a template, in the order of the form, with what an invented customer says there. */
const example = {
  country: 'SE',
  companyName: 'Norrsken Bageri AB',
  registrationId: '556000-0000',
  addressLine1: 'Storgatan 12',
  addressLine2: '',
  city: 'Umeå',
  state: '',
  postalCode: '903 26',
  firstName: 'Anna',
  middleName: '',
  lastName: 'Lind',
  email: 'anna.lind@norrsken.example',
  phone: '+46 90 12 34 56',
  domain: 'norrskenbageri',
  culture: 'sv-SE',
  specialQualifications: 'none',
  validationCode: '',
  agreement: 'attested',
  agreementConfirmed: 'yes',
  agreementDate: '2025-06-01',
  attestPartnerRole: 'yes',
  attestNoResale: 'yes',
} as const satisfies Partial<Record<FieldId, string>>;

/**
 * A table to fill in: headings and one invented customer, whose codes every language understands.
 * @param nameOf what a column is called in the reader's language
 */
export function templateCsv(nameOf: (field: FieldId) => string): string {
  // The keys are exactly those of the example, which Object.entries forgets.
  const columns = Object.entries(example) as [FieldId, string][];
  return toCsv([columns.map(([field]) => nameOf(field)), columns.map(([, cell]) => cell)]);
}
