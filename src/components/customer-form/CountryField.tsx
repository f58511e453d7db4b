import { useMemo } from 'preact/hooks';
import { addressNames } from './address-names.ts';
import { Combobox } from './Combobox.tsx';
import { type FormPart, labelOf, SelectField } from './field.tsx';

/** The customer's country: a box that finds it by any of its names, or a plain list where these could not be loaded. */
export function CountryField(part: FormPart) {
  const { form, t } = part;
  const countries = useMemo(() => t.countries(), [t]);
  const search = useMemo(() => addressNames.countries?.countrySearch(t.locale), [t.locale]);
  const options = useMemo(() => new Map(countries.map(({ code, name }) => [code, name])), [countries]);
  // The same list every time: two hundred options need not be compared at each key press.
  const plainOptions = useMemo(
    () =>
      countries.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      )),
    [countries],
  );
  if (search === undefined) {
    return (
      <SelectField {...part} field="country" hint={t.text('hints.country')} autocomplete="country">
        <option value="">{t.text('options.choose')}</option>
        {plainOptions}
      </SelectField>
    );
  }
  return (
    <Combobox
      {...part}
      path="country"
      label={labelOf('country', part)}
      isRequired
      hint={t.address('find.hint', { hint: t.text('hints.country') })}
      autocomplete="country"
      options={options}
      value={form.answers.country.value}
      search={search}
      nothingFound={(text) => t.address('find.nothing', { text })}
      onChoose={(country) => form.change({ country })}
    />
  );
}
