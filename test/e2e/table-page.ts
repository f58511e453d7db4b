import { readFileSync, statSync } from 'node:fs';
import { expect } from '@playwright/test';
import { createCsvReader } from '../../src/domain/customer/many/read-csv.ts';
import { localeSlug } from '../../src/domain/locale/locales.ts';
import { formatMessage, type MessageParams } from '../../src/i18n/format-message.ts';
import { FormPage } from './form-page.ts';

/** The part of the form that checks tables, by the words its reader sees. */
export class TablePage extends FormPage {
  readonly part = this.root.locator('#many-at-once');
  readonly file = this.part.locator('#form-many-file');
  readonly rows = this.part.locator('tbody tr');
  /** Which rows are shown. */
  readonly range = this.part.locator('#form-many-range');
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

  /** Pastes into the box, as a spreadsheet's rows are. */
  async paste(text: string): Promise<void> {
    await this.part.locator('textarea').evaluate((box, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, text);
  }

  press(id: string, params?: MessageParams): Promise<void> {
    return this.part.getByRole('button', { name: this.say(id, params), exact: true }).click();
  }

  async expectColumns(): Promise<void> {
    await expect(this.part.getByRole('heading', { name: this.say('columns.heading') })).toBeFocused();
  }

  async check(): Promise<void> {
    await this.expectColumns();
    await this.part.locator('#form-many-partnerType').selectOption('directBillPartner');
    await this.part.locator('#form-many-role').selectOption('adminAgent');
    await this.press('columns.check');
  }

  async filter(by: 'show' | 'rule' | 'field', value: string): Promise<void> {
    await this.part.locator(`#form-many-${by}`).selectOption(value);
  }

  /** @param timeout in milliseconds */
  async expectResult(timeout = 10_000): Promise<void> {
    await expect(this.part.getByRole('heading', { name: this.say('result.heading') })).toBeFocused({
      timeout,
    });
  }

  expectResultVisible(): Promise<void> {
    return expect(this.part.getByRole('heading', { name: this.say('result.heading') })).toBeVisible();
  }

  /** What is saved as a file once something is pressed. */
  async savedFile(press: () => Promise<void>): Promise<{ name: string; path: string; size: number }> {
    const download = this.page.waitForEvent('download');
    await press();
    const file = await download;
    const path = await file.path();
    return { name: file.suggestedFilename(), path, size: statSync(path).size };
  }

  async saved(press: () => Promise<void>): Promise<{ name: string; text: string; rows: string[][] }> {
    const { name, path } = await this.savedFile(press);
    const text = readFileSync(path, 'utf8').replace(/^\uFEFF/u, '');
    return { name, text, rows: createCsvReader(',').push(text) };
  }
}
