import { type Role, type RoleAnswer, roles } from './values.ts';

const qualifying = ['globalAdmin', 'adminAgent', 'salesAgent'] as const satisfies Role[];

/**
 * The tasks of this form that not every role may do, and the roles that may, in the order of the form.
 *
 * Documented: "Add a new customer", 2019 to 2023; "Sell to education customers", 2020; "Office 365 Government GCC for CSP:
 * partner and customer eligibility criteria", 2020; "Confirm customer acceptance of the Microsoft Customer Agreement",
 * 2021; "Create customer subscriptions", 2021, which names the Billing admin and the Helpdesk agent besides; "Get started
 * with Cost Management for partners", 2026.
 */
export const roleTasks = {
  addCustomer: roles,
  addEducationCustomer: qualifying,
  addGovernmentCustomer: qualifying,
  confirmAgreement: ['adminAgent', 'salesAgent'],
  placeOrder: qualifying,
  enableCostManagement: ['adminAgent'],
} as const satisfies Record<string, readonly Role[]>;

/** One of `roleTasks`. */
export type RoleTask = keyof typeof roleTasks;

/**
 * True when the form lets somebody with the role do the task. A role that is not given yet is told of at its own
 * question; whoever has another role has been told that, and practises as an Admin agent.
 * @example mayDo('globalAdmin', 'confirmAgreement') // => false
 */
export function mayDo(role: RoleAnswer | '', task: RoleTask): boolean {
  if (role === '' || role === 'otherRole') return true;
  const allowed: readonly Role[] = roleTasks[task];
  return allowed.includes(role);
}

/**
 * The tasks that somebody with the role has to leave to others in Partner Center.
 * @example tasksBeyond('salesAgent') // => ['enableCostManagement']
 */
export function tasksBeyond(role: RoleAnswer): readonly RoleTask[] {
  // The keys are exactly the tasks, which Object.keys forgets.
  const tasks = Object.keys(roleTasks) as RoleTask[];
  return role === 'otherRole' ? tasks : tasks.filter((task) => !mayDo(role, task));
}
