import type { EntityKind } from '../../../../src/domain/locale/entity-kind.ts';
import type { FamilyRule } from '../rule.ts';
import { compareUsableLists } from './compare-entity-lists.ts';
import { renamingFix } from './renaming-fix.ts';
import { atTokens, languageName, quoteNames } from './wording.ts';

/** The rule that finds names in a list of a kind that are out of use. */
export function outdatedEntity(kind: EntityKind): FamilyRule {
  return {
    id: `outdated-${kind.id}`,
    on: 'family',
    severity: 'note',
    docs: {
      summary: `A list of ${kind.many} has a name that the ${kind.one} has given up and the page's language no longer uses.`,
      why: `The name is understood, and tells that the page is old; some who read it have a reason to mind.`,
      fix: 'Write the name of today.',
    },
    *check(context) {
      for (const comparison of compareUsableLists(context, kind)) {
        const { outdated, reference, page } = comparison;
        const place = atTokens(
          comparison,
          outdated.flatMap(({ tokens }) => tokens),
        );
        if (place === undefined) continue;
        const names = outdated.map(({ tokens }) => tokens[0]?.text ?? '');
        const current = outdated.map(({ code }) => kind.nameOf(code, page.locale));
        const isOne = names.length === 1;
        yield {
          ...place,
          message: `${quoteNames(names)} ${isOne ? 'is an older name' : 'are older names'}, ${languageName(page.locale)} has ${quoteNames(current)}`,
          help: isOne ? `Write \`${current[0]}\`.` : 'Write the names of today.',
          ...renamingFix(
            page,
            outdated.map(({ tokens }, at) => ({ tokens, name: current[at] ?? '' })),
            'unsafe',
          ),
          data: {
            [kind.key]: outdated.map(({ code }) => code),
            names,
            expectedNames: current,
            expected: reference.codes.length,
          },
        };
      }
    },
  };
}
