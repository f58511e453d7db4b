import type { MessageUnit } from '../../../../src/domain/messages/message-units.ts';
import {
  type PluralForm,
  type PluralSet,
  pluralSetsOf,
  serveNumbers,
} from '../../../../src/domain/messages/plural-sets.ts';
import { isPluralCategory, pluralUse } from '../../../../src/domain/messages/plural-use.ts';
import type { Draft } from '../rule.ts';
import type { MessagePair } from './message-pairs.ts';

/** Plural forms for many numbers that do not print the number, where the source does. */
export function* pluralsWithoutNumber(pair: MessagePair): Iterable<Draft> {
  const { translation, source } = pair;
  for (const unit of pair.units.values()) {
    const sourceUnit = pair.sourceUnits.get(unit.id);
    if (sourceUnit === undefined) continue;
    const sourceSets = pluralSetsOf(sourceUnit, source.file);
    if (sourceSets.length === 0) continue;
    for (const set of pluralSetsOf(unit, translation.file)) {
      const answer = sourceSets.find(({ number, type }) => number === set.number && type === set.type);
      const general = answer?.forms.find(({ selector }) => selector === 'other');
      if (general?.hasNumber !== true || isPrintedOutside(unit.forms, set)) continue;
      for (const { form, numbers } of formsForMany(set, translation.locale)) {
        // What is empty is another rule's finding.
        if (form.hasNumber || form.textSpan.start.offset === form.textSpan.end.offset) continue;
        yield {
          message: `Form \`${form.selector}\` of \`${unit.id}\` lacks \`${set.number}\`, and is shown for ${numbers.slice(0, 3).join(', ')} and more`,
          help: `Print the number: \`${set.number}\`${set.fallsToOther ? ' or `#`' : ''}.`,
          span: form.textSpan,
          severity: 'warning',
          related: [{ label: 'the source', path: source.path, span: general.textSpan }],
          data: { key: unit.id, form: form.selector, missing: [set.number], numbers: numbers.slice(0, 3) },
        };
      }
    }
  }
}

function* formsForMany(
  set: PluralSet,
  locale: string,
): Iterable<{ readonly form: PluralForm; readonly numbers: readonly number[] }> {
  const use = pluralUse(locale, set.type);
  if (use === undefined || set.isNumbered) return;
  const { served } = serveNumbers(set, use);
  for (const form of set.forms) {
    const numbers = isPluralCategory(form.selector) ? (served.get(form.selector) ?? []) : [];
    // "Un fichier" for 0 and 1 is how French texts are written.
    if (numbers.length > fewNumbers) yield { form, numbers: numbers.filter((number) => number > 0) };
  }
}

const fewNumbers = 2;

/** `{n} {n, plural, one {file} other {files}}` prints the number before its forms. */
function isPrintedOutside(forms: MessageUnit['forms'], { number, fallsToOther }: PluralSet): boolean {
  if (!fallsToOther) return false;
  return forms.some(({ message: { placeholders, plurals } }) =>
    placeholders.some(
      ({ name, from, to }) =>
        name === number && !plurals.some((plural) => plural.from <= from && to <= plural.to),
    ),
  );
}
