import { useMemo, useState } from 'preact/hooks';
import { hasDistricts } from '../../domain/customer/address-districts.ts';
import { isBlank } from '../../domain/customer/normalise.ts';
import { postalCodeRuleOf } from '../../domain/customer/postal-code.ts';
import { addressQuestions, type UnusualPart, unusualParts } from '../../domain/customer/questions.ts';
import { postalCodeExample } from '../../domain/customer/remarks/postal-code-remark.ts';
import { statesOf } from '../../domain/customer/states.ts';
import { addressNames } from './address-names.ts';
import { Combobox } from './Combobox.tsx';
import { type FormPart, labelOf, needsAnswer, SelectField, TextField } from './field.tsx';
import { RemarkedField } from './RemarkedField.tsx';

/** The address, in the order and with the names of the customer's country. */
export function AddressFields(part: FormPart) {
  const { form, t } = part;
  const country = form.answers.country.value;
  const district = hasDistricts(country) ? t.address('hints.district') : '';
  const unusual = useUnusualParts(part);
  const shown = new Set([...addressQuestions(addressAnswers(form), t.nameOrder), ...unusual]);
  const unusualHint = (field: UnusualPart): string | undefined =>
    unusual.includes(field) && country !== ''
      ? t.address('hints.unusual', { country: t.country(country) })
      : undefined;
  return [...shown].map((field) => {
    switch (field) {
      case 'addressLine1':
        return <TextField key={field} {...part} field={field} autocomplete="address-line1" />;
      case 'addressLine2':
        return (
          <TextField
            key={field}
            {...part}
            field={field}
            label={t.label(field)}
            hint={district || undefined}
            autocomplete="address-line2"
          />
        );
      case 'city':
        return (
          <TextField
            key={field}
            {...part}
            field={field}
            hint={t.text('hints.city')}
            autocomplete="address-level2"
          />
        );
      case 'state':
        return <StateField key={field} {...part} hint={unusualHint(field)} />;
      case 'postalCode':
        return (
          <RemarkedField
            key={field}
            {...part}
            field={field}
            hint={unusualHint(field) ?? postalCodeHint(part)}
            autocomplete="postal-code"
          />
        );
    }
  });
}

function StateField({ hint, ...part }: FormPart & { readonly hint: string | undefined }) {
  const country = part.form.answers.country.value;
  if (statesOf(country).length === 0) {
    return <TextField {...part} field="state" hint={hint} autocomplete="address-level1" />;
  }
  const { states } = addressNames;
  if (states === undefined) {
    return (
      <SelectField {...part} field="state" autocomplete="address-level1">
        <option value="">{part.t.text('options.choose')}</option>
        {statesOf(country).map((code) => (
          <option key={code} value={code}>
            {code}
          </option>
        ))}
      </SelectField>
    );
  }
  // What was typed for one list says nothing of another.
  return <ListedStateField key={country} {...part} country={country} states={states} />;
}

/** A state of a list: a box that finds it by its code or by any of its names. */
function ListedStateField({
  country,
  states,
  ...part
}: FormPart & { readonly country: string; readonly states: NonNullable<typeof addressNames.states> }) {
  const { form, t } = part;
  const { locale } = t;
  const options = useMemo(
    () => new Map(states.statesFor(country, locale).map(({ code, name }) => [code, name])),
    [country, states, locale],
  );
  const search = useMemo(() => states.stateSearch(country, locale), [country, states, locale]);
  return (
    <Combobox
      {...part}
      path="state"
      label={labelOf('state', part)}
      isRequired={needsAnswer('state', form)}
      hint={t.address('find.stateHint')}
      autocomplete="address-level1"
      options={options}
      value={form.answers.state.value}
      search={search}
      nothingFound={(text) => t.address('find.noState', { text })}
      keepsText
      onChoose={(state) => form.change({ state })}
    />
  );
}

/**
 * Parts that addresses in the country do not have and that hold something. Once shown, they stay while the country does:
 * a box must not vanish from under the person who clears it.
 */
function useUnusualParts({ form }: FormPart): readonly UnusualPart[] {
  const values = addressAnswers(form);
  const [seen, setSeen] = useState<{ readonly country: string; readonly parts: readonly UnusualPart[] }>();
  const before = seen?.country === values.country ? seen.parts : [];
  const parts = unusualParts(values).filter((part) => before.includes(part) || !isBlank(values[part]));
  if (seen?.country !== values.country || parts.length > before.length) {
    setSeen({ country: values.country, parts });
  }
  return parts;
}

function addressAnswers({ answers }: FormPart['form']) {
  return { country: answers.country.value, state: answers.state.value, postalCode: answers.postalCode.value };
}

function postalCodeHint({ form, t }: FormPart): string | undefined {
  const country = form.answers.country.value;
  const documented = postalCodeRuleOf(country)?.examples;
  if (documented !== undefined) return t.text('hints.postalCode', { examples: t.anyOf(documented) });
  const example = postalCodeExample(country);
  return (example && t.address('hints.postalCode', { example })) || undefined;
}
