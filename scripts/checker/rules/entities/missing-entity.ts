import type { EntityKind } from '../../../../src/domain/locale/entity-kind.ts';
import type { FamilyRule } from '../rule.ts';
import { compareEntityLists } from './compare-entity-lists.ts';
import { quoteNames } from './wording.ts';

/** The rule that finds what a list of a kind lacks. */
export function missingEntity(kind: EntityKind): FamilyRule {
  return {
    id: `missing-${kind.id}`,
    on: 'family',
    severity: 'error',
    docs: {
      summary: `A list of ${kind.many} lacks some that the source, or the product, has.`,
      why: `A reader concludes that the rule does not hold for a ${kind.one} that is not in the list.`,
      fix: `Add the names, in the page's language, where its alphabet puts them.`,
    },
    *check(context) {
      for (const { page, reference, list, place, missing, confidence } of compareEntityLists(context, kind)) {
        if (missing.length === 0) continue;
        const names = missing.map((code) => kind.nameOf(code, page.locale));
        const expected = reference.codes.length;
        const total = `${expected} ${expected === 1 ? kind.one : kind.many}`;
        const [only] = names;
        const message =
          list === undefined
            ? `The list of ${total} is missing: ${quoteNames(names)}`
            : names.length === 1
              ? `\`${only}\` is missing from the list of ${total}`
              : `${names.length} of ${total} are missing: ${quoteNames(names)}`;
        yield {
          message,
          help:
            list === undefined ? 'Add the list.' : `Add ${names.length === 1 ? 'it' : 'them'} to the list.`,
          span: place,
          path: page.path,
          confidence,
          related: reference.related,
          data: { countries: missing, names, expected, against: reference.name },
        };
      }
    },
  };
}
