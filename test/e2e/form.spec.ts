import { expect, test } from '@playwright/test';
import { finishedLocales, localeNames } from '../../src/domain/locale/locales.ts';
import { company, FormPage } from './form-page.ts';

for (const locale of finishedLocales) {
  test.describe(`in ${localeNames[locale]}`, () => {
    test('a customer is added from the opening to Done', async ({ page }) => {
      const form = new FormPage(page, locale);
      const { t } = form;
      await form.open();
      await expect(form.heading).toContainText(t.text('progress.before'));

      await form.passOpening();
      await expect(page).toHaveTitle(
        new RegExp(`^${t.text('progress.stepTitle', { step: 1, total: 4, stage: t.stage('account') })}`),
      );
      await expect(form.heading).toBeFocused();
      await form.fillAccount();
      await form.button('nextSubscriptions').click();

      await form.expectStage('subscriptions');
      await form.chooseOffer('officeSmall', '25');
      await form.button('nextReview').click();

      await form.expectStage('review');
      await expect(form.root.getByRole('definition').filter({ hasText: company.name })).toBeVisible();
      await expect(form.root).toContainText('100234567');
      await expect(form.root).toContainText(t.date('2025-06-01'));
      await expect(form.root).toContainText(
        t.text('review.offerTerm', {
          offer: t.offer('officeSmall'),
          quantity: t.counted('review.licences', 25),
          term: t.text('terms.P1M-monthly'),
        }),
      );
      await form.button('submit').click();

      await form.expectStage('confirmation');
      await expect(form.root).toContainText('admin@norrskenbakery.onmicrosoft.com');
      await expect(form.root).toContainText(t.text('confirmation.passwordOnce'));
      await form.button('done').click();
      await expect(form.dialog).toContainText(t.text('confirmation.leaveText'));
      await form.dialog.getByRole('button', { name: t.text('confirmation.leave'), exact: true }).click();

      await form.expectStage('done');
      await form.button('addCustomer').click();
      await form.expectStage('opening');
      await expect(form.root.getByRole('radio', { checked: true })).toHaveCount(0);
    });

    test('errors are told in that language, at their fields and together', async ({ page }) => {
      const form = new FormPage(page, locale);
      const { t } = form;
      await form.reach('account');
      await form.chooseCountry('BY');
      await form.button('nextSubscriptions').click();

      await expect(form.summary).toBeFocused();
      await expect(form.summary.getByRole('heading')).toHaveText(t.counted('summary.errors', 12));
      await expect(page).toHaveTitle(new RegExp(`^${t.text('progress.errorTitle', { title: '' }).trim()}`));
      const missing = t.text('issues.registrationId.missingDigits', { name: 'УНП', digits: '9' });
      await expect(form.control('registrationId')).toHaveAccessibleDescription(new RegExp(escaped(missing)));
      await expect(form.control('registrationId')).toHaveAttribute('aria-invalid', 'true');

      await form.summary.getByRole('link', { name: missing, exact: true }).click();
      await expect(form.control('registrationId')).toBeFocused();
      await expect(page.locator('label[for="form-registrationId"]')).toBeInViewport();
    });
  });
}

test('a change of language keeps stage, answers and errors', async ({ page }) => {
  const english = new FormPage(page, 'en-US');
  await english.reach('account');
  await english.chooseCountry('BY');
  await english.control('companyName').fill(company.name);
  await english.control('email').fill('anna');
  await english.button('nextSubscriptions').click();
  await expect(english.summary).toContainText('Email address must look like name@company.example');

  const chinese = await english.switchTo('zh-CN');
  await chinese.expectStage('account');
  await expect(chinese.control('companyName')).toHaveValue(company.name);
  await expect(chinese.control('country')).toHaveValue('白俄罗斯');
  await expect(chinese.summary).toContainText(chinese.t.text('issues.email.format'));

  const russian = await chinese.switchTo('ru-RU');
  await expect(russian.control('country')).toHaveValue('Беларусь');
  await expect(russian.summary.getByRole('listitem')).toHaveCount(11);
  await russian.expectAccessible();
});

test('a change of language at the opening keeps answers and errors too', async ({ page }) => {
  const english = new FormPage(page, 'en-US');
  await english.open();
  await english.choose('indirectProvider');
  await english.submitButton.click();
  await expect(english.summary.getByRole('listitem')).toHaveText(['Select your role']);
  const russian = await english.switchTo('ru-RU');
  await russian.expectStage('opening');
  await expect(russian.root.locator('#form-partnerType-indirectProvider')).toBeChecked();
  await expect(russian.summary).toContainText(russian.t.text('issues.role.missing'));
  await expect(page).toHaveTitle(/^Ошибка: /);
});

test('a change of language on the way to Confirmation still leads to Done', async ({ page }) => {
  const swedish = new FormPage(page, 'sv-SE');
  await swedish.reach('subscriptions');
  await swedish.chooseOffer('officeSmall', '12');
  await swedish.control('licences.officeSmall').focus();
  const taiwanese = await swedish.switchTo('zh-TW');
  await taiwanese.expectStage('subscriptions');
  await expect(taiwanese.control('licences.officeSmall')).toHaveValue('12');
  await expect(taiwanese.control('terms.officeSmall')).toHaveValue('P1M-monthly');
  await expect(taiwanese.control('licences.officeSmall')).toBeFocused();
  await taiwanese.button('nextReview').click();
  await taiwanese.button('submit').click();
  await taiwanese.expectStage('confirmation');
});

test.describe('errors', () => {
  test('go away when mended and never come while typing', async ({ page }) => {
    const form = new FormPage(page, 'en-US');
    await form.reach('account');
    await form.fillAccount();
    await form.control('city').fill('');
    await form.control('email').fill('anna');
    await form.button('nextSubscriptions').click();
    await expect(form.summary.getByRole('listitem')).toHaveText([
      'Enter the city',
      'Email address must look like name@company.example',
    ]);

    await form.control('city').fill('Minsk');
    await expect(form.summary.getByRole('listitem')).toHaveCount(1);
    await form.control('postalCode').fill('');
    await form.control('postalCode').blur();
    await expect(form.summary.getByRole('listitem')).toHaveCount(1);
    await form.control('postalCode').fill('220030');
    await form.control('email').fill(company.email);
    await expect(form.summary).toBeHidden();
    await expect(page).toHaveTitle(/^Step 1 of 4: Account info/);
    await form.button('nextSubscriptions').click();
    await form.expectStage('subscriptions');
  });

  test('lead to the sentence of the guide that states the rule', async ({ page }) => {
    const form = new FormPage(page, 'en-US');
    await form.reach('account');
    await form.button('nextSubscriptions').click();
    const rules = await form.root
      .locator('.form-issue a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(rules.length).toBeGreaterThan(9);
    for (const rule of new Set(rules)) await expect(page.locator(rule)).toHaveCount(1);

    await form.root.locator('.form-issue a').first().click();
    await expect(page).toHaveURL(/#rule-country$/);
    await page.goBack();
    await form.expectStage('account');
    await expect(form.summary).toBeVisible();
  });

  test('are warnings where a name may be right: shown once, stopping nobody', async ({ page }) => {
    const form = new FormPage(page, 'en-US');
    await form.reach('account');
    await form.fillAccount();
    await form.control('companyName').fill('Norrsken.com');
    await form.button('nextSubscriptions').click();
    await expect(form.summary).toContainText('Company name ends in .com');
    await expect(form.control('companyName')).toHaveAttribute('aria-invalid', 'false');
    await form.expectAccessible();
    await form.button('nextSubscriptions').click();
    await form.expectStage('subscriptions');
  });
});

test('an indirect provider names resellers, up to five more in the European Union', async ({ page }) => {
  const form = new FormPage(page, 'en-US');
  await form.open();
  await form.passOpening('indirectProvider');
  await form.fillAccount();
  await expect(form.control('reseller')).toBeVisible();
  await expect(form.root.getByRole('button', { name: 'Add another reseller' })).toBeHidden();
  await form.chooseCountry('SE');
  await form.control('reseller').selectOption({ label: 'Fjällvind IT AB' });
  for (let index = 0; index < 5; index += 1) {
    await form.root.getByRole('button', { name: 'Add another reseller' }).click();
    await expect(form.control(`additionalResellers.${index}`)).toBeFocused();
    await form.control(`additionalResellers.${index}`).fill(`420000${index}`);
  }
  await expect(form.root.getByRole('button', { name: 'Add another reseller' })).toBeHidden();
  await form.root.getByRole('button', { name: 'Remove MPN ID of reseller 2' }).click();
  await expect(
    form.root.getByRole('status').filter({ hasText: 'MPN ID 4200001 was removed.' }),
  ).toBeVisible();
  await form.root.getByRole('button', { name: 'Undo the removal' }).click();
  await expect(form.control('additionalResellers.1')).toBeFocused();
  await expect(form.control('additionalResellers.1')).toHaveValue('4200001');
  await expect(form.root.getByRole('button', { name: 'Undo the removal' })).toBeHidden();
  await form.root.getByRole('button', { name: 'Remove MPN ID of reseller 5' }).click();
  await form.control('additionalResellers.1').fill('4200000');
  await form.button('nextSubscriptions').click();
  await expect(form.summary.getByRole('listitem')).toHaveText(['MPN ID 4200000 is already entered']);
  await form.expectAccessible();
  await form.control('additionalResellers.1').fill('4200009');
  await form.button('nextSubscriptions').click();
  await form.passWithoutOffers();
  await expect(form.root).toContainText('4200000, 4200009, 4200002, and 4200003');
});

test('answers are updated from Review and lead straight back', async ({ page }) => {
  const form = new FormPage(page, 'en-US');
  await form.reach('review');
  await form.root.getByRole('button', { name: 'Update City' }).click();
  await form.expectStage('account');
  await expect(form.control('city')).toBeFocused();
  await form.control('city').fill('Grodno');
  await form.button('nextReview').click();
  await form.expectStage('review');
  await expect(form.root).toContainText('Grodno');

  await form.root.getByRole('button', { name: 'Update Partner type' }).click();
  await form.choose('indirectProvider');
  await form.button('nextReview').click();
  await form.expectStage('account');
  await expect(form.summary.getByRole('listitem')).toHaveText([
    'Select the indirect reseller for this customer',
  ]);
});

test('Update leads to a question with its words in view', async ({ page }) => {
  const form = new FormPage(page, 'en-US');
  await form.reach('review');
  for (const [answer, field] of [
    ['Email address', 'email'],
    ['Who accepted the agreement?', 'agreementPerson'],
    ['Primary domain name', 'domain'],
  ] as const) {
    await form.root.getByRole('button', { name: `Update ${answer}` }).click();
    await expect(form.control(field)).toBeFocused();
    await expect(form.control(field)).toBeInViewport({ ratio: 1 });
    await expect(form.root.locator('label, legend').filter({ hasText: answer }).first()).toBeInViewport();
    await form.button('nextReview').click();
    await form.expectStage('review');
  }
});

test('an updated answer shows the warning that it brings to another stage', async ({ page }) => {
  const form = new FormPage(page, 'en-US');
  await form.reach('subscriptions');
  await form.control('offers.cloudUsage').check();
  await form.button('nextReview').click();
  await form.root.getByRole('button', { name: 'Update Microsoft Customer Agreement' }).click();
  await form.choose('invited');
  await form.button('nextReview').click();
  await form.expectStage('subscriptions');
  await expect(form.summary).toContainText('Until then, Partner Center refuses the order');
  await form.button('nextReview').click();
  await form.expectStage('review');
  await expect(form.root.getByRole('button', { name: 'Update Agreement acceptance date' })).toHaveCount(0);
});

test('answers to questions that are asked no longer stop nobody and are not reviewed', async ({ page }) => {
  const form = new FormPage(page, 'en-US');
  await form.open();
  await form.passOpening('indirectProvider');
  await form.fillAccount();
  await form.chooseCountry('SE');
  await expect(form.root.getByRole('button', { name: 'Add another reseller' })).toBeHidden();
  await form.control('reseller').selectOption({ label: 'Fjällvind IT AB' });
  await form.root.getByRole('button', { name: 'Add another reseller' }).click();
  await form.control('additionalResellers.0').fill('no digits');
  await form.chooseCountry('BY');
  await form.button('nextSubscriptions').click();
  await form.passWithoutOffers();
  await expect(form.root).not.toContainText('no digits');
  await form.root.getByRole('button', { name: 'Update Partner type' }).click();
  await form.choose('directBillPartner');
  await form.button('nextReview').click();
  await form.expectStage('review');
  await expect(form.root).not.toContainText('Fjällvind');
});

test('the button selected many times at once goes one stage further', async ({ page }) => {
  const form = new FormPage(page, 'en-US');
  await form.reach('account');
  await form.fillAccount();
  await form.submitButton.evaluate((button: HTMLButtonElement) => {
    for (let times = 0; times < 4; times += 1) button.click();
  });
  await form.expectStage('subscriptions');
  await form.chooseOffer('cloudUsage');
  await form.submitButton.dblclick();
  await form.expectStage('review');
  await form.submitButton.evaluate((button: HTMLButtonElement) => {
    button.click();
    button.click();
  });
  await form.expectStage('confirmation');
  await expect(form.dialog).toBeHidden();
});

test('subscriptions follow their rules', async ({ page }) => {
  const form = new FormPage(page, 'en-US');
  await form.reach('subscriptions');
  await form.root.getByRole('checkbox', { name: 'Mail Archive' }).check();
  await form.control('licences.mailArchive').fill('0');
  await form.button('nextReview').click();
  await expect(form.summary.getByRole('listitem')).toHaveText([
    'Mail Archive is an add-on. Select Office Suite Small or Office Suite Enterprise too, or clear the add-on',
    'Number of licenses for Mail Archive must be between 1 and 10,000,000',
    'Select a term for Mail Archive',
  ]);
  await form.expectAccessible();
  await form.summary.getByRole('link').first().click();
  await expect(form.control('offers.mailArchive')).toBeFocused();
  await form.root.getByRole('checkbox', { name: 'Office Suite Enterprise' }).check();
  await form.control('licences.officeEnterprise').fill('1 500');
  await form.control('terms.officeEnterprise').selectOption({ label: '3 years, billed annually' });
  await form.control('licences.mailArchive').fill('１５');
  await form.control('terms.mailArchive').selectOption({ label: '1 month, billed monthly' });
  await expect(form.summary).toBeHidden();
  await form.button('nextReview').click();
  await form.expectStage('review');
  await expect(form.root).toContainText('Office Suite Enterprise – 1,500 licenses, 3 years, billed annually');
  await expect(form.root).toContainText('Mail Archive – 15 licenses, 1 month, billed monthly');
});

test('the form is completed by the keyboard alone', async ({ page }) => {
  const form = new FormPage(page, 'en-US');
  await form.open();
  const { keyboard } = page;
  const tabTo = async (id: string, key = 'Tab') => {
    for (let presses = 0; presses < 60; presses += 1) {
      if ((await page.evaluate(() => document.activeElement?.id)) === id) return;
      await keyboard.press(key);
    }
    throw new Error(`The Tab key does not reach #${id}.`);
  };
  await page.locator('#form-partnerType').focus();
  await keyboard.press('Space');
  await tabTo('form-role');
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await form.expectStage('account');

  await tabTo('form-country');
  await keyboard.type('Swed');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  const typed = {
    companyName: 'Norrsken Bageri AB',
    addressLine1: 'Storgatan 1',
    postalCode: '903 26',
    city: 'Umeå',
    firstName: 'Anna',
    lastName: 'Lind',
    email: company.email,
    domain: 'norrsken',
  };
  for (const [field, text] of Object.entries(typed)) {
    await tabTo(`form-${field}`);
    await keyboard.type(text);
  }
  await tabTo('form-agreement');
  await keyboard.press('ArrowDown');
  await expect(form.control('agreement')).not.toBeChecked();
  for (const tick of ['form-attestPartnerRole', 'form-attestNoResale']) {
    await tabTo(tick);
    await keyboard.press('Space');
  }
  await keyboard.press('Enter');
  await form.expectStage('subscriptions');
  await tabTo('form-offers-cloudUsage');
  await keyboard.press('Space');
  await keyboard.press('Enter');
  await expect(form.summary).toContainText('Until then, Partner Center refuses the order');
  await expect(form.summary).toBeFocused();
  await tabTo('form-offers-cloudUsage');
  await keyboard.press('Enter');
  await form.expectStage('review');
  const pressButton = async (name: string, key = 'Tab') => {
    for (let presses = 0; presses < 80; presses += 1) {
      if ((await page.evaluate(() => document.activeElement?.textContent)) === name)
        return keyboard.press('Enter');
      await keyboard.press(key);
    }
    throw new Error(`The Tab key does not reach “${name}”.`);
  };
  await pressButton(form.t.text('exports.open'));
  await expect(form.root.locator('#form-export-format')).toBeVisible();
  await tabTo('form-export-format');
  await keyboard.press('ArrowDown');
  await expect(form.root.locator('.form-exports textarea')).toHaveValue(/PartnerCenter/u);
  // An error to rehearse is chosen, told, mended and gone.
  await tabTo('form-service-wish', 'Shift+Tab');
  for (let presses = 0; presses < 2; presses += 1) await keyboard.press('ArrowDown');
  await expect(form.root.locator('#form-service-wish')).toHaveValue('domainTaken');
  await pressButton('Submit');
  await expect(form.summary).toBeFocused();
  await expect(form.summary).toContainText('Domain name taken');
  await pressButton('Go to Primary domain name');
  await expect(form.control('domain')).toBeFocused();
  await keyboard.type('bageri');
  await keyboard.press('Enter');
  await form.expectStage('review');
  await pressButton('Submit');
  await form.expectStage('confirmation');
  await pressButton('Done');
  await expect(form.dialog).toBeVisible();
  await keyboard.press('Escape');
  await expect(form.dialog).toBeHidden();
  await form.expectStage('confirmation');
  await pressButton('Done');
  await pressButton('Leave this page');
  await form.expectStage('done');

  // The customer is looked at, accepts, orders, is taken out of the list and brought back.
  await pressButton('Norrsken Bageri AB');
  await expect(page).toHaveURL(/#stage-customer$/u);
  await expect(form.heading).toBeFocused();
  await pressButton('Simulate it: the customer accepts now');
  await pressButton('Add products', 'Shift+Tab');
  await expect(page).toHaveURL(/#stage-products$/u);
  await expect(form.heading).toBeFocused();
  await tabTo('form-filter-name');
  await keyboard.type('backup');
  await tabTo('form-offers-backupUsage');
  await keyboard.press('Space');
  await pressButton('Place the order');
  await expect(page).toHaveURL(/#stage-customer$/u);
  await expect(form.root).toContainText('Backup Usage Plan');
  await expect(form.heading).toBeFocused();
  await pressButton('Remove from the list');
  await form.expectStage('opening');
  await pressButton('Undo');
  await expect(form.root.getByRole('button', { name: 'Norrsken Bageri AB', exact: true })).toBeFocused();

  // A pasted table is checked, and a row of it opened in the form.
  await pressButton('Check many customers at once');
  await expect(form.root.locator('#form-many-text')).toBeVisible();
  await tabTo('form-many-text');
  await keyboard.type('Company name,Country/region\nFjällvind AB,SE');
  await pressButton('Read these rows');
  await expect(form.root.getByRole('heading', { name: 'What the columns contain' })).toBeFocused();
  for (const given of ['form-many-partnerType', 'form-many-role']) {
    await tabTo(given);
    await keyboard.press('ArrowDown');
  }
  await pressButton('Check all rows');
  await expect(form.root.getByRole('heading', { name: 'Results' })).toBeFocused();
  await pressButton('Open row 2 in the form');
  await expect(form.summary).toBeFocused();
});

test('Enter that ends a composition does not submit', async ({ page }) => {
  const form = new FormPage(page, 'zh-CN');
  await form.reach('account');
  const isStopped = (init: { isComposing?: boolean; keyCode?: number }) =>
    form.control('companyName').evaluate((input, options) => {
      const event = new KeyboardEvent('keydown', {
        key: 'Enter',
        bubbles: true,
        cancelable: true,
        ...options,
      });
      input.dispatchEvent(event);
      return event.defaultPrevented;
    }, init);
  expect(await isStopped({ isComposing: true })).toBe(true);
  expect(await isStopped({ keyCode: 229 })).toBe(true);
  expect(await isStopped({ keyCode: 13 })).toBe(false);
  await expect(form.summary).toBeHidden();
  await form.control('companyName').press('Enter');
  await expect(form.summary).toBeFocused();
});

test.describe('what is kept', () => {
  test('a reload keeps stage, answers and errors, and says so', async ({ page }) => {
    const form = new FormPage(page, 'en-US');
    await form.reach('account');
    await form.control('city').fill('Umeå');
    await form.button('nextSubscriptions').click();
    await expect(form.summary).toBeVisible();
    await page.reload();
    await form.expectStage('account');
    await expect(form.control('city')).toHaveValue('Umeå');
    await expect(form.summary).toContainText('Enter the company name');
    await expect(form.root).toContainText('What you typed earlier is still here.');
  });

  test('a reload keeps everything beside a text that is far too long', async ({ page }) => {
    const form = new FormPage(page, 'en-US');
    await form.reach('account');
    await form.control('city').fill('Umeå');
    await form.control('companyName').fill('Norrsken '.repeat(500));
    await form.button('nextSubscriptions').click();
    await expect(form.summary).toContainText('at most 255 characters; it has 4,499');
    await page.reload();
    await form.expectStage('account');
    await expect(form.control('city')).toHaveValue('Umeå');
  });

  test('a draft that cannot be read gives a clean start and says so', async ({ page }) => {
    const form = new FormPage(page, 'en-US');
    await form.open();
    await page.evaluate(() =>
      localStorage.setItem('lockstep-practice-customer', '{"version":99,"stage":"review"'),
    );
    await page.reload();
    await expect(form.submitButton).toBeEnabled();
    await expect(form.heading).toContainText('Customers');
    await expect(form.root).toContainText('could not be read, so the form starts empty');
    await form.passOpening();
  });

  test('without storage the form works and says what that means', async ({ page }) => {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('Full', 'QuotaExceededError');
      };
    });
    const form = new FormPage(page, 'en-US');
    await form.reach('review');
    await expect(form.root).toContainText('This browser does not let the form keep what you type.');
  });

  test('starting again clears everything, after asking', async ({ page }) => {
    const form = new FormPage(page, 'en-US');
    await form.reach('account');
    await form.root.getByRole('button', { name: 'Start again' }).click();
    await expect(form.dialog).toContainText('Everything you typed in the practice form is cleared.');
    await form.expectAccessible();
    await form.dialog.getByRole('button', { name: 'Clear and start again' }).click();
    await form.expectStage('opening');
    expect(await page.evaluate(() => localStorage.getItem('lockstep-practice-customer'))).toBeNull();
  });
});

test.describe('addresses', () => {
  test('Back and Forward go through the stages and lose nothing', async ({ page }) => {
    const form = new FormPage(page, 'en-US');
    await form.reach('review');
    await page.goBack();
    await form.expectStage('subscriptions');
    await page.goBack();
    await form.expectStage('account');
    await expect(form.control('companyName')).toHaveValue(company.name);
    await page.goForward();
    await page.goForward();
    await form.expectStage('review');
  });

  test('a stage that is not reached yet opens the one before it', async ({ page }) => {
    const form = new FormPage(page, 'en-US');
    await form.open('stage-review');
    await form.expectStage('opening');
    await expect(form.root).toContainText('Complete Customers first. Review opens after it.');
  });

  test('reading the guide leaves the title alone, working in the form tells the stage', async ({ page }) => {
    const form = new FormPage(page, 'en-US');
    await form.open();
    await expect(page).not.toHaveTitle(/Customers –/);
    await form.choose('directBillPartner');
    await expect(page).toHaveTitle(/^Customers – /);
  });
});

test.describe('the password', () => {
  test('is shown once: Back asks first, and afterwards it is gone', async ({ page }) => {
    const form = new FormPage(page, 'en-US');
    await form.reach('confirmation');
    const password = await passwordOf(form);
    expect(password).toHaveLength(16);
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain(password);

    await page.goBack();
    await expect(form.dialog).toBeVisible();
    await form.dialog.getByRole('button', { name: 'Stay on this page' }).click();
    await form.expectStage('confirmation');
    expect(await passwordOf(form)).toBe(password);

    await page.goBack();
    await form.dialog.getByRole('button', { name: 'Leave this page' }).click();
    await form.expectStage('review');
    await page.evaluate(() => {
      location.hash = '#stage-confirmation';
    });
    await form.expectStage('confirmation');
    await expect(form.root).toContainText('The password was shown once and is gone.');
    await expect(form.root).not.toContainText(password);
  });

  test('leaving the page warns, and after a reload the password is gone', async ({ page }) => {
    const form = new FormPage(page, 'en-US');
    await form.reach('confirmation');
    const password = await passwordOf(form);
    const warning = page.waitForEvent('dialog');
    const reload = page.reload();
    const dialog = await warning;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.accept();
    await reload;
    await form.expectStage('confirmation');
    await expect(form.root).toContainText('The password was shown once and is gone.');
    await expect(form.root).not.toContainText(password);
    await form.expectAccessible();
    await form.button('done').click();
    await form.expectStage('done');
  });

  test('is copied where the browser can, and stays selectable where it cannot', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const form = new FormPage(page, 'en-US');
    await form.reach('confirmation');
    await form.root.getByRole('button', { name: 'Copy Password' }).click();
    await expect(form.root.getByRole('status').filter({ hasText: 'Copied: Password' })).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await passwordOf(form));

    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await form.root.getByRole('button', { name: 'Copy Password' }).click();
    await expect(form.root).toContainText('The browser did not allow copying.');
  });
});

test('nothing that is typed leaves the browser', async ({ page, baseURL }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
  const form = new FormPage(page, 'en-US');
  await form.reach('confirmation');
  expect(requests.length).toBeGreaterThan(1);
  expect(requests.filter((request) => !request.startsWith(`GET ${baseURL}/`))).toEqual([]);
  const all = decodeURIComponent(requests.join('\n')).toLowerCase();
  for (const typed of ['norrsken', 'anna', '100234567', '220030', 'zavodskaya'])
    expect(all).not.toContain(typed);
});

test.describe('languages', () => {
  test('ask for the family name first where it stands first, and for the date in their order', async ({
    page,
  }) => {
    const chinese = new FormPage(page, 'zh-CN');
    await chinese.reach('account');
    const inChinese = await fieldsOf(chinese);
    expect(inChinese.indexOf('lastName')).toBeLessThan(inChinese.indexOf('firstName'));
    await chinese.choose('attested');
    await expect(chinese.root.locator('.form-date label')).toHaveText(
      (['year', 'month', 'day'] as const).map((part) => chinese.t.text(`fields.${part}`)),
    );

    await chinese.button('nextSubscriptions').click();
    const asked = await chinese.summary.getByRole('listitem').allInnerTexts();
    const { t } = chinese;
    expect(
      asked.filter((text) => text.includes(t.field('lastName')) || text.includes(t.field('firstName'))),
    ).toEqual([t.text('issues.lastName.missing'), t.text('issues.firstName.missing')]);

    const english = await chinese.switchTo('en-US');
    const inEnglish = await fieldsOf(english);
    expect(inEnglish.indexOf('firstName')).toBeLessThan(inEnglish.indexOf('lastName'));
    await expect(english.root.locator('.form-date label')).toHaveText(['Month', 'Day', 'Year']);
  });

  for (const [timezoneId, now, today] of [
    ['Pacific/Kiritimati', '2026-11-21T12:00Z', '11/22/2026'],
    ['America/Los_Angeles', '2026-11-22T03:00Z', '11/21/2026'],
  ] as const) {
    test.describe(`in ${timezoneId}`, () => {
      test.use({ timezoneId });
      test('the example of a date is the day of the partner', async ({ page }) => {
        await page.clock.setFixedTime(now);
        const form = new FormPage(page, 'en-US');
        await form.reach('account');
        await form.choose('attested');
        await expect(form.root.locator('#form-agreementDate-hint')).toContainText(today);
      });
    });
  }

  for (const locale of finishedLocales) {
    test(`nothing is cut off on a narrow screen in ${localeNames[locale]}`, async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 640 });
      const form = new FormPage(page, locale);
      await form.open();
      await form.passOpening('indirectProvider', 'adminAgent');
      await form.chooseCountry('SE');
      await form.control('companyName').fill('Donaudampfschifffahrtselektrizitätenhauptbetriebswerk AB');
      await form.choose('attested');
      await form.button('nextSubscriptions').click();
      await expect(form.summary).toBeFocused();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      expect(await form.smallTargets()).toEqual([]);
    });
  }
});

const looks = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  forced: { forcedColors: 'active' },
} as const;

for (const [name, media] of Object.entries(looks)) {
  test(`errors can be read in ${name} colours`, async ({ page }) => {
    await page.emulateMedia(media);
    const form = new FormPage(page, 'en-US');
    await form.reach('account');
    await form.button('nextSubscriptions').click();
    await expect(form.summary).toBeFocused();
    await form.expectAccessible();
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page says that the form needs it, and offers nothing that does not work', async ({ page }) => {
    const form = new FormPage(page, 'sv-SE');
    await page.goto('/sv-se/add-a-new-customer/');
    // By element: searching by text passes over what stands in `noscript`.
    const explanation = page.locator('noscript p');
    await expect(explanation).toBeVisible();
    expect(await explanation.innerText()).toBe(form.t.text('practice.noScript'));
    await expect(form.submitButton).toBeDisabled();
    await expect(form.root.getByRole('radio').first()).toBeDisabled();
  });
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}

async function passwordOf(form: FormPage): Promise<string> {
  return (await form.root.locator('code').last().innerText()).trim();
}

/** The ids of the fields, in the order of the page. */
function fieldsOf(form: FormPage): Promise<string[]> {
  return form.root.locator('input').evaluateAll((inputs) => inputs.map(({ id }) => id.replace('form-', '')));
}
