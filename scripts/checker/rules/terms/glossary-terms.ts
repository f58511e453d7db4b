import type { OwnText } from '../../../../src/domain/document/own-text.ts';
import { ownTexts } from '../../../../src/domain/document/own-text.ts';
import type { Span } from '../../../../src/domain/document/page-document.ts';
import { spanOfRunText } from '../../../../src/domain/document/spans.ts';
import { servingLocale } from '../../../../src/domain/locale/locale-tag.ts';
import { alignedTexts } from '../../align/aligned-texts.ts';
import type { GlossaryTerm, PairContext, Product } from '../rule.ts';
import { findTextLeftInSource } from '../texts/left-in-source.ts';
import { Lexicon } from './lexicon.ts';
import { isUnspacedWord, mayBeFormOf, termWords } from './word-forms.ts';

/** A term that the source names in a text which has an answer. */
export interface NamedTerm {
  readonly term: GlossaryTerm;
  /** As the glossary writes it. */
  readonly source: string;
  /** As the source page writes it. */
  readonly written: string;
  /** Where the source page names it first. */
  readonly sourceSpan: Span;
  readonly translation: readonly OwnText[];
  readonly score: number;
}

/** A text is taken for another's answer from this score on. */
const leastScore = 0.5;

/** The terms that each text of the source names, once for each text; without those in code. */
export function namedTerms(context: PairContext): readonly NamedTerm[] {
  const known = namedBefore.get(context) ?? readNamedTerms(context);
  namedBefore.set(context, known);
  return known;
}

/** Two rules ask for the same. */
const namedBefore = new WeakMap<PairContext, readonly NamedTerm[]>();

function readNamedTerms(context: PairContext): readonly NamedTerm[] {
  const { product, alignment } = context;
  const lexicon = sourceLexicon(product);
  if (lexicon.isEmpty) return [];
  return alignedTexts(alignment).flatMap(({ source, translation, score }) => {
    if (score < leastScore) return [];
    const named = new Map<GlossaryTerm, NamedTerm>();
    for (const text of source) {
      for (const { term, text: written, from, to } of lexicon.find(text)) {
        if (named.has(term) || isInName(text.text, from, written)) continue;
        named.set(term, {
          term,
          source: written,
          written: text.text.slice(from, to),
          sourceSpan: spanOfRunText({ textSpan: text.span, traits: text.traits }, from, to),
          translation,
          score,
        });
      }
    }
    return [...named.values()];
  });
}

/** A capital within a sentence makes a name of a term that has none: `Cross-Site Request Forgery`. */
function isInName(text: string, from: number, term: string): boolean {
  return (
    /^\p{Lu}/u.test(text.slice(from)) &&
    !/^\p{Lu}/u.test(term) &&
    /[\p{L}\p{N},]\P{L}?$/u.test(text.slice(0, from))
  );
}

/** Terms of the source language, by product. */
function sourceLexicon(product: Product): Lexicon<GlossaryTerm> {
  const known =
    sourceLexicons.get(product) ??
    new Lexicon(
      (product.glossary ?? []).flatMap((term) => term.sources.map((text) => ({ term, text }))),
      product.sourceLocale,
    );
  sourceLexicons.set(product, known);
  return known;
}

const sourceLexicons = new WeakMap<Product, Lexicon<GlossaryTerm>>();

/** A term that the answering text lacks. */
export interface AbsentTerm extends NamedTerm {
  /** True for a term that stands nowhere in the whole page: this is the first of `count` texts that lack it. */
  readonly isNowhere: boolean;
  readonly count: number;
  readonly span: Span;
}

/**
 * The terms that texts of a translation lack, by what tells whether one is there. A term that the whole page lacks is
 * given once: that is one decision of its translator.
 */
export function absentTerms(
  context: PairContext,
  isThere: (named: NamedTerm, text: string) => boolean,
): readonly AbsentTerm[] {
  const absent = namedTerms(context).filter((named) => !isThere(named, joined(named.translation)));
  if (absent.length === 0) return [];
  const page = joined(ownTexts(context.translation.document));
  const left = new Set(findTextLeftInSource(context).map(({ text }) => text));
  return [...Map.groupBy(absent, ({ term }) => term).values()].flatMap((ofTerm) => {
    const told = ofTerm.flatMap((named): AbsentTerm[] => {
      const [text] = named.translation;
      if (text === undefined || left.has(text)) return [];
      return [{ ...named, span: text.span, isNowhere: false, count: ofTerm.length }];
    });
    const [first] = told;
    if (first === undefined) return [];
    return isThere(first, page) ? told : [{ ...first, isNowhere: true, count: told.length }];
  });
}

function joined(texts: readonly OwnText[]): string {
  return texts.map(({ text }) => text).join('\n');
}

/** What a glossary asks of a locale: its own entry, or that of its language. */
export function inLocale(
  words: ReadonlyMap<string, readonly string[]>,
  locale: string,
): readonly string[] | undefined {
  const exact = words.get(locale);
  if (exact !== undefined || words.size === 0) return exact;
  const key = `${locale} ${[...words.keys()].join(' ')}`;
  if (!servingBefore.has(key)) servingBefore.set(key, servingLocale(locale, words.keys()));
  return words.get(servingBefore.get(key) ?? '');
}

/** Asking ICU takes longer than all the rest. */
const servingBefore = new Map<string, string | undefined>();

/** True when a text has all words of a term in whatever form and order, alone or in compounds. */
export function mayName(text: string, term: string): boolean {
  const lower = text.normalize('NFKC').toLowerCase();
  const wanted = termWords(term.normalize('NFKC').toLowerCase());
  const unspaced = wanted.filter(({ key }) => isUnspacedWord(key));
  const spaced = wanted.filter(({ key }) => !isUnspacedWord(key));
  const pieces = unspacedPieces(unspaced);
  if (!pieces.every((piece) => lower.includes(piece))) return false;
  if (spaced.length === 0) return true;
  // Articles and the like give way to others.
  const full = spaced.filter(({ key }) => !isShort(key));
  const words = [...new Set(termWords(lower).map(({ key }) => key))];
  return (full.length > 0 ? full : spaced).every(({ key }) =>
    words.some((word) => (isShort(key) ? word === key : mayBeFormOf(word, key))),
  );
}

/** Two letters are a whole word in Korean, and hardly one elsewhere. */
function isShort(key: string): boolean {
  return key.length <= 2 && !/\p{sc=Hang}/u.test(key);
}

function unspacedPieces(words: readonly { key: string; from: number; to: number }[]): readonly string[] {
  const pieces: string[] = [];
  let end = -1;
  for (const { key, from, to } of words) {
    if (from === end) pieces.push(`${pieces.pop() ?? ''}${key}`);
    else pieces.push(key);
    end = to;
  }
  return pieces;
}

/** True when one of the source's texts names the term. */
export function namesTerm(product: Product, texts: readonly OwnText[], term: GlossaryTerm): boolean {
  const lexicon = sourceLexicon(product);
  return texts.some((text) => lexicon.find(text).some((place) => place.term === term));
}
