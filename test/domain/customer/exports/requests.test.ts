import { expect, test } from 'vitest';
import { confirmAgreementBody } from '../../../../src/domain/customer/exports/confirm-agreement.ts';
import {
  createCustomerBody,
  leftOutOfCreateCustomer,
} from '../../../../src/domain/customer/exports/create-customer.ts';
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
