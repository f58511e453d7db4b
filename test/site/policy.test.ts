import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import {
  attribute,
  type BuiltPage,
  builtPages,
  byTag,
  dist,
  type Element,
  metaContent,
  searchPages,
} from './built-pages.ts';

const policyOf = (page: BuiltPage): Map<string, string[]> =>
  new Map(
    (metaContent(page, 'content-security-policy') ?? '')
      .split(';')
      .map((directive) => directive.trim().split(/\s+/))
      .map(([name = '', ...values]) => [name, values]),
  );

/** The text of each inline element that the browser hashes; blocks of data are never run. */
const inlineTexts = (page: BuiltPage, tag: string) =>
  [
    ...page.html.matchAll(
      new RegExp(`<${tag}(?![^>]*(?:\\ssrc=|ld\\+json))[^>]*>([\\s\\S]*?)</${tag}>`, 'g'),
    ),
  ].map((match) => match[1] ?? '');

/** What browsers run: data for search engines is no script to them. */
const isRun = (script: Element) => attribute(script, 'type') !== 'application/ld+json';

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const gzipped = (path: string) => gzipSync(readFileSync(join(dist, path))).length;

describe('content security policy', () => {
  test.each(builtPages)('$path lets nothing be sent and nothing run that is not its own', (page) => {
    const policy = policyOf(page);
    expect(policy.get('default-src')).toEqual(["'self'"]);
    const searches = searchPages.includes(page);
    expect(policy.get('connect-src')).toEqual([searches ? "'self'" : "'none'"]);
    expect(policy.get('form-action')).toEqual(["'none'"]);
    expect(policy.get('base-uri')).toEqual(["'none'"]);
    expect(policy.get('object-src')).toEqual(["'none'"]);
    expect(policy.get('worker-src')).toEqual(["'self'"]);
    for (const name of ['script-src', 'style-src']) {
      const sources = policy.get(name) ?? [];
      expect(sources).toContain("'self'");
      const foreign = sources.filter((source) => source !== "'self'" && !source.startsWith("'sha256-"));
      expect(foreign).toEqual(searches && name === 'script-src' ? ["'wasm-unsafe-eval'"] : []);
    }
  });

  test.each(builtPages)('$path carries the hash of every inline script and style', (page) => {
    const policy = policyOf(page);
    for (const [tag, name] of [
      ['script', 'script-src'],
      ['style', 'style-src'],
    ] as const) {
      expect(inlineTexts(page, tag).filter((text) => !policy.get(name)?.includes(hashOf(text)))).toEqual([]);
    }
    expect(page.elements.filter((element) => attribute(element, 'style') !== undefined)).toEqual([]);
    expect(page.html).not.toMatch(/<[^>]+\son\w+=/);
  });
});

describe('the worker that checks tables', () => {
  const workers = readdirSync(join(dist, '_astro')).filter((file) => file.includes('.worker'));

  test('is one file of this build, named by its content', () => {
    expect(workers).toEqual([expect.stringMatching(/^check-tables\.worker-[\w-]{8}\.js$/)]);
  });

  // A page's policy does not hold for a worker that has a file of its own.
  test.each(workers)('%s has nothing to ask or send anything with, and makes no code of text', (file) => {
    const code = readFileSync(join(dist, '_astro', file), 'utf8');
    expect(code).toContain('postMessage');
    expect(code).not.toMatch(
      /\b(?:fetch|XMLHttpRequest|WebSocket|WebTransport|EventSource|sendBeacon|importScripts|RTCPeerConnection|eval|Function)\b\s*\(|\bimport\s*\(|\bnew\s+(?:XMLHttpRequest|WebSocket|WebTransport|EventSource|Worker)\b|\bindexedDB\b|\bcaches\b/,
    );
  });
});

describe('scripts and styles', () => {
  const withoutForm = builtPages.filter(
    (page) => byTag(page, 'astro-island').length === 0 && !searchPages.includes(page),
  );

  test('there are pages without the form', () => {
    expect(withoutForm.length).toBeGreaterThan(5);
  });

  test.each(withoutForm)(
    '$path runs nothing but the one script for theme, place and language, under 5 kB',
    (page) => {
      const scripts = byTag(page, 'script')
        .filter(isRun)
        .map((script) => attribute(script, 'src') ?? '');
      expect(scripts).toEqual([expect.stringMatching(/^\/_astro\/page-chrome\.[\w-]+\.js$/)]);
      expect(gzipped(scripts[0] ?? '')).toBeLessThan(5000);
    },
  );

  test.each(withoutForm)('$path is loaded with less than 50 kB at a first visit', (page) => {
    const parts = byTag(page, 'script', 'link').flatMap((element) => {
      const isLoaded = ['stylesheet', 'icon'].includes(attribute(element, 'rel') ?? '');
      return attribute(element, 'src') ?? (isLoaded ? attribute(element, 'href') : undefined) ?? [];
    });
    expect(parts.length).toBeGreaterThan(2);
    const whole = gzipSync(page.html).length + parts.reduce((sum, part) => sum + gzipped(part), 0);
    expect(whole).toBeLessThan(50_000);
  });

  test.each(withoutForm)('$path has less than 12 kB of styles', (page) => {
    const sheets = byTag(page, 'link').filter((link) => attribute(link, 'rel') === 'stylesheet');
    const sizes = sheets.map((sheet) => gzipped(attribute(sheet, 'href') ?? ''));
    expect(sizes.length).toBeGreaterThan(0);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(12_000);
  });
});
