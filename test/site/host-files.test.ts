import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Headers, headersOf } from '../../scripts/site/headers/header-rules.ts';
import { dist } from './built-pages.ts';

const read = (file: string) => readFileSync(join(dist, file), 'utf8');

/** Files of every kind, among them one that no rule but the general one is for. */
const paths = [
  '/',
  '/zh-cn/add-a-new-customer/',
  '/ru-ru/glossary.md',
  '/sv-se/llms.txt',
  '/zh-tw/feed.xml',
  '/_astro/page-chrome.abc123.js',
  '/pagefind/index/en_abc.pf_index',
  '/pagefind/fragment/en_abc.pf_fragment',
  '/pagefind/pagefind.js',
  '/sw.js',
  '/favicon.svg',
];

type Rule = readonly [pattern: RegExp, headers: readonly (readonly [name: string, value: string])[]];

/** What a host sends that lets the last rule for a header win. */
const lastOf = (rules: readonly Rule[], path: string): Headers =>
  Object.fromEntries(rules.flatMap(([pattern, headers]) => (pattern.test(path) ? headers : [])));

const withStar = (path: string) => new RegExp(`^${path.split('*').map(RegExp.escape).join('.*')}$`);

describe('what is said of headers', () => {
  test('keeps hashed files, asks anew for pages and the worker, and lets no page be framed', () => {
    expect(headersOf('/_astro/a.css')['Cache-Control']).toBe('public, max-age=31536000, immutable');
    for (const path of ['/en-us/glossary/', '/sw.js', '/pagefind/pagefind-entry.json'])
      expect(headersOf(path)['Cache-Control']).toBe('no-cache');
    for (const path of paths) {
      expect(headersOf(path)['Content-Security-Policy']).toContain("frame-ancestors 'none'");
      expect(headersOf(path)['X-Content-Type-Options']).toBe('nosniff');
    }
    expect(headersOf('/sw.js')['Content-Security-Policy']).toContain("connect-src 'self'");
    expect(headersOf('/ru-ru/glossary.md')['Content-Type']).toBe('text/markdown; charset=utf-8');
    expect(headersOf('/ru-ru/feed.xml')['Content-Type']).toBe('application/rss+xml; charset=utf-8');
  });
});

describe('hosts are told the same', () => {
  test.each(paths)('in `_headers`, of %s', (path) => {
    const rules = read('_headers')
      .trim()
      .split('\n\n')
      .map((block): Rule => {
        const [pattern = '', ...headers] = block.split('\n');
        return [
          withStar(pattern),
          headers.map((line) => {
            const { name = '', value = '' } = /^ {2}(?<name>[\w-]+): (?<value>.+)$/.exec(line)?.groups ?? {};
            return [name, value];
          }),
        ];
      });
    const sent = new Map<string, string[]>();
    for (const [pattern, headers] of rules)
      if (pattern.test(path))
        for (const [name, value] of headers) sent.set(name, [...(sent.get(name) ?? []), value]);
    const { 'Cache-Control': caching, 'Content-Security-Policy': policy, ...others } = headersOf(path);
    // These hosts join values: of caching there must be one at most, and of two policies both hold.
    expect(sent.get('Cache-Control') ?? ['no-cache']).toEqual([caching]);
    expect(sent.get('Content-Security-Policy')).toContain(policy);
    sent.delete('Cache-Control');
    sent.delete('Content-Security-Policy');
    expect(Object.fromEntries(sent)).toEqual(
      Object.fromEntries(Object.entries(others).map(([name, value]) => [name, [value]])),
    );
  });

  test('in `_headers`, with no more rules than Cloudflare Pages takes', () => {
    expect(read('_headers').trim().split('\n\n').length).toBeLessThanOrEqual(100);
  });

  test.each(paths)('in `.htaccess`, of %s', (path) => {
    const rules: [RegExp, [string, string][]][] = [[/^/, []]];
    for (const line of read('.htaccess').split('\n')) {
      const condition = /<If "%\{REQUEST_URI\} =~ m#(?<pattern>.+)#">/.exec(line)?.groups;
      if (condition) rules.push([new RegExp(condition['pattern'] ?? ''), []]);
      const header = /^ +(?:Header always set (?<name>\S+)|ForceType) "(?<value>.+)"$/.exec(line)?.groups;
      if (header) rules.at(-1)?.[1].push([header['name'] ?? 'Content-Type', header['value'] ?? '']);
    }
    expect(lastOf(rules, path)).toEqual(headersOf(path));
  });

  test.each(paths)('in `vercel.json`, of %s', (path) => {
    const { headers }: { headers: { source: string; headers: { key: string; value: string }[] }[] } =
      JSON.parse(read('vercel.json'));
    const rules = headers.map(
      (rule): Rule => [new RegExp(`^${rule.source}$`), rule.headers.map(({ key, value }) => [key, value])],
    );
    expect(lastOf(rules, path)).toEqual(headersOf(path));
  });

  test.each(paths)('in `staticwebapp.config.json`, of %s', (path) => {
    const settings: {
      globalHeaders: Headers;
      routes: { route: string; headers: Headers }[];
      mimeTypes: Record<string, string>;
    } = JSON.parse(read('staticwebapp.config.json'));
    const route = settings.routes.find((candidate) => withStar(candidate.route).test(path));
    const type = settings.mimeTypes[/\.\w+$/.exec(path)?.[0] ?? ''];
    expect({
      ...settings.globalHeaders,
      ...route?.headers,
      ...(type && { 'Content-Type': type }),
    }).toEqual(headersOf(path));
  });

  test.each(paths)('in `nginx-headers.conf`, of %s', (path) => {
    const places: [RegExp, [string, string][]][] = [[/^/, []]];
    for (const line of read('nginx-headers.conf').split('\n')) {
      const location = /^location ~ "(?<pattern>.+)" \{$/.exec(line)?.groups;
      if (location) places.push([new RegExp(location['pattern'] ?? ''), []]);
      const header = /(?:add_header (?<name>\S+)|default_type) "(?<value>[^"]+)"(?: always)?;$/.exec(
        line,
      )?.groups;
      if (header) places.at(-1)?.[1].push([header['name'] ?? 'Content-Type', header['value'] ?? '']);
    }
    // The first expression that fits is taken, and nothing from around it.
    const [around, ...locations] = places;
    const place = locations.find(([pattern]) => pattern.test(path)) ?? around;
    expect(Object.fromEntries(place?.[1] ?? [])).toEqual(headersOf(path));
  });
});
