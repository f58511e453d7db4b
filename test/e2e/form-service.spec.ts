import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { serialiseDraft } from '../../src/domain/customer/draft.ts';
import { initialState } from '../../src/domain/customer/form-state.ts';
import type { RefusalId } from '../../src/domain/customer/service/refusals.ts';
import type { CustomerValues } from '../../src/domain/customer/values.ts';
import { finishedLocales, localeNames, type SiteLocale } from '../../src/domain/locale/locales.ts';
import { formatMessage, type MessageParams } from '../../src/i18n/format-message.ts';
import { completeValues } from '../domain/customer/answers.ts';
import { FormPage } from './form-page.ts';

class ServicePage extends FormPage {
  readonly wish = this.root.locator('#form-service-wish');

  /** What the service says, in the words of its reader. */
  say(id: string, params?: MessageParams): string {
    const words = JSON.parse(
      readFileSync(new URL(`../../locales/${this.locale}/service.json`, import.meta.url), 'utf8'),
    );
    return formatMessage(words, id, this.locale, params);
  }

  /** Opens Review with answers that the browser has kept, as after a reload. */
  async openReview(values: CustomerValues): Promise<void> {
    const seenWarnings = ['offers:offers.agreementPending:'];
    const draft = serialiseDraft({ ...initialState, stage: 'review', values, seenWarnings }, today());
    await this.page.goto('/robots.txt');
    await this.page.evaluate((text) => localStorage.setItem('lockstep-practice-customer', text), draft);
    await this.open('stage-review');
    await this.expectStage('review');
  }

  async rehearse(refusal: RefusalId): Promise<void> {
    await this.wish.selectOption(refusal);
    await this.button('submit').click();
    await this.expectRefused(refusal);
  }

  async expectRefused(refusal: RefusalId): Promise<void> {
    const name = this.say(`refusals.${refusal}.name`);
    await expect(this.summary).toContainText(this.say('refused', { name }));
    await expect(this.summary).toBeFocused();
  }

  goTo(field: keyof CustomerValues & ('domain' | 'offers' | 'agreement')) {
    return this.summary.getByRole('button', { name: this.say('goTo', { field: this.t.field(field) }) });
  }
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

async function headingsOf(page: Page): Promise<readonly string[]> {
  return page.locator('.form-summary dd code').allTextContents();
}

for (const locale of finishedLocales) {
  test(`in ${localeNames[locale]} a refusal is told, mended and submitted again`, async ({ page }) => {
    const form = new ServicePage(page, locale);
    await form.openReview(completeValues);
    await form.rehearse('domainTaken');
    const pageTitle = await page.title();
    expect(pageTitle).toContain(form.t.text('progress.errorTitle', { title: '' }).trim());
    expect(await headingsOf(page)).toEqual(['HEAD /v1/domains/{domain}', '200']);
    await expect(form.summary).toContainText(form.say('refusals.domainTaken.advice'));
    await expect(form.summary.getByRole('link')).toHaveAttribute('href', '#rule-domain');
    await expect(form.summary.getByRole('link')).toHaveAccessibleName(
      `${form.t.text('summary.rule')} ${form.say('refusals.domainTaken.name')}`,
    );
    expect(await form.smallTargets()).toEqual([]);

    // The same answer is refused again.
    await form.button('submit').click();
    await form.expectRefused('domainTaken');
    await form.goTo('domain').click();
    await form.expectStage('account');
    await expect(form.control('domain')).toBeFocused();
    await expect(form.control('domain')).toHaveValue('norrskenbakery');
    await expect(form.root).toContainText(
      form.say('reminder', { name: form.say('refusals.domainTaken.name') }),
    );
    await form.control('domain').fill('norrskenbageri');
    await form.button('nextReview').click();
    await form.expectStage('review');
    await expect(form.summary).toBeHidden();
    await expect(page).not.toHaveTitle(pageTitle);
    await form.button('submit').click();
    await form.expectStage('confirmation');
  });
}

test('a refusal outlasts a reload and a change of language, and Accepted ends it', async ({ page }) => {
  const form = new ServicePage(page, 'en-US');
  await form.openReview({ ...completeValues, agreement: 'invited' });
  await form.rehearse('agreementMissing');
  expect(await headingsOf(page)).toEqual(['403', '13605']);
  await expect(form.summary).toContainText('In Partner Center, the customer would exist by now');
  await expect(form.goTo('agreement')).toBeVisible();
  await expect(form.goTo('offers')).toBeVisible();
  await page.reload();
  await expect(form.summary).toContainText('Agreement not confirmed');
  const locale: SiteLocale = 'zh-TW';
  await form.switchTo(locale);
  const taiwanese = new ServicePage(page, locale);
  await expect(taiwanese.summary).toContainText(taiwanese.say('refusals.agreementMissing.meaning'));
  await taiwanese.wish.selectOption('accepted');
  await taiwanese.button('submit').click();
  await taiwanese.expectStage('confirmation');
});

test('the answer that accepts can be saved while the password is there', async ({ page }) => {
  const form = new ServicePage(page, 'sv-SE');
  await form.openReview(completeValues);
  await form.rehearse('underReview');
  await expect(form.summary.getByRole('button')).toHaveCount(0);
  await form.button('submit').click();
  await form.expectStage('confirmation');
  await form.root.getByText(form.t.text('exports.open'), { exact: true }).click();
  await form.root.locator('#form-export-format').selectOption('created');
  const preview = form.root.locator('.form-exports textarea');
  const body = JSON.parse(await preview.inputValue());
  expect(body.userCredentials.userName).toBe('admin');
  await expect(form.root.locator('.form-review')).toContainText(body.userCredentials.password);
  await expect(form.root.locator('.form-review')).toContainText(body.id);
});

test('without the part that answers, nothing is lost and it is said', async ({ page }) => {
  const form = new ServicePage(page, 'ru-RU');
  await page.route(/\/service-part\./, (route) => route.abort());
  await form.openReview(completeValues);
  await form.button('submit').click();
  await expect(form.root).toContainText(form.t.text('notices.partNotLoaded'));
  await form.expectStage('review');
  await expect(form.root).toContainText(completeValues.companyName);
});
