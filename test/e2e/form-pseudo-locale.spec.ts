import { expect, test } from '@playwright/test';
import { company, FormPage } from './form-page.ts';
import { layoutFaults } from './layout-faults.ts';
import { LocaleWords } from './locale-words.ts';
import { longLocale, rightToLeftLocale, servePseudoLocale } from './pseudo-locale.ts';
import { fillTextBoxes } from './text-boxes.ts';

const answers: Readonly<Record<string, string>> = {
  'form-companyName': 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
  'form-email': company.email,
  'form-agreementEmail': company.email,
  'form-phone': '+46 8 123 456 78',
  'form-agreementPhone': '8 123 456 78',
  'form-domain': 'donaudampfschifffahrtselekt',
  'form-registrationId': '5560360793',
  'form-additionalResellers-0': '4299887',
  'form-agreementDate': '6',
  'form-agreementDate-day': '1',
  'form-agreementDate-year': '2025',
};

for (const [name, locale] of Object.entries({ longer: longLocale, 'right-to-left': rightToLeftLocale })) {
  test(`with ${name} words, large and in a narrow window, everything is seen`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    await servePseudoLocale(page, locale);
    await page.addInitScript(() => {
      addEventListener('DOMContentLoaded', () =>
        document.documentElement.style.setProperty('font-size', '200%'),
      );
    });
    const form = new FormPage(page, 'en-US');
    const next = async (stage: string): Promise<void> => {
      await form.submitButton.click();
      await expect(page).toHaveURL(new RegExp(`#stage-${stage}$`, 'u'));
      await expect(form.heading).toBeFocused();
      await look(stage);
    };
    const look = async (stage: string, part = form.root): Promise<void> => {
      expect({ stage, faults: await layoutFaults(part) }).toEqual({ stage, faults: [] });
    };
    const refuse = async (stage: string): Promise<void> => {
      await form.submitButton.click();
      await expect(form.summary).toBeFocused();
      await look(`${stage} with issues`);
    };

    await form.open();
    await expect(page.locator('html')).toHaveAttribute('dir', locale.direction);
    await expect(form.heading).toContainText(locale.write(form.t.stage('opening')));
    await look('opening');
    // What is folded in at the opening loads its own part and words.
    for (const folded of await form.root.locator('summary').all()) {
      await folded.click();
      await expect(form.root.locator('details[open] :is(input, textarea)').first()).toBeVisible();
      await look('opening, unfolded');
      await folded.click();
    }
    await refuse('opening');
    await form.control('partnerType').press('ArrowDown');
    await form.control('role').press('Space');
    await form.root.locator('[name="form-role"][value="adminAgent"]').check();
    await next('account');
    await refuse('account');
    const country = form.control('country');
    await country.fill('Sweden');
    await look('list of countries');
    await country.press('Enter');
    await form.control('reseller').selectOption({ index: 1 });
    await form.root.locator('#form-additionalResellers-add').click();
    await form.root.locator('[name="form-agreement"][value="attested"]').check();
    await form.root.locator('[name="form-agreementPerson"][value="other"]').check();
    for (const tick of await form.root.getByRole('checkbox').all()) await tick.check();
    await refuse('account, all of its questions');
    await fillTextBoxes(form.root, (id) => answers[id] ?? 'Kapellmeisterstraße');
    await expect(form.summary).toBeHidden();
    await next('subscriptions');
    for (const offer of await form.root.getByRole('checkbox').all()) await offer.check();
    await refuse('subscriptions');
    for (const offer of await form.root.getByRole('checkbox').all()) await offer.uncheck();
    await form.control('offers.officeSmall').check();
    await form.control('licences.officeSmall').fill('299');
    await form.control('terms.officeSmall').selectOption({ index: 1 });
    await next('review');
    await form.root.locator('summary', { hasText: locale.write(form.t.text('exports.open')) }).click();
    await expect(form.root.locator('.form-exports textarea')).toBeVisible();
    await look('exports');
    const wish = form.root.locator('#form-service-wish');
    await expect(form.root.locator(`label[for="form-service-wish"]`)).toHaveText(
      locale.write(new LocaleWords('en-US').at('service.wish')),
    );
    await wish.selectOption('domainTaken');
    await form.submitButton.click();
    await expect(form.summary).toBeFocused();
    await look('review, refused');
    await form.summary.getByRole('button').last().click();
    await look('account after a refusal');
    await form.control('domain').fill('donaudampf');
    await next('review');
    await next('confirmation');
    await form.submitButton.click();
    await expect(form.dialog).toBeVisible();
    await look('the question before leaving', form.dialog);
    await form.dialog.getByRole('button', { name: locale.write(form.t.text('confirmation.leave')) }).click();
    await expect(page).toHaveURL(/#stage-done$/u);
    await look('done');
    await form.root.locator('.form-customers button').first().click();
    await expect(page).toHaveURL(/#stage-customer$/u);
    await look('customer');
    await form.root
      .getByRole('button', { name: locale.write(form.t.label('addProducts')), exact: true })
      .click();
    await expect(page).toHaveURL(/#stage-products$/u);
    await refuse('products');
  });
}
