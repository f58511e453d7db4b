import type { PracticeCustomer } from './practice-customer.ts';

/** What a customer can lack for cost management. */
export type CostManagementGap = 'agreement' | 'plan';

/**
 * What the customer still lacks before the partner can let it see its costs. Documented ("Get started with Microsoft
 * Partner Agreement billing"): an accepted agreement and an Azure plan. The Cloud Usage Plan stands for that plan here.
 */
export function costManagementGaps(customer: PracticeCustomer): readonly CostManagementGap[] {
  const hasPlan = customer.subscriptions.some(({ offer }) => offer === 'cloudUsage');
  return [
    ...(customer.acceptedOn === '' ? (['agreement'] as const) : []),
    ...(hasPlan ? [] : (['plan'] as const)),
  ];
}
