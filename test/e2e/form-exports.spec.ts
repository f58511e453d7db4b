import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { finishedLocales, localeNames } from '../../src/domain/locale/locales.ts';
import { company, FormPage } from './form-page.ts';

/** What pressing a button saves: the file's name and its text. */
async function savedBy(page: Page, press: () => Promise<void>): Promise<{ name: string; text: string }> {
  const download = page.waitForEvent('download');
  await press();
  const file = await download;
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
}

class ExportsPage extends FormPage {
  readonly preview = this.root.locator('.form-exports textarea');
  readonly format = this.root.locator('#form-export-format');

  async openExports(): Promise<void> {
    await this.root.getByText(this.t.text('exports.open'), { exact: true }).click();
    await expect(this.preview).toBeVisible();
  }

  async save(): Promise<{ name: string; text: string }> {
    const [save] = await this.root.locator('.form-exports details button').all();
    return savedBy(this.page, async () => save?.click());
  }
}

for (const locale of finishedLocales) {
  test(`in ${localeNames[locale]} answers leave in every format`, async ({ page }) => {
    const form = new ExportsPage(page, locale);
    await form.reach('review');
    await form.openExports();
    const { name, text } = await form.save();
    expect(name).toBe('norrskenbakery-customer.json');
    expect(JSON.parse(text)).toMatchObject({
      CompanyProfile: { OrganizationRegistrationNumber: '100234567' },
      BillingProfile: { Culture: 'be-BY', DefaultAddress: { PhoneNumber: '+375291234567' } },
    });

    await form.format.selectOption('agreement');
    expect(JSON.parse((await form.save()).text)).toMatchObject({ dateAgreed: '2025-06-01T00:00:00Z' });

    await form.format.selectOption('powershell');
    await expect(form.preview).toHaveValue(new RegExp(form.t.field('registrationId')));
    const commands = await form.save();
    expect(commands.name).toBe('norrskenbakery.ps1');
    expect(commands.text).toMatch(/^\uFEFF# /u);
    expect(commands.text).toContain("Name = 'Norrsken Bakery Supplies'\r\n");

    await form.format.selectOption('csv');
    const table = await form.save();
    expect(table.text.split('\r\n')).toHaveLength(3);
    expect(table.text).toContain(form.t.field('companyName'));
    // A number that begins with + would be a formula.
    expect(table.text).toContain(",'+375291234567,");

    await form.format.selectOption('draft');
    const draft = await form.save();
    expect(draft.name).toBe('norrskenbakery-draft.json');
    await form.expectAccessible();
  });
}

test('a draft that was saved is opened in another browser, in another language', async ({
  page,
  browser,
}) => {
  const form = new ExportsPage(page, 'ru-RU');
  await form.reach('review');
  await form.openExports();
  await form.format.selectOption('draft');
  const { text } = await form.save();

  const context = await browser.newContext();
  const other = new FormPage(await context.newPage(), 'zh-TW');
  await other.open();
  const file = other.root.getByLabel(other.t.text('exports.draftFile'), { exact: true });
  await file.setInputFiles({
    name: 'x.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"version":2}'),
  });
  await expect(other.root).toContainText(other.t.text('notices.fileUnreadable'));
  await expect(other.heading).toContainText(other.t.text('progress.before'));
  await file.setInputFiles({ name: 'd.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await other.expectStage('review');
  await expect(other.root).toContainText(other.t.text('notices.opened'));
  await expect(other.root).toContainText(company.name);
  await expect(file).toBeHidden();
  await context.close();
});

test('hostile answers are text in every format', async ({ page }) => {
  const form = new ExportsPage(page, 'en-US');
  await form.reach('review');
  const hostile = `=cmd|'/C calc'!A0 </script><img src=x onerror=alert(1)> "Bageri"`;
  await form.root.getByRole('button', { name: 'Update Company name' }).click();
  await form.control('companyName').fill(hostile);
  await form.button('nextReview').click();
  await form.expectStage('review');
  await form.openExports();
  await expect(form.root.locator('img')).toHaveCount(0);
  expect(JSON.parse((await form.save()).text).BillingProfile.CompanyName).toBe(hostile);
  await form.format.selectOption('powershell');
  expect((await form.save()).text).toContain(`Name = '${hostile.replaceAll("'", "''")}'`);
  await form.format.selectOption('csv');
  expect((await form.save()).text).toContain(`"'${hostile.replaceAll('"', '""')}"`);
});

test('an answer that is copied is in the clipboard, or it is said that it is not', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const form = new ExportsPage(page, 'en-US');
  await form.reach('review');
  await form.openExports();
  await form.root.locator('.form-exports').getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(form.root).toContainText('Copied: Request that creates the customer (JSON)');
  const copied: unknown = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
  expect(copied).toHaveProperty('CompanyProfile.Domain', 'norrskenbakery.onmicrosoft.com');
});

test('a printed review is the answers, without the guide and its buttons', async ({ page }) => {
  const form = new FormPage(page, 'sv-SE');
  await form.reach('review');
  await page.evaluate(() => {
    window.print = () => {};
  });
  await form.root.getByRole('button', { name: 'Skriv ut svaren' }).click();
  await page.emulateMedia({ media: 'print' });
  await expect(form.root).toBeVisible();
  await expect(form.root.getByText(company.name).first()).toBeVisible();
  await expect(form.root.getByRole('button')).toHaveCount(0);
  await expect(page.locator('#considerations')).toBeHidden();
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(form.root).toBeHidden();
  await expect(form.root).toBeHidden();
  await expect(page.locator('#considerations')).toBeVisible();
});

test.describe('what the browser keeps', () => {
  test('is deleted by one button, after asking', async ({ page }) => {
    const form = new FormPage(page, 'en-US');
    await form.reach('account');
    await form.control('city').fill('Umeå');
    await form.root.getByRole('button', { name: 'Delete what this browser keeps' }).click();
    await expect(form.dialog).toContainText(
      'Everything that this browser keeps of the practice form is deleted',
    );
    await form.expectAccessible();
    await form.dialog.getByRole('button', { name: 'Delete everything' }).click();
    await form.expectStage('opening');
    await expect(form.root).toContainText('This browser keeps nothing of the practice form anymore.');
    expect(
      await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('practice'))),
    ).toEqual([]);
  });

  test('is shown in a second tab too, so that neither writes over the other', async ({ page, context }) => {
    const first = new FormPage(page, 'en-US');
    await first.reach('account');
    await first.control('city').fill('Umeå');
    const second = new FormPage(await context.newPage(), 'sv-SE');
    await second.open('stage-account');
    await expect(second.control('city')).toHaveValue('Umeå');
    await second.control('companyName').fill(company.name);
    await expect(first.control('companyName')).toHaveValue(company.name);
    await first.control('city').fill('Luleå');
    await expect(second.control('city')).toHaveValue('Luleå');
    await expect(second.control('companyName')).toHaveValue(company.name);
    await expect(second.root).toContainText(second.t.text('notices.otherTab'));
  });

  test('is not written over by a tab that still shows a password', async ({ page, context }) => {
    const first = new FormPage(page, 'en-US');
    await first.reach('confirmation');
    const second = new FormPage(await context.newPage(), 'en-US');
    await second.open();
    await second.button('done').click();
    await second.button('addCustomer').click();
    await second.passOpening();
    await second.control('city').fill('Umeå');

    await expect(first.root.getByRole('term').filter({ hasText: first.t.label('password') })).toBeVisible();
    await first.button('done').click();
    await first.dialog.getByRole('button', { name: first.t.text('confirmation.leave'), exact: true }).click();
    await expect(first.root).toContainText('The form was changed in another tab');
    await expect(first.control('city')).toHaveValue('Umeå');
    await expect(second.control('city')).toHaveValue('Umeå');
    await first.control('companyName').fill(company.name);
    await expect(second.control('companyName')).toHaveValue(company.name);
    await expect(second.control('city')).toHaveValue('Umeå');
  });

  test('goes after thirty days, and the form says so', async ({ page }) => {
    const form = new FormPage(page, 'en-US');
    await form.reach('account');
    await page.clock.setFixedTime(Date.now() + 31 * 86_400_000);
    await page.reload();
    await expect(form.root).toContainText('What you typed more than 30 days ago was not kept');
    await form.expectStage('opening');
    expect(await page.evaluate(() => localStorage.getItem('lockstep-practice-customer'))).toBeNull();
  });

  test('and comes from a newer version stays, until something is typed', async ({ page }) => {
    const form = new FormPage(page, 'en-US');
    await form.open();
    await page.evaluate(() => localStorage.setItem('lockstep-practice-customer', '{"version":99}'));
    await page.reload();
    await expect(form.root).toContainText('was written by a newer version of this form');
    const kept = () => page.evaluate(() => localStorage.getItem('lockstep-practice-customer'));
    expect(await kept()).toBe('{"version":99}');
    await form.choose('directBillPartner');
    expect(await kept()).toContain('directBillPartner');
  });
});
