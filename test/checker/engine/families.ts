import { nameContent, nameFamily } from '../../../scripts/checker/cache/name-family.ts';
import type { Family, FoundFamily } from '../../../scripts/checker/engine/family.ts';
import type { Judgement } from '../../../scripts/checker/engine/judge-family.ts';
import { rules } from '../../../scripts/checker/rules/index.ts';

/** How the families of these tests are judged: by every rule. */
export const judgement: Judgement = {
  rules,
  product: { sourceLocale: 'en-US', labels: new Map(), entityLists: [] },
  dialect: 'gfm',
  pinKey: undefined,
};

/** A page of three steps, and its translation that lacks as many of them as `lacking` says. */
export function familyOf(key: string, lacking = 0): Family {
  const steps = ['Select **Customers**.', 'Select **Add customer**.', 'Enter the address.'];
  const translated = ['Välj **Kunder**.', 'Välj **Lägg till kund**.', 'Ange adressen.'];
  const page = (locale: string, title: string, lines: readonly string[]): Family['files'][number] => ({
    key,
    locale,
    path: `${locale}/${key}.md`,
    isSource: locale === 'en-US',
    content: {
      kind: 'text',
      text: `# ${title} ${key}\n\n${lines.map((line, at) => `${at + 1}. ${line}\n`).join('')}`,
    },
  });
  return {
    key,
    files: [
      page('en-US', 'Add a customer', steps),
      page('sv-SE', 'Lägg till en kund', translated.slice(lacking)),
    ],
    expected: [
      { key, locale: 'sv-SE', path: `sv-SE/${key}.md`, exists: true, source: `en-US/${key}.md` },
      { key, locale: 'zh-CN', path: `zh-CN/${key}.md`, exists: false, source: `en-US/${key}.md` },
    ],
    pins: new Map(),
  };
}

/** The name of a family, by its content. */
export function nameOf(family: Family): string {
  const files = family.files.map(({ content, ...file }) => ({ ...file, digest: nameContent(content) }));
  return nameFamily({ ...family, files });
}

/** A family that has been read. */
export function foundFamily(family: Family): FoundFamily {
  return {
    key: family.key,
    pages: family.files.length,
    name: () => nameOf(family),
    read: () => family,
  };
}
