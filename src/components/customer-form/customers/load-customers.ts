import type { RuleContext } from '../../../domain/customer/find-issues.ts';
import type { FormMessages } from '../../../i18n/form-messages.ts';
import { formatMessage, type MessageParams } from '../../../i18n/format-message.ts';
import type { CustomerStore } from './customer-store.ts';

/** The practice customers, what shows them, and its words. A first visit needs none of it. */
export interface LoadedCustomers {
  readonly store: CustomerStore;
  readonly parts: Pick<typeof import('./customer-pages.ts'), 'CustomerList' | 'CustomerView' | 'NextSteps'>;
  readonly say: (id: string, params?: MessageParams) => string;
}

const wordFiles = import.meta.glob<FormMessages>('../../../../locales/*/customers.json', {
  import: 'default',
});

/** Loads the practice customers with all that belongs to them. */
export async function loadCustomers(locale: string, context: () => RuleContext): Promise<LoadedCustomers> {
  const [{ createCustomerStore, CustomerList, CustomerView, NextSteps }, words = {}] = await Promise.all([
    import('./customer-pages.ts'),
    wordFiles[`../../../../locales/${locale}/customers.json`]?.(),
  ]);
  return {
    store: createCustomerStore(context),
    parts: { CustomerList, CustomerView, NextSteps },
    say: (id, params) => formatMessage(words, id, locale, params),
  };
}
