import { expect, test } from 'vitest';
import { mayDo, roleTasks, tasksBeyond } from '../../../src/domain/customer/role-tasks.ts';
import { roleAnswers, roles } from '../../../src/domain/customer/values.ts';

test('each role leaves the documented tasks to others', () => {
  expect(tasksBeyond('adminAgent')).toEqual([]);
  expect(tasksBeyond('salesAgent')).toEqual(['enableCostManagement']);
  expect(tasksBeyond('globalAdmin')).toEqual(['confirmAgreement', 'enableCostManagement']);
  expect(tasksBeyond('userManagementAdmin')).toEqual([
    'addEducationCustomer',
    'addGovernmentCustomer',
    'confirmAgreement',
    'placeOrder',
    'enableCostManagement',
  ]);
});

test('another role leaves all of them to others, and practises what an Admin agent may do', () => {
  expect(tasksBeyond('otherRole')).toEqual(Object.keys(roleTasks));
  const allowed = tasksBeyond('otherRole').filter((task) => mayDo('otherRole', task));
  expect(allowed).toEqual(tasksBeyond('otherRole').filter((task) => mayDo('adminAgent', task)));
});

test('the four roles that may add a customer come first', () => {
  expect(roleAnswers.filter((role) => !tasksBeyond(role).includes('addCustomer'))).toEqual(roles);
});
