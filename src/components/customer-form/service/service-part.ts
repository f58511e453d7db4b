/** What answers a Submit, and shows what was answered: loaded apart, at Review. */
export { isRefused, submitCustomer } from '../../../domain/customer/service/submit-customer.ts';
export { RefusalSummary } from './RefusalSummary.tsx';
export { WishField } from './WishField.tsx';
