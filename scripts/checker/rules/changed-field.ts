import { isSameValue } from './components/read-component.ts';
import { fieldTypeOf } from './fields/field-values.ts';
import type { FieldSettings, PairRule } from './rule.ts';
import { excerpt } from './structure/excerpt.ts';

/** Finds values of the front matter that are the same in every language, and are not. */
export const changedField: PairRule = {
  id: 'changed-field',
  on: 'pair',
  severity: 'warning',
  docs: {
    summary:
      'A field of the front matter that steers the site has another value than in the source, or fewer entries.',
    why: 'The page stands at another place of the menu, has another layout, or is hidden.',
    fix: 'Write the value that the source has.',
  },
  *check({ source, translation, product }) {
    const own = translation.document.frontMatter;
    const original = source.document.frontMatter;
    if (own === undefined || original === undefined) return;
    for (const [field, value] of Object.entries(own.data)) {
      const sourceValue = original.data[field];
      const [span, counterpart] = [own.valueSpans.get(field), original.valueSpans.get(field)];
      if (span === undefined || counterpart === undefined) continue;
      const difference = differenceOf(field, value, sourceValue, product.fields);
      if (difference === undefined) continue;
      yield {
        ...difference,
        span,
        related: [{ label: 'the source', path: source.path, span: counterpart }],
        data: { field, value, sourceValue },
      };
    }
  },
};

function differenceOf(
  field: string,
  value: unknown,
  sourceValue: unknown,
  settings: FieldSettings | undefined,
): { readonly message: string; readonly help: string; readonly severity: 'warning' | 'note' } | undefined {
  const name = field.toLowerCase();
  if (settings?.own.includes(field) === true) return undefined;
  const isNamed = settings?.same.includes(field) === true;
  const [type, sourceType] = [fieldTypeOf(value), fieldTypeOf(sourceValue)];
  if (type === 'list' && sourceType === 'list') return shorterList(field, value, sourceValue, isNamed);
  if (type === 'group' || sourceType === 'group' || type === 'list' || sourceType === 'list')
    return undefined;
  const [text, sourceText] = [textOf(value), textOf(sourceValue)];
  if (sourceText === '' || text === '' || isSameValue(sourceText, text)) return undefined;
  const isSwitch = sourceType === 'flag' && type === 'flag' && !ownNames.test(name);
  const isNumber = sourceType === 'number' && type === 'number' && !ownNames.test(name);
  if (!isNamed && !isSwitch && !isNumber && !sameNames.has(name)) return undefined;
  return {
    message: `\`${field}\` is \`${excerpt(text)}\`, the source's is \`${excerpt(sourceText)}\``,
    help: `Write \`${excerpt(sourceText)}\`.`,
    severity: 'warning',
  };
}

/** Entries may be in another language; that some are missing is seen without reading them. */
function shorterList(
  field: string,
  value: unknown,
  sourceValue: unknown,
  isNamed: boolean,
): ReturnType<typeof differenceOf> {
  if (!Array.isArray(value) || !Array.isArray(sourceValue)) return undefined;
  const [count, sourceCount] = [value.length, sourceValue.length];
  if (count >= sourceCount || (!isNamed && freeLists.test(field))) return undefined;
  return {
    message: `\`${field}\` has ${count} ${count === 1 ? 'entry' : 'entries'}, the source's has ${sourceCount}`,
    help: 'Add the entries that the source has.',
    severity: isNamed ? 'warning' : 'note',
  };
}

function textOf(value: unknown): string {
  return value === null || value === undefined ? '' : String(value).trim();
}

/** Fields that tell a site where a page stands and how it looks. */
const sameNames: ReadonlySet<string> = new Set([
  'engine',
  'icon',
  'id',
  'layout',
  'ms.prod',
  'ms.service',
  'ms.subservice',
  'ms.technology',
  'ms.topic',
  'nav_order',
  'order',
  'page-type',
  'sidebar_position',
  'template',
  'type',
  'uid',
  'weight',
]);

/** Fields that speak of the translation itself: its dates, revisions, machine and length. */
const ownNames =
  /date|time|hash|commit|revision|version|source|translat|locali[sz]|lang|handoff|locfile|updated|lastmod|review|word|minutes/;

/** What a page is found by differs from language to language. */
const freeLists = /tag|keyword|alias|redirect|search|author|contributor|reviewer|translator/i;
