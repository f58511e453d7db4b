import { expect, test } from 'vitest';
import { confirmAgreementBody } from '../../../../src/domain/customer/exports/confirm-agreement.ts';
import {
  createCustomerBody,
  leftOutOfCreateCustomer,
} from '../../../../src/domain/customer/exports/create-customer.ts';
import { qualifiedBody, qualifyCustomer } from '../../../../src/domain/customer/exports/qualify-customer.ts';
import { resellers } from '../../../../src/domain/customer/resellers.ts';
import { completeValues } from '../answers.ts';

test('the request for a customer has the documented keys, and what was typed without separators', () => {
  expect(createCustomerBody({ ...completeValues, middleName: ' K ', addressLine2: 'Office\u00a04' })).toEqual(
    {
      CompanyProfile: {
        Domain: 'norrskenbakery.onmicrosoft.com',
        OrganizationRegistrationNumber: '100234567',
      },
      BillingProfile: {
        Culture: 'be-BY',
        Language: 'be',
        Email: 'anna.lind@norrsken-bakery.example',
        CompanyName: 'Norrsken Bakery Supplies',
        DefaultAddress: {
          FirstName: 'Anna',
          MiddleName: 'K',
          LastName: 'Lind',
          AddressLine1: 'Zavodskaya 12',
          AddressLine2: 'Office 4',
          City: 'Minsk',
          PostalCode: '220030',
          Country: 'BY',
          PhoneNumber: '+375291234567',
        },
      },
    },
  );
});

test('what was left empty is left out', () => {
  const body = createCustomerBody({ ...completeValues, country: 'SE', registrationId: ' - ', phone: '' });
  expect(body.CompanyProfile).not.toHaveProperty('OrganizationRegistrationNumber');
  expect(body.BillingProfile.DefaultAddress).not.toHaveProperty('PhoneNumber');
  expect(body).not.toHaveProperty('AssociatedPartnerId');
});

test('a postal code is sent as it stands on letters', () => {
  const { BillingProfile } = createCustomerBody({
    ...completeValues,
    country: 'GB',
    postalCode: '\u00a0sw1a １aa ',
  });
  expect(BillingProfile.DefaultAddress.PostalCode).toBe('SW1A 1AA');
});

test('the culture that was chosen is sent, with its language', () => {
  const { BillingProfile } = createCustomerBody({ ...completeValues, country: 'UZ', culture: 'uz-Latn-UZ' });
  expect(BillingProfile).toMatchObject({ Culture: 'uz-Latn-UZ', Language: 'uz' });
});

test('an indirect provider names the reseller by its tenant, a direct bill partner none', () => {
  const values = { ...completeValues, reseller: 'fjallvind' };
  expect(createCustomerBody({ ...values, partnerType: 'indirectProvider' }).AssociatedPartnerId).toBe(
    resellers['fjallvind']?.tenantId,
  );
  expect(createCustomerBody(values)).not.toHaveProperty('AssociatedPartnerId');
});

test('it is said which answers are sent otherwise', () => {
  expect(leftOutOfCreateCustomer({ ...completeValues, offers: [] })).toEqual(['agreement']);
  expect(
    leftOutOfCreateCustomer({
      ...completeValues,
      specialQualifications: 'education',
      additionalResellers: ['', '4100544'],
      offers: ['campus'],
    }),
  ).toEqual(['specialQualifications', 'additionalResellers', 'agreement', 'offers']);
});

const government = {
  ...completeValues,
  country: 'US',
  specialQualifications: 'governmentCommunityCloud',
  validationCode: '98 76-54',
} as const;

test('a qualification is a request of its own, with the validation code where it takes one', () => {
  expect(qualifyCustomer(completeValues)).toBeUndefined();
  expect(qualifyCustomer({ ...completeValues, specialQualifications: 'education' })).toEqual({
    address: 'POST /v1/customers/{tenant ID}/qualifications',
    body: { Qualification: 'Education' },
  });
  expect(qualifyCustomer(government)).toEqual({
    address: 'POST /v1/customers/{tenant ID}/qualifications?code=987654',
    body: { Qualification: 'GovernmentCommunityCloud' },
  });
  expect(leftOutOfCreateCustomer({ ...government, offers: [] })).toEqual([
    'specialQualifications',
    'validationCode',
    'agreement',
  ]);
});

test('a code that is kept after the country has changed is not sent', () => {
  expect(qualifyCustomer({ ...government, country: 'SE' })).toBeUndefined();
  expect(qualifyCustomer({ ...government, specialQualifications: 'education' })?.address).not.toContain(
    'code',
  );
  expect(JSON.stringify(createCustomerBody(government))).not.toContain('9876');
});

test('the answer is the documented one, and none where none is documented', () => {
  expect(qualifiedBody({ specialQualifications: 'education' })).toEqual({
    qualification: 'Education',
    vettingStatus: 'InReview',
  });
  expect(qualifiedBody(government)).toBeUndefined();
});

test('the agreement is confirmed by the primary contact', () => {
  expect(confirmAgreementBody(completeValues)).toEqual({
    primaryContact: {
      firstName: 'Anna',
      lastName: 'Lind',
      email: 'anna.lind@norrsken-bakery.example',
      phoneNumber: '+375291234567',
    },
    templateId: 'TEMPLATE-ID',
    dateAgreed: '2026-11-20T00:00:00Z',
    type: 'MicrosoftCustomerAgreement',
  });
});

test('or by somebody else, whose phone number may be missing', () => {
  const body = confirmAgreementBody({
    ...completeValues,
    agreementPerson: 'other',
    agreementFirstName: '丽',
    agreementLastName: '王',
    agreementEmail: 'li.wang@norrsken-bakery.example',
  });
  expect(body?.primaryContact).toEqual({
    firstName: '丽',
    lastName: '王',
    email: 'li.wang@norrsken-bakery.example',
  });
});

test('there is nothing to confirm where the customer is invited', () => {
  expect(confirmAgreementBody({ ...completeValues, agreement: 'invited' })).toBeUndefined();
});
