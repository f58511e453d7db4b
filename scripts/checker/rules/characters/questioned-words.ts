import type { PageDocument } from '../../../../src/domain/document/page-document.ts';
import { type Prose, proseOf } from './prose.ts';

/** A word, or several in a row, in which question marks stand for letters that an encoding did not have. */
export interface QuestionedWord {
  readonly prose: Prose;
  /** UTF-16 units of the prose. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * `f?rs?k` and `???????? ???????`, in order. One word with one question mark may be two words without a space, so
 * that it counts only where the page has others; English has hardly a letter to lose.
 */
export function findQuestionedWords(document: PageDocument, language: string): readonly QuestionedWord[] {
  if (language === 'en' || !sign.test(document.text)) return [];
  const found = proseOf(document).flatMap((prose) =>
    [...prose.text.matchAll(partly), ...prose.text.matchAll(wholly)].map(({ 0: text, index }) => ({
      prose,
      from: index,
      to: index + text.length,
      text,
    })),
  );
  const words = new Set(found.map(({ text }) => text.toLowerCase()));
  return found.filter(({ text }) => words.size > 2 || (text.match(/\?/g)?.length ?? 0) > 1);
}

const sign = /\?[^\s!-@]|\?\?\?[ ,.-]+\?\?/;
const partly =
  /(?<![\p{L}\p{N}/?&=.:#_-])\p{L}{1,20}(?:\?\p{Ll}{1,20}){1,10}(?![\p{L}\p{N}&=/:._]|\?\p{L})/gu;
const wholly = /(?<![?\p{L}])\?{3,30}(?:[ ,.-]{1,3}\?{2,30})+/gu;
