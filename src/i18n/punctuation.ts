/** What stands between texts that are put together, with the spaces that belong to it. */
export interface Punctuation {
  readonly colon: string;
  readonly semicolon: string;
  readonly opening: string;
  readonly closing: string;
}

/**
 * The punctuation of a locale. Chinese writes it as wide as its characters, with no space beside it.
 * @example punctuationOf('zh-TW').semicolon // => '；'
 */
export function punctuationOf(locale: string): Punctuation {
  return locale.startsWith('zh') ? wide : narrow;
}

/**
 * Sentences one after the other; those that are empty are left out.
 * @example joinSentences(['没有匹配的产品/服务。', '请减少搜索词。']) // => '没有匹配的产品/服务。请减少搜索词。'
 */
export function joinSentences(sentences: readonly string[]): string {
  return sentences
    .filter((sentence) => sentence !== '')
    .reduce((before, sentence) => `${before}${before === '' ? '' : gapAfter(before)}${sentence}`, '');
}

/**
 * What goes between a text and what follows it on the line: nothing where the text ends with a wide mark, which has its
 * space in itself.
 * @example gapAfter('Submit the form.') // => ' '
 */
export function gapAfter(text: string): '' | ' ' {
  return wideMark.test(text) ? '' : ' ';
}

const narrow: Punctuation = { colon: ': ', semicolon: '; ', opening: ' (', closing: ')' };
const wide: Punctuation = { colon: '：', semicolon: '；', opening: '（', closing: '）' };

const wideMark = /[，。、：；！？（）「」『』《》]$/u;
