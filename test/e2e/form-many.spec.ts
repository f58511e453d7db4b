import { writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, type Locator, test } from '@playwright/test';
import { toCsv } from '../../src/domain/customer/exports/csv.ts';
import { createCsvReader } from '../../src/domain/customer/many/read-csv.ts';
import { finishedLocales, localeNames } from '../../src/domain/locale/locales.ts';
import { customerTable } from '../bench/customer-table.ts';
import { TablePage } from './table-page.ts';

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
    await form.take(table);
    await expect(form.part).toContainText(form.say('columns.unknown', { columns: 'Note' }));
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
  // Headings that were typed before are read with the rows, and stay in the box, which would be slow to draw the rows.
  const rows = customerTable(100_000);
  const end = rows.indexOf('\r\n') + 2;
  const box = form.part.getByRole('textbox', { name: form.say('source.paste') });
  await box.fill(rows.slice(0, end));
  await form.paste(rows.slice(end));
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
  await form.press('source.another');
  await expect(box).toHaveValue(rows.slice(0, end).replace('\r\n', '\n'));
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

test('the whole way is walked by keyboard alone, into the form and back to the row', async ({ page }) => {
  const form = new TablePage(page, 'zh-TW');
  await form.openPart();
  await form.part.locator('textarea').focus();
  await page.keyboard.insertText(table);
  await tabTo(form.part.getByRole('button', { name: form.say('source.read'), exact: true }));
  await page.keyboard.press('Enter');
  await form.expectColumns();
  const check = form.part.getByRole('button', { name: form.say('columns.check'), exact: true });
  await tabTo(check);
  await page.keyboard.press('Enter');
  // What is still open takes the focus, and its answer is chosen by its first letters or the arrows.
  await expect(form.part.locator('#form-many-partnerType')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await tabTo(form.part.locator('#form-many-role'));
  await page.keyboard.press('ArrowDown');
  await tabTo(check);
  await page.keyboard.press('Enter');
  await form.expectResult();
  await tabTo(form.part.locator('#form-many-rule'));
  await page.keyboard.press('End');
  await expect(form.rows).toHaveCount(1);
  await page.keyboard.press('Home');
  await tabTo(form.part.locator('#form-many-sort'));
  await page.keyboard.press('End');
  await expect(form.rows.first()).toContainText('Atlantis');
  const open = form.part.getByRole('button', { name: form.say('result.open', { row: '3' }), exact: true });
  await tabTo(open);
  await page.keyboard.press('Enter');
  await form.expectStage('account');
  await expect(form.summary).toBeFocused();
  // The country is open in the form, which says what the table had there.
  const beside = form.root.getByRole('region', {
    name: form.say('row.title', { row: '3', name: form.say('source.pasted') }),
  });
  await expect(beside).toContainText(
    form.say('problems.country', { field: form.t.field('country'), value: 'Atlantis' }),
  );
  await expect(form.control('companyName')).toHaveValue('L.L.C.');
  await form.expectAccessible();
  await form.chooseCountry('SE');
  await expect(beside).toBeVisible();
  const back = beside.getByRole('button', { name: form.say('row.back'), exact: true });
  await back.focus();
  await page.keyboard.press('Enter');
  await expect(open).toBeFocused();

  // After a reload the table is gone; what it said of the row is not, until the form holds something else.
  const address = page.url().replace(/#.*/u, '#stage-account');
  await page.goto('about:blank');
  await page.goto(address);
  await expect(beside).toContainText('Atlantis');
  await expect(back).toHaveCount(0);
  const other = await form.switchTo('ru-RU');
  await expect(other.root.locator('.form-row[aria-labelledby]')).toContainText('Atlantis');
  await other.root.getByRole('button', { name: other.t.text('practice.startAgain'), exact: true }).click();
  const confirm = other.t.text('practice.startAgainConfirm');
  await other.dialog.getByRole('button', { name: confirm, exact: true }).click();
  await expect(other.root.locator('.form-row[aria-labelledby]')).toHaveCount(0);
  expect(await page.evaluate(() => localStorage.getItem('lockstep-practice-row'))).toBeNull();

  async function tabTo(target: Locator): Promise<void> {
    for (let presses = 0; presses < 60; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    await expect(target).toBeFocused();
  }
});

test('a dropped file is read, also in place of one that is being checked', async ({ page }, info) => {
  const form = new TablePage(page, 'en-US');
  await form.openPart();
  const files = { small: info.outputPath('small.csv'), large: info.outputPath('large.csv') };
  writeFileSync(files.small, table);
  writeFileSync(files.large, customerTable(100_000));
  const session = await page.context().newCDPSession(page);
  await drop([files.small, files.large]);
  await expect(form.part).toContainText(form.say('refused.severalFiles'));
  await drop([dirname(files.small)]);
  await expect(form.part).toContainText(form.say('refused.folder'));
  await drop([files.large]);
  await form.check();
  await expect(form.part).toContainText(/Rows checked: [1-9]/u);
  await drop([files.small]);
  await expect(form.part).toContainText(form.say('columns.table', { name: 'small.csv', count: '8' }));
  await form.check();
  await form.expectResult();
  await expect(form.rows).toHaveCount(3);
  // A file that misses the part does not take the page's place.
  await drop([files.small], page.locator('h1'));
  await expect(form.rows).toHaveCount(3);

  /** As from the desktop. */
  async function drop(
    paths: readonly string[],
    target: Locator = form.part.locator('.form-table'),
  ): Promise<void> {
    await target.scrollIntoViewIfNeeded();
    const box = await target.boundingBox();
    const place = { x: (box?.x ?? 0) + 20, y: (box?.y ?? 0) + 20 };
    const data = { items: [], files: [...paths], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await session.send('Input.dispatchDragEvent', { type, ...place, data });
  }
});

test('what is no table is told, and every encoding is read that a table comes in', async ({ page }) => {
  const form = new TablePage(page, 'ru-RU');
  await form.openPart();
  for (const [content, reason, params] of [
    ['', 'empty'],
    ['Company,City\r\n', 'headerOnly'],
    [Buffer.from([0x50, 0x4b, 3, 4, 0]), 'workbook'],
    [Buffer.concat([Buffer.from([0x89, 0x50, 0, 0]), Buffer.alloc(20_000_000)]), 'binary'],
    ['Company,City\r\nA,"B\r\n', 'openQuote', { row: '2' }],
    [`Company,City\r\nA,${'x'.repeat(3_000_000)}`, 'longCell', { row: '2', max: form.t.number(200_000) }],
    [','.repeat(3_000_000), 'longRow', { row: '1' }],
    [`${'x,'.repeat(500)}y\r\nz`, 'manyColumns', { count: '501', max: '300' }],
  ] as const) {
    await form.take(content);
    await expect(form.part).toContainText(form.say(`refused.${reason}`, params));
  }
  const heading = 'Город;Company\r\nМинск;Norrsken AB\r\n';
  const wide = Buffer.from(heading, 'utf16le');
  const first = form.part.locator('#form-many-column-0');
  for (const [content, encoding] of [
    [heading, 'utf-8'],
    [`\uFEFF${heading}`, 'utf-8'],
    [wide, 'utf-16le'],
    [Buffer.concat([Buffer.from([0xff, 0xfe]), wide]), 'utf-16le'],
    [Buffer.from(wide).swap16(), 'utf-16be'],
    [Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(wide).swap16()]), 'utf-16be'],
    // "Город;Company", "Страна;Company" and "城市;Company", in encodings of former times.
    [legacy([0xc3, 0xee, 0xf0, 0xee, 0xe4]), 'windows-1251'],
    [legacy([0x83, 0xae, 0xe0, 0xae, 0xa4]), 'ibm866'],
    [legacy([0xb3, 0xc7, 0xca, 0xd0]), 'gb18030'],
    [legacy([0xab, 0xb0, 0xa5, 0xab]), 'big5'],
  ] as const) {
    await form.take(content);
    await expect(form.part.locator('#form-many-encoding')).toHaveValue(encoding);
    await form.part.locator('details details').evaluate((details) => details.setAttribute('open', ''));
    await expect(first).toHaveValue('city');
    await expect(form.part.getByText(form.say('columns.unsure'))).toHaveCount(
      encoding.startsWith('utf') ? 0 : 1,
    );
    await form.press('source.another');
  }
  await form.take(legacy([0xc3, 0xee, 0xf0, 0xee, 0xe4]));
  await form.part.locator('#form-many-encoding').selectOption('windows-1252');
  await expect(first).toHaveValue('');
  await form.part.locator('#form-many-encoding').selectOption('windows-1251');
  await expect(first).toHaveValue('city');
  await form.expectAccessible();
  // One column alone may be one; without headings the first row is a customer.
  await form.press('source.another');
  await form.take('a@norrsken.example\r\nb at norrsken\r\n');
  await expect(form.part).toContainText(form.say('columns.one'));
  await expect(form.part.locator('#form-many-header')).not.toBeChecked();
  await form.press('columns.check');
  await expect(form.part).toContainText(form.say('columns.chooseOne'));
  await expect(first).toBeFocused();
  await first.selectOption('email');
  await form.part.locator('#form-many-partnerType').selectOption('directBillPartner');
  await form.part.locator('#form-many-role').selectOption('adminAgent');
  await form.press('columns.check');
  await form.expectResult();
  await form.filter('show', 'all');
  await expect(form.rows).toHaveCount(2);
});

/** A heading in the given bytes beside one in ASCII, with one row. */
function legacy(heading: readonly number[]): Buffer {
  return Buffer.from([
    ...heading,
    ...Buffer.from(';Company\r\n'),
    ...heading,
    ...Buffer.from(';Norrsken AB\r\n'),
  ]);
}
