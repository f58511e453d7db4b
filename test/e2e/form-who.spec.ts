import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { initialState } from '../../src/domain/customer/form-state.ts';
import { finishedLocales, localeNames, localeSlug } from '../../src/domain/locale/locales.ts';
import { completeValues } from '../domain/customer/answers.ts';
import { FormPage, keepDraft } from './form-page.ts';

const wordsIn = (locale: string) =>
  JSON.parse(readFileSync(new URL(`../../locales/${locale}/who.json`, import.meta.url), 'utf8'));

for (const locale of finishedLocales) {
  test(`in ${localeNames[locale]} whoever cannot add a customer is told the way, and can practise`, async ({
    page,
  }) => {
    const form = new FormPage(page, locale);
    const { t } = form;
    const words = wordsIn(locale);
    await page.setViewportSize({ width: 320, height: 900 });
    await form.open();

    await form.choose('indirectReseller');
    await expect(
      form.root.getByRole('status').filter({ hasText: t.text('notices.indirectReseller') }),
    ).toBeVisible();
    await expect(form.root.locator('.form-told ol').getByRole('listitem')).toHaveCount(6);
    const request = form.root.getByRole('link', { name: words.reseller.link });
    await expect(request).toHaveAttribute(
      'href',
      `/${localeSlug(locale)}/request-a-relationship/#indirect-reseller`,
    );
    await form.choose('userManagementAdmin');
    await expect(
      form.root.locator('.form-told ul li').filter({ hasText: words.tasks.placeOrder }),
    ).toBeVisible();
    await form.choose('otherRole');
    await expect(form.root).toContainText(t.text('notices.otherRole'));
    await expect(form.root.locator('.form-told ul li').first()).toContainText(words.tasks.addCustomer);
    const roles = form.root.getByRole('link', { name: words.role.link });
    const rolesPath = `/${localeSlug(locale)}/appropriate-roles/#tasks-and-roles`;
    await expect(roles).toHaveAttribute('href', rolesPath);
    await form.expectAccessible();
    expect(await form.smallTargets()).toEqual([]);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(320);

    // An indirect reseller goes no further, but can practise as its provider; another role is told of once.
    await form.submitButton.click();
    await expect(form.summary).toContainText(t.text('issues.partnerType.indirectReseller'));
    await form.root.locator('.form-told button').click();
    await expect(form.root.locator('#form-partnerType-indirectProvider')).toBeChecked();
    await expect(form.root.locator('#form-partnerType-indirectProvider')).toBeFocused();
    await expect(request).toBeHidden();
    await form.submitButton.click();
    await expect(form.summary).toContainText(t.text('issues.role.other'));
    await form.submitButton.click();
    await form.expectStage('account');
  });
}

test('the pages that it leads to have the places, and the way back loses nothing', async ({ page }) => {
  const form = new FormPage(page, 'en-US');
  await form.open();
  await form.choose('indirectReseller');
  await form.root.getByRole('link', { name: wordsIn('en-US').reseller.link }).click();
  await expect(page).toHaveURL(/request-a-relationship\/#indirect-reseller$/);
  await expect(page.locator('#indirect-reseller')).toBeInViewport();
  await page.goBack();
  await expect(form.root.locator('#form-partnerType-indirectReseller')).toBeChecked();
  await form.choose('globalAdmin');
  await form.root.getByRole('link', { name: wordsIn('en-US').role.link }).click();
  await expect(page.locator('#tasks-and-roles')).toBeInViewport();
});

test('a role is told of where its limits matter, and can practise there too', async ({ page }) => {
  const values = { ...completeValues, role: 'salesAgent' } as const;
  await keepDraft(page, { ...initialState, stage: 'review', values });
  const form = new FormPage(page, 'en-US');
  await form.open('stage-review');
  await form.button('submit').click();
  await form.expectStage('confirmation');
  const costs = form.root.locator('section').filter({ has: page.locator('#form-costs-step') });
  await expect(costs).toContainText('this is for an Admin agent');
  await form.expectAccessible();
  await costs.getByRole('button').click();
  await expect(costs.getByRole('button')).toHaveCount(0);
});
