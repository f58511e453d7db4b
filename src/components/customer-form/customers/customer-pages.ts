/** The practice customers: what keeps them and what shows them, loaded apart from the form's first stage. */
export { CustomerList } from './CustomerList.tsx';
export { CustomerView } from './CustomerView.tsx';
export { createCustomerStore } from './customer-store.ts';
export { NextSteps } from './NextSteps.tsx';
