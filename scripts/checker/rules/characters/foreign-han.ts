import {
  countOwnHan,
  type ForeignHan,
  findForeignHan,
  type HanForm,
} from '../../../../src/domain/locale/han-forms.ts';
import type { Prose } from './prose.ts';

/** Characters of another form of Chinese that stand near each other. */
export interface ForeignRun {
  /** UTF-16 units of the prose. */
  readonly from: number;
  readonly to: number;
  /** From the first to the last of them. */
  readonly text: string;
  readonly characters: string;
  readonly form: HanForm;
  /** The text in the page's own form; `undefined` where that is not known of each character. */
  readonly repaired: string | undefined;
}

/** Characters that lie further apart are two faults. */
const widestGap = 20;

/**
 * The runs of a text that another form alone has.
 *
 * Silent are texts with Japanese in a Chinese page, works in title marks, the names of languages in themselves, links
 * to other sites, and names of people that stand alone.
 */
export function findForeignRuns(prose: Prose, form: HanForm): readonly ForeignRun[] {
  const all = findForeignHan(prose.text, form);
  if (all.length === 0 || (form !== 'japanese' && /[\p{sc=Hira}\p{sc=Kana}]/u.test(prose.text))) return [];
  const meant = meantRanges(prose);
  const found = all.filter(({ at }) => !meant.some(({ from, to }) => from <= at && at < to));
  const runs: ForeignHan[][] = [];
  for (const han of found) {
    const last = runs.at(-1);
    const isNear = last?.[0]?.form === han.form && han.at - (last.at(-1)?.at ?? 0) <= widestGap;
    if (isNear) last.push(han);
    else runs.push([han]);
  }
  return runs.flatMap((run) => readRun(prose, run) ?? []);
}

/** The form that a whole page is written in, where that is another than its own. */
export function isOtherForm(texts: readonly Prose[], form: HanForm): HanForm | undefined {
  const counts = new Map<HanForm, number>();
  let own = 0;
  for (const { text } of texts) {
    own += countOwnHan(text, form);
    for (const han of findForeignHan(text, form)) counts.set(han.form, (counts.get(han.form) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted(([, one], [, other]) => other - one);
  return most !== undefined && most[1] >= fewestOfPage && most[1] > own * 4 ? most[0] : undefined;
}

/** Characters of another form that show what a page is written in. */
const fewestOfPage = 12;

function readRun({ text }: Prose, run: readonly ForeignHan[]): ForeignRun | undefined {
  const first = run[0];
  const last = run.at(-1);
  if (first === undefined || last === undefined || isName(text, first.at, last.at + 1)) return undefined;
  const found = text.slice(first.at, last.at + 1);
  const own = new Map(run.map(({ character, own: written }) => [character, written]));
  const isKnown = run.every((han) => han.own !== undefined);
  return {
    from: first.at,
    to: last.at + 1,
    text: found,
    characters: run.map(({ character }) => character).join(''),
    form: first.form,
    repaired: isKnown ? [...found].map((character) => own.get(character) ?? character).join('') : undefined,
  };
}

/** A surname in a sentence, and two or three characters between other scripts or marks that begin with one. */
function isName(text: string, from: number, to: number): boolean {
  if (to - from === 1 && surnames.has(text.charAt(from)) && !measureWords.has(text.charAt(from))) return true;
  const before = /\p{sc=Hani}*$/u.exec(text.slice(Math.max(0, from - 4), from))?.[0] ?? '';
  const after = /^\p{sc=Hani}*/u.exec(text.slice(to, to + 4))?.[0] ?? '';
  const written = before + text.slice(from, to) + after;
  return written.length >= 2 && written.length <= 3 && surnames.has(written.charAt(0));
}

/** Frequent surnames that begin few other words. */
const surnames: ReadonlySet<string> = new Set(
  '张張陈陳刘劉杨楊赵趙黄黃吴吳孙孫罗羅郑鄭谢謝邓鄧冯馮萧蕭苏蘇蒋蔣魏吕呂沈卢盧谭譚邹鄒贾賈韦韋阎閻薛龚龔邵钱錢赖賴王李周徐林',
);

/** Surnames that count sheets and tables too. */
const measureWords: ReadonlySet<string> = new Set('张張');

interface Range {
  readonly from: number;
  readonly to: number;
}

function meantRanges({ text, own }: Prose): readonly Range[] {
  const ranges: Range[] = [];
  for (const match of text.matchAll(languageNames)) {
    ranges.push({ from: match.index, to: match.index + match[0].length });
  }
  for (const match of text.matchAll(/《[^》]{1,80}》/g)) {
    ranges.push({ from: match.index, to: match.index + match[0].length });
  }
  // The name of a page on another site is as that site writes it.
  const away = own.traits.links.filter(({ target }) => /^(?:[a-z]+:)?\/\//i.test(target));
  for (const run of away.length === 0 ? [] : own.traits.runs) {
    const { start, end } = run.span;
    const isAway = away.some(
      ({ span }) => span.start.offset <= start.offset && end.offset <= span.end.offset,
    );
    if (isAway) ranges.push({ from: run.at, to: run.at + run.text.length });
  }
  return ranges;
}

/** Languages and their ways of writing, as each calls itself. */
const languageNames =
  /简体?(?:中文|字|中)?|簡體(?:中文|字)?|繁[体體]?(?:中文|字|中)?|正[体體](?:中文|字)?|[汉漢][语語字]|[国國][语語]|[粤粵][语語]|[闽閩]南?[语語]|吴[语語]|日本?[语語]|[韩韓][国國]?[语語]/gu;
