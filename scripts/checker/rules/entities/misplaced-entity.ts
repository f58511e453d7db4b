import type { EntityKind } from '../../../../src/domain/locale/entity-kind.ts';
import type { FamilyRule } from '../rule.ts';
import { compareUsableLists } from './compare-entity-lists.ts';
import { atTokens, languageName, quoteNames } from './wording.ts';

/** The rule that finds names in a sorted list of a kind that stand elsewhere than the order puts them. */
export function misplacedEntity(kind: EntityKind): FamilyRule {
  return {
    id: `misplaced-${kind.id}`,
    on: 'family',
    severity: 'note',
    docs: {
      summary: `A list of ${kind.many} is in the order of the page's language, but for a few names.`,
      why: 'A reader looks for a name where the order puts it, and takes it for missing.',
      fix: "Move the names to where the alphabet of the page's language has them.",
    },
    *check(context) {
      for (const comparison of compareUsableLists(context, kind)) {
        const { misplaced, page } = comparison;
        const place = atTokens(
          comparison,
          misplaced.map(({ token }) => token),
        );
        const [first] = misplaced;
        if (place === undefined || first === undefined) continue;
        const names = misplaced.map(({ token }) => token.text);
        const isOne = names.length === 1;
        const home =
          first.behind === undefined ? 'at the start of the list' : `behind \`${first.behind.text}\``;
        yield {
          ...place,
          message: isOne
            ? `\`${names[0]}\` is out of order, ${languageName(page.locale)} sorts it ${home}`
            : `${quoteNames(names)} are out of order`,
          help: isOne ? `Move it ${home}.` : 'Move each to where the alphabet has it.',
          data: {
            [kind.key]: misplaced.map(({ code }) => code),
            names,
            behind: misplaced.map(({ behind }) => behind?.text ?? null),
          },
        };
      }
    },
  };
}
