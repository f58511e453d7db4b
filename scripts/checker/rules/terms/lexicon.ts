import type { OwnText } from '../../../../src/domain/document/own-text.ts';
import { capitalisesNouns } from '../labels/noun-capitals.ts';
import { isFormOf, isUnspacedWord, type TermWord, termWords } from './word-forms.ts';

/** A term as one text of a glossary writes it. */
export interface LexiconEntry<Term> {
  readonly term: Term;
  readonly text: string;
}

/** Where a term stands in a text, in UTF-16 units of the text. */
export interface TermPlace<Term> extends LexiconEntry<Term> {
  readonly from: number;
  readonly to: number;
}

interface ReadEntry<Term> extends LexiconEntry<Term> {
  readonly words: readonly string[];
}

/** Terms of one language, to be found in texts of it in whatever form the sentence gives them. */
export class Lexicon<Term> {
  readonly #locale: string;
  readonly #byStart = new Map<string, ReadEntry<Term>[]>();
  readonly #foundBefore = new WeakMap<OwnText, readonly TermPlace<Term>[]>();
  #segmenter: Intl.Segmenter | undefined;

  constructor(entries: Iterable<LexiconEntry<Term>>, locale: string) {
    this.#locale = locale;
    for (const entry of entries) {
      const words = termWords(entry.text).map(({ key }) => key);
      const start = startOf(words[0] ?? '');
      this.#byStart.set(start, [...(this.#byStart.get(start) ?? []), { ...entry, words }]);
    }
  }

  get isEmpty(): boolean {
    return this.#byStart.size === 0;
  }

  /** Every place of every term outside code, in order; a term inside a longer one is none. */
  find(text: OwnText): readonly TermPlace<Term>[] {
    const known = this.#foundBefore.get(text) ?? this.#search(text);
    this.#foundBefore.set(text, known);
    return known;
  }

  #search(own: OwnText): readonly TermPlace<Term>[] {
    if (this.isEmpty) return [];
    const words = termWords(own.text);
    const places = words.flatMap((word, at) =>
      startsOf(word.key).flatMap((start) =>
        (this.#byStart.get(start) ?? []).flatMap((entry) => {
          const last = words[at + entry.words.length - 1];
          if (last === undefined || !this.#stands(entry, words, at)) return [];
          const place = { term: entry.term, text: entry.text, from: word.from, to: last.to };
          const isOther =
            isInCode(own, place) || !this.#isWhole(own.text, place) || this.#isVerb(own.text, place);
          return isOther ? [] : [place];
        }),
      ),
    );
    return places.filter(
      ({ from, to }) =>
        !places.some((other) => other.from <= from && to <= other.to && other.to - other.from > to - from),
    );
  }

  #stands({ words: wanted }: ReadEntry<Term>, words: readonly TermWord[], at: number): boolean {
    return wanted.every((base, index) => isFormOf(words[at + index]?.key ?? '', base, this.#locale));
  }

  /** Where nouns have capitals, `antworten` is no form of `Antwort`. */
  #isVerb(text: string, { text: term, from }: { text: string; from: number }): boolean {
    return capitalisesNouns(this.#locale) && /^\p{Lu}/u.test(term) && /^\p{Ll}/u.test(text.slice(from));
  }

  /** In a script without spaces a term has to end where words do. */
  #isWhole(text: string, { from, to }: { from: number; to: number }): boolean {
    if (!isUnspacedWord(text.slice(from)) && !isUnspacedWord(text.slice(to - 1, to))) return true;
    this.#segmenter ??= new Intl.Segmenter(this.#locale, { granularity: 'word' });
    const [first, next] = [this.#segmenter.segment(text).containing(from), to];
    return first?.index === from && (next === text.length || startsWord(this.#segmenter, text, next));
  }
}

function startsWord(segmenter: Intl.Segmenter, text: string, at: number): boolean {
  return segmenter.segment(text).containing(at)?.index === at;
}

function isInCode({ traits }: OwnText, { from, to }: { from: number; to: number }): boolean {
  return traits.runs.some(
    (run) => run.markup.includes('code') && run.at < to && from < run.at + run.text.length,
  );
}

/** As many letters of a word as no ending changes. */
const startLength = 2;

function startOf(word: string): string {
  return word.slice(0, startLength);
}

/** Behind each prefix that Arabic and Hebrew write in one with the word, too. */
function startsOf(word: string): readonly string[] {
  if (!/^[\p{sc=Arab}\p{sc=Hebr}]/u.test(word)) return [startOf(word)];
  return [...new Set([0, 1, 2, 3, 4].map((at) => startOf(word.slice(at))))];
}
