import { useState } from 'preact/hooks';
import { cultureOf, culturesOf } from '../../domain/customer/cultures.ts';
import { agreementNames, contactNames } from '../../domain/customer/name-order.ts';
import { asksValidationCode, qualificationsIn } from '../../domain/customer/qualification.ts';
import { resellerQuestions } from '../../domain/customer/questions.ts';
import { registrationIdRules } from '../../domain/customer/registration-ids.ts';
import { additionalResellerLimit, resellers } from '../../domain/customer/resellers.ts';
import { agreementPersons, agreementWays } from '../../domain/customer/values.ts';
import type { FormTranslator } from '../../i18n/form-translator.ts';
import { joinSentences } from '../../i18n/punctuation.ts';
import { AddressFields } from './AddressFields.tsx';
import { CountryField } from './CountryField.tsx';
import { DomainFields } from './DomainFields.tsx';
import { ChoiceField, type FormPart, Group, SelectField, TextField, TextInput, TickField } from './field.tsx';
import { controlId, ownDay } from './form-store.ts';
import { RemarkedField } from './RemarkedField.tsx';

/** The customer's company, address, contact and domain, the resellers, the attestations and the agreement. */
export function AccountStage(part: FormPart) {
  const { t } = part;
  return (
    <>
      <section>
        <h4>{t.text('sections.company')}</h4>
        <CompanyFields {...part} />
      </section>
      <section>
        <h4>{t.text('sections.address')}</h4>
        <AddressFields {...part} />
      </section>
      <section>
        <h4>{t.label('primaryContact')}</h4>
        <ContactFields {...part} />
      </section>
      <section>
        <h4>{t.label('primaryDomain')}</h4>
        <DomainFields {...part} />
      </section>
      <section>
        <h4>{t.label('customerAgreement')}</h4>
        <AgreementFields {...part} />
      </section>
      <ResellerFields {...part} />
      <section>
        <h4>{t.label('attestations')}</h4>
        <TickField {...part} field="attestPartnerRole" label={t.text('options.attestPartnerRole')} />
        <TickField {...part} field="attestNoResale" label={t.text('options.attestNoResale')} />
      </section>
    </>
  );
}

function CompanyFields(part: FormPart) {
  const { form, t } = part;
  const country = form.answers.country.value;
  const culture = form.answers.culture.value;
  const specialQualifications = form.answers.specialQualifications.value;
  const hint = t.text('hints.specialQualifications');
  return (
    <>
      <CountryField {...part} />
      <TextField
        {...part}
        field="companyName"
        hint={t.text('hints.companyName')}
        autocomplete="organization"
      />
      <RemarkedField {...part} field="registrationId" hint={registrationIdHint(country, t)} />
      <SelectField
        {...part}
        field="specialQualifications"
        hint={country === 'US' ? joinSentences([hint, t.text('hints.government')]) : hint}
      >
        {/* What was chosen for another country stays in sight, so that it can be changed. */}
        {[...new Set([...qualificationsIn(country), specialQualifications])].map((qualification) => (
          <option key={qualification} value={qualification}>
            {t.option(qualification)}
          </option>
        ))}
      </SelectField>
      {asksValidationCode({ country, specialQualifications }) ? (
        <TextField
          {...part}
          field="validationCode"
          hint={t.text('hints.validationCode')}
          inputMode="numeric"
        />
      ) : null}
      <SelectField
        {...part}
        field="culture"
        value={cultureOf({ country, culture })}
        hint={t.text('hints.culture')}
      >
        {culturesOf(country).map((code) => (
          <option key={code} value={code}>
            {t.culture(code)}
          </option>
        ))}
      </SelectField>
    </>
  );
}

function ContactFields(part: FormPart) {
  const { t } = part;
  return (
    <>
      {contactNames[t.nameOrder].map((field) => (
        <TextField
          key={field}
          {...part}
          field={field}
          label={field === 'middleName' ? t.label(field) : undefined}
          autocomplete={nameTokens[field]}
        />
      ))}
      <TextField
        {...part}
        field="email"
        hint={t.text('hints.email')}
        autocomplete="email"
        inputMode="email"
      />
      <RemarkedField
        {...part}
        field="phone"
        hint={t.text('hints.phone')}
        autocomplete="tel"
        inputMode="tel"
      />
    </>
  );
}

const nameTokens = {
  firstName: 'given-name',
  middleName: 'additional-name',
  lastName: 'family-name',
} as const;

function ResellerFields(part: FormPart) {
  const { form, t } = part;
  const { partnerType, country, reseller } = form.answers;
  const questions = resellerQuestions({
    partnerType: partnerType.value,
    country: country.value,
    reseller: reseller.value,
  });
  if (!questions.includes('reseller')) return null;
  return (
    <section>
      <h4>{t.text('sections.resellers')}</h4>
      <SelectField {...part} field="reseller" hint={t.text('hints.reseller')}>
        <option value="">{t.text('options.choose')}</option>
        {Object.entries(resellers).map(([id, { name }]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      {questions.includes('additionalResellers') ? <AdditionalResellers {...part} /> : null}
    </section>
  );
}

function AdditionalResellers(part: FormPart) {
  const { form, t } = part;
  const ids = form.answers.additionalResellers.value;
  const addId = `${controlId('additionalResellers')}-add`;
  const [removed, setRemoved] = useState<{ readonly id: string; readonly index: number }>();
  return (
    <Group
      {...part}
      path="additionalResellers"
      legend={t.label('additionalResellers')}
      hint={t.text('hints.additionalResellers', { max: t.number(additionalResellerLimit) })}
    >
      {ids.map((id, index) => (
        // The boxes have no identity but their place.
        <div class="form-row" key={index}>
          <TextInput
            {...part}
            path={`additionalResellers.${index}`}
            label={t.text('fields.mpnId', { number: t.number(index + 1) })}
            hint={t.text('hints.mpnId')}
            inputMode="numeric"
            value={id}
            onText={(text) => form.change({ additionalResellers: ids.with(index, text) })}
          />
          <button
            type="button"
            class="form-secondary"
            onClick={() => {
              form.change({ additionalResellers: ids.toSpliced(index, 1) });
              // An empty box holds nothing to bring back.
              setRemoved(id.trim() === '' ? undefined : { id, index });
              form.focus({ control: addId });
            }}
          >
            {t.text('fields.removeReseller')}
            <span class="form-hidden"> {t.text('fields.mpnId', { number: t.number(index + 1) })}</span>
          </button>
        </div>
      ))}
      {ids.length < additionalResellerLimit ? (
        <button
          type="button"
          class="form-secondary"
          id={addId}
          onClick={() => {
            form.change({ additionalResellers: [...ids, ''] });
            form.focus({ control: controlId(`additionalResellers.${ids.length}`) });
          }}
        >
          {t.text('fields.addReseller')}
        </button>
      ) : null}
      <output>
        {removed === undefined ? null : (
          <span class="form-note">{t.text('practice.resellerRemoved', { id: removed.id })}</span>
        )}
      </output>
      {removed !== undefined && ids.length < additionalResellerLimit ? (
        <button
          type="button"
          class="form-secondary"
          onClick={() => {
            const index = Math.min(removed.index, ids.length);
            form.change({ additionalResellers: ids.toSpliced(index, 0, removed.id) });
            setRemoved(undefined);
            form.focus({ control: controlId(`additionalResellers.${index}`) });
          }}
        >
          {t.text('practice.undoRemoval')}
        </button>
      ) : null}
    </Group>
  );
}

function AgreementFields(part: FormPart) {
  const { form, t } = part;
  const agreement = form.answers.agreement.value;
  const agreementPerson = form.answers.agreementPerson.value;
  return (
    <>
      <ChoiceField
        {...part}
        field="agreement"
        legend={t.text('fields.agreement')}
        hint={t.text('hints.agreement')}
        options={agreementWays}
      />
      {agreement === 'attested' ? (
        <>
          <TickField {...part} field="agreementConfirmed" label={t.text('options.agreementConfirmed')} />
          <AgreementDate {...part} />
          <ChoiceField
            {...part}
            field="agreementPerson"
            legend={t.text('fields.agreementPerson')}
            options={agreementPersons}
          />
          {agreementPerson === 'other' ? <AgreementPerson {...part} /> : null}
        </>
      ) : null}
    </>
  );
}

function AgreementPerson(part: FormPart) {
  return (
    <>
      {agreementNames[part.t.nameOrder].map((field) => (
        <TextField key={field} {...part} field={field} />
      ))}
      <TextField {...part} field="agreementEmail" inputMode="email" />
      <RemarkedField {...part} field="agreementPhone" inputMode="tel" />
    </>
  );
}

/** Three boxes in the order of the locale: a browser's own date box follows the browser's language, not the page's. */
function AgreementDate(part: FormPart) {
  const { form, t } = part;
  const id = controlId('agreementDate');
  const boxes = { year: 'agreementYear', month: 'agreementMonth', day: 'agreementDay' } as const;
  return (
    <Group
      {...part}
      path="agreementDate"
      legend={t.label('agreementDate')}
      hint={t.text('hints.agreementDate', { example: t.shortDate(ownDay()) })}
    >
      <div class="form-date">
        {t.dateParts.map((datePart, index) => (
          <div key={datePart} data-part={datePart}>
            <label for={index === 0 ? id : `${id}-${datePart}`}>{t.text(`fields.${datePart}`)}</label>
            <input
              id={index === 0 ? id : `${id}-${datePart}`}
              type="text"
              inputMode="numeric"
              autocomplete="off"
              value={form.answers[boxes[datePart]].value}
              aria-required
              aria-invalid={form.issuesAt('agreementDate').length > 0}
              onInput={(event) => form.change({ [boxes[datePart]]: event.currentTarget.value })}
            />
          </div>
        ))}
      </div>
    </Group>
  );
}

function registrationIdHint(country: string, t: FormTranslator): string {
  const rule = registrationIdRules[country];
  if (rule === undefined) return t.text('hints.registrationId');
  const { name, digits } = rule;
  return digits.length > 0
    ? t.text('hints.registrationIdDigits', { name, digits: t.anyOf(digits.map(t.number)) })
    : t.text('hints.registrationIdNamed', { name });
}
