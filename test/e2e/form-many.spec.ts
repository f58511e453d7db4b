import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { toCsv } from '../../src/domain/customer/exports/csv.ts';
import { createCsvReader } from '../../src/domain/customer/many/read-csv.ts';
import { finishedLocales, localeNames, localeSlug } from '../../src/domain/locale/locales.ts';
import { formatMessage, type MessageParams } from '../../src/i18n/format-message.ts';
import { customerTable } from '../bench/customer-table.ts';
import { FormPage } from './form-page.ts';

/** The part of the form that checks tables, by the words its reader sees. */
class TablePage extends FormPage {
  readonly part = this.root.locator('#many-at-once');
  readonly file = this.part.locator('#form-many-file');
  readonly rows = this.part.locator('tbody tr');
  readonly #words = JSON.parse(
    readFileSync(new URL(`../../locales/${this.locale}/many.json`, import.meta.url), 'utf8'),
  );

  say(id: string, params?: MessageParams): string {
    return formatMessage(this.#words, id, this.locale, params);
  }

  async openPart(): Promise<void> {
    await this.page.goto(`/${localeSlug(this.locale)}/add-a-new-customer/#many-at-once`);
    await expect(this.file).toBeVisible();
  }

  async take(content: string | Buffer, name = 'customers.csv'): Promise<void> {
    const buffer = Buffer.from(content);
    await this.file.setInputFiles({ name, mimeType: 'text/csv', buffer });
  }

  press(id: string, params?: MessageParams): Promise<void> {
    return this.part.getByRole('button', { name: this.say(id, params), exact: true }).click();
  }

  async check(): Promise<void> {
    await expect(this.part.getByRole('heading', { name: this.say('columns.heading') })).toBeFocused();
    await this.part.locator('#form-many-partnerType').selectOption('directBillPartner');
    await this.part.locator('#form-many-role').selectOption('adminAgent');
    await this.press('columns.check');
  }

  async expectResult(): Promise<void> {
    await expect(this.part.getByRole('heading', { name: this.say('result.heading') })).toBeFocused();
  }

  expectResultVisible(): Promise<void> {
    return expect(this.part.getByRole('heading', { name: this.say('result.heading') })).toBeVisible();
  }

  async saved(press: () => Promise<void>): Promise<{ name: string; rows: string[][] }> {
    const download = this.page.waitForEvent('download');
    await press();
    const file = await download;
    const text = readFileSync(await file.path(), 'utf8').replace(/^\uFEFF/u, '');
    return { name: file.suggestedFilename(), rows: createCsvReader(',').push(text) };
  }
}

const table = toCsv([
  [
    'Företagsnamn',
    'Страна',
    '城市',
    'Address line 1',
    'Email',
    'Domain',
    'Note',
    'Agreement acceptance date',
  ],
  [
    'Norrsken Bageri AB',
    'Sverige',
    'Umeå',
    'Storgatan 1',
    'a@norrsken.example',
    'norrsken',
    '=1+1',
    '2025-06-01',
  ],
  [
    'L.L.C.',
    'Atlantis',
    '',
    'Storgatan 2',
    'b at norrsken',
    'norrsken',
    '<img src=x onerror=alert(1)>',
    '03/04/2025',
  ],
  ['Хлебозавод', 'BY', 'Минск', 'Заводская 3', 'c@norrsken.example', 'khleb', 'line\nbreak "q"', ''],
]);

for (const locale of finishedLocales) {
  test(`in ${localeNames[locale]} a table is checked, filtered and saved with what is to mend`, async ({
    page,
    baseURL,
  }) => {
    const requests: string[] = [];
    page.context().on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
    const form = new TablePage(page, locale);
    await form.openPart();
    await form.expectAccessible();
    await form.take(table);
    await expect(form.part).toContainText(form.say('columns.unknown', { columns: 'Note' }));
    await form.expectAccessible();
    await form.check();
    await form.expectResult();
    await expect(form.rows).toHaveCount(3);
    const faulty = form.rows.nth(1);
    await expect(faulty).toContainText(
      form.say('problems.country', { field: form.t.field('country'), value: 'Atlantis' }),
    );
    await expect(faulty).toContainText(
      form.say('problems.ambiguousDate', { field: form.t.field('agreementDate'), value: '03/04/2025' }),
    );
    await expect(faulty.locator('a[href="#rule-email"]')).toContainText(form.t.text('summary.rule'));
    await expect(form.part.locator('img')).toHaveCount(0);
    await form.expectAccessible();
    expect(await form.smallTargets()).toEqual([]);

    await form.part.locator('#form-many-rule').selectOption('rule-email');
    await expect(form.rows).toHaveCount(1);
    await form.part.locator('#form-many-field').selectOption('agreementDate');
    await expect(form.rows).toHaveCount(0);
    await form.part.locator('#form-many-rule').selectOption('');
    await expect(form.rows).toHaveCount(1);

    const { name, rows } = await form.saved(() => form.press('result.save'));
    expect(name).toBe('customers-checked.csv');
    expect(rows[0]?.[0]).toBe(form.say('result.problems'));
    const original = createCsvReader(',').push(table);
    expect(rows.map((cells) => cells.slice(1))).toEqual(original);
    expect(rows[2]?.[0]).toContain('Atlantis');

    const assets = new RegExp(
      `^GET ${baseURL}/(?:_astro/[^?#]+|[\\w-]+/add-a-new-customer/|favicon\\.\\w+)$`,
    );
    expect(requests.some((request) => request.includes('check-tables.worker'))).toBe(true);
    expect(requests.filter((request) => !assets.test(request) && !request.startsWith('GET blob:'))).toEqual(
      [],
    );
  });
}

test('100,000 pasted rows leave the page usable, and the check can be stopped', async ({ page }) => {
  const form = new TablePage(page, 'en-US');
  await form.openPart();
  const pasted = customerTable(100_000);
  await form.part.locator('textarea').evaluate((box, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, pasted);
  await form.check();
  await expect(form.part.getByRole('progressbar', { name: form.say('progress.label') })).toBeVisible();
  await expect(form.part).toContainText(/Rows checked: [1-9]/u);
  // The opening still answers while the rows are checked.
  await form.choose('directBillPartner');
  await form.press('progress.cancel');
  await form.expectResult();
  await expect(form.part).toContainText(form.say('result.stopped'));
  await expect(form.rows).toHaveCount(50);
  await form.press('result.next');
  await expect(form.part).toContainText('Rows 51 to 100 of');
});

test('a row is opened in the form, which asks first where something is in it already', async ({ page }) => {
  const form = new TablePage(page, 'sv-SE');
  await form.openPart();
  await form.take(table);
  await form.check();
  await form.expectResult();
  await form.press('result.open', { row: '2' });
  await form.expectStage('account');
  await expect(form.control('companyName')).toHaveValue('Norrsken Bageri AB');
  await expect(form.summary).toContainText(form.t.text('issues.firstName.missing'));
  await page.goBack();
  await form.expectResultVisible();
  await form.press('result.open', { row: '4' });
  const dialog = form.part.getByRole('dialog');
  await expect(dialog).toContainText(form.say('replace.title'));
  await dialog.getByRole('button', { name: form.t.text('practice.cancel'), exact: true }).click();
  await expect(dialog).toBeHidden();
  await form.press('result.open', { row: '4' });
  await dialog.getByRole('button', { name: form.say('replace.confirm', { row: '4' }), exact: true }).click();
  await expect(form.control('companyName')).toHaveValue('Хлебозавод');
});

test('what is no table is told, and other encodings are read once they are chosen', async ({ page }) => {
  const form = new TablePage(page, 'ru-RU');
  await form.openPart();
  for (const [content, reason] of [
    ['', 'empty'],
    ['Company,City\r\n', 'headerOnly'],
    [Buffer.from([0x50, 0x4b, 3, 4, 0]), 'workbook'],
    [Buffer.from([0x89, 0x50, 0, 0]), 'binary'],
  ] as const) {
    await form.take(content);
    await expect(form.part).toContainText(form.say(`refused.${reason}`));
  }
  await form.take('Company,City\r\nA,"B\r\n');
  await expect(form.part).toContainText(form.say('refused.openQuote', { row: '2' }));
  // "Город;Company" and "Минск;Norrsken AB" in Windows-1251.
  const bytes = [0xc3, 0xee, 0xf0, 0xee, 0xe4, ...Buffer.from(';Company\r\n'), 0xcc, 0xe8, 0xed, 0xf1, 0xea];
  await form.take(Buffer.from([...bytes, ...Buffer.from(';Norrsken AB\r\n')]));
  await expect(form.part).toContainText(form.say('columns.unsure'));
  const cities = form.part.locator('#form-many-column-0');
  await expect(cities).toHaveValue('city');
  await form.part.locator('#form-many-encoding').selectOption('windows-1252');
  await expect(cities).toHaveValue('');
  await form.part.locator('#form-many-encoding').selectOption('windows-1251');
  await expect(cities).toHaveValue('city');
  await form.expectAccessible();
});
