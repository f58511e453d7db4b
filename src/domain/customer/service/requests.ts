/**
 * The requests that stand behind Submit, in the order they would be sent. Documented: Partner Center REST documentation,
 * "Verify domain availability", "Create a customer", "Update a customer's qualifications asynchronously", "Confirm customer acceptance of the Microsoft Customer Agreement",
 * "Verify an indirect reseller's Microsoft Partner Agreement signing status". The order is inferred. For placing an order,
 * no address is given: the form's subscriptions stand for either a cart or an order.
 */
export const serviceRequests = {
  checkDomain: { address: 'HEAD /v1/domains/{domain}', isAfterCreation: false },
  createCustomer: { address: 'POST /v1/customers', isAfterCreation: false },
  qualifyCustomer: { address: 'POST /v1/customers/{tenant ID}/qualifications', isAfterCreation: true },
  confirmAgreement: { address: 'POST /v1/customers/{tenant ID}/agreements', isAfterCreation: true },
  verifyReseller: { address: 'GET /v1/compliance/csp/agreementstatus', isAfterCreation: false },
  order: { address: undefined, isAfterCreation: true },
} as const satisfies Record<
  string,
  {
    readonly address: string | undefined;
    /** True where the customer exists already when the request is sent, so that a refusal takes nothing back. */
    readonly isAfterCreation: boolean;
  }
>;

/** One of `serviceRequests`. */
export type ServiceRequestId = keyof typeof serviceRequests;
