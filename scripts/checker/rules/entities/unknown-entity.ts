import type { EntityKind } from '../../../../src/domain/locale/entity-kind.ts';
import type { FamilyRule } from '../rule.ts';
import { compareEntityLists } from './compare-entity-lists.ts';
import { atTokens, quoteNames } from './wording.ts';

/** The rule that finds words in a list of a kind that are none of the kind. */
export function unknownEntity(kind: EntityKind): FamilyRule {
  return {
    id: `unknown-${kind.id}`,
    on: 'family',
    severity: 'error',
    docs: {
      summary: `A list of ${kind.many} holds words that are the name of no ${kind.one} in the page's language.`,
      why: `A reader cannot tell which ${kind.one} is meant.`,
      fix: 'Write the name that the source has there, in the language of the page.',
    },
    *check(context) {
      for (const comparison of compareEntityLists(context, kind)) {
        const { unknown, reference, page } = comparison;
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
        const are = names.length === 1 ? `is no ${kind.one}` : `are no ${kind.many}`;
        yield {
          ...place,
          message:
            names.length === 1 && meant !== undefined
              ? `${quoteNames(names)} ${are}, \`${meant}\` seems to be meant`
              : `${quoteNames(names)} ${are}`,
          help:
            suggestions.length > 0
              ? `Write ${suggestions.join(', ')}.`
              : `Write the names of the ${kind.many} that the list is meant to hold.`,
          data: {
            countries: unknown.map(({ standsFor }) => standsFor ?? null),
            names,
            meant: meanings.map((name) => name ?? null),
            expected: reference.codes.length,
          },
        };
      }
    },
  };
}
