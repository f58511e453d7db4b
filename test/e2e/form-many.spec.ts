import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { toCsv } from '../../src/domain/customer/exports/csv.ts';
import { createCsvReader } from '../../src/domain/customer/many/read-csv.ts';
import { localeNames, localeSlug, type SiteLocale, siteLocales } from '../../src/domain/locale/locales.ts';
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

for (const locale of siteLocales) {
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
    await expect(faulty.locator('a[href="#rule-email"]')).toHaveText(form.t.text('summary.rule'));
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
