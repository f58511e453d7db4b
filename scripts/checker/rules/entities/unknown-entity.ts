import type { EntityKind } from '../../../../src/domain/locale/entity-kind.ts';
import type { FamilyRule } from '../rule.ts';
import { compareUsableLists } from './compare-entity-lists.ts';
import type { UnknownName } from './list-comparison.ts';
import { renamingFix } from './renaming-fix.ts';
import { atTokens, quoteNames } from './wording.ts';

/** The rule that finds words in a list of a kind that are none of the kind. */
export function unknownEntity(kind: EntityKind): FamilyRule {
  return {
    id: `unknown-${kind.id}`,
    on: 'family',
    severity: kind.isComplete ? 'error' : 'warning',
    docs: {
      summary: `A list of ${kind.many} holds words that are the name of no ${kind.one} in the page's language.`,
      why: `A reader cannot tell which ${kind.one} is meant.`,
      fix: 'Write the name that the source has there, in the language of the page.',
    },
    *check(context) {
      for (const comparison of compareUsableLists(context, kind)) {
        const { unknown, meantTogether, reference, page } = comparison;
        const place = atTokens(
          comparison,
          unknown.flatMap(({ tokens }) => tokens),
        );
        if (place === undefined) continue;
        const names = unknown.map(({ text }) => text);
        const meanings = unknown.map(({ standsFor }) =>
          standsFor === undefined ? undefined : kind.nameOf(standsFor, page.locale),
        );
        const suggestions = unknown.flatMap(({ text }, at) =>
          meanings[at] === undefined ? [] : [`\`${meanings[at]}\` for \`${text}\``],
        );
        const [meant] = meanings;
        const verdict = verdictOn(unknown, kind);
        const together = meantTogether.map((code) => kind.nameOf(code, page.locale));
        yield {
          ...place,
          message:
            names.length === 1 && meant !== undefined
              ? `${verdict}, \`${meant}\` seems to be meant`
              : together.length > 0
                ? `${verdict}, ${quoteNames(together)} seem to be meant`
                : verdict,
          help:
            suggestions.length > 0
              ? `Write ${suggestions.join(', ')}.`
              : together.length > 0
                ? `Write ${quoteNames(together)} instead.`
                : `Write the names of the ${kind.many} that the list is meant to hold.`,
          ...(meanings.includes(undefined)
            ? {}
            : renamingFix(
                page,
                unknown.map(({ tokens }, at) => ({ tokens, name: meanings[at] ?? '' })),
                'unsafe',
              )),
          data: {
            [kind.key]: unknown.map(({ standsFor }) => standsFor ?? null),
            names,
            meant: meanings.map((name) => name ?? null),
            meantTogether: together,
            things: unknown.map(({ thing }) => thing ?? null),
            expected: reference.codes.length,
          },
        };
      }
    },
  };
}

/** "`Bande`, `Jve` are no countries, `Afrika` is a continent, not a country". */
function verdictOn(unknown: readonly UnknownName[], { one, many }: EntityKind): string {
  const plain = unknown.filter(({ thing }) => thing === undefined).map(({ text }) => text);
  const others = unknown.flatMap(({ text, thing }) =>
    thing === undefined ? [] : [`\`${text}\` is ${thing}, not a ${one}`],
  );
  const nothing = plain.length === 1 ? `is no ${one}` : `are no ${many}`;
  return [...(plain.length === 0 ? [] : [`${quoteNames(plain)} ${nothing}`]), ...others].join(', ');
}
