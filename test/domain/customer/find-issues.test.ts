import { describe, expect, test } from 'vitest';
import { findIssues } from '../../../src/domain/customer/find-issues.ts';
import { issueKey } from '../../../src/domain/customer/issues.ts';
import { type NameOrder, nameOrderOf } from '../../../src/domain/customer/name-order.ts';
import { type QuestionStage, questionsOf } from '../../../src/domain/customer/questions.ts';
import { type CustomerValues, emptyValues } from '../../../src/domain/customer/values.ts';
import { completeValues, context } from './answers.ts';

const issuesOf = (stage: QuestionStage, changes: Partial<CustomerValues>) =>
  findIssues(stage, { ...completeValues, ...changes }, context);
const keysOf = (stage: QuestionStage, changes: Partial<CustomerValues>) =>
  issuesOf(stage, changes).map(issueKey);

test('finds nothing in complete answers', () => {
  expect((['opening', 'account', 'subscriptions'] as const).flatMap((stage) => keysOf(stage, {}))).toEqual(
    [],
  );
});

test('asks for everything that is required, in the order of the form', () => {
  expect(
    findIssues('account', { ...emptyValues, partnerType: 'directBillPartner' }, context).map(issueKey),
  ).toEqual([
    'country:country.missing',
    'companyName:companyName.missing',
    'addressLine1:addressLine1.missing',
    'city:city.missing',
    'postalCode:postalCode.missing',
    'firstName:firstName.missing',
    'lastName:lastName.missing',
    'email:email.missing',
    'domain:domain.missing',
    'agreement:agreement.missing',
    'attestPartnerRole:attestPartnerRole.missing',
    'attestNoResale:attestNoResale.missing',
  ]);
});

test('follows the order of names of the language', () => {
  const values = { ...completeValues, agreementPerson: 'other', firstName: '', lastName: '' } as const;
  const fieldsIn = (nameOrder: NameOrder) =>
    findIssues('account', values, { ...context, nameOrder }).map(({ field }) => field);
  expect(fieldsIn('givenFirst')).toEqual([
    'firstName',
    'lastName',
    'agreementFirstName',
    'agreementLastName',
    'agreementEmail',
  ]);
  expect(fieldsIn('familyFirst')).toEqual([
    'lastName',
    'firstName',
    'agreementLastName',
    'agreementFirstName',
    'agreementEmail',
  ]);
  expect(['zh-CN', 'zh-TW', 'sv-SE', 'ru-RU'].map(nameOrderOf)).toEqual([
    'familyFirst',
    'familyFirst',
    'givenFirst',
    'givenFirst',
  ]);
});

test('tells an indirect reseller who can add the customer', () => {
  expect(keysOf('opening', { partnerType: 'indirectReseller' })).toEqual([
    'partnerType:partnerType.indirectReseller',
  ]);
});

describe('the registration ID and the phone number', () => {
  test('are required in the 24 countries, with the digits that are documented', () => {
    const [id, phone] = issuesOf('account', { registrationId: ' ', phone: '' });
    expect(id).toMatchObject({
      code: 'registrationId.missingDigits',
      rule: 'rule-registration-id',
      params: { name: 'УНП', digits: [9] },
    });
    expect(phone).toMatchObject({ code: 'phone.missing', rule: 'rule-phone' });
  });

  test('have no number of digits where none is documented', () => {
    expect(keysOf('account', { country: 'BR', state: 'SP', registrationId: '' })).toEqual([
      'registrationId:registrationId.missingNamed',
    ]);
  });

  test('are optional elsewhere and still judged', () => {
    expect(keysOf('account', { country: 'SE', registrationId: '', phone: '' })).toEqual([]);
    expect(keysOf('account', { country: 'SE', registrationId: '#1', phone: '12' })).toEqual([
      'registrationId:registrationId.characters',
      'phone:phone.format',
    ]);
  });
});

describe('an address', () => {
  test('has a state from the list in four countries', () => {
    const inUnitedStates = { country: 'US', postalCode: '98052', phone: '4255550100' };
    expect(keysOf('account', inUnitedStates)).toEqual(['state:state.missing']);
    expect(keysOf('account', { ...inUnitedStates, state: 'WA' })).toEqual([]);
    expect(keysOf('account', { ...inUnitedStates, state: 'XX' })).toEqual(['state:state.missing']);
  });

  test('is not given by signs alone', () => {
    expect(keysOf('account', { country: 'ZA', addressLine1: '-', city: '…', postalCode: '--' })).toEqual([
      'addressLine1:addressLine1.missing',
      'city:city.missing',
      'postalCode:postalCode.missing',
    ]);
  });

  test('needs no postal code in the United Arab Emirates', () => {
    expect(keysOf('account', { country: 'AE', state: 'Dubai', city: '', postalCode: '' })).toEqual([]);
  });

  test('has lines of at most 200 characters', () => {
    expect(
      issuesOf('account', { addressLine1: 'n'.repeat(200), addressLine2: '路'.repeat(201) }),
    ).toMatchObject([{ code: 'addressLine2.tooLong', params: { max: 200, length: 201 } }]);
  });
});

describe('roles', () => {
  test('only an Admin agent or a Sales agent attests the agreement', () => {
    expect(keysOf('account', { role: 'globalAdmin' })).toEqual(['agreement:agreement.role']);
    expect(keysOf('account', { role: 'globalAdmin', agreement: 'invited' })).toEqual([]);
    expect(keysOf('account', { role: 'salesAgent' })).toEqual([]);
  });

  test('Government Community Cloud is for the United States, and needs a validation code', () => {
    const gcc = { specialQualifications: 'governmentCommunityCloud', country: 'US', state: 'WA' } as const;
    const us = { ...gcc, postalCode: '98052', phone: '425 555 0100', registrationId: '' };
    expect(keysOf('account', { ...us, validationCode: '12345' })).toEqual([]);
    expect(keysOf('account', { ...us, validationCode: ' ９８-７６５４ ' })).toEqual([]);
    expect(keysOf('account', us)).toEqual(['validationCode:validationCode.missing']);
    for (const validationCode of ['12A45', '12345678901', 'код', '-1e5']) {
      expect(issuesOf('account', { ...us, validationCode })).toMatchObject([
        { code: 'validationCode.format', rule: 'rule-validation-code', params: { max: 10 } },
      ]);
    }
    expect(keysOf('account', { ...us, validationCode: '12345', role: 'userManagementAdmin' })).toContain(
      'specialQualifications:specialQualifications.governmentRole',
    );
  });

  test('elsewhere nobody is asked for the code, and a chosen Government Community Cloud is told of', () => {
    const kept = { specialQualifications: 'governmentCommunityCloud', validationCode: 'x' } as const;
    expect(keysOf('account', kept)).toEqual(['specialQualifications:specialQualifications.country']);
    expect(keysOf('account', { ...kept, specialQualifications: 'none' })).toEqual([]);
    // What a customer's country decides is told once there is one.
    expect(keysOf('account', { ...kept, country: '' })).not.toContain(
      'specialQualifications:specialQualifications.country',
    );
  });

  test('whoever has another role is told so once, and practises all the same', () => {
    expect(issuesOf('opening', { role: 'otherRole' })).toMatchObject([
      { code: 'role.other', severity: 'warning', rule: 'rule-role' },
    ]);
    const other = {
      role: 'otherRole',
      specialQualifications: 'education',
      email: 'anna@skolan.example',
    } as const;
    expect([...keysOf('account', other), ...keysOf('subscriptions', other)]).toEqual([]);
  });

  test('an order of a User management admin is doubtful', () => {
    expect(issuesOf('subscriptions', { role: 'userManagementAdmin' })).toMatchObject([
      { code: 'offers.role', severity: 'warning', rule: 'rule-order-role' },
    ]);
    expect(keysOf('subscriptions', { role: 'userManagementAdmin', offers: [] })).toEqual([
      'offers:offers.none',
    ]);
    expect(keysOf('subscriptions', { role: 'globalAdmin' })).toEqual([]);
  });

  test('a User management admin adds no education customer', () => {
    expect(
      keysOf('account', {
        role: 'userManagementAdmin',
        agreement: 'invited',
        specialQualifications: 'education',
      }),
    ).toEqual(['specialQualifications:specialQualifications.role']);
  });
});

const asksForMore = (country: string, reseller = 'fjallvind') =>
  questionsOf('account', {
    ...completeValues,
    partnerType: 'indirectProvider',
    country,
    reseller,
  }).includes('additionalResellers');

describe('an indirect provider', () => {
  const inSweden = { partnerType: 'indirectProvider', country: 'SE', reseller: 'fjallvind' } as const;

  test('selects a reseller', () => {
    expect(keysOf('account', { ...inSweden, reseller: '' })).toEqual(['reseller:reseller.missing']);
    expect(keysOf('account', inSweden)).toEqual([]);
  });

  test('is asked for additional resellers in the European Union and EFTA only', () => {
    expect(asksForMore('NO')).toBe(true);
    expect(asksForMore('GB')).toBe(false);
    expect(questionsOf('account', { ...completeValues, country: 'SE' })).not.toContain('additionalResellers');
  });

  test('is asked for additional resellers after the first one', () => {
    expect(asksForMore('SE', '')).toBe(false);
    expect(keysOf('account', { ...inSweden, reseller: '', additionalResellers: ['MPN1'] })).toEqual([
      'reseller:reseller.missing',
    ]);
  });

  test('names each additional reseller once, by digits', () => {
    expect(
      keysOf('account', { ...inSweden, additionalResellers: ['4100999', '', 'MPN1', '4100 999', '4100231'] }),
    ).toEqual([
      'additionalResellers.2:additionalResellers.format',
      'additionalResellers.3:additionalResellers.repeated',
      'additionalResellers.4:additionalResellers.repeated',
    ]);
    expect(keysOf('account', { ...inSweden, additionalResellers: ['1', '2', '3', '4', '5', '6'] })).toEqual([
      'additionalResellers:additionalResellers.tooMany',
    ]);
  });
});

test('asks for the person who accepted only if it is not the primary contact', () => {
  expect(keysOf('account', { agreementPerson: 'other' })).toEqual([
    'agreementFirstName:agreementFirstName.missing',
    'agreementLastName:agreementLastName.missing',
    'agreementEmail:agreementEmail.missing',
  ]);
});

describe('subscriptions', () => {
  const small = { offers: ['officeSmall'], terms: { officeSmall: 'P1Y-annual' } } as const;

  test('can be none, after asking', () => {
    expect(issuesOf('subscriptions', { offers: [] })).toMatchObject([
      { code: 'offers.none', field: 'offers', rule: 'rule-no-offers', severity: 'warning' },
    ]);
  });

  test.each([
    ['', 'licences.missing'],
    ['ten', 'licences.notNumber'],
    ['1.5', 'licences.notNumber'],
    ['1,5', 'licences.notNumber'],
    ['1e3', 'licences.notNumber'],
    ['1,00', 'licences.notNumber'],
    ['0x1', 'licences.notNumber'],
    ['1,000', 'licences.range'],
    ['0', 'licences.range'],
    ['-3', 'licences.range'],
    ['301', 'licences.range'],
  ])('cannot have %s licences', (typed, code) => {
    expect(keysOf('subscriptions', { ...small, licences: { officeSmall: typed } })).toEqual([
      `licences.officeSmall:${code}`,
    ]);
  });

  test.each(['1', '300', '１０', ' 25 ', '٢٥'])('can have %s licences', (typed) => {
    expect(keysOf('subscriptions', { ...small, licences: { officeSmall: typed } })).toEqual([]);
  });

  test.each(['10,000', '10.000', "10'000", '10\u00a0000', '1,000,000', '10000000'])(
    'can have %s licences, as numbers are grouped',
    (typed) => {
      const values = {
        offers: ['officeEnterprise'],
        licences: { officeEnterprise: typed },
        terms: { officeEnterprise: 'P3Y-monthly' },
      } as const;
      expect(keysOf('subscriptions', values)).toEqual([]);
    },
  );

  test('count an add-on only with a base that the customer can have', () => {
    const terms = { mailArchive: 'P1M-monthly', officeSmall: 'P1Y-annual' } as const;
    const addOn = { offers: ['mailArchive'], licences: { mailArchive: '5' }, terms } as const;
    expect(issuesOf('subscriptions', addOn)).toMatchObject([
      { code: 'offers.addOn', params: { offer: 'mailArchive', offers: ['officeSmall', 'officeEnterprise'] } },
    ]);
    expect(
      keysOf('subscriptions', {
        offers: ['mailArchive', 'officeSmall'],
        licences: { mailArchive: '5', officeSmall: '5' },
        terms,
      }),
    ).toEqual([]);
  });

  test.each([
    ['9', ['licences.contactCentre:licences.range']],
    ['10', []],
    ['5,000', []],
    ['5001', ['licences.contactCentre:licences.range']],
  ])('with %s licences are within the minimum and the maximum, or not', (typed, keys) => {
    expect(
      keysOf('subscriptions', {
        offers: ['contactCentre'],
        licences: { contactCentre: typed },
        terms: { contactCentre: 'P1Y-annual' },
      }),
    ).toEqual(keys);
  });

  test('have one of the terms of the offer', () => {
    const licences = { contactCentre: '10' };
    for (const terms of [{}, { contactCentre: '' }, { contactCentre: 'P1M-monthly' }] as const) {
      expect(issuesOf('subscriptions', { offers: ['contactCentre'], licences, terms })).toMatchObject([
        { code: 'terms.missing', field: 'terms.contactCentre', params: { offer: 'contactCentre' } },
      ]);
    }
    expect(
      keysOf('subscriptions', {
        offers: ['contactCentre'],
        licences,
        terms: { contactCentre: 'P3Y-annual' },
      }),
    ).toEqual([]);
  });

  test('have neither licences nor a term to choose where they are billed by use or are a trial', () => {
    expect(keysOf('subscriptions', { offers: ['cloudUsage', 'officeTrial'] })).toEqual([]);
  });

  test('have a term to choose and no licences where their number is fixed', () => {
    expect(keysOf('subscriptions', { offers: ['supportPlan'] })).toEqual(['terms.supportPlan:terms.missing']);
  });

  test('have offers for education or government customers alone, and trials for all others', () => {
    const campus = {
      offers: ['campus'],
      licences: { campus: '10' },
      terms: { campus: 'P3Y-annual' },
    } as const;
    expect(keysOf('subscriptions', campus)).toEqual(['offers.campus:offers.educationOnly']);
    expect(keysOf('subscriptions', { ...campus, specialQualifications: 'education' })).toEqual([]);
    expect(keysOf('subscriptions', { offers: ['officeTrial'], specialQualifications: 'education' })).toEqual([
      'offers.officeTrial:offers.notForEducation',
    ]);
    const civic = {
      offers: ['civic'],
      licences: { civic: '10' },
      terms: { civic: 'P1Y-annual' },
    } as const satisfies Partial<CustomerValues>;
    expect(keysOf('subscriptions', civic)).toEqual(['offers.civic:offers.governmentOnly']);
    const government = { specialQualifications: 'governmentCommunityCloud' } as const;
    expect(keysOf('subscriptions', { ...civic, ...government })).toEqual([]);
    expect(keysOf('subscriptions', { ...campus, ...government })).toEqual([
      'offers.campus:offers.educationOnly',
    ]);
    expect(keysOf('subscriptions', { offers: ['officeTrial'], ...government })).toEqual([
      'offers.officeTrial:offers.notForGovernment',
    ]);
  });

  test('wait for a customer who is invited to accept', () => {
    expect(issuesOf('subscriptions', { agreement: 'invited', offers: ['cloudUsage'] })).toMatchObject([
      { code: 'offers.agreementPending', severity: 'warning' },
    ]);
  });
});
