import { describe, expect, test } from 'vitest';
import { keptCopy, keptPage, markedCopy, withKeptPages } from '../../src/offline/kept-copy.ts';

const html = '<!doctype html><html lang="zh-TW"><head><title>新增客戶 · Lockstep</title></head></html>';
const pageOf = (body: string, init: ResponseInit = {}) =>
  new Response(body, { headers: { 'content-type': 'text/html; charset=utf-8' }, ...init });

describe('a kept copy', () => {
  test('says at its root when it was made, once it is shown', async () => {
    const kept = await keptCopy(pageOf(html), 1_767_225_600_000);
    expect(await kept?.clone().text()).toBe(html);
    const shown = kept && (await markedCopy(kept));
    expect(await shown?.text()).toContain('<html data-kept="1767225600000" lang="zh-TW">');
  });

  test('is made of nothing but pages that were found', async () => {
    expect(await keptCopy(pageOf(html, { status: 404 }), 0)).toBeNull();
    expect(
      await keptCopy(new Response('{}', { headers: { 'content-type': 'application/json' } }), 0),
    ).toBeNull();
  });
});

describe('the list of what is kept', () => {
  test('names pages in their own languages', () => {
    expect(keptPage('/zh-tw/a/', html)).toEqual({ path: '/zh-tw/a/', title: '新增客戶', language: 'zh-TW' });
    expect(withKeptPages('<ul data-kept-pages></ul>', [keptPage('/zh-tw/a/', html)])).toBe(
      '<ul data-kept-pages><li><a href="/zh-tw/a/" lang="zh-TW" hreflang="zh-TW">新增客戶</a></li></ul>',
    );
  });
});
