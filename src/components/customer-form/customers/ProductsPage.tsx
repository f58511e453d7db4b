import { signal } from '@preact/signals';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { PracticeCustomer } from '../../../domain/customer/customers/practice-customer.ts';
import { type FormState, initialState } from '../../../domain/customer/form-state.ts';
import { type Issue, issueKey } from '../../../domain/customer/issues.ts';
import { mayDo } from '../../../domain/customer/role-tasks.ts';
import type { CustomerValues } from '../../../domain/customer/values.ts';
import type { FormStore } from '../form-store.ts';
import type { IssueSummary } from '../IssueSummary.tsx';
import type { LaterStages } from '../StageQuestions.tsx';
import { CustomerNotices, type CustomerPart, Subscriptions } from './customer-facts.tsx';

/** What is added to a customer later: the offers of Subscriptions, held to all that the customer has. */
export function ProductsPage({
  customer,
  later,
  Summary,
  ...part
}: CustomerPart & {
  readonly customer: PracticeCustomer;
  readonly later: LaterStages;
  readonly Summary: typeof IssueSummary;
}) {
  const { form, t, customers } = part;
  const { say, store } = customers;
  const { id, subscriptions } = customer;
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  // Only now is the summary there to take the focus.
  useLayoutEffect(() => {
    if (issues.length > 0) form.focus({ part: 'summary' });
  }, [issues, form]);
  // What holds no longer goes away; nothing appears while somebody types.
  const shown = new Set(issues.map(issueKey));
  const still = shown.size === 0 ? [] : store.orderIssues(customer);
  const order: FormStore = {
    ...form,
    state: signal<FormState>({
      ...initialState,
      stage: 'subscriptions',
      values: customer.values,
      issues: still.filter((issue) => shown.has(issueKey(issue))),
    }),
    change: ({ offers, licences, terms }: Partial<CustomerValues>) =>
      store.changeOrder(id, {
        ...(offers === undefined ? {} : { offers }),
        ...(licences === undefined ? {} : { licences }),
        ...(terms === undefined ? {} : { terms }),
      }),
  };
  const place = (): void => {
    const found = store.orderIssues(customer);
    setIssues(found);
    if (found.length > 0) return;
    form.openCustomer({ page: 'customer', id });
    store.placeOrder(id);
  };
  return (
    <form
      noValidate
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        place();
      }}
    >
      <Summary form={order} t={t} button={say('products.place')} />
      <CustomerNotices {...part} />
      <p>{say('products.intro')}</p>
      {mayDo(customer.values.role, 'placeOrder') ? null : (
        <p class="form-note">{t.text('issues.offers.role')}</p>
      )}
      <section>
        <h4>{say('products.owned')}</h4>
        <Subscriptions part={part} subscriptions={subscriptions} />
      </section>
      <later.SubscriptionsStage form={order} t={t} />
      <div class="form-buttons">
        <button type="submit">{say('products.place')}</button>
        <button
          type="button"
          class="form-secondary"
          onClick={() => form.openCustomer({ page: 'customer', id })}
        >
          {say('products.back')}
        </button>
      </div>
    </form>
  );
}
