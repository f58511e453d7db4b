import { type OwnText, ownTexts } from '../../../../src/domain/document/own-text.ts';
import type { Block, PageDocument, Section } from '../../../../src/domain/document/page-document.ts';
import { type Word, wordsOf } from '../../../../src/domain/document/words.ts';
import { languageOf, scriptsOfLocale } from '../../../../src/domain/locale/scripts.ts';
import { fieldTexts } from './side-texts.ts';
import { englishSmallWords } from './small-words.ts';

/** English on a page of another language, seen without any source. */
export interface EnglishText {
  readonly text: OwnText;
  /** UTF-16 units of the text. */
  readonly from: number;
  readonly to: number;
  readonly isWhole: boolean;
  readonly wordCount: number;
}

/**
 * The English sentences of a page in another language, in order.
 *
 * English shows in its small words: no other language has several of them in one sentence. What stands in quotes, bold
 * or links is a name or a label and stays as it is in good translations.
 */
export function englishTexts(document: PageDocument, locale: string): readonly EnglishText[] {
  if (languageOf(locale) === 'en' || languageOf(locale) === '') return [];
  const hasOwnScript = !scriptsOfLocale(locale).includes('Latn');
  return [...fieldTexts(document).values(), ...ownTexts(document)].flatMap((text) =>
    mayBeEnglish.test(text.text) && !isQuotation(text.node) ? englishParts(text, hasOwnScript) : [],
  );
}

/** Most texts of other languages hold neither. */
const mayBeEnglish = /\b(?:the|this|your?|with) /i;

/** Words of no other language that is written in Latin letters. */
const tellingWords: ReadonlySet<string> = new Set(
  'the and with from that this these those which you your when where should must have been what how their would'.split(
    ' ',
  ),
);

/** Fewer words may be a title or a phrase that is not translated. */
const fewestWords = 8;

function englishParts(text: OwnText, hasOwnScript: boolean): EnglishText[] {
  const words = spokenWords(text);
  return sentencesOf(text, words, hasOwnScript).flatMap((sentence): EnglishText[] => {
    const [first, last] = [sentence[0], sentence.at(-1)];
    if (first === undefined || last === undefined || !isEnglish(sentence)) return [];
    if (isExplained(text.text, last.to)) return [];
    const isWhole = sentence.length >= words.length * 0.8;
    return [{ text, from: first.from, to: last.to, isWhole, wordCount: sentence.length }];
  });
}

/** Words between two ends of sentences or, on a page of another script, between two words of that. */
function sentencesOf({ text }: OwnText, words: readonly Word[], hasOwnScript: boolean): Word[][] {
  const sentences: Word[][] = [];
  let sentence: Word[] = [];
  for (const [n, word] of words.entries()) {
    const before = text.slice(words[n - 1]?.to ?? 0, word.from);
    const isForeign = hasOwnScript && /\p{L}/u.test(word.text) && !/\p{Script=Latin}/u.test(word.text);
    if (sentence.length > 0 && (isForeign || /[.!?。！？](?:\s|$)|[。！？]/u.test(before))) {
      sentences.push(sentence);
      sentence = [];
    }
    if (!isForeign) sentence.push(word);
  }
  return [...sentences, sentence].filter(({ length }) => length >= fewestWords);
}

function isEnglish(sentence: readonly Word[]): boolean {
  const plain = sentence.filter(({ markup }) => !markup.includes('link') && !markup.includes('strong'));
  if (plain.length < fewestWords) return false;
  const keys = plain.map(({ key }) => key);
  const small = keys.filter((key) => englishSmallWords.has(key));
  const telling = new Set(keys.filter((key) => tellingWords.has(key)));
  return telling.size >= 2 && new Set(small).size >= 4 && small.length >= plain.length * 0.3;
}

function isQuotation(node: Block | Section): boolean {
  if (node.kind === 'section') return false;
  for (let block: Block | undefined = node; block !== undefined; block = block.parent) {
    if (block.kind === 'quote' || block.kind === 'html') return true;
  }
  return false;
}

/** What a program or a person says is quoted as it is. */
const quotation =
  /"[^"]{0,1000}"|“[^”]{0,1000}”|„[^“”]{0,1000}[“”]|«[^»]{0,1000}»|»[^«]{0,1000}«|「[^」]{0,1000}」|『[^』]{0,1000}』|\[[^\]]{0,1000}\]/gu;

/** The words of a text without those in quotes. */
function spokenWords(text: OwnText): readonly Word[] {
  const quoted = [...text.text.matchAll(quotation)];
  const words = wordsOf(text);
  return quoted.length === 0
    ? words
    : words.filter(({ from }) =>
        quoted.every(({ 0: { length }, index }) => from < index || from >= index + length),
      );
}

/** A term that stays as it is may have its translation in brackets behind. */
function isExplained(text: string, to: number): boolean {
  return /^[.!?…,]?\\?\s?[(（]/u.test(text.slice(to, to + 6));
}
