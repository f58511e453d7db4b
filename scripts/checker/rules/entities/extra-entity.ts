import type { EntityKind } from '../../../../src/domain/locale/entity-kind.ts';
import type { FamilyRule } from '../rule.ts';
import { compareUsableLists } from './compare-entity-lists.ts';
import { atTokens, quoteNames } from './wording.ts';

/** The rule that finds what does not belong into a list of a kind. */
export function extraEntity(kind: EntityKind): FamilyRule {
  return {
    id: `extra-${kind.id}`,
    on: 'family',
    severity: 'error',
    docs: {
      summary: `A list of ${kind.many} names some that are not in the source's list, or not in the product's.`,
      why: `A reader concludes that the rule holds for a ${kind.one} for which it does not.`,
      fix: 'Take the names out, or put the right ones in their place.',
    },
    *check(context) {
      for (const comparison of compareUsableLists(context, kind)) {
        const { extra, reference } = comparison;
        const place = atTokens(
          comparison,
          extra.flatMap(({ tokens }) => tokens),
        );
        if (place === undefined) continue;
        const names = extra.map(({ tokens }) => tokens[0]?.text ?? '');
        const printed = extra.map(({ tokens }, at) =>
          tokens.length === 1 ? `\`${names[at]}\`` : `\`${names[at]}\` (${tokens.length} times)`,
        );
        const listName = reference.name === 'the source' ? "the source's list" : reference.name;
        yield {
          ...place,
          message:
            extra.length > 8
              ? `${extra.length} ${kind.many} are not in ${listName}: ${quoteNames(names)}`
              : `${printed.join(', ')} ${extra.length === 1 ? 'is' : 'are'} not in ${listName}`,
          help: `Remove ${extra.length === 1 ? 'the name' : 'the names'}, or write what the source has there.`,
          data: {
            [kind.key]: extra.map(({ code }) => code),
            names,
            times: extra.map(({ tokens }) => tokens.length),
            expected: reference.codes.length,
            against: reference.name,
          },
        };
      }
    },
  };
}
