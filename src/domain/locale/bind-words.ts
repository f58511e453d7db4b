/**
 * The text with a no-break space wherever no line may end: in Russian behind a preposition or conjunction of one or two
 * letters and between a number and what it counts, in Chinese between a number and its measure word and inside a date.
 * Other languages are left as they are.
 * @example bindWords('в Центре партнеров', 'ru-RU') // => 'в\u00a0Центре партнеров'
 * @example bindWords('2021 年 3 月起', 'zh-CN') // => '2021\u00a0年\u00a03\u00a0月起'
 */
export function bindWords(text: string, locale: string): string {
  const { language } = new Intl.Locale(locale);
  const gaps = closedGaps[language] ?? [];
  return gaps.reduce((bound, gap) => bound.replaceAll(gap, '\u00a0'), text);
}

/** By language: the spaces at which no line ends. */
const closedGaps: Readonly<Record<string, readonly RegExp[]>> = {
  ru: [
    // Not behind `ли`, `же` or `бы`, which belong to the word before them.
    /(?<=(?<![\p{L}\p{N}-])(?:[авикосу]|во|до|за|из|ко|на|не|ни|но|об|от|по|со)) (?=\S)/giu,
    /(?<=\d) (?=\p{L}{3}|г\.)/gu,
  ],
  zh: [/(?<=\d) (?=\p{Script=Han})/gu, /(?<=\d[ \u00a0][年月]) (?=\d)/gu],
};
