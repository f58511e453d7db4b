import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

/** What readers look for in each language, and the place that must be among the first answers. */
const fixtures = {
  'en-us': [
    ['registration id', 'add-a-new-customer/#'],
    ['licenses', 'add-a-new-customer/#rule-licences'],
    ['Отправить', 'add-a-new-customer/#submit'],
    ['提交', 'add-a-new-customer/#submit'],
    ['Uppdatera', 'add-a-new-customer/#check-review'],
  ],
  'sv-se': [
    // Without its dots, in another form of the word, and in other languages.
    ['tillagg', 'add-a-new-customer/#rule-add-on'],
    ['återförsäljarna', 'add-a-new-customer/#'],
    ['kundens', 'add-a-new-customer/#'],
    ['Submit', 'add-a-new-customer/#submit'],
    ['Клиенты', 'add-a-new-customer/#select-customers'],
    ['提交', 'add-a-new-customer/#submit'],
  ],
  'zh-cn': [
    ['注册 ID', 'add-a-new-customer/#'],
    ['管理员用户帐户', 'add-a-new-customer/#copy-credentials'],
    ['添加客户', 'add-a-new-customer/#add-customer'],
    ['Add customer', 'add-a-new-customer/#add-customer'],
    ['Ｓｕｂｍｉｔ', 'add-a-new-customer/#submit'],
    ['Обновить', 'add-a-new-customer/#check-review'],
  ],
  'ru-ru': [
    ['клиентами', 'add-a-new-customer/#'],
    ['посредникам', 'add-a-new-customer/#'],
    ['лицензиями', 'add-a-new-customer/#'],
    ['Submit', 'add-a-new-customer/#submit'],
    ['Lägg till kund', 'add-a-new-customer/#add-customer'],
  ],
  'zh-tw': [
    ['電話號碼', 'add-a-new-customer/#'],
    ['間接轉銷商', 'add-a-new-customer/#'],
    ['送出', 'add-a-new-customer/#submit'],
    ['Submit', 'add-a-new-customer/#submit'],
    ['Klar', 'add-a-new-customer/#done'],
  ],
} as const;

test.describe('search', () => {
  for (const [slug, queries] of Object.entries(fixtures)) {
    test(`in ${slug} finds words in their forms, and names in the other languages`, async ({ page }) => {
      const refused: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') refused.push(message.text());
      });
      await page.goto(`/${slug}/search/`);
      const field = page.getByRole('searchbox');
      const results = page.locator('[data-search-results]');
      for (const [query, place] of queries) {
        await field.fill('');
        await expect(page.locator('[data-search-all]')).toBeVisible();
        await field.fill(query);
        const links = results.locator(`a[href^="/${slug}/${place}"]`);
        await expect(links.first(), query).toBeVisible();
        await expect(page.getByRole('main').getByRole('status')).toHaveText(/\d/);
      }
      await field.fill('qzxqzx');
      await expect(page.getByRole('main').getByRole('status')).toContainText('qzxqzx');
      await expect(page.locator('[data-search-all]')).toBeVisible();
      expect(refused).toEqual([]);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations).toEqual([]);
    });
  }

  test('keeps what was looked for in the address, and leads to the place by keyboard alone', async ({
    page,
  }) => {
    await page.goto('/en-us/search/?q=submit');
    await expect(page.getByRole('searchbox')).toHaveValue('submit');
    const place = page.locator('[data-search-results] a[href$="#submit"]').first();
    await expect(place).toBeVisible();
    await page.getByRole('searchbox').focus();
    for (let presses = 0; presses < 12; presses += 1) {
      await page.keyboard.press('Tab');
      if (await place.evaluate((link) => link === document.activeElement)) break;
    }
    await expect(place).toBeFocused();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations).toEqual([]);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/en-us\/add-a-new-customer\/#submit$/);
    await page.goBack();
    await expect(page.getByRole('searchbox')).toHaveValue('submit');
    await expect(place).toBeVisible();
  });

  test('shows hostile text as text', async ({ page }) => {
    await page.goto(`/en-us/search/?q=${encodeURIComponent('<img src=x onerror=alert(1)>')}`);
    await expect(page.getByRole('main').getByRole('status')).not.toBeEmpty();
    expect(await page.locator('main img').count()).toBe(0);
  });

  test('lists all pages where its index cannot be had', async ({ page }) => {
    await page.route('**/pagefind/**', (route) => route.abort());
    await page.goto('/sv-se/search/?q=kund');
    await expect(page.getByRole('main').getByRole('status')).toContainText(
      'Det gick inte att läsa in sökningen',
    );
    await expect(page.locator('[data-search-all] a').first()).toBeVisible();
  });

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false });

    test('lists all pages and their sections, and offers no field that does nothing', async ({ page }) => {
      await page.goto('/zh-tw/search/');
      await expect(page.getByRole('searchbox')).toHaveCount(0);
      await expect(page.locator('noscript p')).toBeVisible();
      await expect(
        page.locator('[data-search-all] a[href="/zh-tw/add-a-new-customer/#practice-form"]'),
      ).toBeVisible();
    });
  });
});
