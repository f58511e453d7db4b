import { type OwnText, ownTexts } from '../../../../src/domain/document/own-text.ts';
import type { Span } from '../../../../src/domain/document/page-document.ts';
import { spanOfRunText } from '../../../../src/domain/document/spans.ts';
import { alignedTexts } from '../../align/aligned-texts.ts';
import type { CheckedPage, GlossaryTerm, PairContext, Product } from '../rule.ts';
import { isLeftInSource } from '../texts/left-in-source.ts';
import { inLocale, namesTerm } from './glossary-terms.ts';
import { Lexicon } from './lexicon.ts';

/** A word of a page that the glossary forbids. */
export interface ForbiddenWord {
  readonly term: GlossaryTerm;
  /** As the page writes it. */
  readonly found: string;
  /** As the glossary writes it. */
  readonly forbidden: string;
  /** What it says to write instead; empty where it says nothing. */
  readonly instead: readonly string[];
  readonly span: Span;
  /** The source's text that names the term. */
  readonly source: OwnText | undefined;
}

/**
 * The words of a page that its locale forbids. A word may be forbidden for one term and right for another: beside a
 * source only texts that answer one with the term count.
 */
export function forbiddenWords(
  page: CheckedPage,
  product: Product,
  pair: PairContext | undefined,
): readonly ForbiddenWord[] {
  const lexicon = lexiconOf(product, page.locale);
  if (lexicon.isEmpty) return [];
  const answers = pair === undefined ? undefined : answersOf(pair);
  return ownTexts(page.document).flatMap((text) => {
    const places = lexicon.find(text);
    const forbidden = places.filter(({ term: { isForbidden } }) => isForbidden);
    return forbidden.flatMap(({ term: { term }, text: written, from, to }): ForbiddenWord[] => {
      const sources = answers?.get(text);
      const isAsked = term.sources.length === 0 || answers === undefined;
      const named = sources?.filter((source) => namesTerm(product, [source], term)) ?? [];
      if (!isAsked && named.length === 0) return [];
      const isOther = places.some(
        (place) =>
          !place.term.isForbidden &&
          place.from === from &&
          place.to === to &&
          (sources === undefined || namesTerm(product, sources, place.term.term)),
      );
      const span = spanOfRunText({ textSpan: text.span, traits: text.traits }, from, to);
      if (isOther || (pair !== undefined && isLeftInSource(pair, span))) return [];
      return [
        {
          term,
          found: text.text.slice(from, to),
          forbidden: written,
          instead: inLocale(term.translations, page.locale) ?? (term.isUntouchable ? term.sources : []),
          span,
          source: named[0],
        },
      ];
    });
  });
}

interface Word {
  readonly term: GlossaryTerm;
  readonly isForbidden: boolean;
}

/** Forbidden words, and the right ones that may hold them. */
function lexiconOf(product: Product, locale: string): Lexicon<Word> {
  const byLocale = lexicons.get(product) ?? new Map<string, Lexicon<Word>>();
  lexicons.set(product, byLocale);
  const known = byLocale.get(locale) ?? new Lexicon(wordsOf(product, locale), locale);
  byLocale.set(locale, known);
  return known;
}

const lexicons = new WeakMap<Product, Map<string, Lexicon<Word>>>();

function wordsOf({ glossary = [] }: Product, locale: string): { term: Word; text: string }[] {
  const forbidden = glossary.flatMap((term) =>
    (inLocale(term.forbidden, locale) ?? []).map((text) => ({ term: { term, isForbidden: true }, text })),
  );
  if (forbidden.length === 0) return [];
  const right = glossary.flatMap((term) =>
    [...(inLocale(term.translations, locale) ?? []), ...(term.isUntouchable ? term.sources : [])].map(
      (text) => ({ term: { term, isForbidden: false }, text }),
    ),
  );
  return [...forbidden, ...right];
}

/** The source's texts that answer each text of a translation. */
function answersOf({ alignment }: PairContext): ReadonlyMap<OwnText, readonly OwnText[]> {
  const answers = new Map<OwnText, readonly OwnText[]>();
  for (const { source, translation } of alignedTexts(alignment)) {
    for (const text of translation) answers.set(text, source);
  }
  return answers;
}
