import { foldName } from '../../locale/fold-name.ts';

/** Words for yes and no in the languages of the form, and what spreadsheets and programs write. General knowledge. */
const yes = 'yes y true t 1 x ok ja j sant да д истина 是 对 對 真 有 v'.split(' ');
const no = 'no n false f 0 nej falskt нет н ложь 否 不 错 錯 假 无 無'.split(' ');

/** Reads a cell that says yes or no; undefined where it says something else. */
export type YesNoReader = (cell: string) => boolean | undefined;

/**
 * A reader of yes and no.
 * @param confirmed what the form itself writes for yes
 * @example createYesNoReader([])('Да') // => true
 */
export function createYesNoReader(confirmed: readonly string[]): YesNoReader {
  const answers = new Map<string, boolean>();
  for (const word of [...yes, ...confirmed]) answers.set(foldName(word), true);
  for (const word of no) answers.set(foldName(word), false);
  return (cell) => {
    const sign = cell.trim();
    if (/^[✓✔☑✅]\uFE0F?$/u.test(sign)) return true;
    if (/^[✗✘☐❌]\uFE0F?$/u.test(sign)) return false;
    return answers.get(foldName(sign));
  };
}
