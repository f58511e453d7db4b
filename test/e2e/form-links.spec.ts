import { expect, type Locator, type Page, test } from '@playwright/test';
import { customersKey } from '../../src/components/customer-form/browser-draft.ts';
import type { CustomerList } from '../../src/domain/customer/customers/customer-list.ts';
import { customerOf } from '../../src/domain/customer/customers/practice-customer.ts';
import { serialiseCustomers } from '../../src/domain/customer/customers/serialise-customers.ts';
import { type FormState, initialState, stages } from '../../src/domain/customer/form-state.ts';
import { stepsOf } from '../../src/domain/customer/guide-steps.ts';
import registry from '../../src/domain/customer/practice-places.json' with { type: 'json' };
import {
  explanationOf,
  type GuideSection,
  type PracticePlace,
  practicePlaces,
} from '../../src/domain/customer/practice-places.ts';
import { resellers } from '../../src/domain/customer/resellers.ts';
import type { CustomerValues } from '../../src/domain/customer/values.ts';
import { finishedLocales, localeNames, localeSlug } from '../../src/domain/locale/locales.ts';
import { completeValues } from '../domain/customer/answers.ts';
import { company, FormPage, keepDraft } from './form-page.ts';

// Where the page glides, a press on the next link would catch it under way.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const locale of finishedLocales) {
  test(`in ${localeNames[locale]} every step leads to its stage and every stage to its steps`, async ({
    page,
  }) => {
    await keepDraft(page, { ...initialState, stage: 'opening', values: completeValues, isSubmitted: true });
    const form = new FormPage(page, locale);
    await form.open();
    for (const stage of stages) {
      for (const [index, { anchor }] of stepsOf(stage).entries()) {
        await page.locator(`#${anchor} .step-practice a`).click();
        await form.expectStage(stage);
        // The form is at the opening already, and at each stage after its first step.
        if (index === 0 && stage !== 'opening') await expect(form.heading).toBeFocused();
      }
      const [first] = stepsOf(stage);
      if (first === undefined) continue;
      const marked = page.locator('.step[data-at-stage]');
      expect(await idsOf(marked)).toEqual(stepsOf(stage).map(({ anchor }) => anchor));
      await expect(page.locator('main [aria-current="step"]:not(.form-progress *)')).toHaveAttribute(
        'id',
        first.anchor,
      );
      await form.root.locator('.form-heading + .form-guide a').click();
      await expectLedTo(page, first.anchor);
      await expect(form.heading).toContainText(form.t.stage(stage));
    }
  });

  test(`in ${localeNames[locale]} every error leads to its rule, and the form stays as it is`, async ({
    page,
  }) => {
    await keepDraft(page, {
      ...initialState,
      stage: 'account',
      values: {
        ...completeValues,
        partnerType: 'indirectProvider',
        agreementPerson: 'other',
        attestPartnerRole: false,
        attestNoResale: false,
        companyName: '',
        registrationId: '',
        addressLine1: '',
        city: '',
        postalCode: '',
        lastName: 'test',
        email: '',
        phone: '',
        domain: '',
        agreementConfirmed: false,
        agreementYear: '',
      },
    });
    const form = new FormPage(page, locale);
    await form.open('stage-account');
    await form.submitButton.click();
    await expect(form.summary).toBeVisible();
    const links = form.root.locator('.form-issue a');
    expect(await links.count()).toBeGreaterThan(12);
    const rules = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    for (const rule of new Set(rules)) {
      expect(rule).toMatch(/^#rule-/);
      await form.root.locator(`.form-issue a[href="${rule}"]`).first().click();
      await expectLedTo(page, rule.slice(1));
    }
    await expect(form.heading).toContainText(form.t.stage('account'));
    await expect(links).not.toHaveCount(0);
  });
}

for (const locale of finishedLocales) {
  test(`in ${localeNames[locale]} sections lead to their places of the form, and places to their sections`, async ({
    page,
  }) => {
    await keepDraft(page, { ...initialState, stage: 'account', values: everyQuestion });
    await keepCustomers(page, [
      customerOf(invitedValues, '5d2f8c31-7a04-4e6b-9c85-1b3e7f60a2d9', '2026-11-25'),
    ]);
    const form = new FormPage(page, locale);
    for (const place of practicePlaces) {
      const { page: key, anchor } = sectionThatLeadsTo(place);
      await page.goto(`/${localeSlug(locale)}/${key}/#${anchor}`);
      await page.locator(`.section-practice a[href$="#try-${place}"]`).first().click();
      await expectAtPlace(form, place);
      const explanation = explanationOf(place);
      const target = `/${localeSlug(locale)}/${explanation?.page}/#${explanation?.anchor}`;
      const back = form.root.locator(`.form-guide a[href="${target}"]`);
      if (isTold(place)) await expect(back).toHaveCount(0);
      else {
        await back.first().click();
        await expect(page.locator('html')).toHaveAttribute('lang', locale);
        await expectLedTo(page, explanation?.anchor ?? '');
      }
    }
    // Everything that was typed before is still there.
    await page.goto(`/${localeSlug(locale)}/add-a-new-customer/#try-companyName`);
    await expect(form.control('companyName')).toBeFocused();
    await expect(form.control('companyName')).toHaveValue(everyQuestion.companyName);
    await expect(form.control('email')).toHaveValue(everyQuestion.email);
  });
}

test('a place that cannot be reached leads to the nearest one, which says why', async ({ page }) => {
  const form = new FormPage(page, 'en-US');
  const { t } = form;
  const follow = async (key: string, place: PracticePlace): Promise<void> => {
    await page.goto(`/en-us/${key}/`);
    await page.locator(`.section-practice a[href$="#try-${place}"]`).first().click();
    await expect(form.submitButton).toBeEnabled();
  };
  const names = { current: t.stage('opening'), wanted: t.stage('account') };

  await follow('registration-ids', 'phone');
  await form.expectStage('opening');
  await expect(form.heading).toBeFocused();
  await expect(form.root).toContainText(t.text('notices.notReached', names));

  await follow('cost-management', 'costs');
  await form.expectStage('opening');
  await expect(form.heading).toBeFocused();
  await expect(form.root).toContainText(t.text('notices.noCustomer'));

  await follow('customer-list', 'customers');
  await expect(form.heading).toBeFocused();
  await expect(form.root).toContainText(t.text('practice.noCustomers'));

  await form.passOpening();
  await form.text(t.field('companyName')).fill(company.name);
  await follow('request-a-relationship', 'reseller');
  await expect(form.heading).toContainText(t.stage('opening'));
  await expect(form.heading).toBeFocused();
  const { reseller, partnerType } = { reseller: t.field('reseller'), partnerType: t.field('partnerType') };
  await expect(form.root).toContainText(
    t.text('notices.notAsked', { wanted: reseller, decider: partnerType }),
  );

  await follow('education-customers', 'validationCode');
  await expect(form.heading).toContainText(t.stage('account'));
  await expect(form.heading).toBeFocused();
  await expect(form.control('companyName')).toHaveValue(company.name);
  await form.expectAccessible();
});

test('a place is gone to within the page, again, and by Back, Forward, a reload and another language', async ({
  page,
}) => {
  const form = new FormPage(page, 'en-US');
  await form.open();
  await form.passOpening();
  await form.text(form.t.field('companyName')).fill(company.name);
  const link = page.locator('.section-practice a[href="#try-registrationId"]');
  for (const _ of ['once', 'again']) {
    await link.click();
    await expect(form.control('registrationId')).toBeFocused();
    await expect(form.control('registrationId')).toBeInViewport();
  }
  await page.locator('.section-practice a[href="#try-offers"]').click();
  await form.expectStage('account');
  await expect(form.heading).toBeFocused();
  await page.goBack();
  await expect(form.control('registrationId')).toBeFocused();
  await page.goForward();
  await form.expectStage('account');
  await page.goBack();
  await expect(form.control('registrationId')).toBeFocused();
  await page.reload();
  await expect(form.control('registrationId')).toBeFocused();
  const swedish = await form.switchTo('sv-SE');
  await expect(swedish.control('registrationId')).toBeFocused();
  await expect(swedish.control('companyName')).toHaveValue(company.name);
  // Whoever works here comes back to the stage.
  await swedish.control('registrationId').fill('100234567');
  await swedish.expectStage('account');
});

test('a link to a place does not take the password away unasked', async ({ page }) => {
  const form = new FormPage(page, 'en-US');
  await form.reach('confirmation');
  const password = await form.root.locator('code').nth(2).innerText();
  await page.locator('.section-practice a[href="#try-role"]').click();
  await form.dialog.getByRole('button', { name: form.t.text('confirmation.stay'), exact: true }).click();
  await form.expectStage('confirmation');
  await expect(form.root.locator('code').nth(2)).toHaveText(password);
  await page.locator('.section-practice a[href="#try-role"]').click();
  await form.dialog.getByRole('button', { name: form.t.text('confirmation.leave'), exact: true }).click();
  await expect(form.control('role')).toBeFocused();
  await expect(page).toHaveURL(/#try-role$/);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a link to a place leads to where the form is', async ({ page }) => {
    await page.goto('/zh-tw/validate-names-addresses/');
    await page.locator('.section-practice a[href$="#try-email"]').click();
    await expect(page).toHaveURL(/add-a-new-customer\/#try-email$/);
    await expect(page.locator('noscript')).toBeInViewport();
  });
});

test('no step is marked while somebody only reads, and marks move nothing', async ({ page }) => {
  const form = new FormPage(page, 'en-US');
  await form.open();
  await expect(page.locator('[data-at-stage]')).toHaveCount(0);
  const steps = page.locator('.steps');
  const before = await steps.boundingBox();
  await form.choose('directBillPartner');
  await expect(page.locator('[data-at-stage]')).toHaveCount(stepsOf('opening').length);
  const after = await steps.boundingBox();
  expect([after?.width, after?.height]).toEqual([before?.width, before?.height]);
});

test.describe('in forced colours', () => {
  test.use({ contextOptions: { forcedColors: 'active', reducedMotion: 'reduce' } });

  test('the marked steps keep their ring', async ({ page }) => {
    const state: FormState = { ...initialState, stage: 'review', values: completeValues };
    await keepDraft(page, state);
    const form = new FormPage(page, 'zh-TW');
    await form.open('stage-review');
    const ring = await page
      .locator('.step[data-at-stage]')
      .first()
      .evaluate((step) => {
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(step, '::before');
        return [outlineStyle, outlineWidth, outlineColor !== getComputedStyle(document.body).backgroundColor];
      });
    expect(ring).toEqual(['solid', '2px', true]);
  });
});

/** Answers with which the form asks every question that the guide leads to. */
const everyQuestion: CustomerValues = {
  ...completeValues,
  partnerType: 'indirectProvider',
  country: 'SE',
  reseller: Object.keys(resellers)[0] ?? '',
  state: '',
  postalCode: '111 22',
  phone: '',
  registrationId: '',
};

/** A customer that has not accepted the agreement yet. */
const invitedValues: CustomerValues = { ...completeValues, agreement: 'invited' };

async function keepCustomers(page: Page, list: CustomerList): Promise<void> {
  await page.addInitScript(([key, text]) => localStorage.setItem(key, text), [
    customersKey,
    serialiseCustomers(list),
  ] as const);
}

/** The first section of the guide that leads to a place. */
function sectionThatLeadsTo(place: PracticePlace): GuideSection {
  for (const [page, places] of Object.entries(registry)) {
    const anchor = (places as Partial<Record<PracticePlace, readonly string[]>>)[place]?.[0];
    if (anchor !== undefined) return { page, anchor };
  }
  throw new RangeError(`No section leads to ${place}.`);
}

/** The form shows the place, and the focus is there. */
async function expectAtPlace(form: FormPage, place: PracticePlace): Promise<void> {
  const control = form.root.locator(controls[place] ?? `#form-${place}`);
  await expect(control).toBeFocused();
  await expect(control).toBeInViewport();
}

/** Places that are told of on the way, and those that the form does not ask for here. */
function isTold(place: PracticePlace): boolean {
  return ['service', 'existingCustomer', 'exports', 'validationCode'].includes(place);
}

/** What has the focus where it is not a control with the name of the place. */
const controls: Readonly<Partial<Record<PracticePlace, string>>> = {
  // A Swedish customer is asked for none.
  validationCode: '.form-heading',
  additionalResellers: '#form-additionalResellers-group',
  offers: '#form-offers-group',
  customers: '#form-customers-title',
  products: '.form-heading',
  acceptance: '#form-agreement-step',
  costs: '#form-costs-step',
  service: '#form-service-wish',
  existingCustomer: '#form-service-wish',
  exports: '#form-exports-open',
};

async function idsOf(elements: Locator): Promise<readonly string[]> {
  return elements.evaluateAll((all) => all.map(({ id }) => id));
}

/** The place is the target of the address and in view. */
async function expectLedTo(page: Page, id: string): Promise<void> {
  await expect(page).toHaveURL(new RegExp(`#${id}$`));
  await expect(page.locator(`#${id}`)).toBeInViewport();
}
