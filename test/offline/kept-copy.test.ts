import { describe, expect, test } from 'vitest';
import { keptPath } from '../../src/offline/keep-files.ts';
import { keptCopy, keptPage, markedCopy, withKeptPages } from '../../src/offline/kept-copy.ts';

const html =
  '<!doctype html><html lang="zh-TW"><head><title>新增客戶 · Lockstep</title></head><body>' +
  '<aside class="site-notice" data-kept-notice="zh-TW" aria-label="沒有網路連線" hidden> <p>這是 {date} 儲存的頁面複本。</p> </aside>' +
  '<aside class="site-notice" data-update-notice hidden><p>本指南有新版本。</p></aside></body></html>';
const pageOf = (body: string, init: ResponseInit = {}) =>
  new Response(body, { headers: { 'content-type': 'text/html; charset=utf-8' }, ...init });

describe('a kept copy', () => {
  test('says when it was made once it is shown, in the language of the page', async () => {
    const kept = await keptCopy(pageOf(html), Date.UTC(2026, 10, 26, 12));
    expect(await kept?.clone().text()).toBe(html);
    const shown = kept && (await (await markedCopy(kept)).text());
    expect(shown).toMatch(
      /<aside class="site-notice" data-kept-notice="zh-TW" aria-label="沒有網路連線"> <p>這是 <time datetime="2026-11-26T12:00:00\.000Z">2026年11月2\d日 [^<]+<\/time> 儲存/,
    );
    expect(shown).toContain('data-update-notice hidden');
  });

  test('is held to the policy that came with the page', async () => {
    const response = pageOf(html, {
      headers: {
        'content-type': 'text/html',
        'content-encoding': 'br',
        'content-security-policy': "frame-ancestors 'none'",
      },
    });
    const kept = await keptCopy(response, 0);
    const shown = kept && (await markedCopy(kept));
    expect(shown?.headers.get('content-security-policy')).toBe("frame-ancestors 'none'");
    expect(shown?.headers.get('content-encoding')).toBeNull();
  });

  test('is made of nothing but pages that were found', async () => {
    expect(await keptCopy(pageOf(html, { status: 404 }), 0)).toBeNull();
    expect(
      await keptCopy(new Response('{}', { headers: { 'content-type': 'application/json' } }), 0),
    ).toBeNull();
  });

  test.each([
    ['https://example.com/sv-se/search/?q=%C3%A5#b', '/sv-se/search/'],
    ['https://example.com/sv-se/agreements', '/sv-se/agreements/'],
    ['https://example.com/', '/'],
    ['https://example.com/sv-se/agreements.md', '/sv-se/agreements.md'],
  ])('of %s is kept as %s', (address, path) => {
    expect(keptPath(address)).toBe(path);
  });
});

describe('the list of what is kept', () => {
  const offline =
    '<section data-kept-pages aria-labelledby="kept" hidden> <h2 id="kept">頁面</h2> <ul role="list"></ul> </section>';

  test('names pages in their own languages', () => {
    expect(keptPage('/zh-tw/a/', html)).toEqual({ path: '/zh-tw/a/', title: '新增客戶', language: 'zh-TW' });
    expect(withKeptPages(offline, [keptPage('/zh-tw/a/', html)])).toBe(
      '<section data-kept-pages aria-labelledby="kept"> <h2 id="kept">頁面</h2> <ul role="list"><li><a href="/zh-tw/a/" lang="zh-TW" hreflang="zh-TW">新增客戶</a></li></ul> </section>',
    );
  });

  test('is not there where nothing is kept', () => {
    expect(withKeptPages(offline, [])).toBe(offline);
  });
});
