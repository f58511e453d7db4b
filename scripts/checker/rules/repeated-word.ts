import { languageOf } from '../../../src/domain/locale/scripts.ts';
import { type Prose, proseOf, spanOfProse } from './characters/prose.ts';
import type { Draft, PageRule } from './rule.ts';

/** Finds a word that stands twice in a row. */
export const repeatedWord: PageRule = {
  id: 'repeated-word',
  on: 'page',
  severity: 'note',
  docs: {
    summary: 'A word, or a few words, stand twice in a row.',
    why: 'A reader stumbles, and a machine translation that stutters often got more wrong nearby.',
    fix: 'Remove one of the two, unless it is meant.',
  },
  *check({ page: { document, locale } }) {
    const language = languageOf(locale);
    const meant = soundDoublings.get(language);
    const slips = unspacedSlips.get(language);
    for (const prose of proseOf(document)) {
      if (slips !== undefined) yield* sayAll(prose, prose.text.matchAll(slips));
      if (!mayRepeat(prose.text)) continue;
      // A reader of any language stumbles over several words said twice; one word is doubled on purpose in many.
      const phrases = prose.text.matchAll(doubledPhrase);
      yield* sayAll(
        prose,
        phrases.filter(([, words = '']) => !/^\p{Lu}\S*(?: \p{Lu}\S*)+$/u.test(words)),
      );
      if (meant === undefined) continue;
      const words = prose.text.matchAll(doubled).filter((match) => {
        const [, word = '', again] = match;
        const isName = /^\p{Lu}/u.test(word) && (word === again || !beginsSentence(prose.text, match.index));
        return !isName && !meant.has(word.toLowerCase());
      });
      yield* sayAll(prose, words);
    }
  },
};

/** A quick look: whether one, two or three pieces between spaces may stand there twice in a row. */
function mayRepeat(text: string): boolean {
  const starts: number[] = [];
  // How many pieces in a row begin as those one, two and three before them.
  const rows = [0, 0, 0];
  for (let from = 0; from <= text.length; ) {
    for (let back = 1; back <= 3; back++) {
      const earlier = starts.at(-back);
      const end = (back === 1 ? from : (starts.at(1 - back) ?? from)) - 1;
      rows[back - 1] =
        earlier !== undefined && isSame(text, earlier, end, from) ? (rows[back - 1] ?? 0) + 1 : 0;
      if ((rows[back - 1] ?? 0) >= back) return true;
    }
    starts.push(from);
    const space = text.indexOf(' ', from);
    if (space === -1) return false;
    from = space + 1;
  }
  return false;
}

/** Signs before the first word aside; letters that differ as capitals from small ones do count as the same. */
function isSame(text: string, start: number, end: number, other: number): boolean {
  let from = start;
  while (from < end && text.charCodeAt(from) < 0x41) from++;
  if (end <= from) return false;
  for (let at = 0; from + at < end; at++) {
    const difference = Math.abs(text.charCodeAt(from + at) - text.charCodeAt(other + at));
    if (difference !== 0 && difference !== 1 && difference !== 0x20) return false;
  }
  return true;
}

function* sayAll(prose: Prose, matches: Iterable<RegExpMatchArray>): Iterable<Draft> {
  for (const match of matches) {
    const [whole, words = ''] = match;
    const from = match.index ?? 0;
    const to = from + whole.length;
    if (touchesMarkup(prose.own.traits, from, to)) continue;
    const second = spanOfProse(prose, from + words.length, to);
    yield {
      message: `${words.includes(' ') ? 'Words' : 'Word'} \`${words}\` ${words.includes(' ') ? 'stand' : 'stands'} twice`,
      help: 'Remove one of the two.',
      span: spanOfProse(prose, from, to),
      confidence: 0.8,
      data: { word: words.toLowerCase() },
      fix: { title: 'Remove the second', safety: 'unsafe', edits: [{ span: second, text: '' }] },
    };
  }
}

function beginsSentence(text: string, at: number): boolean {
  return /(?:^|[.!?:…]["'”’»)]?\s*)["'“‘«(¿¡]?$/u.test(text.slice(Math.max(0, at - 6), at));
}

const doubled =
  /(?<![\p{L}\p{M}\p{N}'’.\-/_])(\p{L}[\p{L}\p{M}]+) ((?:\1))(?![\p{L}\p{M}\p{N}'’\-/_]| \1(?![\p{L}\p{M}]))/giu;

/** Two or three words, none of which is in another sentence than the other. */
const doubledPhrase =
  /(?<![\p{L}\p{M}\p{N}'’.\-/_])(\p{L}[\p{L}\p{M}]+ \p{L}[\p{L}\p{M}]{2,}(?: \p{L}[\p{L}\p{M}]+)?) \1(?![\p{L}\p{M}\p{N}'’\-/_])/gu;

/** Particles that no sentence doubles, in languages that set no spaces. */
const unspacedSlips: ReadonlyMap<string, RegExp> = new Map([
  ['ja', /(?<=[\p{sc=Hani}\p{sc=Kana}」』])([をがにで])\1(?=[\p{sc=Hani}\p{sc=Kana}「『])/gu],
  ['zh', /(?<=\p{sc=Hani})([的和与與])\1(?=\p{sc=Hani})(?!(?:\1|确|確|气|氣))/gu],
]);

/**
 * Doublings that a language uses, for the languages in which others are slips. Languages that double words as
 * grammar (Turkish, Hindi, Indonesian and others) are left out altogether. General knowledge.
 */
const soundDoublings: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    en: 'had that is do her in on so very many bye no there long',
    de: 'die der das sie ihr den dem was sehr da es zu',
    fr: 'nous vous en faire très bien',
    es: 'muy no que',
    pt: 'que se muito',
    it: 'molto piano man che poco via',
    nl: 'die dat ze het wat zo er heel',
    sv: 'som den det de är på om att var för så i',
    da: 'det der som den de for at er så',
    nb: 'det som den de for at er så',
    pl: 'się co nie bardzo',
    cs: 'se si to',
    fi: 'että se',
    uk: 'що ледь',
    ru: 'чуть еле что',
  }).map(([language, words]) => [language, new Set(words.split(' '))]),
);

/** Two words in different markup are a label and the word for it, not a stutter. */
function touchesMarkup(
  traits: { readonly runs: readonly { at: number; text: string; markup: readonly string[] }[] },
  from: number,
  to: number,
): boolean {
  const runs = traits.runs.filter((run) => run.at < to && run.at + run.text.length > from && run.text !== '');
  return runs.length !== 1 || (runs[0]?.markup.includes('code') ?? true);
}
