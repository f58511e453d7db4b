import { expect, type Locator, test } from '@playwright/test';
import { availableOffers } from '../../src/domain/customer/offers/catalogue.ts';
import { finishedLocales, localeNames } from '../../src/domain/locale/locales.ts';
import { FormPage } from './form-page.ts';

const forEverybody = availableOffers({ specialQualifications: 'none' });

class OffersPage extends FormPage {
  readonly filter = this.root.getByRole('search', { name: this.t.text('filter.label'), exact: true });
  readonly name = this.filter.getByRole('searchbox', { name: this.t.text('filter.name'), exact: true });
  readonly status = this.filter.getByRole('status');
  readonly clear = this.filter.getByRole('button', { name: this.t.text('filter.clear'), exact: true });
  readonly offers = this.root.locator('.form-offer');

  list(name: 'publisher' | 'billingType' | 'category') {
    return this.filter.getByRole('combobox', { name: this.t.text(`filter.${name}`), exact: true });
  }

  async expectFound(count: number, chosen: number): Promise<void> {
    const { t } = this;
    await expect(this.status).toContainText(
      t.text('filter.status', { count, total: forEverybody.length, chosen }),
    );
  }
}

for (const locale of finishedLocales) {
  test(`in ${localeNames[locale]} offers are found by their names, and chosen ones stay`, async ({
    page,
  }) => {
    const form = new OffersPage(page, locale);
    const { t } = form;
    await form.reach('subscriptions');
    await form.expectFound(11, 0);
    await form.chooseOffer('contactCentre', '12');

    await form.name.fill(t.offer('mailArchive').toUpperCase());
    await form.expectFound(1, 1);
    await expect(form.status).toContainText(t.text('filter.selectedStay'));
    await expect(form.offers).toHaveCount(2);
    await expect(form.control('offers.contactCentre')).toBeChecked();
    await expect(form.control('licences.contactCentre')).toHaveValue('12');

    await form.name.fill('qqq');
    await form.expectFound(0, 1);
    await expect(form.status).toContainText(t.text('filter.nothing'));
    await expect(form.offers).toHaveCount(1);

    await form.clear.click();
    await expect(form.name).toBeFocused();
    await expect(form.name).toHaveValue('');
    await expect(form.clear).toBeHidden();
    await expect(form.offers).toHaveCount(11);
    await form.button('nextReview').click();
    await form.expectStage('review');
    await expect(form.root).toContainText(
      t.text('review.offerTerm', {
        offer: t.offer('contactCentre'),
        quantity: t.counted('review.licences', 12),
        term: t.text('terms.P1Y-annual'),
      }),
    );
  });

  test(`in ${localeNames[locale]} going on without an offer asks once and names its rule`, async ({
    page,
  }) => {
    const form = new OffersPage(page, locale);
    await form.reach('subscriptions');
    await form.button('nextReview').click();
    await expect(form.summary).toBeFocused();
    await expect(form.summary.getByRole('listitem')).toHaveText([form.t.text('issues.offers.none')]);
    await expect(form.root.locator('.form-issue a')).toHaveAttribute('href', '#rule-no-offers');
    await expect(page.locator('#rule-no-offers')).toHaveCount(1);
    await form.button('nextReview').click();
    await form.expectStage('review');
    await expect(form.root).toContainText(form.t.text('review.noSubscriptions'));
  });

  test(`in ${localeNames[locale]} offers with all they ask fit a narrow screen`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    const form = new OffersPage(page, locale);
    await form.reach('subscriptions');
    for (const offer of forEverybody) await form.control(`offers.${offer}`).check();
    await form.button('nextReview').click();
    await expect(form.summary).toBeFocused();
    await form.list('category').selectOption('trial');
    await expect(form.clear).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    expect(await form.smallTargets()).toEqual([]);
    expect(await cutOptions(form.root.locator('select'))).toEqual([]);
    await form.expectAccessible();
  });
}

test('offers are found by the keyboard, and Enter while searching goes nowhere', async ({ page }) => {
  const form = new OffersPage(page, 'en-US');
  await form.reach('subscriptions');
  const { keyboard } = page;
  await form.name.focus();
  await keyboard.type('support');
  await keyboard.press('Enter');
  await form.expectStage('subscriptions');
  await expect(form.summary).toBeHidden();
  for (const list of ['publisher', 'billingType', 'category'] as const) {
    await keyboard.press('Tab');
    await expect(form.list(list)).toBeFocused();
  }
  await keyboard.type('Small');
  await keyboard.press('Tab');
  await expect(form.clear).toBeFocused();
  await keyboard.press('Tab');
  await expect(form.root.locator('a[href$="/csp-offers/#find-an-offer"]')).toBeFocused();
  await keyboard.press('Tab');
  await expect(form.control('offers.supportPlan')).toBeFocused();
  await keyboard.press('Space');
  await expect(form.control('offers.supportPlan')).toBeChecked();
  await expect(form.control('licences.supportPlan')).toHaveCount(0);
  await keyboard.press('Tab');
  await expect(form.control('terms.supportPlan')).toBeFocused();
});

test('an offer that is cleared keeps its place and the focus until the filter changes', async ({ page }) => {
  const form = new OffersPage(page, 'en-US');
  await form.reach('subscriptions');
  await form.control('offers.cloudUsage').check();
  await form.list('billingType').selectOption('License');
  await form.expectFound(9, 1);
  await form.control('offers.cloudUsage').focus();
  await page.keyboard.press('Space');
  await expect(form.control('offers.cloudUsage')).not.toBeChecked();
  await expect(form.control('offers.cloudUsage')).toBeFocused();
  await form.expectFound(9, 0);
  await form.list('publisher').selectOption('Brisa Software');
  await expect(form.control('offers.cloudUsage')).toHaveCount(0);
});

test('an error leads to the offers that it asks for, though the filter leaves them out', async ({ page }) => {
  const form = new OffersPage(page, 'en-US');
  await form.reach('subscriptions');
  await form.chooseOffer('callPlan', '3');
  await form.name.fill('calling');
  await expect(form.offers).toHaveCount(1);
  await form.button('nextReview').click();
  await expect(form.summary).toContainText('Calling Plan is an add-on. Select Contact Center too');
  await form.chooseOffer('contactCentre', '9');
  await form.button('nextReview').click();
  await expect(form.summary.getByRole('listitem')).toHaveText([
    'Number of licenses for Contact Center must be between 10 and 5,000',
  ]);
  await form.control('licences.contactCentre').fill('10');
  await form.button('nextReview').click();
  await form.expectStage('review');
});

test('an education customer finds education offers and no trials', async ({ page }) => {
  const form = new OffersPage(page, 'en-US');
  await form.open();
  await form.passOpening();
  await form.fillAccount();
  await form.control('specialQualifications').selectOption('education');
  await form.button('nextSubscriptions').click();
  await form.expectStage('subscriptions');
  await form.name.fill('trial');
  await expect(form.status).toHaveText(/^Offers found: 0 of 10\. Selected: 0\. No offer matches\./);
  await form.name.fill('campus');
  await form.chooseOffer('campus', '500000');
  await form.button('nextReview').click();
  await form.expectStage('review');
  await expect(form.root).toContainText('Campus Suite – 500,000 licenses, 1 month, billed monthly');
});

test('a term stays with its offer over a reload, and while the offer is cleared', async ({ page }) => {
  const form = new OffersPage(page, 'en-US');
  await form.reach('subscriptions');
  await form.chooseOffer('officeEnterprise', '40');
  await form.control('terms.officeEnterprise').selectOption('P3Y-monthly');
  await form.control('offers.officeEnterprise').uncheck();
  await expect(form.control('terms.officeEnterprise')).toHaveCount(0);
  await page.reload();
  await form.expectStage('subscriptions');
  await form.control('offers.officeEnterprise').check();
  await expect(form.control('licences.officeEnterprise')).toHaveValue('40');
  await expect(form.control('terms.officeEnterprise')).toHaveValue('P3Y-monthly');
});

/** The words of lists that are wider than the list itself, which shows an arrow beside them. */
function cutOptions(lists: Locator): Promise<string[]> {
  const arrow = 16;
  return lists.evaluateAll(
    (elements, beside) =>
      elements.flatMap((list) => {
        const { font, paddingInlineStart, paddingInlineEnd } = getComputedStyle(list);
        const pen = document.createElement('canvas').getContext('2d');
        if (pen === null) throw new Error('The browser cannot measure text.');
        pen.font = font;
        const room =
          list.clientWidth -
          Number.parseFloat(paddingInlineStart) -
          Number.parseFloat(paddingInlineEnd) -
          beside;
        return [...(list as HTMLSelectElement).options]
          .map(({ text }) => text)
          .filter((text) => pen.measureText(text).width > room)
          .map((text) => `${text} ${Math.round(pen.measureText(text).width)}>${room}`);
      }),
    arrow,
  );
}
