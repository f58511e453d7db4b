import type { EntityKind } from '../../../../src/domain/locale/entity-kind.ts';
import type { Draft, FamilyRule } from '../rule.ts';
import { compareEntityLists } from './compare-entity-lists.ts';
import type { ListComparison } from './list-comparison.ts';
import { quoteNames } from './wording.ts';

/** The rule that finds lists of a kind that are beyond use. */
export function garbledEntityList(kind: EntityKind): FamilyRule {
  return {
    id: `garbled-${kind.id}-list`,
    on: 'family',
    severity: 'error',
    docs: {
      summary: `A list of ${kind.many} lacks most of what it ought to hold, and much of what it has is no ${kind.one} or does not belong.`,
      why: 'A reader can rely on no part of it. Machine translation leaves such lists, and nobody read them.',
      fix: 'Write the list anew from the source.',
    },
    *check(context) {
      for (const comparison of compareEntityLists(context, kind)) {
        if (!comparison.isGarbled) continue;
        const { page, reference, place, missing, extra, unknown, untranslated, confidence, list } =
          comparison;
        const expected = reference.codes.length;
        const absent = missing.map(({ name }) => name);
        const wrong = [
          ...unknown.map(({ text }) => text),
          ...extra.map(({ tokens }) => tokens[0]?.text ?? ''),
        ];
        yield {
          message: `The list names ${expected - missing.length} of ${expected} ${kind.many}, and ${quoteNames(wrong)}; missing are ${quoteNames(absent, wholeSet)}`,
          help: 'Write the list anew from the source.',
          span: place,
          path: page.path,
          confidence,
          related: reference.related,
          ...rewritingFix(comparison),
          data: {
            [kind.key]: missing.map(({ code }) => code),
            names: wrong,
            untranslated: untranslated.map(({ tokens }) => tokens[0]?.text ?? ''),
            printed: list?.tokens.length ?? 0,
            expected,
            against: reference.name,
          },
        };
      }
    },
  };
}

/** Whoever writes the list anew wants all names at once; longer lists are rare, and `data` has them. */
const wholeSet = 60;

/** A sentence can be written anew as a whole; which names the page uses elsewhere, a person has to know. */
function rewritingFix({ kind, page, list, reference }: ListComparison): Pick<Draft, 'fix'> {
  if (list?.form !== 'prose') return {};
  const names = reference.codes
    .map((code) => kind.nameOf(code, page.locale))
    .toSorted(new Intl.Collator(page.locale).compare);
  const text = new Intl.ListFormat(page.locale).format(names);
  return { fix: { title: 'Write the list anew', safety: 'unsafe', edits: [{ span: list.span, text }] } };
}
