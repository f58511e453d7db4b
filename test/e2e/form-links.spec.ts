import { expect, type Locator, type Page, test } from '@playwright/test';
import { type FormState, initialState, stages } from '../../src/domain/customer/form-state.ts';
import { stepsOf } from '../../src/domain/customer/guide-steps.ts';
import { finishedLocales, localeNames } from '../../src/domain/locale/locales.ts';
import { completeValues } from '../domain/customer/answers.ts';
import { FormPage, keepDraft } from './form-page.ts';

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
      for (const { anchor } of stepsOf(stage)) {
        await page.locator(`#${anchor} .step-practice a`).click();
        await form.expectStage(stage);
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

async function idsOf(elements: Locator): Promise<readonly string[]> {
  return elements.evaluateAll((all) => all.map(({ id }) => id));
}

/** The place is the target of the address and in view. */
async function expectLedTo(page: Page, id: string): Promise<void> {
  await expect(page).toHaveURL(new RegExp(`#${id}$`));
  await expect(page.locator(`#${id}`)).toBeInViewport();
}
