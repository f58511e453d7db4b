import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Locales of the generated pages, the source's first, and the syllables that their words are made of. */
const syllables = {
  en: ['add', 'er', 'ing', 'cus', 'tom', 'page', 'or', 'view', 'list', 'form'],
  sv: ['lägg', 'er', 'ning', 'kund', 'sida', 'vy', 'form', 'skap', 'ord', 'bok'],
  de: ['kun', 'den', 'sei', 'te', 'form', 'ung', 'wahl', 'buch', 'wort', 'über'],
  ru: ['кли', 'ент', 'стра', 'ни', 'ца', 'фор', 'ма', 'вид', 'ра', 'та'],
  zh: ['客', '户', '页', '面', '表', '单', '添', '加', '查', '看'],
} as const;

type Locale = keyof typeof syllables;

/** Settings of the generated tree. */
export const treeSettings = { sourceLocale: 'en', pages: ['{locale}/{path}.md'], dialect: 'gfm' } as const;

/**
 * Writes that many pages of about a screenful, a fifth of them sources and the others their translations; one
 * translation in 40 lacks a step. The same pages every time.
 */
export function writeTree(folder: string, pages: number): void {
  const locales = Object.keys(syllables) as Locale[];
  for (let page = 0; page < pages / locales.length; page++) {
    for (const [at, locale] of locales.entries()) {
      const place = join(folder, locale, `part-${page % 100}`, `page-${page}.md`);
      if (page < 100) mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, pageText(locale, page, at > 0 && (page * 4 + at) % 40 === 0));
    }
  }
}

function pageText(locale: Locale, page: number, lacksStep: boolean): string {
  const words = wordMaker(locale, page);
  const step = (number: number): string =>
    `${number}. ${words(4)} **${words(2)}** ${words(5)}${number === 2 ? ` \`option_${page}\`` : ''}.`;
  const steps = [1, 2, 3, 4, 5].map(step).filter((_, at) => !lacksStep || at !== 2);
  return `---
title: ${words(3)}
---

# ${words(3)}

${words(24)}, [${words(2)}](../part-${page % 100}/page-${page}.md) ${words(12)}.

## ${words(2)} ${page}

${steps.join('\n')}

## ${words(3)}

${words(40)}.

- ${words(6)}
- ${words(7)}
- ${words(5)} ${page % 90}

> [!NOTE]
> ${words(18)}.

\`\`\`sh
run --page ${page} --all
\`\`\`
`;
}

/** Words that differ from page to page; those of a translation are made of syllables in the same order. */
function wordMaker(locale: Locale, page: number): (count: number) => string {
  const pieces = syllables[locale];
  let state = page * 7919;
  const next = (): string => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return pieces[Math.floor((state / 2_147_483_648) * pieces.length)] ?? '';
  };
  let before = '';
  const word = (): string => {
    const first = next() + next();
    // A word that stands twice would be a finding.
    before = first === before || state % 3 === 0 ? first + next() : first;
    return before;
  };
  return (count) => Array.from({ length: count }, word).join(locale === 'zh' ? '' : ' ');
}
