import { ownTexts } from '../../../src/domain/document/own-text.ts';
import { spanOfRunText } from '../../../src/domain/document/spans.ts';
import { languageOf } from '../../../src/domain/locale/scripts.ts';
import type { PageRule } from './rule.ts';

/** Finds a word that stands twice in a row. */
export const repeatedWord: PageRule = {
  id: 'repeated-word',
  on: 'page',
  severity: 'note',
  docs: {
    summary: 'A word stands twice in a row.',
    why: 'A reader stumbles, and a machine translation that stutters often got more wrong nearby.',
    fix: 'Remove one of the two, unless it is meant.',
  },
  *check({ page: { document, locale } }) {
    const meant = soundDoublings.get(languageOf(locale));
    if (meant === undefined) return;
    for (const { text, traits, span, node } of ownTexts(document)) {
      if (node.kind === 'html' || node.kind === 'component') continue;
      for (const match of text.matchAll(doubled)) {
        const word = (match[1] ?? '').toLowerCase();
        const to = match.index + match[0].length;
        const isName = /^\p{Lu}/u.test(match[1] ?? '') && match[1] === match[2];
        if (meant.has(word) || isName || touchesMarkup(traits, match.index, to)) continue;
        yield {
          message: `Word \`${match[1]}\` stands twice`,
          help: 'Remove one of the two.',
          span: spanOfRunText({ textSpan: span, traits }, match.index, to),
          confidence: 0.8,
          data: { word },
        };
      }
    }
  },
};

const doubled = /(?<![\p{L}\p{M}\p{N}'’.\-/_])(\p{L}[\p{L}\p{M}]+) ((?:\1))(?![\p{L}\p{M}\p{N}'’\-/_])/giu;

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
