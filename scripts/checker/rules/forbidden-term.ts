import type { FamilyRule } from './rule.ts';
import { forbiddenWords } from './terms/forbidden-words.ts';

/** Finds a word that the project's glossary does not want. */
export const forbiddenTerm: FamilyRule = {
  id: 'forbidden-term',
  on: 'family',
  severity: 'warning',
  docs: {
    summary: 'A page has a word that the glossary in the settings forbids for its locale.',
    why: 'A reader takes two words for two things, or reads a word that the product has given up.',
    fix: "Write the glossary's term instead, in the form that the sentence needs.",
  },
  *check({ pages, pairs, product }) {
    for (const page of pages) {
      const pair = pairs.find(({ translation }) => translation === page);
      for (const word of forbiddenWords(page, product, pair)) {
        const [instead] = word.instead;
        const right = word.instead.map((text) => `\`${text}\``).join(' or ');
        yield {
          message:
            instead === undefined
              ? `\`${word.found}\` is a word that the glossary forbids`
              : `\`${word.found}\` is forbidden, the glossary has ${right}`,
          help:
            instead === undefined
              ? `Write something else for \`${word.forbidden}\`.`
              : `Write \`${instead}\`, in the form that the sentence needs.`,
          span: word.span,
          path: page.path,
          related:
            pair && word.source
              ? [{ label: 'the source', path: pair.source.path, span: word.source.span }]
              : [],
          data: { found: word.found, forbidden: word.forbidden, expected: word.instead },
        };
      }
    }
  },
};
