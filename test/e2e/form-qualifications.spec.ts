import { expect, test } from '@playwright/test';
import { initialState } from '../../src/domain/customer/form-state.ts';
import { completeValues } from '../domain/customer/answers.ts';
import { FormPage, keepDraft } from './form-page.ts';

const american = {
  ...completeValues,
  country: 'US',
  state: 'WA',
  city: 'Redmond',
  postalCode: '98052',
  registrationId: '',
  phone: '425 555 0100',
  offers: [],
};

test('a government customer is asked for its code, from Account info to what leaves with the user', async ({
  page,
}) => {
  await keepDraft(page, { ...initialState, stage: 'account', values: american });
  const form = new FormPage(page, 'en-US');
  const { t } = form;
  await form.open('stage-account');
  const code = form.text(t.field('validationCode'));
  await expect(code).toBeHidden();
  await form.control('specialQualifications').selectOption({ label: 'Government Community Cloud (GCC)' });
  await form.button('nextSubscriptions').click();
  await expect(form.summary.getByRole('listitem')).toHaveText(['Enter the validation code']);
  await form.expectAccessible();
  await form.summary.getByRole('link').click();
  await expect(code).toBeFocused();
  await code.fill('12-345');

  // Elsewhere there is no such qualification: the code stays and is not asked for.
  await form.chooseCountry('SE');
  await expect(code).toBeHidden();
  await expect(form.control('specialQualifications')).toHaveValue('governmentCommunityCloud');
  await form.button('nextSubscriptions').click();
  await expect(form.summary).toContainText('only for customers in the United States');
  await expect(form.root.locator('.form-issue a[href="#rule-government"]')).toHaveCount(1);
  await form.control('specialQualifications').selectOption('none');
  await expect(form.control('specialQualifications').getByRole('option')).toHaveText(['None', 'Education']);
  await form.chooseCountry('US');
  await form.control('state').fill('Washington');
  await form.control('state').press('Enter');
  await form.control('specialQualifications').selectOption('governmentCommunityCloud');
  await expect(code).toHaveValue('12-345');
  await form.button('nextSubscriptions').click();

  await form.expectStage('subscriptions');
  await expect(form.control('offers.officeTrial')).toBeHidden();
  await form.chooseOffer('civic', '500000');
  await form.button('nextReview').click();
  await form.expectStage('review');
  await expect(form.root.locator('.form-review div').filter({ hasText: 'Validation code' })).toContainText(
    '12345',
  );
  await form.root.getByText(t.text('exports.open'), { exact: true }).click();
  const exports = form.root.locator('.form-exports');
  await form.root.locator('#form-export-format').selectOption('qualification');
  await expect(exports).toContainText('POST /v1/customers/{tenant ID}/qualifications?code=12345');
  await expect(exports.locator('textarea')).toHaveValue(/"Qualification": "GovernmentCommunityCloud"/);
  await form.root.locator('#form-export-format').selectOption('powershell');
  await expect(exports.locator('textarea')).toHaveValue(
    /^# .*\n# .*Validation code.*\n# .*Set-PartnerCustomerQualification/,
  );
  await form.root.locator('#form-export-format').selectOption('csv');
  await expect(exports.locator('textarea')).toHaveValue(/Validation code/);

  await form.root.locator('#form-service-wish').selectOption('validationCodeRefused');
  await form.button('submit').click();
  await expect(form.summary).toContainText('remainingCreates is 0');
  await form.expectAccessible();
  await form.root.getByRole('button', { name: 'Go to Validation code' }).click();
  await expect(code).toBeFocused();
  await code.fill('987654');
  await form.button('nextReview').click();
  await form.button('submit').click();
  await form.expectStage('confirmation');
  await expect(form.root).toContainText(
    'Government Community Cloud (GCC): requested with the validation code.',
  );
  await form.expectAccessible();
  await form.root.getByRole('button', { name: 'View the customer' }).click();
  await form.dialog.getByRole('button', { name: t.text('confirmation.leave'), exact: true }).click();
  await expect(form.root.locator('.form-review div').filter({ hasText: 'Validation code' })).toContainText(
    '987654',
  );
  await form.expectAccessible();
});
