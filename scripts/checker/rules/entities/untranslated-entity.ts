import type { EntityKind } from '../../../../src/domain/locale/entity-kind.ts';
import type { EntityToken } from '../../../../src/domain/locale/entity-token.ts';
import { shareScript } from '../../../../src/domain/locale/scripts.ts';
import type { Severity } from '../../../../src/domain/report/report.ts';
import type { FamilyRule } from '../rule.ts';
import { compareUsableLists } from './compare-entity-lists.ts';
import { renamingFix } from './renaming-fix.ts';
import { atTokens, languageName, quoteNames } from './wording.ts';

/** The rule that finds names in a list of a kind that another language, mostly the source's, has. */
export function untranslatedEntity(kind: EntityKind): FamilyRule {
  return {
    id: `untranslated-${kind.id}`,
    on: 'family',
    // Names of time zones are often ids, which nobody translates.
    severity: kind.id === 'time-zone' ? 'note' : 'warning',
    docs: {
      summary: `A list of ${kind.many} has names in another language, where the page's language has its own.`,
      why: `A reader may not know the ${kind.one} by that name, and does not find it by the one they know.`,
      fix: "Write the name that the page's language has.",
    },
    *check(context) {
      for (const comparison of compareUsableLists(context, kind)) {
        const { untranslated, reference, page, list } = comparison;
        const tokens = untranslated.flatMap((entity) => entity.tokens);
        const place = atTokens(comparison, tokens);
        if (place === undefined) continue;
        const names = untranslated.map((entity) => entity.tokens[0]?.text ?? '');
        const own = untranslated.map(({ code }) => kind.nameOf(code, page.locale));
        const languages = new Set(tokens.map(({ match }) => match?.locale ?? page.locale).map(languageName));
        const ownLanguage = languageName(page.locale);
        const isOne = names.length === 1;
        const isInflected =
          !kind.isComplete || list?.tokens.some(({ match }) => match?.as === 'inflected') === true;
        const kindOfName =
          languages.size > 1
            ? `are no ${ownLanguage} names`
            : isOne
              ? `is the ${[...languages].join()} name`
              : `are ${[...languages].join()} names`;
        yield {
          ...place,
          severity: severityOf(untranslated, kind, page.locale),
          ...renamingFix(
            page,
            untranslated.map((entity, at) => ({ tokens: entity.tokens, name: own[at] ?? '' })),
            isInflected ? 'unsafe' : 'safe',
          ),
          message: `${quoteNames(names)} ${kindOfName}, ${ownLanguage} has ${quoteNames(own)}`,
          help: isOne ? `Write \`${own[0]}\`.` : 'Write the names that the language of the page has.',
          data: {
            [kind.key]: untranslated.map(({ code }) => code),
            names,
            expectedNames: own,
            expected: reference.codes.length,
          },
        };
      }
    },
  };
}

/** Readers cannot read another script; a spelling that differs in a letter may be in use beside the other. */
function severityOf(
  entities: readonly { readonly code: string; readonly tokens: readonly EntityToken[] }[],
  kind: EntityKind,
  locale: string,
): Severity {
  if (kind.id === 'time-zone') return 'note';
  const matches = entities.flatMap(({ code, tokens }) =>
    tokens.map(({ text, match }) => ({ code, text, match })),
  );
  if (matches.some(({ match }) => match?.locale !== undefined && !shareScript(match.locale, locale))) {
    return 'error';
  }
  const areSpellings = matches.every(({ code, text }) => {
    const nearest = kind.nearest(text, locale, new Set([code]));
    return nearest !== undefined && nearest.similarity >= 0.78;
  });
  return areSpellings ? 'note' : 'warning';
}
