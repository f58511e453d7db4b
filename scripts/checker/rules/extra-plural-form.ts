import { groupUnits, type MessageUnit, pluralStems } from '../../../src/domain/messages/message-units.ts';
import { type PluralSet, pluralSetsOf } from '../../../src/domain/messages/plural-sets.ts';
import { isPluralCategory, pluralUse } from '../../../src/domain/messages/plural-use.ts';
import { messagePairs } from './messages/message-pairs.ts';
import type { CheckedMessages, Draft, MessagesRule } from './rule.ts';

/** Finds plural forms that no number of their language ever chooses. */
export const extraPluralForm: MessagesRule = {
  id: 'extra-plural-form',
  on: 'messages',
  severity: 'note',
  docs: {
    summary: 'A message has a plural form that its language has for no number.',
    why: 'Nobody ever reads it. `zero` in a language without such a form is often meant for 0, and never shown for it.',
    fix: 'Remove the form; where it is meant for one number, name the number: `=0`.',
  },
  *check(context) {
    const { source } = context;
    if (source?.file.isReadable === true) {
      yield* deadForms(source, groupUnits(source.file, pluralStems(source.file)).values());
    }
    for (const { translation, units } of messagePairs(context)) yield* deadForms(translation, units.values());
  },
};

function* deadForms({ locale, path, file }: CheckedMessages, units: Iterable<MessageUnit>): Iterable<Draft> {
  for (const unit of units) {
    for (const set of pluralSetsOf(unit, file)) {
      for (const { selector, span } of set.forms) {
        if (!isDead(selector, set, locale)) continue;
        yield {
          message: `\`${unit.id}\` has a plural form \`${selector}\`, which no number has in \`${locale}\``,
          help:
            set.fallsToOther && selector === 'zero'
              ? 'Write `=0` where the form is meant for 0, or remove it.'
              : 'Remove the form.',
          span,
          path,
          data: { key: unit.id, type: set.type, form: selector },
        };
      }
    }
  }
}

function isDead(selector: string, set: PluralSet, locale: string): boolean {
  if (!isPluralCategory(selector) || selector === 'other' || set.namedNumbers.includes(selector))
    return false;
  return pluralUse(locale, set.type)?.all.has(selector) === false;
}
