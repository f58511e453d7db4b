import { expect, type Locator, test } from '@playwright/test';
import type { FieldPath } from '../../src/domain/customer/issues.ts';
import { finishedLocales, localeNames } from '../../src/domain/locale/locales.ts';
import { company, FormPage } from './form-page.ts';

class RemarksPage extends FormPage {
  readonly registrationId = this.control('registrationId');
  readonly phone = this.control('phone');
  readonly aboutId = this.remarkOn('registrationId');
  readonly aboutPhone = this.remarkOn('phone');

  remarkOn(field: FieldPath): Locator {
    return this.root.locator(`.form-field:has(> .form-box > #form-${field})`).getByRole('status');
  }

  checkDigitOf(name: string): string {
    return this.t.text('remarks.checkDigit', { name });
  }
}

for (const locale of finishedLocales) {
  test(`in ${localeNames[locale]} a remark appears when its field is left, and stops nobody`, async ({
    page,
  }) => {
    const form = new RemarksPage(page, locale);
    await form.reach('account');
    await form.fillAccount();
    await expect(form.aboutId).toHaveText(form.checkDigitOf('УНП'));
    await expect(form.registrationId).toHaveValue(company.registrationId);
    await expect(form.registrationId).toHaveAttribute('aria-invalid', 'false');
    await expect(form.registrationId).toHaveAccessibleDescription(/УНП.*УНП/u);

    await form.phone.fill('8 (029) 123-45-67');
    await expect(form.aboutPhone).toBeEmpty();
    await form.phone.blur();
    await expect(form.aboutPhone).toHaveText(
      form.t.text('remarks.international', { number: '+375 29 123 45 67' }),
    );
    await expect(form.phone).toHaveValue('8 (029) 123-45-67');
    await form.phone.fill('+46 8 123 456 78');
    await form.phone.blur();
    await expect(form.aboutPhone).toHaveText(form.t.text('remarks.otherCountryCode'));
    await form.phone.fill('12 34 56 78');
    await form.phone.blur();
    await expect(form.aboutPhone).toHaveText(form.t.text('remarks.unknownPhone'));
    const rules = form.root.locator('.form-field .form-guide a[href^="#"]');
    expect(await rules.evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual([
      '#rule-check-digit',
      '#rule-phone-hint',
    ]);
    await form.expectAccessible();

    await form.button('nextSubscriptions').click();
    await form.expectStage('subscriptions');
    await page.goBack();
    await form.expectStage('account');
    await expect(form.aboutId).toHaveText(form.checkDigitOf('УНП'));
    await expect(form.aboutPhone).toHaveText(form.t.text('remarks.unknownPhone'));
  });
}

test('a remark goes when the answer fits, follows the country, and does not disturb typing', async ({
  page,
}) => {
  const form = new RemarksPage(page, 'en-US');
  await form.reach('account');
  await form.chooseCountry('BY');
  await form.registrationId.pressSequentially('100234567');
  await expect(form.aboutId).toBeEmpty();
  // Enter goes on: the focus leaves for the summary.
  await form.registrationId.press('Enter');
  await expect(form.summary).toBeFocused();
  await expect(form.summary).not.toContainText('УНП');
  await expect(form.aboutId).toHaveText(form.checkDigitOf('УНП'));

  await form.registrationId.press('End');
  await form.registrationId.press('Backspace');
  await expect(form.aboutId).toBeEmpty();
  await form.registrationId.press('8');
  await expect(form.aboutId).toBeEmpty();
  await form.registrationId.fill('100234569');
  await expect(form.aboutId).toHaveText(form.checkDigitOf('УНП'));

  await form.chooseCountry('UZ');
  await expect(form.aboutId).toBeEmpty();
  await form.chooseCountry('BY');
  await expect(form.aboutId).toHaveText(form.checkDigitOf('УНП'));
});

test('a phone number of whoever accepted the agreement gets its remark too', async ({ page }) => {
  const form = new RemarksPage(page, 'en-US');
  await form.reach('account');
  await form.chooseCountry('PL');
  await form.choose('attested');
  await form.choose('other');
  await form.control('agreementPhone').fill('22 123 45 67');
  await form.control('agreementPhone').blur();
  await expect(form.remarkOn('agreementPhone')).toHaveText('Written internationally: +48 22 123 45 67');
});

test('remarks load files of this build alone, when there is something to look at', async ({
  page,
  baseURL,
}) => {
  const form = new RemarksPage(page, 'en-US');
  await form.reach('account');
  await form.chooseCountry('BY');
  const requests: string[] = [];
  page.on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
  await form.registrationId.focus();
  await form.phone.focus();
  await form.phone.blur();
  expect(requests).toEqual([]);

  await form.registrationId.fill('100234567');
  await form.phone.fill('12345678');
  await form.phone.blur();
  await expect(form.aboutId).not.toBeEmpty();
  await expect(form.aboutPhone).not.toBeEmpty();
  const files = requests.map((request) => request.replace(`GET ${baseURL}/_astro/`, '')).toSorted();
  expect(files).toEqual([
    expect.stringMatching(/^phone-remark\.[\w-]+\.js$/u),
    expect.stringMatching(/^registration-id-remark\.[\w-]+\.js$/u),
  ]);
});

test('where they cannot be loaded, nothing is said and the form goes on', async ({ page }) => {
  const faults: Error[] = [];
  page.on('pageerror', (error) => faults.push(error));
  let refused = 0;
  await page.route(/-remark\..*\.js$/u, (route) => {
    refused += 1;
    return route.abort();
  });
  const form = new RemarksPage(page, 'en-US');
  await form.reach('subscriptions');
  expect(refused).toBeGreaterThan(0);
  expect(faults).toEqual([]);
  await page.goBack();
  await form.expectStage('account');
  await expect(form.aboutId).toBeEmpty();
  await expect(form.aboutPhone).toBeEmpty();
});

test('a press that leaves a field for a button reaches the button', async ({ page }) => {
  await page.setViewportSize({ width: 1000, height: 5000 });
  const form = new RemarksPage(page, 'en-US');
  await form.reach('account');
  await form.fillAccount();
  await form.phone.fill('12 34 56 78');
  await form.phone.blur();
  await expect(form.aboutPhone).not.toBeEmpty();
  await form.phone.fill('29 123 45 67');
  await expect(form.aboutPhone).toBeEmpty();
  await form.button('nextSubscriptions').hover();
  await page.mouse.down();
  await expect(form.phone).not.toBeFocused();
  await page.waitForTimeout(500);
  await expect(form.aboutPhone).toBeEmpty();
  await page.mouse.up();
  await form.expectStage('subscriptions');
});
