import { alignPages } from '../../../scripts/checker/align/align-pages.ts';
import { rules } from '../../../scripts/checker/rules/index.ts';
import type {
  CheckedPage,
  Draft,
  FamilyContext,
  FamilyRule,
  Product,
} from '../../../scripts/checker/rules/rule.ts';
import { parsePage } from '../../../src/domain/document/parse-page.ts';
import { type EntityKind, entityKinds } from '../../../src/domain/locale/entity-kind.ts';

/** Forms in which generated pages print a list. */
export const listForms = ['sentence', 'bullets', 'table', 'definitions'] as const;

/** One of `listForms`. */
export type ListForm = (typeof listForms)[number];

/** Names of some things in a locale, in the order of its language. */
export function namesIn(kind: EntityKind, codes: readonly string[], locale: string): readonly string[] {
  return codes.map((code) => kind.nameOf(code, locale)).toSorted(new Intl.Collator(locale).compare);
}

/** A page with nothing in it that tells its language, but for the list. */
export function pageWith(names: readonly string[], locale: string, form: ListForm): string {
  return `# ID\n\n## 1 {#rules}\n\nPOST /v1/customers\n\n## 2\n\n24:\n\n${written(names, locale, form)}\n\n## 3\n\nGET /v1/offers\n`;
}

function written(names: readonly string[], locale: string, form: ListForm): string {
  switch (form) {
    case 'bullets':
      return names.map((name) => `- ${name}`).join('\n');
    case 'table':
      return ['| 1 | 2 |', '| --- | --- |', ...names.map((name) => `| ${name} | ID |`)].join('\n');
    case 'definitions':
      return names.map((name) => `${name}\n: ID 123`).join('\n\n');
    case 'sentence':
      return new Intl.ListFormat(locale).format(names);
  }
}

/** What the rules on lists say of a translation of an English page, by rule. */
export function judgeLists(
  sourceText: string,
  translationText: string,
  locale: string,
): Readonly<Record<string, Draft>> {
  const source = checkedPage(sourceText, 'en-US', true);
  const translation = checkedPage(translationText, locale, false);
  const product: Product = { sourceLocale: 'en-US', labels: new Map(), entityLists: [] };
  const alignment = alignPages(source.document, translation.document, { sourceLocale: 'en-US', locale });
  const context: FamilyContext = {
    key: 'ids',
    pages: [source, translation],
    pairs: [{ source, translation, alignment, product }],
    product,
    expected: [],
  };
  return Object.fromEntries(
    listRules.flatMap((rule) => [...rule.check(context)].map((draft) => [rule.id, draft])),
  );
}

const ends = entityKinds.flatMap(({ id }) => [`-${id}`, `-${id}-list`]);
const listRules = rules.filter(
  (rule): rule is FamilyRule => rule.on === 'family' && ends.some((end) => rule.id.endsWith(end)),
);

function checkedPage(text: string, locale: string, isSource: boolean): CheckedPage {
  return {
    key: 'ids',
    locale,
    path: `${locale}.md`,
    // Python-Markdown has definitions; pages of GitHub's dialect are read faster.
    document: parsePage(text, { dialect: text.includes('\n: ') ? 'mkdocs' : 'gfm' }),
    isSource,
    state: isSource ? 'source' : 'current',
  };
}
