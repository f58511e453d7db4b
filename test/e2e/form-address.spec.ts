import { expect, type Locator, test } from '@playwright/test';
import { countrySearch } from '../../src/domain/customer/country-search.ts';
import { finishedLocales, localeNames } from '../../src/domain/locale/locales.ts';
import { FormPage } from './form-page.ts';

class AddressPage extends FormPage {
  readonly country = this.control('country');
  readonly options = this.root.locator('.form-options').getByRole('option');

  /** The controls of the address, in their order, by their fields. */
  async order(): Promise<readonly string[]> {
    const section = this.root.locator('section').filter({ has: this.page.locator('#form-addressLine1') });
    return section
      .locator('input, select')
      .evaluateAll((controls) => controls.map(({ id }) => id.replace('form-', '')));
  }

  label(field: string): Locator {
    return this.page.locator(`label[for="form-${field}"]`);
  }
}

for (const locale of finishedLocales) {
  test(`in ${localeNames[locale]} a country is found and its address asked for as it is written there`, async ({
    page,
  }) => {
    const form = new AddressPage(page, locale);
    const { t } = form;
    await form.reach('account');
    await form.country.pressSequentially('Hollan');
    await expect(form.options).toHaveText([t.country('NL')]);
    await expect(form.country).toHaveAttribute('aria-expanded', 'true');
    await form.expectAccessible();
    await form.country.press('ArrowDown');
    await expect(form.country).toHaveAttribute('aria-activedescendant', 'form-country-option-NL');
    await form.country.press('Enter');
    await expect(form.options).toHaveCount(0);
    await expect(form.country).toHaveValue(t.country('NL'));
    expect(await form.order()).toEqual(['addressLine1', 'addressLine2', 'postalCode', 'city']);

    await form.control('postalCode').fill('1012 AB');
    await form.chooseCountry('JP');
    const largestFirst = ['postalCode', 'state', 'city', 'addressLine1', 'addressLine2'];
    expect(await form.order()).toEqual(
      locale.startsWith('zh')
        ? largestFirst
        : ['addressLine1', 'addressLine2', 'city', 'state', 'postalCode'],
    );
    await expect(form.label('state')).toHaveText(t.address('names.prefecture'));
    await expect(form.control('postalCode')).toHaveValue('1012 AB');
    await form.button('nextSubscriptions').click();
    await expect(form.summary).toContainText(t.address('enter.prefecture'));
    await expect(form.control('postalCode')).toHaveAccessibleDescription(
      new RegExp(t.address('hints.postalCode', { example: '154-0023' })),
    );

    // Addresses there have no postal code: what was typed stays, and is told.
    await form.chooseCountry('AE');
    await expect(form.control('postalCode')).toHaveValue('1012 AB');
    await expect(form.control('postalCode')).toHaveAccessibleDescription(
      t.address('hints.unusual', { country: t.country('AE') }),
    );
    await expect(form.label('state')).toHaveText(t.address('names.emirate'));
    await form.control('postalCode').fill('');
    await expect(form.control('postalCode')).toBeFocused();
    await form.expectAccessible();
    await form.chooseCountry('US');
    await expect(form.label('postalCode')).toHaveText(t.address('names.zip'));
    await expect(form.control('state')).toHaveRole('combobox');
  });
}

test('the box for the country keeps what fits nothing, and gives back what was chosen', async ({ page }) => {
  const form = new AddressPage(page, 'en-US');
  await form.reach('account');
  await form.chooseCountry('SE');
  await form.country.fill('Atlantis');
  await expect(form.country).toHaveAccessibleDescription(/No country\/region found for “Atlantis”/);
  await form.country.press('Escape');
  await expect(form.country).toHaveValue('Sweden');
  await form.country.fill('Atlantis');
  await form.country.press('Tab');
  await expect(form.country).toHaveValue('Atlantis');
  await form.button('nextSubscriptions').click();
  await expect(form.summary).toContainText('Select a country/region');

  // A code, as a browser fills it in, and a name that ends with the focus elsewhere.
  await form.country.fill('ＤＥ');
  await form.country.press('Tab');
  await expect(form.country).toHaveValue('Germany');
  await form.country.press('Shift+Tab');
  await form.country.fill('Турция');
  await form.control('companyName').click();
  await expect(form.country).toHaveValue('Türkiye');
  await form.country.click();
  await expect(form.options).toHaveCount(249);
  await form.root.getByRole('option', { name: 'Andorra', exact: true }).click();
  await expect(form.country).toHaveValue('Andorra');
  await expect(form.country).toBeFocused();

  // Of a long list the beginning is shown first; all that is told to be in it comes.
  const found = countrySearch('en-US').find('a');
  const last = `form-country-option-${found.at(-1)}`;
  expect(found.length).toBeGreaterThan(20);
  await form.country.fill('a');
  await expect(form.country).toHaveAccessibleDescription(new RegExp(`${found.length}`));
  await expect(form.options).toHaveCount(found.length);
  await form.country.press('ArrowUp');
  await expect(form.country).toHaveAttribute('aria-activedescendant', last);
  await expect(page.locator(`#${last}`)).toBeInViewport();
});

test('keys of a composition are those of the input method', async ({ page }) => {
  const form = new AddressPage(page, 'zh-CN');
  await form.reach('account');
  await form.country.focus();
  const browser = await page.context().newCDPSession(page);
  await browser.send('Input.imeSetComposition', { text: 'rui', selectionStart: 3, selectionEnd: 3 });
  await browser.send('Input.dispatchKeyEvent', {
    type: 'keyDown',
    key: 'Enter',
    code: 'Enter',
    windowsVirtualKeyCode: 229,
  });
  await form.expectStage('account');
  await expect(form.summary).toBeHidden();
  await browser.send('Input.insertText', { text: '瑞典' });
  await expect(form.options).toHaveText(['瑞典']);
  await form.country.press('Enter');
  await expect(form.country).toHaveValue('瑞典');
  await form.chooseCountry('SE');
  await expect(form.label('city')).toHaveText(form.t.address('names.postTown'));
});

test('where names cannot be loaded, the country is chosen from a plain list', async ({ page }) => {
  await page.route(/country-search\..*\.js$/u, (route) => route.abort());
  const form = new AddressPage(page, 'sv-SE');
  await form.reach('account');
  await form.country.selectOption('SE');
  expect(await form.order()).toEqual(['addressLine1', 'addressLine2', 'postalCode', 'city']);
});

test('a state is found by any of its names and shown by that of the reader, names in the order of the language', async ({
  page,
}) => {
  const form = new AddressPage(page, 'zh-TW');
  const { t } = form;
  const state = form.control('state');
  await form.reach('account');
  await form.fillAccount();
  await form.chooseCountry('AE');
  await state.fill('Dubai');
  await form.chooseCountry('US');
  // What no list holds is kept, told, and asked for again.
  await expect(state).toHaveValue('Dubai');
  await expect(state).toHaveAccessibleDescription(new RegExp(t.address('find.noState', { text: 'Dubai' })));
  await form.control('postalCode').fill('98052');
  await form.control('phone').fill('(425) 555-0100');
  await form.button('nextSubscriptions').click();
  await expect(form.summary).toContainText(t.address('select.state'));
  await state.fill('Washing');
  const washington = form.options.filter({ hasText: '華盛頓州' });
  await expect(washington).toHaveCount(1);
  await form.expectAccessible();
  await washington.click();
  await expect(state).toHaveValue('華盛頓州');
  await form.button('nextSubscriptions').click();
  await form.passWithoutOffers();

  const terms = form.root.locator('dt');
  const contact = [t.field('lastName'), t.field('firstName'), t.field('middleName')];
  const inOrder = async (): Promise<readonly string[]> =>
    (await terms.allTextContents()).filter((term) => contact.includes(term));
  const fact = (name: string): Locator => form.root.locator(`dt:text-is("${name}") + dd`);
  expect(await inOrder()).toEqual(contact);
  await expect(fact(t.address('names.state'))).toHaveText('華盛頓州');

  const inRussian = await form.switchTo('ru-RU');
  await expect(fact(inRussian.t.address('names.state'))).toHaveText('Вашингтон');
  await expect(fact(inRussian.t.text('fields.middleName'))).toBeVisible();
});

test('a domain resembles the company name where its script allows, and its length is told in a pause', async ({
  page,
}) => {
  const form = new AddressPage(page, 'ru-RU');
  const { t } = form;
  const domain = form.control('domain');
  const suggested = (suggestion: string): Locator =>
    form.root.getByRole('button', { name: t.text('hints.domainSuggestion', { suggestion }), exact: true });
  await form.reach('account');
  await form.control('companyName').fill('北京面包');
  await expect(form.root.getByText(t.address('domain.none'))).toBeVisible();
  await form.control('companyName').fill('ООО «Северный хлеб»');
  await expect(form.root.getByText(t.address('domain.none'))).toBeHidden();
  await expect(suggested('severnykhleb')).toHaveAccessibleDescription(t.address('domain.suggested'));
  await suggested('severnykhleb').click();
  await expect(domain).toBeFocused();
  await expect(domain).toHaveValue('severnykhleb');
  await expect(domain).toHaveAccessibleDescription(new RegExp(t.address('domain.left', { count: '15' })));
  await form.control('companyName').fill('Ελληνικό Ψωμί Α.Ε.');
  await expect(form.root.getByRole('button', { name: 'ellinikopsomi' })).toHaveCount(0);
  await expect(domain).toHaveValue('severnykhleb');
  await domain.fill('s'.repeat(30));
  await expect(domain).toHaveAccessibleDescription(new RegExp(t.address('domain.tooLong', { count: '3' })));
  await domain.fill('');
  await expect(suggested('ellinikopsomi')).toBeVisible();
  await form.expectAccessible();
});
