import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';
import { draftKey } from '../../src/components/customer-form/browser-draft.ts';
import { serialiseDraft } from '../../src/domain/customer/draft.ts';
import type { FormState, Stage } from '../../src/domain/customer/form-state.ts';
import type { FieldPath } from '../../src/domain/customer/issues.ts';
import { type OfferId, offers } from '../../src/domain/customer/offers/catalogue.ts';
import { localeNames, localeSlug, type SiteLocale } from '../../src/domain/locale/locales.ts';
import type { LabelId } from '../../src/i18n/form-messages.ts';
import { type FormTranslator, formTranslator } from '../../src/i18n/form-translator.ts';
import { siteMessages } from '../../src/i18n/site-messages.ts';

/** The practice form on the page of one locale, by the words its reader sees. */
export class FormPage {
  readonly page: Page;
  readonly locale: SiteLocale;
  readonly t: FormTranslator;
  readonly root: Locator;
  readonly heading: Locator;
  readonly summary: Locator;
  readonly dialog: Locator;

  constructor(page: Page, locale: SiteLocale) {
    this.page = page;
    this.locale = locale;
    this.t = wordsOf(locale);
    this.root = page.locator('.customer-form');
    this.heading = this.root.locator('.form-heading');
    this.summary = this.root.locator('.form-summary');
    this.dialog = this.root.getByRole('dialog');
  }

  async open(fragment = 'practice-form'): Promise<void> {
    await this.page.goto(`/${localeSlug(this.locale)}/add-a-new-customer/#${fragment}`);
    // The form starts when it comes near, which in a narrow window is below the text before it.
    await this.page.locator('.customer-form').scrollIntoViewIfNeeded();
    await expect(this.submitButton).toBeEnabled();
  }

  /** The button that goes on, whatever it says. */
  get submitButton(): Locator {
    return this.root.locator('button[type="submit"]');
  }

  button(label: LabelId): Locator {
    return this.root.getByRole('button', { name: this.t.label(label), exact: true });
  }

  /** The control of a field. */
  control(path: FieldPath): Locator {
    return this.root.locator(`#form-${path.replace('.', '-')}`);
  }

  text(name: string): Locator {
    return this.root.getByRole('textbox', { name, exact: true });
  }

  async choose(option: string): Promise<void> {
    await this.root.getByRole('radio', { name: this.t.option(option), exact: true }).check();
  }

  async expectStage(stage: Stage): Promise<void> {
    await expect(this.heading).toContainText(this.t.stage(stage));
    await expect(this.page).toHaveURL(new RegExp(`#stage-${stage}$`));
    await expect(this.root).toContainText(this.t.text('practice.notice'));
  }

  async expectAccessible(): Promise<void> {
    const { violations } = await new AxeBuilder({ page: this.page }).include('.customer-form').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  }

  /** The targets that are smaller than 24 pixels in one direction, as their markup. */
  async smallTargets(): Promise<readonly string[]> {
    return this.root.locator('button, input, select, a').evaluateAll((targets) =>
      targets
        .map((target) => ({ box: target.getBoundingClientRect(), html: target.outerHTML }))
        .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
        .map(({ html }) => html),
    );
  }

  async passOpening(partnerType = 'directBillPartner', role = 'adminAgent'): Promise<void> {
    await this.choose(partnerType);
    await this.choose(role);
    await this.button('addCustomer').click();
    await this.expectStage('account');
  }

  /** Chooses the customer's country by its name in the reader's language. */
  async chooseCountry(code: string): Promise<void> {
    const box = this.root.getByRole('combobox', { name: this.t.field('country'), exact: true });
    await box.fill(this.t.country(code));
    await box.press('Enter');
    await expect(box).toHaveAttribute('aria-expanded', 'false');
  }

  /** Fills Account info for a company in Belarus, by the labels. */
  async fillAccount(): Promise<void> {
    const { t } = this;
    await this.chooseCountry('BY');
    await this.text(t.field('companyName')).fill(company.name);
    await this.text(t.field('registrationId')).fill(company.registrationId);
    await this.text(t.field('addressLine1')).fill('Zavodskaya 12');
    await this.text(t.field('city')).fill('Minsk');
    await this.text(t.optional(t.field('postalCode'))).fill('220030');
    await this.text(t.field('firstName')).fill('Anna');
    await this.text(t.field('lastName')).fill('Lind');
    await this.text(t.field('email')).fill(company.email);
    await this.text(t.field('phone')).fill('+375 (29) 123-45-67');
    await this.text(t.field('domain')).fill('norrskenbakery');
    await this.root.getByRole('checkbox', { name: t.text('options.attestPartnerRole') }).check();
    await this.root.getByRole('checkbox', { name: t.text('options.attestNoResale') }).check();
    await this.choose('attested');
    await this.root.getByRole('checkbox', { name: t.text('options.agreementConfirmed') }).check();
    const parts = { year: '2025', month: '6', day: '1' };
    for (const part of t.dateParts) await this.text(t.text(`fields.${part}`)).fill(parts[part]);
  }

  /** Goes on to Review without any offer, which the form asks about once. */
  async passWithoutOffers(): Promise<void> {
    await this.button('nextReview').click();
    await expect(this.summary).toContainText(this.t.text('issues.offers.none'));
    await this.button('nextReview').click();
    await this.expectStage('review');
  }

  /** Chooses an offer, with its licences and the first of its terms where it has them. */
  async chooseOffer(offer: OfferId, licences?: string): Promise<void> {
    await this.root.getByRole('checkbox', { name: this.t.offer(offer), exact: true }).check();
    if (licences !== undefined) await this.control(`licences.${offer}`).fill(licences);
    const [term] = offers[offer].terms ?? [];
    if (term !== undefined) await this.control(`terms.${offer}`).selectOption(term);
  }

  async reach(stage: Stage): Promise<void> {
    await this.open();
    if (stage === 'opening') return;
    await this.passOpening();
    if (stage === 'account') return;
    await this.fillAccount();
    await this.button('nextSubscriptions').click();
    await this.expectStage('subscriptions');
    if (stage === 'subscriptions') return;
    await this.passWithoutOffers();
    if (stage === 'review') return;
    await this.button('submit').click();
    await this.expectStage('confirmation');
  }

  /** Follows the page's own link to another language. */
  async switchTo(locale: SiteLocale): Promise<FormPage> {
    const languages = this.page.getByRole('navigation', { name: siteMessages(this.locale)('languages') });
    await languages.getByRole('link', { name: localeNames[locale] }).click();
    await expect(this.page.locator('html')).toHaveAttribute('lang', locale);
    const form = new FormPage(this.page, locale);
    await expect(form.submitButton).toBeEnabled();
    return form;
  }
}

/** The customer of the tests. */
export const company = {
  name: 'Norrsken Bakery Supplies',
  registrationId: '100-234 567',
  email: 'anna.lind@norrsken-bakery.example',
} as const;

/** Lets the browser hold a form already, once, before the page is opened. */
export async function keepDraft(page: Page, state: FormState): Promise<void> {
  const draft = serialiseDraft(state, new Date().toISOString().slice(0, 10));
  await page.addInitScript(([key, text]) => localStorage.setItem(key, localStorage.getItem(key) ?? text), [
    draftKey,
    draft,
  ] as const);
}

function wordsOf(locale: SiteLocale): FormTranslator {
  const read = (namespace: string) =>
    JSON.parse(readFileSync(new URL(`../../locales/${locale}/${namespace}.json`, import.meta.url), 'utf8'));
  return formTranslator(locale, {
    labels: read('labels'),
    form: read('form'),
    issues: read('issues'),
    address: read('address'),
  });
}
