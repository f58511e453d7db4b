import { availableOffers, type OfferId, offerIds, offers } from '../../domain/customer/offers.ts';
import type { FormTranslator } from '../../i18n/form-translator.ts';
import { type FormPart, Group, Issues, issuesAt, TextInput } from './field.tsx';
import { controlId } from './form-store.ts';

/** The offers the customer can have, and those chosen before that it no longer can, so that they can be cleared. */
export function SubscriptionsStage(part: FormPart) {
  const { form, t } = part;
  const { values } = form.state.value;
  const available = availableOffers({ education: values.specialQualifications === 'education' });
  const shown = offerIds.filter((id) => available.includes(id) || values.offers.includes(id));
  return (
    <Group {...part} path="offers" legend={t.text('fields.offers')} hint={t.text('offers.practiceOnly')}>
      {shown.map((id) => (
        <OfferField key={id} {...part} offer={id} />
      ))}
    </Group>
  );
}

function OfferField({ form, t, offer }: FormPart & { readonly offer: OfferId }) {
  const { values } = form.state.value;
  const isChosen = values.offers.includes(offer);
  const { quantity } = offers[offer];
  const id = controlId(`offers.${offer}`);
  const hints = offerHints(offer, t);
  const issues = issuesAt(`offers.${offer}`, form);
  const choose = (isTicked: boolean): void => {
    // In the order of the catalogue, whatever the order of ticking.
    form.change({
      offers: offerIds.filter((other) => (other === offer ? isTicked : values.offers.includes(other))),
    });
  };
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
            ...(hints === '' ? [] : [`${id}-hint`]),
            ...issues.map(({ code }) => `${id}-${code.replace('.', '-')}`),
          ].join(' ')}
          onChange={(event) => choose(event.currentTarget.checked)}
        />
        <label for={id}>{t.offer(offer)}</label>
      </div>
      {hints === '' ? null : (
        <p class="form-hint" id={`${id}-hint`}>
          {hints}
        </p>
      )}
      {isChosen && quantity.kind === 'licences' ? (
        <TextInput
          form={form}
          t={t}
          path={`licences.${offer}`}
          label={t.text('fields.licencesFor', { label: t.label('licences'), offer: t.offer(offer) })}
          hint={t.text('hints.licences', { min: t.number(quantity.min), max: t.number(quantity.max) })}
          inputMode="numeric"
          value={values.licences[offer] ?? ''}
          onText={(text) => form.change({ licences: { ...values.licences, [offer]: text } })}
        />
      ) : null}
    </div>
  );
}

function offerHints(offer: OfferId, t: FormTranslator): string {
  const { audience, needs, quantity } = offers[offer];
  return [
    ...(needs === undefined ? [] : [t.text('hints.addOn', { offers: t.anyOf(needs.map(t.offer)) })]),
    ...(quantity.kind === 'fixed' ? [t.text('hints.trial', { quantity: t.number(quantity.quantity) })] : []),
    ...(quantity.kind === 'usage' ? [t.text('hints.usage')] : []),
    ...(audience === 'educationOnly' ? [t.text('hints.educationOnly')] : []),
  ].join(' ');
}
