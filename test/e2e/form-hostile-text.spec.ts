import { expect, test } from '@playwright/test';
import { FormPage } from './form-page.ts';
import { fillTextBoxes } from './text-boxes.ts';

/** Markup, script, formula, placeholders, marks that turn the direction, and characters of several planes. */
const markup = '<img src=x onerror=hit()><script>hit()</script>';
const hostile = `=HYPERLINK("//x") ${markup} {{company}} $& \u202E\u2066𠮷🥐\u{10FFFD}`;
const short = '<b onclick=hit()>Æ𠮷</b>{{x}}$&';

/** Answers that pass the rules and are as hostile as these let them be. */
const answers: Readonly<Record<string, string>> = {
  'form-firstName': short,
  'form-middleName': short,
  'form-lastName': short,
  'form-registrationId': '5560360793',
  'form-email': "=1+1|'{{x}}@norrsken.example",
  'form-phone': '+46 8 123 456 78',
  'form-domain': 'norrsken',
  'form-agreementDate': '6',
  'form-agreementDate-day': '1',
  'form-agreementDate-year': '2025',
};

test('hostile text is text wherever it is shown', async ({ page }) => {
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('dialog', (dialog) => faults.push(dialog.message()));
  await page.exposeFunction('hit', () => faults.push('A script of an answer ran.'));
  const form = new FormPage(page, 'en-US');
  const expectText = async (): Promise<void> => {
    expect(faults).toEqual([]);
    await expect(
      form.root.locator('img, script, iframe, [onerror], [onclick], b, a[href^="javascript"]'),
    ).toHaveCount(0);
    expect(await form.root.innerText()).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/u);
  };

  await form.open();
  await form.passOpening();
  await form.control('country').fill(hostile);
  await expect(form.root).toContainText('=HYPERLINK');
  await expectText();
  await form.chooseCountry('SE');
  await form.choose('attested');
  await form.choose('primary');
  await fillTextBoxes(form.root, () => hostile.repeat(8));
  await form.submitButton.click();
  await expect(form.summary).toBeFocused();
  await expectText();

  await fillTextBoxes(form.root, (id) => answers[id] ?? hostile);
  for (const tick of await form.root.getByRole('checkbox').all()) await tick.check();
  await form.submitButton.click();
  await form.expectStage('subscriptions');
  await form.root.getByRole('searchbox').fill(hostile);
  await expectText();
  await form.passWithoutOffers();
  const shown = hostile.replace(/[\u202E\u2066]/gu, '');
  await expect(form.root.getByRole('definition').filter({ hasText: shown })).not.toHaveCount(0);
  await expect(form.root.getByRole('definition').filter({ hasText: short })).not.toHaveCount(0);
  await expectText();
  await form.button('submit').click();
  await form.expectStage('confirmation');
  await expect(form.root).toContainText(shown);
  await expectText();
  await form.button('done').click();
  await form.dialog.getByRole('button', { name: form.t.text('confirmation.leave'), exact: true }).click();
  await form.root.locator('.form-customers').getByRole('button', { name: shown, exact: true }).click();
  await expect(form.heading).toContainText(shown);
  await expectText();
  await form.root.getByRole('button', { name: 'Remove from the list' }).click();
  await expect(form.root).toContainText(`Removed: ${shown}`);
  await expectText();
});
