import { type CDPSession, expect, type Locator, test } from '@playwright/test';
import { FormPage } from './form-page.ts';

/** An input method, as it speaks to the browser: what is composed is shown, and Enter takes it. */
class InputMethod {
  readonly #session: CDPSession;

  constructor(session: CDPSession) {
    this.#session = session;
  }

  /** Composes `text`, and takes it with Enter, whose key the browser hands on as one of the input method's. */
  async type(box: Locator, text: string): Promise<void> {
    await box.focus();
    for (let end = 1; end <= text.length; end += 1) await this.#compose(text.slice(0, end));
    await expect(box).toHaveValue(new RegExp(`${text}$`, 'u'));
    await this.#key('rawKeyDown', { windowsVirtualKeyCode: 229 });
    await this.#session.send('Input.insertText', { text });
    await this.#key('keyUp', { windowsVirtualKeyCode: 13 });
    await expect(box).toHaveValue(new RegExp(`${text}$`, 'u'));
  }

  /** The same where the browser tells only that something is being composed. */
  async pressEnterWithin(box: Locator, text: string): Promise<void> {
    await box.focus();
    await this.#compose(text);
    await this.#key('rawKeyDown', { windowsVirtualKeyCode: 13, text: '\r' });
    await this.#session.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
  }

  async #compose(text: string): Promise<void> {
    await this.#session.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  }

  async #key(
    type: 'rawKeyDown' | 'keyUp',
    key: { readonly windowsVirtualKeyCode: number; readonly text?: string },
  ): Promise<void> {
    await this.#session.send('Input.dispatchKeyEvent', { type, key: 'Enter', code: 'Enter', ...key });
  }
}

test('Enter that takes a composed word submits nothing, in any box of any stage', async ({ page }) => {
  const form = new FormPage(page, 'zh-TW');
  const method = new InputMethod(await page.context().newCDPSession(page));
  const submitted: string[] = [];
  await page.exposeFunction('noteSubmit', (stage: string) => submitted.push(stage));
  await page.addInitScript(() => {
    addEventListener(
      'submit',
      () => (globalThis as unknown as { noteSubmit: (hash: string) => void }).noteSubmit(location.hash),
      true,
    );
  });
  await form.open();
  await form.passOpening('indirectProvider');
  await form.choose('attested');
  await form.choose('other');
  const boxes = form.root.locator(
    ':is(input[type="text"], input[type="search"], textarea):not([readonly]):visible',
  );
  const idsOfBoxes = () => boxes.evaluateAll((found) => found.map(({ id }) => id));
  // The address that is asked for follows the country.
  await method.type(form.control('country'), '瑞典');
  await form.control('country').blur();
  const inAccount = await idsOfBoxes();
  expect(inAccount.length).toBeGreaterThan(16);
  for (const id of inAccount) await method.type(form.root.locator(`#${id}`), '瑞典');
  expect(submitted).toEqual(['#stage-opening']);
  await expect(form.control('country')).toHaveValue('瑞典');
  await method.pressEnterWithin(form.control('companyName'), '北極光');
  await method.pressEnterWithin(form.control('country'), '芬蘭');
  await form.expectStage('account');
  await expect(form.summary).toBeHidden();

  await form.fillAccount();
  await form.choose('primary');
  await form.control('reseller').selectOption({ index: 1 });
  await form.control('companyName').press('Enter');
  await form.expectStage('subscriptions');
  await form.chooseOffer('officeSmall', '5');
  for (const id of await idsOfBoxes()) await method.type(form.root.locator(`#${id}`), '套');
  await form.expectStage('subscriptions');
  await expect(form.summary).toBeHidden();
  expect(submitted).toEqual(['#stage-opening', '#stage-account']);
});
