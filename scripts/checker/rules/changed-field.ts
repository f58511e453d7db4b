import { isSameValue } from './components/read-component.ts';
import { freeLists, ownNames, steeringNames } from './fields/field-names.ts';
import { fieldTypeOf, isOfAnotherKind } from './fields/field-values.ts';
import { leafFields } from './fields/leaf-fields.ts';
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
    const originals = leafFields(source.document);
    const uneven: string[] = [];
    for (const { path, name, value, span } of leafFields(translation.document).values()) {
      const original = originals.get(path);
      if (original === undefined || uneven.some((list) => path.startsWith(`${list}.`))) continue;
      if (entriesOf(value) !== entriesOf(original.value)) uneven.push(path);
      const difference = differenceOf({ path, name, value, sourceValue: original.value }, product.fields);
      if (difference === undefined) continue;
      yield {
        ...difference,
        span,
        related: [{ label: 'the source', path: source.path, span: original.span }],
        data: { field: path, value, sourceValue: original.value },
      };
    }
  },
};

function entriesOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}

interface FieldPair {
  readonly path: string;
  readonly name: string;
  readonly value: unknown;
  readonly sourceValue: unknown;
}

function differenceOf(
  { path: field, name: ownName, value, sourceValue }: FieldPair,
  settings: FieldSettings | undefined,
): { readonly message: string; readonly help: string; readonly severity: 'warning' | 'note' } | undefined {
  const name = ownName.toLowerCase();
  const isOwn = ownNames.test(field.toLowerCase());
  if (settings?.own.includes(field) === true) return undefined;
  const isNamed = settings?.same.includes(field) === true;
  const [type, sourceType] = [fieldTypeOf(value), fieldTypeOf(sourceValue)];
  if (type === 'list' && sourceType === 'list') return shorterList(field, value, sourceValue, isNamed);
  if (type === 'group' || sourceType === 'group' || type === 'list' || sourceType === 'list')
    return undefined;
  const [text, sourceText] = [textOf(value), textOf(sourceValue)];
  // What is no value of the field at all is invalid, not changed.
  if (!isNamed && isOfAnotherKind(value, sourceType)) return undefined;
  if (sourceText === '' || text === '' || isSameValue(sourceText, text)) return undefined;
  const isSwitch = sourceType === 'flag' && type === 'flag' && !isOwn;
  const isNumber = sourceType === 'number' && type === 'number' && !isOwn;
  if (!isNamed && !isSwitch && !isNumber && !steeringNames.has(name)) return undefined;
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
