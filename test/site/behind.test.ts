import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { siteLocales } from '../../src/domain/locale/locales.ts';
import { siteMessages } from '../../src/i18n/site-messages.ts';
import { copySite, frontMatter } from './build-copy.ts';
import {
  attribute,
  type BuiltPage,
  byTag,
  type Element,
  elementsIn,
  foldedText,
  headLinks,
  homepage,
  languageLinks,
  metaContent,
  pageFrom,
  textIn,
} from './built-pages.ts';

const say = siteMessages('sv-SE');
const site = copySite();
const read = (path: string): BuiltPage =>
  pageFrom(path, readFileSync(join(site.folder, 'dist', path, 'index.html'), 'utf8'));

const english = (second: string, third = '') => `${frontMatter('Order a cake')}
How to order a cake for a party.

## Order {/* #order */}

1. Open the shop. {/* #open */}
2. ${second} {/* #choose */}
3. Pay at the till. {/* #pay */}
${third}
## Collect {/* #collect */}

Come to the shop in the morning.
`;

const swedish = (source: string) => `${frontMatter('Beställ en tårta', source)}
Så beställer du en tårta till ett kalas.

## Beställ {/* #order */}

1. Öppna butiken. {/* #open */}
2. Välj en liten tårta. {/* #choose */}
3. Betala i kassan. {/* #pay */}

## Hämta {/* #collect */}

Kom till butiken på morgonen.
`;

/** What Markdown can say; nothing in it needs a component. */
const everyConstruct = `
Words **in bold**, *in italics*, ~~struck out~~, \`code & "quotes"\`, an &eacute;, a \\* star,\\
and a new line; https://example.com/?a=1&b=2, [a page](order.mdx#choose), [a site](https://example.com 'A title'), [one
below][below], a note[^1]. {/* #rule-words */} More -- "words"... {/* for translators */}

{/* #between */}

{/* a comment
of two lines */}

## A title with \`code\` {/* #title */}

1. First. {/* #first */}
2. Second:

   - a list
   - [x] done

   \`\`\`js
   const sum = 1 + 1;
   \`\`\` {/* #second */}

### No id

### No id

> [!WARNING]
> Beware. {/* #beware */}
>
> | A | B |
> | --- | :-: |
> | \`a\` | b {/* #cell */} |

> A quote

---

- loose

- list

[below]: https://example.com/below
[^1]: A note of its own.
`;

beforeAll(() => {
  const pin = site.write('content/en-US/order.mdx', english('Choose a small cake.'));
  site.write('content/sv-SE/order.mdx', swedish(pin));
  site.commit('2026-02-01');
  site.write(
    'content/en-US/order.mdx',
    english('Choose a large cake.', '\nKeep the receipt until you have collected the cake.\n'),
  );
  site.commit('2026-03-05');
  site.write('content/en-US/plain.mdx', `${frontMatter('Plain')}${everyConstruct}`);
  site.write(
    'content/en-US/module.mdx',
    `${frontMatter('Module')}\nexport const one = 1;\n${everyConstruct}`,
  );
  site.build();
});
afterAll(() => rmSync(site.folder, { recursive: true, force: true }));

const withClass = (page: BuiltPage, name: string) =>
  page.elements.filter((element) => attribute(element, 'className')?.split(' ').includes(name));
const texts = (elements: readonly Element[]) => elements.map(foldedText);
const inside = (element: Element | undefined, tag: string) =>
  element ? elementsIn(element).filter(({ tagName }) => tagName === tag) : [];

describe('a translation that is behind its source', () => {
  test('says so, since when, and what it lacks, with a word diff and the way to the place', () => {
    const page = read('/sv-se/order/');
    const [notice] = withClass(page, 'notice-behind');
    expect(textIn(withClass(page, 'page-meta')[0] as Element)).not.toContain(say('sourceUnchanged'));
    expect(textIn(notice as Element)).toContain(say('behindTitle'));
    expect(textIn(notice as Element)).toContain(say('behindSince', { date: '5 mars 2026' }));
    expect(texts(inside(notice, 'summary'))).toEqual([
      `${say('changeChanged')}: Order (${say('stepNumber', { number: 2 })})`,
      `${say('changeAdded')}: Order`,
    ]);
    expect(texts(inside(notice, 'del'))).toEqual([`[${say('diffRemoved')}] small`]);
    expect(texts(inside(notice, 'ins'))).toEqual([
      `[${say('diffAdded')}] large`,
      `[${say('diffAdded')}] Keep the receipt until you have collected the cake.`,
    ]);
    expect(inside(notice, 'a').map((link) => attribute(link, 'href'))).toEqual([
      '#choose',
      '#order',
      '/sv-se/order/compare/',
    ]);
  });

  test('says it at the step itself, in the language of the source', () => {
    const page = read('/sv-se/order/');
    const step = page.elements.find((element) => attribute(element, 'id') === 'choose');
    const note =
      step && elementsIn(step).find((element) => attribute(element, 'className') === 'change-note');
    expect(texts(inside(note, 'summary'))).toEqual([say('changeChanged')]);
    expect(inside(note, 'p').map((words) => attribute(words, 'lang'))).toEqual(['en-US']);
    expect(texts(inside(note, 'ins'))).toEqual([`[${say('diffAdded')}] large`]);
    const others = page.elements.filter((element) =>
      ['open', 'pay'].includes(attribute(element, 'id') ?? ''),
    );
    expect(others.flatMap((other) => inside(other, 'details'))).toEqual([]);
  });

  test('says it below a section’s title and the way to tell of a problem beside that', () => {
    const page = read('/sv-se/order/');
    const [text] = withClass(page, 'prose');
    const blocks = text
      ? elementsIn(text).filter(({ tagName }) => ['h2', 'a', 'details'].includes(tagName))
      : [];
    const [title, ...behind] = blocks.slice(blocks.findIndex((block) => attribute(block, 'id') === 'order'));
    expect(title?.tagName).toBe('h2');
    expect(behind.slice(0, 2).map((block) => attribute(block, 'className'))).toEqual([
      'report',
      'change-note',
    ]);
  });

  test('is named behind wherever languages are listed, on every version of the page', () => {
    for (const path of ['/en-us/order/', '/sv-se/order/', '/ru-ru/order/']) {
      const page = read(path);
      const states = siteMessages(
        path === '/en-us/order/' ? 'en-US' : path === '/sv-se/order/' ? 'sv-SE' : 'ru-RU',
      );
      const [languages] = withClass(page, 'languages');
      expect(texts(inside(languages, 'small'))).toEqual([
        states('stateBehind'),
        ...Array(siteLocales.length - 2).fill(states('stateMissing')),
      ]);
    }
  });
});

describe('a translation beside its source', () => {
  test('has block beside block, what changed in the source included, and is kept out of lists', () => {
    const page = read('/sv-se/order/compare/');
    expect(metaContent(page, 'robots')).toBe('noindex');
    const rows = withClass(page, 'compared').slice(1);
    const blocks = rows.map((row) =>
      elementsIn(row)
        .filter((element) => attribute(element, 'className') === 'compared-block')
        .map((block) => foldedText(block).replace(/^(English|Svenska) ?/, '')),
    );
    expect(blocks).toEqual([
      ['How to order a cake for a party.', 'Så beställer du en tårta till ett kalas.'],
      ['Order', 'Beställ'],
      ['Open the shop.', 'Öppna butiken.'],
      [
        `Choose a small cake. ${say('changeChanged')}Choose a [${say('diffRemoved')}] small[${say('diffAdded')}] large cake.`,
        'Välj en liten tårta.',
      ],
      ['Pay at the till.', 'Betala i kassan.'],
      [
        `${say('changeAdded')}[${say('diffAdded')}] Keep the receipt until you have collected the cake.`,
        say('compareMissing'),
      ],
      ['Collect', 'Hämta'],
      ['Come to the shop in the morning.', 'Kom till butiken på morgonen.'],
    ]);
  });
});

describe('a page without a translation', () => {
  test('is the source, says so in the reader’s language, and leads search engines to the source', () => {
    const page = read('/ru-ru/order/');
    expect(attribute(byTag(page, 'html')[0], 'lang')).toBe('ru-RU');
    const [text] = withClass(page, 'prose');
    expect(attribute(text, 'lang')).toBe('en-US');
    expect(attribute(byTag(page, 'h1')[0], 'lang')).toBe('en-US');
    expect(textIn(withClass(page, 'notice')[0] as Element)).toContain(siteMessages('ru-RU')('fallbackText'));
    const source = new URL('/en-us/order/', homepage).href;
    expect(headLinks(page, 'canonical').map((link) => attribute(link, 'href'))).toEqual([source]);
    expect(languageLinks(page)).toEqual([]);
    expect(existsSync(join(site.folder, 'dist/ru-ru/order/compare/index.html'))).toBe(false);
  });

  test('is not named as a translation, nor listed, nor is a comparison', () => {
    const locales = languageLinks(read('/en-us/order/')).map((link) => attribute(link, 'hrefLang'));
    expect(locales).toEqual(['en-US', 'sv-SE', 'x-default']);
    const sitemap = readFileSync(join(site.folder, 'dist/sitemap-0.xml'), 'utf8');
    const listed = [...sitemap.matchAll(/<loc>(?<address>.*?)<\/loc>/g)].map(
      ({ groups }) => groups?.['address'],
    );
    expect(listed).toContain(new URL('/sv-se/order/', homepage).href);
    expect(listed.filter((address) => /compare|(ru-ru|zh-..)\/order/.test(address ?? ''))).toEqual([]);
    expect(sitemap).not.toContain('/ru-ru/order/');
  });
});

/** The list of sections, and the text with what is below it, without what tells the page from another of the same text. */
const partsOf = (key: string) =>
  [/<nav class="contents".*?<\/nav>/s, /<p><span id="rule-words">.*<footer class="page-footer">/s].map(
    (part) =>
      part
        .exec(read(`/en-us/${key}/`).html)?.[0]
        .replaceAll(`%2F${key}`, '')
        .replaceAll(key, ''),
  );

describe('a page of Markdown alone', () => {
  test('is built without a module, and looks as it does with one', () => {
    const modules = readFileSync(join(site.folder, '.astro/content-modules.mjs'), 'utf8');
    expect([...modules.matchAll(/\["(?<file>[^"]*)",/g)].map(({ groups }) => groups?.['file'])).toEqual([
      'content/en-US/module.mdx',
    ]);
    expect(partsOf('plain')[1]).toContain('id="beware"');
    expect(partsOf('plain')).toEqual(partsOf('module'));
  });
});
