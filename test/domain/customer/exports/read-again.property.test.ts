import { Ajv } from 'ajv';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { confirmAgreementBody } from '../../../../src/domain/customer/exports/confirm-agreement.ts';
import { createCustomerBody } from '../../../../src/domain/customer/exports/create-customer.ts';
import { powerShellCommands } from '../../../../src/domain/customer/exports/powershell-commands.ts';
import { findIssues } from '../../../../src/domain/customer/find-issues.ts';
import { questionStages } from '../../../../src/domain/customer/questions.ts';
import type { CustomerValues } from '../../../../src/domain/customer/values.ts';
import { completeValues, context } from '../answers.ts';

/** What people write, signs that mean something to a consumer among it. */
const text = fc
  .string({
    unit: fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
      fc.constantFrom(
        "'",
        '’',
        '‘',
        '‛',
        '‚',
        '"',
        '`',
        '$',
        '#',
        ';',
        '\\',
        '@',
        '{',
        '}',
        '\u2028',
        '\r\n',
      ),
    ),
    minLength: 1,
    maxLength: 20,
  })
  .map((typed) => `Ab${typed}`);

const answers: fc.Arbitrary<CustomerValues> = fc
  .record({
    country: fc.constantFrom('BY', 'SE', 'SG', 'US', 'GB'),
    companyName: text,
    addressLine1: text,
    addressLine2: fc.oneof(fc.constant(''), text),
    city: fc.oneof(fc.constant(''), text),
    state: fc.constantFrom('', 'WA'),
    postalCode: fc.constantFrom('', '98052', ' sw1a 1aa', '018956'),
    firstName: text,
    lastName: text,
    middleName: fc.oneof(fc.constant(''), text),
    phone: fc.constantFrom('', '+375 (29) 123-45-67', '425 555 0100'),
    agreementPerson: fc.constantFrom('primary', 'other'),
    agreementFirstName: text,
    agreementLastName: text,
    agreementEmail: fc.constant('li@norrsken.example'),
  })
  .map((changes) => ({ ...completeValues, ...changes }));

const line = { type: 'string', minLength: 1, pattern: '^\\S(?:[^\\r\\n\\t]*\\S)?$' };
const given = (keys: readonly string[], optional: readonly string[] = [], special: object = {}) => ({
  type: 'object',
  additionalProperties: false,
  required: keys,
  properties: {
    ...Object.fromEntries([...keys, ...optional].map((key) => [key, line])),
    ...special,
  },
});

/** As the documentation describes the requests: keys, and what is known of their values. */
const ajv = new Ajv({ allErrors: true });
const isCreateCustomer = ajv.compile(
  given(['CompanyProfile', 'BillingProfile'], ['AssociatedPartnerId'], {
    CompanyProfile: given(['Domain'], ['OrganizationRegistrationNumber'], {
      Domain: { type: 'string', pattern: '^[a-z0-9]{1,27}\\.onmicrosoft\\.com$' },
      OrganizationRegistrationNumber: { type: 'string', pattern: '^[A-Za-z0-9]+$' },
    }),
    BillingProfile: given(['Culture', 'Language', 'Email', 'CompanyName', 'DefaultAddress'], [], {
      Culture: { type: 'string', pattern: '^[a-z]{2,3}(-[A-Z][a-z]{3})?-[A-Z]{2}$' },
      Language: { type: 'string', pattern: '^[a-z]{2}$' },
      DefaultAddress: given(
        ['FirstName', 'LastName', 'AddressLine1', 'Country'],
        ['MiddleName', 'AddressLine2', 'City', 'State', 'PostalCode', 'PhoneNumber'],
        {
          Country: { type: 'string', pattern: '^[A-Z]{2}$' },
          PostalCode: { type: 'string', pattern: '^[^a-z\\s]([^a-z]*[^a-z\\s])?$' },
          PhoneNumber: { type: 'string', pattern: '^\\+?[0-9]+$' },
        },
      ),
    }),
  }),
);
const isConfirmAgreement = ajv.compile(
  given(['primaryContact', 'templateId', 'dateAgreed', 'type'], [], {
    primaryContact: given(['firstName', 'lastName', 'email'], ['phoneNumber']),
    dateAgreed: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}T00:00:00Z$' },
    type: { const: 'MicrosoftCustomerAgreement' },
  }),
);

test('the requests are JSON of the documented shape, whatever the form lets through', () => {
  fc.assert(
    fc.property(answers, (values) => {
      const issues = questionStages.flatMap((stage) => findIssues(stage, values, context));
      fc.pre(issues.every(({ severity }) => severity === 'warning'));
      isCreateCustomer(JSON.parse(JSON.stringify(createCustomerBody(values))));
      expect(isCreateCustomer.errors).toBeNull();
      isConfirmAgreement(JSON.parse(JSON.stringify(confirmAgreementBody(values))));
      expect(isConfirmAgreement.errors).toBeNull();
    }),
    { numRuns: 60 },
  );
});

test('PowerShell reads the commands as the same texts, whatever is in them', () => {
  fc.assert(
    fc.property(answers, (values) => {
      const { tables, rest } = readCommands(powerShellCommands(values, ['A remark']));
      const { CompanyProfile, BillingProfile } = createCustomerBody(values);
      const { DefaultAddress: address } = BillingProfile;
      expect(tables['customer']).toEqual(
        defined({
          Name: BillingProfile.CompanyName,
          Domain: CompanyProfile.Domain,
          Culture: BillingProfile.Culture,
          Language: BillingProfile.Language,
          BillingAddressLine1: address.AddressLine1,
          BillingAddressLine2: address.AddressLine2,
          BillingAddressCity: address.City,
          BillingAddressState: address.State,
          BillingAddressPostalCode: address.PostalCode,
          BillingAddressCountry: address.Country,
          ContactFirstName: address.FirstName,
          ContactLastName: address.LastName,
          ContactEmail: BillingProfile.Email,
          ContactPhoneNumber: address.PhoneNumber,
        }),
      );
      expect(tables['agreement']?.['ContactLastName']).toBe(
        confirmAgreementBody(values)?.primaryContact.lastName,
      );
      expect(rest).toEqual([
        '$created = New-PartnerCustomer @customer',
        'New-PartnerCustomerAgreement @agreement -CustomerId $created.CustomerId',
      ]);
    }),
    { numRuns: 200 },
  );
});

/**
 * Reads hash tables of texts in single quotation marks as PowerShell does ("about_Quoting_Rules"): any of four signs opens
 * and closes such a text, two of them in it are the second of both, and nothing else in it means anything. A text may go
 * on over a line break, so the whole is read sign by sign.
 */
function readCommands(script: string): {
  readonly tables: Record<string, Record<string, string>>;
  readonly rest: readonly string[];
} {
  const tables: Record<string, Record<string, string>> = {};
  const rest: string[] = [];
  let table: Record<string, string> | undefined;
  let at = 0;
  while (at < script.length) {
    const entry = table === undefined ? null : /^ {4}(\w+) = /.exec(script.slice(at));
    if (table !== undefined && entry !== null) {
      at += entry[0].length;
      if (!isQuote(script[at])) throw new Error('A text is not quoted.');
      at += 1;
      let found = '';
      while (!isQuote(script[at]) || isQuote(script[at + 1])) {
        if (at >= script.length) throw new Error('A text is not closed.');
        if (isQuote(script[at])) at += 1;
        found += script[at];
        at += 1;
      }
      table[entry[1] ?? ''] = found;
      at += 1;
      if (script.slice(at, at + 2) !== '\r\n') throw new Error('Something stands behind a text.');
      at += 2;
      continue;
    }
    const end = script.indexOf('\r\n', at);
    const whole = script.slice(at, end);
    at = end + 2;
    const begun = /^\$(\w+) = @\{$/.exec(whole)?.[1];
    if (begun !== undefined) {
      table = {};
      tables[begun] = table;
    } else if (whole === '}') table = undefined;
    else if (whole !== '' && !whole.startsWith('#')) rest.push(whole);
  }
  return { tables, rest };
}

function isQuote(sign: string | undefined): boolean {
  return sign !== undefined && "'‘’‚‛".includes(sign);
}

function defined(entries: Readonly<Record<string, string | undefined>>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));
}
