import { cleanText } from '../../../domain/customer/normalise.ts';
import type { IssueSummary } from '../IssueSummary.tsx';
import type { LaterStages } from '../StageQuestions.tsx';
import { CustomerRecord } from './CustomerRecord.tsx';
import type { CustomerView as View } from './customer-address.ts';
import type { CustomerPart } from './customer-facts.tsx';
import { ProductsPage } from './ProductsPage.tsx';

/** What a customer is looked at with. */
export interface ViewPart extends CustomerPart {
  readonly view: View;
  readonly later: LaterStages | undefined;
  /** Handed over, because code that both parts of the form import would be loaded apart from either. */
  readonly Summary: typeof IssueSummary;
}

/** A customer of the list in place of a stage. One that was removed since, in another tab say, is told to be gone. */
export function CustomerView({ view, later, Summary, ...part }: ViewPart) {
  const { form, t, customers } = part;
  const customer = customers.store.list.value.find(({ id }) => id === view.id);
  const isProducts = view.page === 'products';
  return (
    <>
      <h3 class="form-heading" tabIndex={-1}>
        <span>{isProducts ? t.label('addProducts') : t.label('customers')}</span>{' '}
        <bdi>{cleanText(customer?.values.companyName ?? '')}</bdi>
      </h3>
      {customer === undefined ? <p>{customers.say('record.gone')}</p> : null}
      {customer === undefined || isProducts ? null : <CustomerRecord {...part} customer={customer} />}
      {customer === undefined || later === undefined || !isProducts ? null : (
        <ProductsPage {...part} customer={customer} later={later} Summary={Summary} />
      )}
      {isProducts && customer !== undefined ? null : (
        <div class="form-buttons">
          <button type="button" class="form-secondary" onClick={form.openList}>
            {t.label('customers')}
          </button>
        </div>
      )}
    </>
  );
}
