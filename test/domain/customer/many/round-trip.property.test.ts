import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { toCsv } from '../../../../src/domain/customer/exports/csv.ts';
import { recogniseColumns } from '../../../../src/domain/customer/many/columns.ts';
import { createCsvReader } from '../../../../src/domain/customer/many/read-csv.ts';
import { createRowReader } from '../../../../src/domain/customer/many/read-row.ts';
import { offerIds } from '../../../../src/domain/customer/offers/catalogue.ts';
import { reviewRows } from '../../../../src/domain/customer/review.ts';
import { type CustomerValues, qualifications } from '../../../../src/domain/customer/values.ts';
import { finishedLocales } from '../../../../src/domain/locale/locales.ts';
import { answerText } from '../../../../src/i18n/answer-text.ts';
import { completeValues } from '../answers.ts';
import { names, translatorOf } from './names.ts';

/** What people write, formulas and quotation marks among it, as the form keeps it. */
const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).map((typed) =>
  `A${typed}`
    .normalize('NFC')
    .replace(/[\p{Cc}\s]/gu, ' ')
    .replace(/ +/g, ' ')
    .trim(),
);

const answers: fc.Arbitrary<CustomerValues> = fc
  .record({
    companyName: text,
    addressLine1: fc.oneof(
      text,
      text.map((line) => `=${line}`),
      text.map((line) => `+"${line}", ;`),
    ),
    city: text,
    firstName: text,
    lastName: text,
    specialQualifications: fc.constantFrom(...qualifications),
    agreementDay: fc.constantFrom('1', '9', '20'),
    offers: fc.subarray([...offerIds]),
  })
  .map((changes) => ({
    ...completeValues,
    ...changes,
    licences: Object.fromEntries(changes.offers.map((offer, index) => [offer, String(index + 1)])),
  }));

test.each(finishedLocales)('what the form exports in %s is read back as it was', (locale) => {
  const t = translatorOf(locale);
  fc.assert(
    fc.property(answers, (values) => {
      const rows = reviewRows(values, t.nameOrder);
      const exported = toCsv([
        rows.map(({ field }) => t.field(field)),
        rows.map(({ answer }) => (answer.kind === 'nothing' ? '' : answerText(answer, t))),
      ]);
      const reader = createCsvReader(',');
      const [header = [], cells = []] = [...reader.push(exported), ...reader.end()];
      const { map } = recogniseColumns(header, names);
      const read = createRowReader(map, names, { partnerType: '', role: '' })(cells);
      expect(read.problems).toEqual([]);
      expect(reviewRows(read.values, t.nameOrder)).toEqual(rows);
    }),
    { numRuns: 60 },
  );
});
