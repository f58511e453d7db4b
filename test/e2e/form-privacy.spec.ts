import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, type Page, type Request, test } from '@playwright/test';
import { FormPage } from './form-page.ts';
import { fillTextBoxes } from './text-boxes.ts';

/** What is typed, in letters and in figures; nothing of the build has either. */
const sentinels = ['zqsentinel', '70012345678', '4299887'] as const;

/** Answers that hold a sentinel and pass the rules; every other box gets the sentinel alone. */
const answers: Readonly<Record<string, string>> = {
  'form-companyName': 'Zqsentinel Bakery AB',
  'form-email': 'zqsentinel@zqsentinel.example',
  'form-agreementEmail': 'zqsentinel@zqsentinel.example',
  'form-phone': '+46 70012345678',
  'form-agreementPhone': '70012345678',
  'form-additionalResellers-0': '4299887',
  'form-agreementDate': '6',
  'form-agreementDate-day': '1',
  'form-agreementDate-year': '2025',
};

const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const files: ReadonlySet<string> = new Set(
  readdirSync(dist, { recursive: true, encoding: 'utf8' }).map((path) => `/${path.replaceAll('\\', '/')}`),
);

/** Everything that the browser told somebody else, or keeps where others can read it. */
class Watch {
  readonly requests: Request[] = [];
  readonly noted: string[] = [];
  readonly connections: string[] = [];

  async over(page: Page): Promise<void> {
    const context = page.context();
    context.on('request', (request) => this.requests.push(request));
    context.on('serviceworker', (worker) => this.connections.push(worker.url()));
    page.on('websocket', (socket) => this.connections.push(socket.url()));
    page.on('worker', (worker) => this.connections.push(worker.url()));
    await page.exposeFunction('noteForTest', (text: string) => this.noted.push(text));
    await page.addInitScript(() => {
      // oxlint-disable-next-line unicorn/consistent-function-scoping -- what runs in the page sees nothing around it.
      const note = (text: unknown): void => {
        // The page's own functions cannot be used before they are there, and this one is there first.
        (globalThis as unknown as { noteForTest: (text: string) => void }).noteForTest(
          JSON.stringify(text) ?? '',
        );
      };
      note(['referrer', document.referrer]);
      for (const name of ['pushState', 'replaceState'] as const) {
        const own = history[name].bind(history);
        history[name] = (...entry) => {
          note([name, ...entry]);
          own(...entry);
        };
      }
      new MutationObserver(() => note(['title', document.title, document.cookie])).observe(document, {
        childList: true,
        subtree: true,
        characterData: true,
      });
      // A connection between peers is no request.
      Object.defineProperty(globalThis, 'RTCPeerConnection', { get: () => note('RTCPeerConnection') });
    });
  }
}

test('whatever is typed, opened, submitted, saved and deleted, nothing of it leaves', async ({
  page,
  baseURL,
}) => {
  const watch = new Watch();
  await watch.over(page);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const form = new FormPage(page, 'en-US');
  const fill = () => fillTextBoxes(form.root, (id) => answers[id] ?? 'zqsentinel');

  await form.open();
  await form.passOpening('indirectProvider');
  const country = form.root.getByRole('combobox', { name: form.t.field('country'), exact: true });
  await country.fill('zqsentinel');
  await expect(form.root).toContainText('zqsentinel');
  await form.chooseCountry('SE');
  await form.control('reseller').selectOption({ index: 1 });
  await form.root.getByRole('button', { name: form.t.text('fields.addReseller') }).click();
  await form.choose('attested');
  await form.choose('other');
  for (const tick of await form.root.getByRole('checkbox').all()) await tick.check();
  const typed = await fill();
  expect(typed.length).toBeGreaterThan(18);
  await form.button('nextSubscriptions').click();
  await form.expectStage('subscriptions');
  expect(await fill()).toContain('form-filter-name');
  await form.root.getByRole('searchbox').fill('');
  await form.chooseOffer('officeSmall', '299');
  await form.button('nextReview').click();
  await form.expectStage('review');

  const saved = await saveEverything(form);
  expect(saved.length).toBeGreaterThan(4);
  for (const text of saved) expect(text.toLowerCase()).toMatch(/zqsentinel|confirmation|agreed/u);
  await page.evaluate(() => {
    globalThis.print = () => {};
  });
  await form.root.getByRole('button', { name: form.t.text('exports.print') }).click();
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));

  const swedish = await form.switchTo('sv-SE');
  await swedish.expectStage('review');
  await swedish.button('submit').click();
  await swedish.expectStage('confirmation');
  for (const button of await swedish.root
    .getByRole('button', { name: swedish.t.text('confirmation.copy') })
    .all())
    await button.click();
  await swedish.button('addProducts').click();
  await leave(swedish);
  await expect(swedish.heading).toContainText('Zqsentinel');
  await page.goBack();
  await swedish.root.getByRole('button', { name: swedish.t.text('practice.deleteAll') }).click();
  await swedish.dialog.getByRole('button', { name: swedish.t.text('practice.deleteAllConfirm') }).click();
  await swedish.expectStage('opening');

  const draft = saved.find((text) => text.includes('"savedOn"')) ?? '';
  await swedish.root
    .locator('input[type="file"]')
    .first()
    .setInputFiles({ name: 'zqsentinel.json', mimeType: 'application/json', buffer: Buffer.from(draft) });
  await swedish.expectStage('review');
  await expect(swedish.root).toContainText('Zqsentinel Bakery AB');
  await page.reload();
  await swedish.expectStage('review');
  await page.locator('main a[href^="/sv-se/"]:visible').first().click();
  await page.waitForLoadState();

  expect(watch.connections).toEqual([]);
  expect(watch.requests.length).toBeGreaterThan(20);
  const faults = await Promise.all(watch.requests.map((request) => faultOf(request, baseURL ?? '')));
  expect(faults.filter((fault) => fault !== '')).toEqual([]);
  expect(watch.noted.some((note) => note.includes('"pushState"'))).toBe(true);
  expect(watch.noted.some((note) => note.startsWith(`["title","${swedish.t.label('addProducts')}`))).toBe(
    true,
  );
  expect(watch.noted.filter((note) => isTelling(note) || note.includes('RTCPeerConnection'))).toEqual([]);
  expect(await page.context().cookies()).toEqual([]);
});

/** What every format saves and copies. */
async function saveEverything({ page, root, t }: FormPage): Promise<readonly string[]> {
  await root.getByText(t.text('exports.open'), { exact: true }).click();
  const format = root.locator('#form-export-format');
  // Its part is loaded when it is opened.
  await expect(format).toBeVisible();
  const formats = await format
    .locator('option')
    .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
  const saved: string[] = [];
  for (const id of formats) {
    await format.selectOption(id);
    const [save, copy] = await root.locator('.form-exports details button').all();
    const download = page.waitForEvent('download');
    await save?.click();
    saved.push(readFileSync(await (await download).path(), 'utf8'));
    await copy?.click();
  }
  return saved;
}

async function leave({ dialog, t }: FormPage): Promise<void> {
  await dialog.getByRole('button', { name: t.text('confirmation.leave'), exact: true }).click();
}

/** What is wrong with a request; an empty text for a plain GET of a file of this build. */
async function faultOf(request: Request, baseURL: string): Promise<string> {
  const url = new URL(request.url());
  // Made and read in the browser alone.
  if (url.protocol === 'blob:' || url.protocol === 'data:') return '';
  const told = `${request.method()} ${request.url()}`;
  const path = decodeURIComponent(url.pathname);
  const file = path.endsWith('/') ? `${path}index.html` : path;
  if (request.method() !== 'GET' || request.postData() !== null) return `${told} sends something`;
  if (url.origin !== new URL(baseURL).origin || url.search !== '')
    return `${told} asks somebody else, or more`;
  if (!files.has(file)) return `${told} is no file of this build`;
  const headers = JSON.stringify(await request.allHeaders());
  return isTelling(told) || isTelling(headers) || 'cookie' in (await request.allHeaders())
    ? `${told} tells what was typed: ${headers}`
    : '';
}

function isTelling(text: string): boolean {
  let plain = text;
  try {
    plain = decodeURIComponent(text);
  } catch {
    // What is no address is looked through as it is.
  }
  const all = `${text} ${plain}`.toLowerCase();
  return sentinels.some((sentinel) => all.includes(sentinel));
}
