import { useComputed } from '@preact/signals';
import { useState } from 'preact/hooks';
import {
  availableOffers,
  type OfferId,
  offerIds,
  offers,
  publishers,
} from '../../domain/customer/offers/catalogue.ts';
import { filterOffers, noFilter } from '../../domain/customer/offers/filter-offers.ts';
import type { OfferTerm } from '../../domain/customer/offers/terms.ts';
import type { FormTranslator } from '../../i18n/form-translator.ts';
import { joinSentences } from '../../i18n/punctuation.ts';
import { type FormPart, Group, Issues, SelectInput, TextInput } from './field.tsx';
import { controlId } from './form-store.ts';
import { OfferFilter } from './OfferFilter.tsx';

/**
 * The offers the customer can have that the filter lets through. Those that are chosen stay in sight whatever the filter
 * and the customer, so that they can be cleared; so do those that an error asks for.
 */
export function SubscriptionsStage(part: FormPart) {
  const { form, t } = part;
  const chosen = form.answers.offers.value;
  const specialQualifications = form.answers.specialQualifications.value;
  const [filter, setFilter] = useState(noFilter);
  // An offer that is cleared stays until the filter changes: taking it away would take the focus away too.
  const [kept, setKept] = useState(chosen);
  const available = availableOffers({ specialQualifications });
  const found = filterOffers(available, filter, t.offer);
  const asked = form.issues.value.flatMap(({ params }) => params.offers ?? []);
  const shown = new Set([...found, ...kept, ...chosen, ...asked]);
  return (
    <>
      <OfferFilter
        {...part}
        filter={filter}
        onFilter={(changed) => {
          setFilter(changed);
          setKept(chosen);
        }}
        counts={{
          found: found.length,
          all: available.length,
          chosen: chosen.length,
          hasOthers: chosen.some((offer) => !found.includes(offer)),
        }}
      />
      <Group {...part} path="offers" legend={t.text('fields.offers')} hint={t.text('offers.practiceOnly')}>
        {offerIds
          .filter((id) => shown.has(id))
          .map((id) => (
            <OfferField key={id} {...part} offer={id} />
          ))}
      </Group>
    </>
  );
}

function OfferField({ form, t, offer }: FormPart & { readonly offer: OfferId }) {
  const { offers: chosen } = form.answers;
  const isChosen = useComputed(() => chosen.value.includes(offer)).value;
  const { quantity, terms } = offers[offer];
  const id = controlId(`offers.${offer}`);
  const issues = form.issuesAt(`offers.${offer}`);
  const choose = (isTicked: boolean): void => {
    // In the order of the catalogue, whatever the order of ticking.
    form.change({
      offers: offerIds.filter((other) => (other === offer ? isTicked : chosen.value.includes(other))),
    });
  };
  const nameOf = (label: string): string => t.text('fields.forOffer', { label, offer: t.offer(offer) });
  return (
    <div class="form-offer">
      <Issues form={form} t={t} path={`offers.${offer}`} />
      <div class="form-choice">
        <input
          id={id}
          type="checkbox"
          checked={isChosen}
          aria-invalid={issues.length > 0}
          aria-describedby={[
            `${id}-hint`,
            ...issues.map(({ code }) => `${id}-${code.replace('.', '-')}`),
          ].join(' ')}
          onChange={(event) => choose(event.currentTarget.checked)}
        />
        <label for={id}>{t.offer(offer)}</label>
      </div>
      <p class="form-hint" id={`${id}-hint`}>
        {offerHints(offer, t)}
      </p>
      {isChosen && quantity.kind === 'licences' ? (
        <Licences
          {...{ form, t, offer }}
          label={nameOf(t.label('licences'))}
          hint={t.text('hints.licences', { min: t.number(quantity.min), max: t.number(quantity.max) })}
        />
      ) : null}
      {isChosen && terms !== undefined ? (
        <Terms {...{ form, t, offer, terms }} label={nameOf(t.field('terms'))} />
      ) : null}
    </div>
  );
}

function Licences({
  form,
  offer,
  ...part
}: FormPart & { readonly offer: OfferId; readonly label: string; readonly hint: string }) {
  const { licences } = form.answers;
  return (
    <TextInput
      {...part}
      form={form}
      path={`licences.${offer}`}
      isRequired
      inputMode="numeric"
      value={useComputed(() => licences.value[offer] ?? '').value}
      onText={(text) => form.change({ licences: { ...licences.value, [offer]: text } })}
    />
  );
}

function Terms({
  form,
  t,
  offer,
  label,
  terms: options,
}: FormPart & { readonly offer: OfferId; readonly label: string; readonly terms: readonly OfferTerm[] }) {
  const { terms } = form.answers;
  return (
    <SelectInput
      form={form}
      t={t}
      path={`terms.${offer}`}
      label={label}
      isRequired
      value={useComputed(() => terms.value[offer] ?? '').value}
      // The list has the offer's own terms and the empty option.
      onChoose={(term) => form.change({ terms: { ...terms.value, [offer]: term as OfferTerm | '' } })}
    >
      <option value="">{t.text('options.choose')}</option>
      {options.map((term) => (
        <option key={term} value={term}>
          {t.text(`terms.${term}`)}
        </option>
      ))}
    </SelectInput>
  );
}

function offerHints(offer: OfferId, t: FormTranslator): string {
  const { audience, categories, isOnePerCustomer, needs, publisher, quantity } = offers[offer];
  const hints = [t.text('hints.publisher', { publisher: publishers[publisher] })];
  if (needs !== undefined) hints.push(t.text('hints.addOn', { offers: t.anyOf(needs.map(t.offer)) }));
  if (quantity.kind === 'fixed') {
    const fixed = categories.includes('trial') ? 'hints.trial' : 'hints.fixed';
    hints.push(t.text(fixed, { quantity: t.number(quantity.quantity) }));
  }
  if (quantity.kind === 'usage') hints.push(t.text('hints.usage'));
  if (isOnePerCustomer) hints.push(t.text('hints.onePerCustomer'));
  if (audience !== undefined) hints.push(t.text(audienceHints[audience]));
  return joinSentences(hints);
}

const audienceHints = {
  education: 'hints.educationOnly',
  governmentCommunityCloud: 'hints.governmentOnly',
  commercial: 'hints.commercialOnly',
} as const;
