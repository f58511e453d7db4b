import { describe, expect, test } from 'vitest';
import { createRowChecker } from '../../../../src/domain/customer/many/check-rows.ts';
import { missingColumns, recogniseColumns } from '../../../../src/domain/customer/many/columns.ts';
import { createRepetitionFinder } from '../../../../src/domain/customer/many/find-repeated.ts';
import { createCsvReader } from '../../../../src/domain/customer/many/read-csv.ts';
import { createDateReader } from '../../../../src/domain/customer/many/read-date.ts';
import {
  fieldOfProblem,
  problemKey,
  ruleOf,
  severityOf,
} from '../../../../src/domain/customer/many/row-problem.ts';
import { templateCsv } from '../../../../src/domain/customer/many/template.ts';
import { createYesNoReader } from '../../../../src/domain/customer/many/yes-no.ts';
import { emptyValues, type FieldId } from '../../../../src/domain/customer/values.ts';
import { finishedLocales } from '../../../../src/domain/locale/locales.ts';
import { context } from '../answers.ts';
import { names, translatorOf } from './names.ts';

const given = { partnerType: 'directBillPartner', role: 'adminAgent' } as const;

/** What is said of one row below a heading. */
function check(header: readonly string[], cells: readonly string[]) {
  const { map } = recogniseColumns(header, names);
  return createRowChecker({ map, given, names, context })(cells);
}

const stateIn = (country: string, cell: string) => check(['Country', 'State'], [country, cell]).values.state;

const widthSeverities = (cells: readonly string[]) =>
  check(['City', 'Country'], cells)
    .problems.filter(({ kind }) => kind === 'width')
    .map(severityOf);

const customer = (companyName: string, domain: string, registrationId = '') => ({
  ...emptyValues,
  country: 'SE',
  companyName,
  domain,
  registrationId,
});

const keysOf = (header: readonly string[], cells: readonly string[]) =>
  check(header, cells).problems.map(problemKey);

describe('columns are recognised', () => {
  test.each([
    ['English labels', ['Country/region', 'Company name', 'Middle name (optional)', 'Number of licenses']],
    ['Swedish labels', ['LAND / REGION', 'foretagsnamn', 'Mellannamn (valfritt)', 'Antal licenser']],
    ['Chinese labels', ['国家 / 地区', '公司名称', '中间名', '许可证数量']],
    ['Taiwanese labels', ['國家/地區', '公司名稱', '中間名（選填）', '授權數量']],
    ['Russian labels', ['Страна или регион', 'НАЗВАНИЕ ОРГАНИЗАЦИИ', 'Отчество', 'Количество лицензий']],
  ])('by %s', (_, header) => {
    expect(recogniseColumns(header, names).map).toEqual(['country', 'companyName', 'middleName', 'licences']);
  });

  test('by the names of REST and PowerShell, however wide they are', () => {
    const header = [
      'BillingProfile.DefaultAddress.Country',
      'companyProfile.organizationRegistrationNumber',
      'BillingAddressLine1',
      'ContactFirstName',
      'ＡｄｄｒｅｓｓＬｉｎｅ２',
      'AssociatedPartnerId',
      'Notes',
    ];
    expect(recogniseColumns(header, names).map).toEqual([
      'country',
      'registrationId',
      'addressLine1',
      'firstName',
      'addressLine2',
      'reseller',
      undefined,
    ]);
  });

  test('once, and told where one comes again', () => {
    expect(recogniseColumns(['City', 'Ort', 'Город', 'Phone'], names)).toEqual({
      map: ['city', undefined, undefined, 'phone'],
      repeated: [1, 2],
    });
  });

  test('as missing where every customer needs them', () => {
    const all: FieldId[] = [
      'country',
      'companyName',
      'addressLine1',
      'city',
      'firstName',
      'lastName',
      'email',
    ];
    expect(missingColumns(all, given)).toEqual([
      'domain',
      'agreement',
      'attestPartnerRole',
      'attestNoResale',
    ]);
    expect(missingColumns(all, { partnerType: 'indirectProvider', role: '' })).toEqual([
      'role',
      'domain',
      'agreement',
      'attestPartnerRole',
      'attestNoResale',
      'reseller',
    ]);
  });
});

describe('countries are understood', () => {
  test.each([
    ['SE', 'SE'],
    ['ｓｅ', 'SE'],
    ['Sverige', 'SE'],
    ['Россия', 'RU'],
    ['俄罗斯', 'RU'],
    ['亞美尼亞', 'AM'],
    ['Türkiye', 'TR'],
    ['turkey', 'TR'],
    ['USA', 'US'],
    ['ОАЭ', 'AE'],
  ])('%s', (cell, code) => {
    expect(check(['Country'], [cell]).values.country).toBe(code);
  });

  test('or said not to be', () => {
    expect(keysOf(['Country', 'City'], ['Atlantis', 'Poseidonia'])).toContain(
      'country:cell.country:Atlantis',
    );
  });
});

test('states are understood by code and name, and judged with their country', () => {
  expect([stateIn('US', 'Washington'), stateIn('CN', '广东省'), stateIn('MX', 'nuevo leon')]).toEqual([
    'WA',
    'GD',
    'NL',
  ]);
  expect(stateIn('SE', 'Norrbotten')).toBe('Norrbotten');
  expect(keysOf(['Country', 'State'], ['US', 'Norrbotten'])).toContain('state:cell.state:Norrbotten');
});

describe('qualifications are understood', () => {
  const header = ['Country', 'Special qualifications', 'Validation code'];
  test.each([
    'GCC',
    'GovernmentCommunityCloud',
    'Government Community Cloud',
    '政府社区云（GCC）',
    '政府社群雲端 (GCC)',
  ])('%s', (cell) => {
    const { values, problems } = check(header, ['US', cell, '12_345']);
    expect(values).toMatchObject({
      specialQualifications: 'governmentCommunityCloud',
      validationCode: '12_345',
    });
    expect(problems.map(problemKey)).toContain('validationCode:validationCode.format');
  });

  test('and judged with the country', () => {
    expect(keysOf(header, ['US', 'GCC', '12345']).filter((key) => /ualif|validation/.test(key))).toEqual([]);
    expect(keysOf(header, ['US', 'GCC', ''])).toContain('validationCode:validationCode.missing');
    expect(keysOf(header.slice(0, 2), ['США', 'GCC'])).toContain('validationCode:validationCode.missing');
    expect(keysOf(header, ['SE', 'GCC', '12345'])).toContain(
      'specialQualifications:specialQualifications.country',
    );
    expect(recogniseColumns(['Valideringskod', 'Код проверки', '验证码', '驗證碼'], names).map).toEqual([
      'validationCode',
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('days are understood', () => {
  const readDate = createDateReader(finishedLocales);
  test.each([
    ['2025-06-01', '2025-6-1'],
    ['2025-06-01T00:00:00Z', '2025-6-1'],
    ['２０２５/6/1', '2025-6-1'],
    ['1.6.2025', '2025-6-1'],
    ['01.06.2025 г.', '2025-6-1'],
    ['June 1, 2025', '2025-6-1'],
    ['1 juni 2025', '2025-6-1'],
    ['1 июня 2025 г.', '2025-6-1'],
    ['2025年6月1日', '2025-6-1'],
    ['6/25/2025', '2025-6-25'],
    ['25/6/2025', '2025-6-25'],
    ['5/5/2025', '2025-5-5'],
  ])('%s', (cell, expected) => {
    const found = readDate(cell);
    const said = found.kind === 'date' ? Object.values(found.date).map(Number).join('-') : found.kind;
    expect(said).toBe(expected);
  });

  test('but never guessed', () => {
    expect(readDate('03/04/2025')).toEqual({ kind: 'ambiguous' });
    expect(readDate('3-4-2025')).toEqual({ kind: 'ambiguous' });
    for (const cell of ['2025-02-30', '31.31.2025', '1/2/25', 'soon', '45809'])
      expect(readDate(cell)).toEqual({ kind: 'unknown' });
  });
});

test('yes and no are understood in every language', () => {
  const read = createYesNoReader(['Подтверждено']);
  expect(['Yes', 'JA', 'да', '是', 'TRUE', '1', '✓', 'подтверждено'].map(read)).toEqual(Array(8).fill(true));
  expect(['No', 'nej', 'Нет', '否', '0', '☐'].map(read)).toEqual(Array(6).fill(false));
  expect(read('perhaps')).toBeUndefined();
});

describe('offers are understood', () => {
  test('with their licences and terms, as the form writes them', () => {
    const { values, problems } = check(
      ['Offers'],
      ['Kontorspaket för småföretag – 1 500 licenser, 1 år, månadsfaktura; 云用量计划：按使用量计费'],
    );
    expect(values.offers).toEqual(['officeSmall', 'cloudUsage']);
    expect(values.licences.officeSmall).toBe('1 500');
    expect(values.terms).toEqual({ officeSmall: 'P1Y-monthly' });
    expect(problems.map(problemKey)).toContain('licences.officeSmall:licences.range');
  });

  test('with both in columns of their own', () => {
    const { values } = check(
      ['Offers', 'Licences', 'Terms'],
      ['officeSmall; mailArchive', '10; 1.5', '1 год, ежемесячно'],
    );
    expect(values.licences).toEqual({ officeSmall: '10', mailArchive: '1.5' });
    expect(values.terms).toEqual({ officeSmall: 'P1Y-monthly' });
  });

  test('as none, which is a doubt, and not where no column asks', () => {
    expect(keysOf(['Offers'], ['No subscriptions selected'])).toContain('offers:offers.none');
    expect(keysOf(['City'], ['Umeå'])).not.toContain('offers:offers.none');
    expect(keysOf(['Offers'], ['Moon Plan'])).toContain('offers:cell.offer:Moon Plan');
  });
});

describe('a row is checked by the rules of the form', () => {
  const header = ['Country', 'Company', 'Registration ID', 'City', 'Date accepted'];

  test('and what no column holds is not said of it', () => {
    const keys = keysOf(header, ['BY', 'L.L.C.', '1002345', '']);
    expect(keys).toEqual([
      'width',
      'companyName:companyName.abbreviation',
      'registrationId:registrationId.digits',
      'city:city.missing',
      'phone:phone.missing',
    ]);
  });

  test('and what only some countries need is not missing where the country is not understood', () => {
    const addressed = ['Country', 'City', 'State', 'Postal code', 'Registration ID', 'Phone', 'Email'];
    expect(keysOf(addressed, ['Atlantis', '', '', '', '', '', ''])).toEqual([
      'country:cell.country:Atlantis',
      'email:email.missing',
    ]);
    expect(keysOf(addressed, ['BY', '', '', '', '', '', ''])).toContain('city:city.missing');
  });

  test('and a cell that is not understood is said once', () => {
    const keys = keysOf(['Role', 'Agreement date', 'Agreement'], ['Boss', '03/04/2025', 'attested']);
    expect(keys.filter((key) => key.startsWith('role'))).toEqual(['role:cell.option:Boss']);
    expect(keys.filter((key) => key.startsWith('agreementDate'))).toEqual([
      'agreementDate:cell.ambiguousDate:03/04/2025',
    ]);
  });

  test('with cells too many as an error, and empty ones behind it as nothing', () => {
    expect([
      widthSeverities(['a', 'SE', 'x']),
      widthSeverities(['a']),
      widthSeverities(['a', 'SE', '']),
    ]).toEqual([['error'], ['warning'], []]);
  });

  test('and a formula that was made safe is what it was', () => {
    expect(check(['Phone', 'Country'], ["'+46 90 12", 'SE']).values.phone).toBe('+46 90 12');
  });
});

test('a cell leads to the rule that its question rests on, if there is one', () => {
  const { problems } = check(['Role', 'Attestation', 'Offers'], ['Boss', 'x', 'Moon Plan']);
  expect(ruleOf({ kind: 'cell', fault: 'cell.option', field: 'role', value: 'Boss' })).toBe('rule-role');
  expect(ruleOf({ kind: 'cell', fault: 'cell.yesNo', field: 'attestNoResale', value: '?' })).toBe(
    'rule-table-cells',
  );
  expect(ruleOf({ kind: 'cell', fault: 'cell.state', field: 'state', value: 'Ontario' })).toBe('rule-state');
  expect(problems.filter(({ kind }) => kind === 'cell').map(ruleOf)).toEqual(['rule-role', undefined]);
});

test('rows that say the same are named to each other', () => {
  const finder = createRepetitionFinder();
  finder.note(2, customer('Norrsken AB', 'norrsken', '556-1'));
  finder.note(3, customer('Bageri', 'Norrsken.onmicrosoft.com', '5561'));
  finder.note(4, customer('NORRSKEN  ab.', 'other'));
  finder.note(5, customer('', ''));
  finder.note(6, customer('', ''));
  const found = finder.find();
  expect([...found.keys()].toSorted()).toEqual([2, 3, 4]);
  expect(found.get(2)).toEqual([
    { kind: 'repeated', field: 'domain', rows: [3] },
    { kind: 'repeated', field: 'registrationId', rows: [3] },
    { kind: 'repeated', field: 'companyName', rows: [4] },
  ]);
  expect(found.get(2)?.map(severityOf)).toEqual(['error', 'warning', 'warning']);
  expect(found.get(4)?.map((problem) => [ruleOf(problem), fieldOfProblem(problem)])).toEqual([
    ['rule-table-repeated', 'companyName'],
  ]);
});

test.each(finishedLocales)('the template of %s has a customer without problems', (locale) => {
  const nameOf = translatorOf(locale).field;
  const reader = createCsvReader(',');
  const [header = [], cells = []] = reader.push(templateCsv(nameOf));
  const { map, repeated } = recogniseColumns(header, names);
  expect(repeated).toEqual([]);
  expect(map).not.toContain(undefined);
  expect(createRowChecker({ map, given, names, context })(cells).problems).toEqual([]);
});
