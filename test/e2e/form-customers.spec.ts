import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { finishedLocales, localeNames, type SiteLocale } from '../../src/domain/locale/locales.ts';
import type { FormMessages } from '../../src/i18n/form-messages.ts';
import { formatMessage, type MessageParams } from '../../src/i18n/format-message.ts';
import { company, FormPage } from './form-page.ts';

const customersKey = 'lockstep-practice-customers';

class CustomersPage extends FormPage {
  readonly list: Locator;
  readonly words: FormMessages;

  constructor(page: Page, locale: SiteLocale) {
    super(page, locale);
    this.list = this.root.locator('.form-customers');
    this.words = JSON.parse(
      readFileSync(new URL(`../../locales/${locale}/customers.json`, import.meta.url), 'utf8'),
    );
  }

  say(id: string, params?: MessageParams): string {
    return formatMessage(this.words, id, this.locale, params);
  }

  named(name: string): Locator {
    return this.root.getByRole('button', { name, exact: true });
  }

  /** Leaves Confirmation by a button, which asks first while the password shows. */
  async leaveBy(button: Locator): Promise<void> {
    await button.click();
    await this.dialog.getByRole('button', { name: this.t.text('confirmation.leave'), exact: true }).click();
  }

  async expectCustomer(page: 'customer' | 'products', name: string = company.name): Promise<void> {
    await expect(this.heading).toContainText(name);
    await expect(this.page).toHaveURL(new RegExp(`#stage-${page}$`));
    await expect(this.heading).toBeFocused();
  }

  async openFromList(name: string = company.name): Promise<void> {
    await this.list.getByRole('button', { name, exact: true }).click();
    await this.expectCustomer('customer', name);
  }

  kept(): Promise<string | null> {
    return this.page.evaluate((key) => localStorage.getItem(key), customersKey);
  }
}

for (const locale of finishedLocales) {
  test(`in ${localeNames[locale]} a customer is kept, looked at, sold more to, and taken out and back`, async ({
    page,
  }) => {
    const form = new CustomersPage(page, locale);
    const { t } = form;
    await form.open();
    await expect(form.root).toContainText(t.text('practice.noCustomers'));
    await form.passOpening();
    await form.fillAccount();
    await form.button('nextSubscriptions').click();
    await form.chooseOffer('officeSmall', '250');
    await form.button('nextReview').click();
    await form.button('submit').click();
    await form.expectStage('confirmation');
    await expect(form.root).toContainText(form.say('costs.plan', { offer: t.offer('cloudUsage') }));
    const password = await form.root.locator('code').nth(2).textContent();
    expect(password).toHaveLength(16);
    expect(await form.kept()).toContain('norrskenbakery');
    expect(await form.kept()).not.toContain(password);

    await form.leaveBy(form.named(t.label('addProducts')));
    await form.expectCustomer('products');
    await form.named(form.say('products.place')).click();
    await expect(form.summary).toBeFocused();
    await expect(form.summary).toContainText(t.text('issues.offers.nothingOrdered'));
    await form.chooseOffer('mailArchive', '5');
    await expect(form.summary).toBeHidden();
    await form.chooseOffer('officeSmall', '51');
    await form.chooseOffer('cloudUsage');
    await form.named(form.say('products.place')).click();
    const range = t.text('issues.licences.range', { offer: t.offer('officeSmall'), min: '1', max: '50' });
    await expect(form.summary.getByRole('listitem')).toHaveText([range]);
    await form.summary.getByRole('link', { name: range }).click();
    await form.control('licences.officeSmall').fill('50');
    await form.named(form.say('products.place')).click();

    await form.expectCustomer('customer');
    await expect(form.root).toContainText(form.say('notices.ordered', { company: company.name }));
    await expect(form.root).toContainText(t.offer('mailArchive'));
    await form.named(form.say('costs.enable')).click();
    await expect(form.root).toContainText(form.say('costs.on'));
    await expect(form.root.locator('#form-costs-step')).toBeFocused();
    expect(await form.smallTargets()).toEqual([]);

    await form.named(form.say('record.removeButton')).click();
    await form.expectStage('opening');
    await expect(form.list).toBeHidden();
    await expect(form.root).toContainText(form.say('notices.removed', { company: company.name }));
    await form.named(form.say('list.undo')).click();
    await expect(form.list.getByRole('button', { name: company.name })).toBeFocused();
    await expect(form.list).toContainText('norrskenbakery.onmicrosoft.com');
    await expect(form.list).toContainText(form.say('agreement.accepted', { date: t.date('2025-06-01') }));
  });
}

test('an invited customer waits with its order until it has accepted, also in another language', async ({
  page,
}) => {
  const english = new CustomersPage(page, 'en-US');
  await english.open();
  await english.passOpening();
  await english.fillAccount();
  await english.choose('invited');
  await english.button('nextSubscriptions').click();
  await english.chooseOffer('officeSmall', '25');
  await english.button('nextReview').click();
  await english.button('nextReview').click();
  await english.button('submit').click();
  await english.expectStage('confirmation');
  await expect(english.root).toContainText('What you selected is not ordered yet');
  await english.leaveBy(english.named('Add products'));
  await english.expectCustomer('products');
  await expect(english.control('licences.officeSmall')).toHaveValue('25');
  await english.named('Place the order').click();
  await expect(english.summary).toContainText('refuses the order until the customer has accepted');
  const rule = english.root.locator('.form-issue a').first();
  await expect(page.locator((await rule.getAttribute('href')) ?? '')).toHaveCount(1);
  await english.control('licences.officeSmall').fill('30');

  await english.switchTo('zh-TW');
  const chinese = new CustomersPage(page, 'zh-TW');
  await expect(page).toHaveURL(/#stage-products$/);
  await expect(chinese.control('licences.officeSmall')).toHaveValue('30');
  await page.reload();
  await chinese.expectCustomer('products');
  await expect(chinese.control('licences.officeSmall')).toHaveValue('30');
  await chinese.named(chinese.say('products.back')).click();
  await chinese.expectCustomer('customer');
  await expect(chinese.root).toContainText(chinese.say('agreement.invited'));
  await chinese.named(chinese.say('agreement.accept')).click();
  await expect(chinese.root.locator('#form-agreement-step')).toBeFocused();
  await chinese.named(chinese.t.label('addProducts')).click();
  await chinese.named(chinese.say('products.place')).click();
  await chinese.expectCustomer('customer');
  await expect(chinese.root).toContainText(chinese.say('notices.ordered', { company: company.name }));
});

test('a customer that exists is not added again; the list is searched, and the browser deletes it', async ({
  page,
  context,
}) => {
  const form = new CustomersPage(page, 'en-US');
  await form.reach('confirmation');
  await form.leaveBy(form.button('done'));
  await form.expectStage('done');
  await expect(form.list).toContainText(company.name);
  await form.button('addCustomer').click();
  await form.passOpening();
  await form.fillAccount();
  await form.button('nextSubscriptions').click();
  await expect(form.summary.getByRole('listitem')).toHaveText([
    `A customer with this primary domain name exists already: ${company.name}. If it is the same company, request a relationship instead; if not, enter another name`,
  ]);
  await form.root.locator('.form-issue a').click();
  await expect(page.locator('#rule-existing-customer')).toBeInViewport();
  await page.goBack();
  await form.control('domain').fill('vattnas');
  await form.button('nextSubscriptions').click();
  await expect(form.summary).toContainText('A customer with this company registration ID exists already');
  await form.control('registrationId').fill('200345678');
  await form.button('nextSubscriptions').click();
  await expect(form.summary).toContainText('has the same name and country/region');
  await form.control('companyName').fill('Vattnäs Konditori <b>AB</b>');
  await form.button('nextSubscriptions').click();
  await form.passWithoutOffers();
  await form.button('submit').click();
  await form.expectStage('confirmation');

  // Closing the tab on Confirmation loses nothing but the password.
  const other = new CustomersPage(await context.newPage(), 'en-US');
  await other.open();
  await expect(other.root).toContainText(other.t.text('confirmation.passwordGone'));
  await other.named('View the customer').click();
  await other.expectCustomer('customer', 'Vattnäs Konditori <b>AB</b>');
  await other.named('Customers').click();
  await other.expectStage('opening');
  await expect(other.list.getByRole('heading', { level: 5 })).toHaveText([
    'Vattnäs Konditori <b>AB</b>',
    company.name,
  ]);
  const search = other.root.getByRole('searchbox');
  await search.fill('VATTNAS');
  await search.press('Enter');
  await expect(other.list.getByRole('heading', { level: 5 })).toHaveText(['Vattnäs Konditori <b>AB</b>']);
  await expect(other.list).toContainText('Customers found: 1 of 2.');
  await search.fill('nobody');
  await expect(other.list).toContainText('No customer matches');
  await other.expectAccessible();
  await search.fill('');

  // What one tab removes is gone in the other, whose record says so; Back and Forward find their places.
  await other.openFromList();
  await other.page.goBack();
  await expect(other.list).toBeVisible();
  await other.page.goForward();
  await other.expectCustomer('customer');
  await form.leaveBy(form.named('View the customer'));
  await form.named('Remove from the list').click();
  await form.openFromList();
  await form.named('Remove from the list').click();
  await expect(other.root).toContainText('This customer is not in the list of this browser anymore.');
  await form.named('Undo').click();
  await other.named('Customers').click();
  await expect(other.list).toContainText(company.name);
  await other.root.getByRole('button', { name: 'Delete what this browser keeps' }).click();
  await other.dialog.getByRole('button', { name: 'Delete everything' }).click();
  await expect(other.list).toBeHidden();
  await expect(form.list).toBeHidden();
  expect(await other.kept()).toBeNull();
});

test('a list that cannot be read or kept is told', async ({ page }) => {
  const form = new CustomersPage(page, 'en-US');
  await form.open();
  const told = async (kept: string, words: RegExp): Promise<void> => {
    await page.evaluate(([key, text]) => localStorage.setItem(key, text), [customersKey, kept] as const);
    await page.reload();
    await expect(form.root).toContainText(words);
    expect(await form.kept()).toBe(kept);
  };
  await told('{"version":1,"customers":7}', /could not be read, so the list starts empty/);
  await told('{"version":99,"customers":[]}', /written by a newer version of this form/);
  await told('{"version":1,"customers":[{"id":"x"}]}', /could not be read were left out: 1\./);
  await form.expectAccessible();

  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await form.passOpening();
  await form.fillAccount();
  await form.button('nextSubscriptions').click();
  await form.passWithoutOffers();
  await form.button('submit').click();
  await expect(form.root).toContainText('does not let the form keep your practice customers');
  await form.leaveBy(form.button('done'));
  await expect(form.list).toContainText(company.name);
});
