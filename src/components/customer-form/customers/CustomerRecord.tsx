import { adminUserOf } from '../../../domain/customer/credentials.ts';
import type { PracticeCustomer } from '../../../domain/customer/customers/practice-customer.ts';
import { reviewRows } from '../../../domain/customer/review.ts';
import { answerText } from '../../../i18n/answer-text.ts';
import { CustomerNotices, type CustomerPart, Fact, Subscriptions } from './customer-facts.tsx';
import { AgreementStep, CostStep, QualificationStep } from './customer-steps.tsx';

/** A customer as it is looked at later. Its facts are those of Account info; nothing here changes them. */
export function CustomerRecord({
  customer,
  ...part
}: CustomerPart & { readonly customer: PracticeCustomer }) {
  const { form, t, customers } = part;
  const { say, store } = customers;
  const { id, addedOn, values, subscriptions, vetting } = customer;
  // How the agreement was to be accepted is told with how it stands, and so is the qualification that was asked for.
  const rows = reviewRows(values, t.nameOrder).filter(
    ({ stage, field }) =>
      stage === 'account' &&
      !field.startsWith('agreement') &&
      !field.startsWith('attest') &&
      (field !== 'specialQualifications' || vetting === null),
  );
  return (
    <>
      <CustomerNotices {...part} />
      <section>
        <h4>{t.label('accountInfo')}</h4>
        <dl class="form-review">
          <Fact name={t.text('confirmation.customerId')}>
            <code translate={false}>{id}</code>
          </Fact>
          <Fact name={t.label('adminUserAccount')}>
            <code translate={false}>{adminUserOf(values.domain)}</code>
          </Fact>
          <Fact name={say('record.addedOn')}>{t.date(addedOn)}</Fact>
          {rows.map(({ field, answer }) => (
            <Fact key={field} name={t.field(field, values.country)}>
              <bdi>{answerText(answer, t)}</bdi>
            </Fact>
          ))}
        </dl>
      </section>
      <section>
        <h4>{t.label('subscriptions')}</h4>
        <Subscriptions
          part={part}
          subscriptions={subscriptions}
          detail={(text, { orderedOn }) =>
            say('record.ordered', { subscription: text, date: t.date(orderedOn) })
          }
        />
        <div class="form-buttons">
          <button type="button" onClick={() => form.openCustomer({ page: 'products', id })}>
            {t.label('addProducts')}
          </button>
        </div>
      </section>
      <QualificationStep {...part} customer={customer} />
      <AgreementStep {...part} customer={customer} />
      <CostStep {...part} customer={customer} />
      <section>
        <h4>{say('record.remove')}</h4>
        <p>{say('record.removeNote')}</p>
        <div class="form-buttons">
          <button
            type="button"
            class="form-secondary"
            onClick={() => {
              form.openList();
              store.remove(id);
            }}
          >
            {say('record.removeButton')}
          </button>
        </div>
      </section>
    </>
  );
}
