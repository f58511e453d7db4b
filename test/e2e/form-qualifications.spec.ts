import { expect, test } from '@playwright/test';
import { initialState } from '../../src/domain/customer/form-state.ts';
import type { MessageParams } from '../../src/i18n/format-message.ts';
import { completeValues } from '../domain/customer/answers.ts';
import { company, FormPage, keepDraft } from './form-page.ts';
import { LocaleWords } from './locale-words.ts';

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
  await expect(form.root).toContainText('In review: Government Community Cloud (GCC)');
  await expect(form.root).toContainText(
    'What you selected is not ordered yet: it waits under Add products. Microsoft has to confirm the qualification first.',
  );
  await form.expectAccessible();
  await form.root.getByRole('button', { name: 'View the customer' }).click();
  await form.dialog.getByRole('button', { name: t.text('confirmation.leave'), exact: true }).click();
  await expect(form.root.locator('.form-review div').filter({ hasText: 'Validation code' })).toContainText(
    '987654',
  );
  await form.expectAccessible();

  // The order waits until Microsoft has confirmed the customer.
  const placeOrder = form.root.getByRole('button', { name: 'Place the order', exact: true });
  await expect(form.root).toContainText(t.text('review.noSubscriptions'));
  await form.root.getByRole('button', { name: t.label('addProducts'), exact: true }).click();
  await expect(form.control('licences.civic')).toHaveValue('500000');
  await placeOrder.click();
  await expect(form.summary.getByRole('listitem')).toHaveText([
    t.text('issues.offers.governmentPending', { offer: t.offer('civic') }),
  ]);
  await expect(form.root.locator('.form-issue a[href="#rule-government"]')).toHaveCount(1);
  await form.root.getByRole('button', { name: 'Back to the customer', exact: true }).click();
  await form.root.getByRole('button', { name: 'Simulate it: Microsoft confirms the qualification' }).click();
  await expect(form.root.locator('#form-qualification-step')).toBeFocused();
  await expect(form.root).toContainText('Microsoft has confirmed the qualification');
  await form.root.getByRole('button', { name: t.label('addProducts'), exact: true }).click();
  await placeOrder.click();
  await expect(form.root).toContainText('The order for');
  await expect(form.root).toContainText(t.offer('civic'));
});

test('Microsoft’s check of a school is denied, asked for again, and confirmed, and the order follows', async ({
  page,
}) => {
  const form = new FormPage(page, 'zh-TW');
  const { t, root } = form;
  const words = new LocaleWords('zh-TW');
  const say = (id: string, params?: MessageParams) => words.at(`customers.${id}`, params);
  const press = (id: string) => root.getByRole('button', { name: say(id), exact: true }).click();
  const addProducts = () => root.getByRole('button', { name: t.label('addProducts'), exact: true }).click();
  const offered = { offer: t.offer('campus') };
  await form.open();
  await form.passOpening();
  await form.fillAccount();
  await form.control('specialQualifications').selectOption('education');
  await form.button('nextSubscriptions').click();
  await form.chooseOffer('campus', '40');
  await form.button('nextReview').click();
  await form.button('submit').click();
  await form.expectStage('confirmation');
  await expect(root).toContainText(`${say('next.orderWaits')}${say('next.qualificationFirst')}`);
  await form.button('done').click();
  await form.dialog.getByRole('button', { name: t.text('confirmation.leave'), exact: true }).click();
  await form.expectStage('done');
  const list = root.locator('.form-customers');
  await expect(list).toContainText(say('qualification.inReview', { qualification: t.option('education') }));
  await list.getByRole('button', { name: company.name, exact: true }).click();

  for (const count of ['1', '2']) {
    await press('qualification.deny');
    await expect(root).toContainText(say('qualification.notEducation'));
    await expect(root).toContainText(say('qualification.requests', { count, limit: '3' }));
    if (count === '1') {
      // Like any other customer: no education offers, and trials.
      await addProducts();
      await press('products.place');
      await expect(form.summary.getByRole('listitem')).toHaveText([
        t.text('issues.offers.educationOnly', offered),
      ]);
      await expect(form.control('offers.officeTrial')).toBeVisible();
      await press('products.back');
    }
    await press('qualification.askAgain');
    await expect(root.locator('#form-qualification-step')).toBeFocused();
  }
  await page.reload();
  await press('qualification.approve');
  await expect(root).toContainText(say('qualification.education.approved'));
  await addProducts();
  await expect(form.control('licences.campus')).toHaveValue('40');
  await press('products.place');
  await expect(root).toContainText(say('notices.ordered', { company: company.name }));
  await expect(root).toContainText(t.offer('campus'));
});
