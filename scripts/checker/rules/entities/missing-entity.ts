import type { EntityKind } from '../../../../src/domain/locale/entity-kind.ts';
import type { FamilyRule } from '../rule.ts';
import { compareUsableLists } from './compare-entity-lists.ts';
import { insertionFix } from './insertion-fix.ts';
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
      for (const comparison of compareUsableLists(context, kind)) {
        const { page, reference, list, missing, confidence } = comparison;
        const [first, ...others] = missing.toSorted(
          (one, other) => one.place.start.offset - other.place.start.offset,
        );
        if (first === undefined) continue;
        const names = missing.map(({ name }) => name);
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
          span: first.place,
          path: page.path,
          confidence,
          related: [
            ...reference.related,
            ...others
              .filter(({ place }) => place.start.offset !== first.place.start.offset)
              .map(({ name, place }) => ({
                label: `place of \`${name}\``,
                path: page.path,
                span: place,
              })),
          ],
          ...insertionFix(comparison),
          data: {
            [kind.key]: missing.map(({ code }) => code),
            names,
            expected,
            against: reference.name,
          },
        };
      }
    },
  };
}
