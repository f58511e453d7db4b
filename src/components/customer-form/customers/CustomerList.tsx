import { useState } from 'preact/hooks';
import { searchCustomers } from '../../../domain/customer/customers/customer-list.ts';
import type { PracticeCustomer } from '../../../domain/customer/customers/practice-customer.ts';
import { domainSuffix, toDomainPrefix } from '../../../domain/customer/domain-prefix.ts';
import { cleanText } from '../../../domain/customer/normalise.ts';
import { joinSentences } from '../../../i18n/punctuation.ts';
import { Explanation } from '../field.tsx';
import {
  agreementText,
  CustomerNotices,
  type CustomerPart,
  Fact,
  qualificationText,
  Subscriptions,
} from './customer-facts.tsx';

/** The practice customers, where the form begins and ends. There is nothing to search in a single one. */
export function CustomerList(part: CustomerPart) {
  const { t, customers } = part;
  const { say, store } = customers;
  const [text, setText] = useState('');
  const list = store.list.value;
  const found = searchCustomers(list, list.length > 1 ? text : '');
  return (
    <>
      <CustomerNotices {...part} />
      {list.length === 0 ? null : (
        <section class="form-customers" aria-labelledby="form-customers-title">
          <h4 id="form-customers-title" tabIndex={-1}>
            {say('list.title')}
          </h4>
          <Explanation t={t} place="customers" />
          {list.length < 2 ? null : (
            <search class="form-filter" aria-label={say('list.label')}>
              <div class="form-field">
                <label for="form-customers-search">{say('list.search')}</label>
                <input
                  id="form-customers-search"
                  type="search"
                  value={text}
                  autocomplete="off"
                  spellcheck={false}
                  onInput={({ currentTarget }) => setText(currentTarget.value)}
                  // Whoever looks for a customer adds none.
                  onKeyDown={(event) => {
                    if (event.key === 'Enter') event.preventDefault();
                  }}
                />
              </div>
              <output>
                {joinSentences([
                  say('list.status', { count: t.number(found.length), total: t.number(list.length) }),
                  found.length === 0 ? say('list.nothing') : '',
                ])}
              </output>
            </search>
          )}
          <ul>
            {found.map((customer) => (
              <li key={customer.id}>
                <CustomerEntry {...part} customer={customer} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function CustomerEntry({ customer, ...part }: CustomerPart & { readonly customer: PracticeCustomer }) {
  const { form, t } = part;
  const { id, values, subscriptions } = customer;
  return (
    <>
      <h5>
        <button
          type="button"
          class="form-secondary"
          id={`form-customer-${id}`}
          onClick={() => form.openCustomer({ page: 'customer', id })}
        >
          <bdi>{cleanText(values.companyName)}</bdi>
        </button>
      </h5>
      <dl class="form-review">
        <Fact name={t.field('country')}>{t.country(values.country)}</Fact>
        <Fact name={t.field('domain')}>
          {toDomainPrefix(values.domain)}
          {domainSuffix}
        </Fact>
        <Fact name={t.text('confirmation.customerId')}>
          <code translate={false}>{id}</code>
        </Fact>
        {customer.vetting === null ? null : (
          <Fact name={t.label('specialQualifications')}>{qualificationText(customer, part)}</Fact>
        )}
        <Fact name={t.label('customerAgreement')}>{agreementText(customer, part)}</Fact>
        <Fact name={t.label('subscriptions')}>
          <Subscriptions part={part} subscriptions={subscriptions} />
        </Fact>
      </dl>
    </>
  );
}
