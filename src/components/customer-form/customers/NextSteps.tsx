import { waitsForVetting } from '../../../domain/customer/customers/vetting.ts';
import { toDomainPrefix } from '../../../domain/customer/domain-prefix.ts';
import { joinSentences } from '../../../i18n/punctuation.ts';
import { CustomerNotices, type CustomerPart } from './customer-facts.tsx';
import { AgreementStep, CostStep, QualificationStep } from './customer-steps.tsx';

/** What the product offers once a customer is added, beside Done. */
export function NextSteps(part: CustomerPart) {
  const { form, t, customers } = part;
  const { say, store } = customers;
  const domain = toDomainPrefix(form.answers.domain.value);
  const customer = store.list.value.find(({ values }) => toDomainPrefix(values.domain) === domain);
  if (customer === undefined) return null;
  const { id, values } = customer;
  return (
    <>
      <section>
        <h4>{say('next.title')}</h4>
        <p>
          {joinSentences([
            say('next.kept'),
            say(values.offers.length > 0 ? 'next.orderWaits' : 'next.buyMore'),
            values.offers.length > 0 && customer.acceptedOn === '' ? say('next.agreementFirst') : '',
            waitsForVetting(values, customer.vetting) ? say('next.qualificationFirst') : '',
          ])}
        </p>
        <div class="form-buttons">
          <button
            type="button"
            class="form-secondary"
            onClick={() => form.openCustomer({ page: 'products', id })}
          >
            {t.label('addProducts')}
          </button>
          <button
            type="button"
            class="form-secondary"
            onClick={() => form.openCustomer({ page: 'customer', id })}
          >
            {say('next.look')}
          </button>
        </div>
      </section>
      <QualificationStep {...part} customer={customer} />
      <AgreementStep {...part} customer={customer} />
      <CostStep {...part} customer={customer} />
      <CustomerNotices {...part} />
    </>
  );
}
