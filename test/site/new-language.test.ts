import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { finishedLocales, localeSlug, siteLocales } from '../../src/domain/locale/locales.ts';
import { siteMessages } from '../../src/i18n/site-messages.ts';
import { buildCopy, copyProject } from './build-copy.ts';
import {
  attribute,
  type BuiltPage,
  byTag,
  elementsIn,
  headLinks,
  homepage,
  languageLinks,
  metaContent,
  pageFrom,
  root,
  textIn,
} from './built-pages.ts';

const known: readonly string[] = siteLocales;
/** Languages that the guide has not got: one written from left to right, one from right to left. */
const [leftToRight = '', rightToLeft = ''] = [
  ['de-DE', 'fr-FR', 'pt-BR', 'is-IS'],
  ['ar-EG', 'he-IL', 'fa-IR', 'ur-PK'],
].map((tags) => tags.find((tag) => !known.includes(tag)));
const keys = globSync('*.mdx', { cwd: join(root, 'content/en-US') }).map((file) => file.replace('.mdx', ''));

const folder = copyProject();
const read = (path: string): BuiltPage =>
  pageFrom(path, readFileSync(join(folder, 'dist', path, 'index.html'), 'utf8'));
const run = (...command: readonly string[]): string =>
  execFileSync(process.execPath, command, { cwd: folder, encoding: 'utf8' });
const inProgress = [leftToRight, rightToLeft].map((locale) => ({ locale, slug: locale.toLowerCase() }));

beforeAll(() => {
  cpSync(join(root, 'content'), join(folder, 'content'), { recursive: true });
  for (const { locale } of inProgress) run('scripts/new-locale.ts', locale);
  // Another translation stands for one into this language: it is not in the source's words, which the check would tell.
  const page = readFileSync(join(root, 'content/sv-SE/glossary.mdx'), 'utf8');
  writeFileSync(
    join(folder, `content/${leftToRight}/glossary.mdx`),
    page.replace(/^title: .*$/m, 'title: Translated title'),
  );
  run('scripts/lockstep.ts', 'stamp', `content/${leftToRight}/glossary.mdx`);
  buildCopy(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The languages in which a page says that it can be had. */
const namesOf = (page: BuiltPage): string[] =>
  languageLinks(page)
    .map((link) => attribute(link, 'hrefLang') ?? '')
    .filter((language) => language !== 'x-default')
    .toSorted();

test('a language in which nothing is translated has every page at once, in the words of the source', () => {
  for (const { locale, slug } of inProgress) {
    for (const key of keys.filter((each) => each !== 'glossary')) {
      const page = read(`/${slug}/${key}/`);
      expect(attribute(byTag(page, 'html')[0], 'lang')).toBe(locale);
      expect(attribute(byTag(page, 'body')[0], 'lang')).toBe('en-US');
      expect(textIn(byTag(page, 'h1')[0] ?? { type: 'text', value: '' })).toMatch(/\S/);
      expect(headLinks(page, 'canonical').map((link) => attribute(link, 'href'))).toEqual([
        new URL(`/en-us/${key}/`, homepage).href,
      ]);
      expect(languageLinks(page)).toEqual([]);
    }
    expect(metaContent(read(`/${slug}/`), 'robots')).toBe('noindex');
    expect(metaContent(read(`/${slug}/search/`), 'robots')).toBe('noindex');
  }
});

test('the form in it has no empty word', () => {
  for (const { slug } of inProgress) {
    const page = read(`/${slug}/add-a-new-customer/`);
    const form = page.elements.find((element) => attribute(element, 'className') === 'customer-form');
    const named = (form ? elementsIn(form) : []).filter(({ tagName }) =>
      ['button', 'h3', 'label', 'legend', 'option', 'summary'].includes(tagName),
    );
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((element) => textIn(element).trim() === '')).toEqual([]);
  }
});

test('the direction of writing is that of the language, and that of the source in its words', () => {
  expect(attribute(byTag(read(`/${leftToRight.toLowerCase()}/`), 'html')[0], 'dir') ?? 'ltr').toBe('ltr');
  const page = read(`/${rightToLeft.toLowerCase()}/agreements/`);
  expect(attribute(byTag(page, 'html')[0], 'dir')).toBe('rtl');
  expect(attribute(byTag(page, 'body')[0], 'dir')).toBe('ltr');
});

test('the first page that is translated is listed, named by its source, and offered; the others are not', () => {
  const slug = leftToRight.toLowerCase();
  const page = read(`/${slug}/glossary/`);
  expect(textIn(byTag(page, 'h1')[0] ?? { type: 'text', value: '' })).toBe('Translated title');
  expect(headLinks(page, 'canonical').map((link) => attribute(link, 'href'))).toEqual([
    new URL(`/${slug}/glossary/`, homepage).href,
  ]);
  const alternates = [...finishedLocales, leftToRight].toSorted();
  expect(namesOf(page)).toEqual(alternates);
  expect(namesOf(read('/en-us/glossary/'))).toEqual(alternates);
  expect(namesOf(read('/en-us/agreements/'))).toEqual(finishedLocales.toSorted());

  const sitemap = readFileSync(join(folder, 'dist/sitemap-0.xml'), 'utf8');
  const listed = [...sitemap.matchAll(/<loc>(?<address>.*?)<\/loc>/g)].map(
    ({ groups }) => new URL(groups?.['address'] ?? '').pathname,
  );
  expect(
    listed.filter((path) => inProgress.some((language) => path.startsWith(`/${language.slug}/`))),
  ).toEqual([`/${slug}/glossary/`]);
  expect(readFileSync(join(folder, `dist/${slug}/llms.txt`), 'utf8')).toContain('Translated title');
  expect(existsSync(join(folder, `dist/${rightToLeft.toLowerCase()}/llms.txt`))).toBe(false);
});

test('readers are told that it is in progress wherever languages are listed', () => {
  for (const locale of finishedLocales) {
    const page = read(`/${localeSlug(locale)}/agreements/`);
    const links = byTag(page, 'a').filter((link) => attribute(link, 'dataKeepPlace') !== undefined);
    expect(links.map((link) => attribute(link, 'lang'))).toEqual(
      expect.arrayContaining([leftToRight, rightToLeft]),
    );
    const languages = byTag(page, 'nav').find((nav) => attribute(nav, 'className') === 'languages');
    const states = (languages ? elementsIn(languages) : [])
      .filter(({ tagName }) => tagName === 'small')
      .map((state) => textIn(state).trim());
    expect(states).toEqual(
      expect.arrayContaining(inProgress.map(() => siteMessages(locale)('stateMissing'))),
    );
  }
});

test('the checker says what is left, page by page, and fails nothing for it', () => {
  for (const { locale } of inProgress) {
    const said = run('scripts/lockstep.ts', 'check', '--locale', locale);
    for (const key of keys.filter((each) => locale !== leftToRight || each !== 'glossary'))
      expect(said).toContain(`content/${locale}/${key}.mdx`);
    expect(said).toMatch(/messages are empty/);
  }
});
