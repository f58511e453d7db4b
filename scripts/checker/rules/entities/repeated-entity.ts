import type { EntityKind } from '../../../../src/domain/locale/entity-kind.ts';
import type { FamilyRule } from '../rule.ts';
import { compareUsableLists } from './compare-entity-lists.ts';
import { atTokens } from './wording.ts';

/** The rule that finds what a list of a kind names more than once. */
export function repeatedEntity(kind: EntityKind): FamilyRule {
  return {
    id: `repeated-${kind.id}`,
    on: 'family',
    severity: 'warning',
    docs: {
      summary: `A list names the same ${kind.one} more than once.`,
      why: `A reader wonders whether another ${kind.one} was meant, and often one was.`,
      fix: 'Remove the repetition, or write the name that belongs there.',
    },
    *check(context) {
      for (const comparison of compareUsableLists(context, kind)) {
        const { repeated, reference, page } = comparison;
        const place = atTokens(
          comparison,
          repeated.flatMap(({ tokens }) => tokens.slice(1)),
        );
        if (place === undefined) continue;
        const printed = repeated.map(({ code, tokens }) => {
          const name = tokens[0]?.text ?? kind.nameOf(code, page.locale);
          const second = tokens[1]?.text ?? name;
          return second === name ? `\`${name}\`` : `\`${name}\` (as \`${second}\`)`;
        });
        const times = Math.max(...repeated.map(({ tokens }) => tokens.length));
        yield {
          ...place,
          message: `${printed.join(', ')} ${repeated.length === 1 ? 'is' : 'are'} listed ${times === 2 ? 'twice' : `${repeated.length === 1 ? '' : 'up to '}${times} times`}`,
          help: 'Keep one, and check whether another was meant.',
          data: {
            [kind.key]: repeated.map(({ code }) => code),
            names: repeated.map(({ tokens }) => tokens[0]?.text ?? ''),
            times: repeated.map(({ tokens }) => tokens.length),
            expected: reference.codes.length,
          },
        };
      }
    },
  };
}
