import { computed, useSignal } from '@preact/signals';
import { useLayoutEffect, useMemo } from 'preact/hooks';
import { orderedValues } from '../../../domain/customer/customers/later-order.ts';
import type { PracticeCustomer } from '../../../domain/customer/customers/practice-customer.ts';
import { type FormState, initialState } from '../../../domain/customer/form-state.ts';
import { type Issue, issueKey } from '../../../domain/customer/issues.ts';
import { mayDo } from '../../../domain/customer/role-tasks.ts';
import { type CustomerValues, emptyValues } from '../../../domain/customer/values.ts';
import { Explanation } from '../field.tsx';
import { partsOf } from '../form-parts.ts';
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
  const found = useSignal(none);
  const issues = found.value;
  // Only now is the summary there to take the focus.
  useLayoutEffect(() => {
    if (issues.length > 0) form.focus({ part: 'summary' });
  }, [issues, form]);
  const order = useMemo((): FormStore => {
    const state = computed((): FormState => {
      const ordering = store.list.value.find((one) => one.id === id);
      const shown = new Set(found.value.map(issueKey));
      // What holds no longer goes away; nothing appears while somebody types.
      const still = ordering === undefined || shown.size === 0 ? none : store.orderIssues(ordering);
      return {
        ...initialState,
        stage: 'subscriptions',
        values: ordering === undefined ? emptyValues : orderedValues(ordering),
        issues: still.filter((issue) => shown.has(issueKey(issue))),
      };
    });
    return {
      ...form,
      ...partsOf(state),
      state,
      change: ({ offers, licences, terms }: Partial<CustomerValues>) =>
        store.changeOrder(id, {
          ...(offers === undefined ? {} : { offers }),
          ...(licences === undefined ? {} : { licences }),
          ...(terms === undefined ? {} : { terms }),
        }),
    };
  }, [form, store, id, found]);
  const place = (): void => {
    found.value = store.orderIssues(customer);
    if (found.value.length > 0) return;
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
      <Explanation t={t} place="products" />
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

const none: readonly Issue[] = [];
