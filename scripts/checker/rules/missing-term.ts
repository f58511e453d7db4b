import type { PairRule } from './rule.ts';
import { absentTerms, inLocale, mayName, type NamedTerm } from './terms/glossary-terms.ts';

/** Finds a term of the source whose required translation the answering text lacks. */
export const missingTerm: PairRule = {
  id: 'missing-term',
  on: 'pair',
  severity: 'warning',
  docs: {
    summary:
      "A text names a term of the glossary, and its translation does not have the locale's word for it.",
    why: 'A reader cannot tell that two words on two pages mean the same thing.',
    fix: "Write the glossary's term, in the form that the sentence needs, or add the word that stands there to the glossary.",
  },
  *check(context) {
    const { translation, source } = context;
    const wordsFor = ({ term }: NamedTerm): readonly string[] =>
      inLocale(term.translations, translation.locale) ?? [];
    const absent = absentTerms(context, (named, text) => {
      const words = named.term.isUntouchable ? [] : wordsFor(named);
      return words.length === 0 || words.some((word) => mayName(text, word));
    });
    for (const named of absent) {
      const words = wordsFor(named);
      const shown = words.map((word) => `\`${word}\``).join(' or ');
      yield {
        message:
          named.isNowhere && named.count > 1
            ? `The page has ${shown} nowhere, the source's \`${named.source}\` stands in ${named.count} texts`
            : `The text lacks ${shown}, the source has \`${named.written}\``,
        help: `Write \`${words[0]}\`, in the form that the sentence needs, or add the word that stands there to the glossary.`,
        span: named.span,
        severity: named.isNowhere && named.count > 1 ? 'warning' : 'note',
        confidence: named.isNowhere ? 0.8 : 0.6,
        related: [{ label: 'the source', path: source.path, span: named.sourceSpan }],
        data: { term: named.source, expected: words, count: named.count },
      };
    }
  },
};
