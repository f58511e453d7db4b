import { expect, test } from 'vitest';
import {
  leftOutOfPowerShell,
  powerShellCommands,
} from '../../../../src/domain/customer/exports/powershell-commands.ts';
import { completeValues } from '../answers.ts';

test('the commands hold the answers by the parameters of the module', () => {
  expect(powerShellCommands(completeValues, ['For the PartnerCenter module.'])).toBe(
    [
      '# For the PartnerCenter module.',
      '$customer = @{',
      "    Name = 'Norrsken Bakery Supplies'",
      "    Domain = 'norrskenbakery.onmicrosoft.com'",
      "    Culture = 'be-BY'",
      "    Language = 'be'",
      "    BillingAddressLine1 = 'Zavodskaya 12'",
      "    BillingAddressCity = 'Minsk'",
      "    BillingAddressPostalCode = '220030'",
      "    BillingAddressCountry = 'BY'",
      "    ContactFirstName = 'Anna'",
      "    ContactLastName = 'Lind'",
      "    ContactEmail = 'anna.lind@norrsken-bakery.example'",
      "    ContactPhoneNumber = '+375291234567'",
      '}',
      '$created = New-PartnerCustomer @customer',
      '',
      '$agreement = @{',
      "    AgreementType = 'MicrosoftCustomerAgreement'",
      "    TemplateId = 'TEMPLATE-ID'",
      "    DateAgreed = '2026-11-20T00:00:00Z'",
      "    ContactFirstName = 'Anna'",
      "    ContactLastName = 'Lind'",
      "    ContactEmail = 'anna.lind@norrsken-bakery.example'",
      "    ContactPhoneNumber = '+375291234567'",
      '}',
      'New-PartnerCustomerAgreement @agreement -CustomerId $created.CustomerId',
      '',
    ].join('\r\n'),
  );
});

test.each([
  ["O'Brien Ltd", "'O''Brien Ltd'"],
  ['O’Brien Ltd', "'O’’Brien Ltd'"],
  ["x'; Remove-Item C:\\ -Recurse; '", "'x''; Remove-Item C:\\ -Recurse; '''"],
  ['$(Get-Date) `n', "'$(Get-Date) `n'"],
  ['x\r\nRemove-Item y', "'x Remove-Item y'"],
])('%s stays one text', (companyName, quoted) => {
  expect(powerShellCommands({ ...completeValues, companyName }, []).split('\r\n')[1]).toBe(
    `    Name = ${quoted}`,
  );
});

test('a remark stays one comment', () => {
  const [first, second] = powerShellCommands(completeValues, ['Replace\u2028Remove-Item y']).split('\r\n');
  expect([first, second]).toEqual(['# Replace Remove-Item y', '$customer = @{']);
});

test('it is said which answers have no parameter', () => {
  expect(leftOutOfPowerShell({ ...completeValues, offers: [] })).toEqual(['registrationId']);
  expect(
    leftOutOfPowerShell({ ...completeValues, registrationId: '', middleName: 'K', agreement: 'invited' }),
  ).toEqual(['middleName', 'agreement', 'offers']);
  expect(
    leftOutOfPowerShell({
      ...completeValues,
      country: 'US',
      specialQualifications: 'governmentCommunityCloud',
      validationCode: '12345',
      registrationId: '',
      offers: [],
    }),
  ).toEqual(['specialQualifications', 'validationCode']);
});
