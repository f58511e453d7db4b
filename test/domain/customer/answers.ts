import type { RuleContext } from '../../../src/domain/customer/find-issues.ts';
import { type CustomerValues, emptyValues } from '../../../src/domain/customer/values.ts';

/** The day on which the tests take place. */
export const context: RuleContext = { today: '2026-11-21' };

/** A customer in Belarus that a direct bill partner can add as it is. */
export const completeValues: CustomerValues = {
  ...emptyValues,
  partnerType: 'directBillPartner',
  role: 'adminAgent',
  country: 'BY',
  companyName: 'Norrsken Bakery Supplies',
  registrationId: '100-234 567',
  addressLine1: 'Zavodskaya 12',
  city: 'Minsk',
  postalCode: '220030',
  firstName: 'Anna',
  lastName: 'Lind',
  email: 'anna.lind@norrsken-bakery.example',
  phone: '+375 (29) 123-45-67',
  domain: 'norrskenbakery',
  attestPartnerRole: true,
  attestNoResale: true,
  agreement: 'attested',
  agreementConfirmed: true,
  agreementYear: '2026',
  agreementMonth: '11',
  agreementDay: '20',
  agreementPerson: 'primary',
  offers: ['cloudUsage'],
};
