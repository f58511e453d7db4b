import type { MessageFile } from '../../../src/domain/messages/message-file.ts';
import { groupUnits, type MessageUnit, pluralStems } from '../../../src/domain/messages/message-units.ts';
import { type PluralSet, pluralSetsOf, serveNumbers } from '../../../src/domain/messages/plural-sets.ts';
import { type PluralCategory, pluralCategories, pluralUse } from '../../../src/domain/messages/plural-use.ts';
import { listNames, messagePairs } from './messages/message-pairs.ts';
import type { CheckedMessages, Draft, MessagesRule } from './rule.ts';

/** Finds messages that lack a plural form which their language needs for whole numbers. */
export const missingPluralForm: MessagesRule = {
  id: 'missing-plural-form',
  on: 'messages',
  severity: 'error',
  docs: {
    summary: 'A message has plural forms, and not all that its language needs for whole numbers.',
    why: 'Readers meet such numbers in another language or as a bare key under i18next; MessageFormat takes the form `other`, which is wrong beside them.',
    fix: 'Add the forms that the finding names. Forms for fractions or round millions alone are not asked for.',
  },
  *check(context) {
    const { source } = context;
    if (source?.file.isReadable === true) {
      yield* lacksOf(source, groupUnits(source.file, pluralStems(source.file)), () => false);
    }
    for (const pair of messagePairs(context)) {
      yield* lacksOf(pair.translation, pair.units, (id) => pair.isOneLanguage || pair.isInherited(id));
    }
  },
};

function* lacksOf(
  { locale, path, file }: CheckedMessages,
  units: ReadonlyMap<string, MessageUnit>,
  isElsewhere: (id: string) => boolean,
): Iterable<Draft> {
  for (const unit of units.values()) {
    for (const set of setsOf(unit, file)) {
      const { missing, numbers } = missingForms(set, locale);
      const last = set.forms.at(-1);
      if (missing.length === 0 || last === undefined) continue;
      if (missing.some((category) => isElsewhere(nameOfForm(unit, set, category)))) continue;
      const what = `plural form${missing.length === 1 ? '' : 's'} ${listNames(missing)}`;
      yield {
        message: `\`${unit.id}\` lacks the ${what}, which \`${locale}\` needs for ${numbers.join(', ')}`,
        help: `Add ${missing.length === 1 ? 'the form' : 'the forms'} beside the others.`,
        span: last.end,
        path,
        ...(set.fallsToOther && { severity: 'warning' }),
        data: { key: unit.id, type: set.type, missing, numbers },
      };
    }
  }
}

function setsOf(unit: MessageUnit, file: MessageFile): readonly PluralSet[] {
  return pluralSetsOf(unit, file).filter(({ isNumbered }) => !isNumbered);
}

function nameOfForm({ id }: MessageUnit, { type }: PluralSet, category: string): string {
  return `${id}_${type === 'ordinal' ? 'ordinal_' : ''}${category}`;
}

interface MissingForms {
  readonly missing: readonly PluralCategory[];
  /** A few numbers that find none of their own. */
  readonly numbers: readonly number[];
}

function missingForms(set: PluralSet, locale: string): MissingForms {
  const use = pluralUse(locale, set.type);
  if (use === undefined) return nothing;
  const { unserved } = serveNumbers(set, use);
  const missing = pluralCategories.filter((category) => unserved.has(category));
  if (set.fallsToOther) {
    const categories = set.forms
      .map(({ selector }) => selector)
      .filter((selector) => /^[a-z]/.test(selector));
    // Written so that no number changes it.
    if (categories.every((selector) => selector === 'other')) return nothing;
    // `other` serves no whole number here, so that it can stand for one form that is not there.
    if (missing.length === 1 && !use.numbers.has('other')) return nothing;
  }
  const numbers = missing.flatMap((category) => {
    const own = unserved.get(category) ?? [];
    return own.find((number) => number > 0) ?? own[0] ?? [];
  });
  return { missing, numbers };
}

const nothing: MissingForms = { missing: [], numbers: [] };
