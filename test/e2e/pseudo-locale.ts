import { readdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { type DefaultTreeAdapterTypes, parse, serialize } from 'parse5';

/** How a pseudo-locale writes: whole words of it, so that lines break where those of a language would. */
export interface PseudoLocale {
  readonly direction: 'ltr' | 'rtl';
  readonly write: (text: string) => string;
}

/** Accented and 40 % longer, as the longest of real translations. */
export const longLocale: PseudoLocale = {
  direction: 'ltr',
  write: written(letters('åḃçđéƒğĥîĵķļɱñöþɋŕšţûṽŵẋýž')),
};

/** The same in letters that run from right to left. */
export const rightToLeftLocale: PseudoLocale = {
  direction: 'rtl',
  write: written(letters('אבגדהוזחטיכלמנסעפצקרשתאבגד')),
};

/** Serves the site in a pseudo-locale: its pages, the words in them for the form, and the words that are loaded later. */
export async function servePseudoLocale(page: Page, locale: PseudoLocale): Promise<void> {
  await page.route('**/en-us/**', async (route) => {
    const response = await route.fetch();
    const isPage = response.headers()['content-type']?.startsWith('text/html') === true;
    await route.fulfill({ response, ...(isPage ? { body: pageIn(locale, await response.text()) } : {}) });
  });
  await page.route(wordFiles, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: await wordsIn(locale, await response.text()) });
  });
}

/** The built files of words, which are called after those that they are made of. */
const wordFiles = new RegExp(
  `/_astro/(?:${readdirSync(new URL('../../locales/en-US/', import.meta.url))
    .map((file) => RegExp.escape(file.replace(/\.json$/u, '')))
    .join('|')})\\.[\\w-]+\\.js$`,
  'u',
);

function pageIn({ direction, write }: PseudoLocale, html: string): string {
  const document = parse(html);
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('tagName' in node) {
      if (/^(?:script|style|noscript|code|template)$/u.test(node.tagName)) return;
      // The page, and what says its language and direction itself, such as a list of terms.
      const isOwn = node.attrs.some(({ name, value }) => name === 'lang' && value === 'en-US');
      const dir = node.attrs.find(({ name }) => name === 'dir');
      if (isOwn && dir) dir.value = direction;
      for (const attribute of node.attrs) {
        if (node.tagName === 'astro-island' && attribute.name === 'props') {
          attribute.value = JSON.stringify(wordsOfIsland(JSON.parse(attribute.value), write));
        }
      }
    }
    if ('value' in node && node.nodeName === '#text') node.value = write(node.value);
    if ('childNodes' in node) for (const child of node.childNodes) visit(child);
  };
  visit(document);
  return serialize(document);
}

/** Astro writes a property as its kind and its value: `[0, "text"]`. The locale's name is none of the words. */
function wordsOfIsland(props: Record<string, unknown>, write: PseudoLocale['write']): unknown {
  return { ...props, words: textsIn(props['words'], write) };
}

/** A file of words with all its texts written anew; what imports others is no file of words. */
async function wordsIn({ write }: PseudoLocale, code: string): Promise<string> {
  if (/(?:^|[;\n])import\b/u.test(code)) return code;
  const module: Record<string, unknown> = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  const names = Object.keys(module);
  const values = names.map(
    (name, index) => `const v${index} = ${JSON.stringify(textsIn(module[name], write))};`,
  );
  return `${values.join('\n')}\nexport { ${names.map((name, index) => `v${index} as ${name}`).join(', ')} };`;
}

function textsIn(value: unknown, write: PseudoLocale['write']): unknown {
  if (typeof value === 'string') return write(value);
  if (Array.isArray(value)) return value.map((item) => textsIn(item, write));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, textsIn(item, write)]));
}

/** Writes the words of a text and leaves its placeholders. */
function written(letterOf: (letter: string) => string): PseudoLocale['write'] {
  return (text) =>
    text.replace(/\{\{\w+\}\}|[a-z]+/giu, (word) => {
      if (word.startsWith('{{')) return word;
      const longer = `${word}${word.slice(0, Math.ceil(word.length * 0.4))}`;
      return longer.replace(/[a-z]/giu, letterOf);
    });
}

function letters(alphabet: string): (letter: string) => string {
  const row = [...alphabet];
  return (letter) => {
    const own = row[letter.toLowerCase().charCodeAt(0) - 97] ?? letter;
    return letter === letter.toLowerCase() ? own : own.toUpperCase();
  };
}
