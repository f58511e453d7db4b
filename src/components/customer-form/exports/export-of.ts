import type { Credentials } from '../../../domain/customer/credentials.ts';
import { toDomainPrefix } from '../../../domain/customer/domain-prefix.ts';
import {
  confirmAgreementBody,
  templatePlaceholder,
} from '../../../domain/customer/exports/confirm-agreement.ts';
import {
  createCustomerBody,
  leftOutOfCreateCustomer,
} from '../../../domain/customer/exports/create-customer.ts';
import { toCsv } from '../../../domain/customer/exports/csv.ts';
import {
  leftOutOfPowerShell,
  powerShellCommands,
} from '../../../domain/customer/exports/powershell-commands.ts';
import { qualifiedBody, qualifyCustomer } from '../../../domain/customer/exports/qualify-customer.ts';
import { reviewRows } from '../../../domain/customer/review.ts';
import { createdCustomerBody } from '../../../domain/customer/service/created-customer.ts';
import type { CustomerValues, FieldId } from '../../../domain/customer/values.ts';
import { answerText } from '../../../i18n/answer-text.ts';
import type { MessageParams } from '../../../i18n/format-message.ts';
import { joinSentences } from '../../../i18n/punctuation.ts';
import type { FormPart } from '../field.tsx';

/** What the answers can be saved as. */
export type ExportFormat =
  | 'created'
  | 'customer'
  | 'qualification'
  | 'qualified'
  | 'agreement'
  | 'powershell'
  | 'csv'
  | 'draft';

/** The answers in one format, and the file to save them in. */
export interface Export {
  readonly text: string;
  readonly file: string;
  /** Media type. */
  readonly type: string;
  /** Whether programs take the file for another encoding without a byte order mark. */
  readonly needsByteOrderMark: boolean;
  readonly about: string;
  /** Which answers the format has no place for; empty where it has all. */
  readonly leftOut: string;
}

/**
 * The formats that these answers can be had in: without an acceptance there is nothing to confirm, without a qualification
 * nothing to ask for, and the service answers what was submitted. Its answer holds a password, so it is there as long as
 * that one.
 */
export function exportFormats(
  values: CustomerValues,
  credentials: Credentials | undefined,
): readonly ExportFormat[] {
  const formats: ExportFormat[] = ['customer'];
  if (credentials !== undefined) formats.push('created');
  if (qualifyCustomer(values) !== undefined) formats.push('qualification');
  if (credentials !== undefined && qualifiedBody(values) !== undefined) formats.push('qualified');
  if (confirmAgreementBody(values) !== undefined) formats.push('agreement');
  return [...formats, 'powershell', 'csv', 'draft'];
}

/** The answers in a format, in the reader's language where it has words. */
export function exportOf(
  format: ExportFormat,
  { form, t, say }: FormPart & { readonly say: (id: string, params?: MessageParams) => string },
): Export {
  const { values } = form.state.value;
  const stem = toDomainPrefix(values.domain) || 'customer';
  const leftOut = (fields: readonly FieldId[]): string =>
    fields.length === 0
      ? ''
      : say('leftOut', { fields: t.allOf(fields.map((field) => t.field(field, values.country))) });
  const plain = { needsByteOrderMark: false, leftOut: '' };
  switch (format) {
    case 'customer':
      return {
        ...plain,
        text: json(createCustomerBody(values)),
        file: `${stem}-customer.json`,
        type: 'application/json',
        about: say('about.customer', { address: 'POST /v1/customers' }),
        leftOut: leftOut(leftOutOfCreateCustomer(values)),
      };
    case 'created': {
      const credentials = form.credentials.value;
      return {
        ...plain,
        text: credentials === undefined ? '' : json(createdCustomerBody(values, credentials)),
        file: `${stem}-created.json`,
        type: 'application/json',
        about: say('about.created', { address: 'POST /v1/customers' }),
      };
    }
    case 'qualification': {
      const request = qualifyCustomer(values);
      return {
        ...plain,
        text: request === undefined ? '' : json(request.body),
        file: `${stem}-qualification.json`,
        type: 'application/json',
        about: say('about.qualification', { address: request?.address ?? '' }),
      };
    }
    case 'qualified':
      return {
        ...plain,
        text: json(qualifiedBody(values)),
        file: `${stem}-qualified.json`,
        type: 'application/json',
        about: say('about.qualified', { address: qualifyCustomer(values)?.address ?? '' }),
      };
    case 'agreement':
      return {
        ...plain,
        text: json(confirmAgreementBody(values)),
        file: `${stem}-agreement.json`,
        type: 'application/json',
        about: say('about.agreement', {
          address: 'POST /v1/customers/{tenant ID}/agreements',
          placeholder: templatePlaceholder,
        }),
      };
    case 'powershell': {
      const about = say('about.powershell', { placeholder: templatePlaceholder });
      const missing = leftOut(leftOutOfPowerShell(values));
      const retired = qualifyCustomer(values) === undefined ? '' : say('qualificationRetired');
      return {
        ...plain,
        text: powerShellCommands(
          values,
          [about, missing, retired].filter((line) => line !== ''),
        ),
        file: `${stem}.ps1`,
        type: 'text/plain',
        // Windows PowerShell takes a file without one for the encoding of its own region.
        needsByteOrderMark: true,
        about,
        leftOut: joinSentences([missing, retired]),
      };
    }
    case 'csv': {
      const rows = reviewRows(values, t.nameOrder);
      return {
        ...plain,
        text: toCsv([rows.map(({ field }) => t.field(field)), rows.map(({ answer }) => cellText(answer))]),
        file: `${stem}.csv`,
        type: 'text/csv',
        needsByteOrderMark: true,
        about: say('about.csv'),
      };
    }
    case 'draft':
      return {
        ...plain,
        text: form.draft(),
        file: `${stem}-draft.json`,
        type: 'application/json',
        about: say('about.draft'),
      };
  }

  /** An empty cell says nothing was given, in every language. */
  function cellText(answer: ReturnType<typeof reviewRows>[number]['answer']): string {
    return answer.kind === 'nothing' ? '' : answerText(answer, t);
  }
}

function json(body: unknown): string {
  return `${JSON.stringify(body, undefined, 2)}\n`;
}
