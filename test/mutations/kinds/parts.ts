import { type OwnText, ownTexts } from '../../../src/domain/document/own-text.ts';
import type { Block, PageDocument } from '../../../src/domain/document/page-document.ts';
import { spanOfRunText } from '../../../src/domain/document/spans.ts';
import { type Edit, lineEnd } from '../edit-text.ts';
import type { Mutation, MutationKind, ParityPair } from '../mutation.ts';
import { whatIs } from './blocks.ts';
import { sameText } from './inline.ts';
import { translatable } from './texts.ts';

/** What can happen to a part of a text or of code. */
export const partKinds: readonly MutationKind[] = [
  { name: 'cut a text short', rules: ['truncated-text'], mutationsOf: cutTexts },
  {
    name: 'leave a sentence untranslated',
    rules: ['untranslated-text', 'leaked-source'],
    mutationsOf: untranslatedSentences,
  },
  {
    name: 'leave the source behind its translation',
    rules: ['leaked-source'],
    mutationsOf: sourcesBehind,
  },
  { name: 'drop a line of code', rules: ['changed-code'], mutationsOf: droppedCodeLines },
  { name: 'empty the text of a link', rules: ['empty-link-text'], mutationsOf: emptiedLinks },
  { name: 'write another locale in a link', rules: ['wrong-locale-link'], mutationsOf: foreignLinks },
  { name: 'say a word twice', rules: ['repeated-word'], mutationsOf: repeatedWords },
  { name: 'links in another order', rules: [], mutationsOf: swappedLinks },
];

/** A sentence of a text, in UTF-16 units of the text. */
interface Sentence {
  readonly from: number;
  readonly to: number;
}

function sentencesOf({ text }: OwnText, locale: string): readonly Sentence[] {
  return Array.from(
    new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(text),
    ({ index, segment }) => ({ from: index, to: index + segment.trimEnd().length }),
  );
}

/** Where a sentence without markup stands in the file. */
function spanOfPlain({ traits, span }: OwnText, { from, to }: Sentence) {
  const run = traits.runs.find(({ at, text }) => at <= from && to <= at + text.length);
  return run === undefined || run.markup.length > 0
    ? undefined
    : spanOfRunText({ textSpan: span, traits }, from, to);
}

const prose: ReadonlySet<string> = new Set<Block['kind']>(['paragraph', 'item', 'step']);

/** The later half of the sentences is gone, where it is at least two in five of the text. */
function cutTexts({ locale, translation: { document } }: ParityPair): readonly Mutation[] {
  return ownTexts(document).flatMap((own): Mutation[] => {
    const sentences = sentencesOf(own, locale);
    const first = sentences[Math.ceil(sentences.length / 2)];
    const last = sentences.at(-1);
    if (!prose.has(own.node.kind) || first === undefined || last === undefined) return [];
    const place = spanOfPlain(own, { from: first.from, to: last.to });
    if (place === undefined || last.to - first.from < own.text.length * 0.4) return [];
    return [
      {
        what: `text in line ${own.span.start.line}`,
        edits: [{ from: place.start.offset, to: place.end.offset, text: '', place: 'all' }],
        isMeant: (after) =>
          sameText(document, after, own)?.text.trim() === own.text.slice(0, first.from).trim(),
      },
    ];
  });
}

/** Shorter sentences may be names. */
const fewestWords = 5;

function untranslatedSentences(pair: ParityPair): readonly Mutation[] {
  const { sourceLocale, locale, translation } = pair;
  return translatable(pair).flatMap(({ own, source }): Mutation[] => {
    const theirs = sentencesOf(source, sourceLocale);
    const sentences = sentencesOf(own, locale);
    if (theirs.length !== sentences.length || theirs.length < 2) return [];
    return sentences.flatMap((sentence, n): Mutation[] => {
      const other = theirs[n];
      const place = spanOfPlain(own, sentence);
      if (other === undefined || place === undefined || spanOfPlain(source, other) === undefined) return [];
      const words = source.text.slice(other.from, other.to);
      if (words.split(/\s+/).length < fewestWords) return [];
      return [
        {
          what: `sentence ${n + 1} of line ${own.span.start.line}`,
          edits: [{ from: place.start.offset, to: place.end.offset, text: words, place: 'all' }],
          isMeant: (after) => sameText(translation.document, after, own)?.text.includes(words) === true,
        },
      ];
    });
  });
}

/** A text is followed by what it translates, as in pages that say everything in both languages. */
function sourcesBehind(pair: ParityPair): readonly Mutation[] {
  const { translation } = pair;
  return translatable(pair).flatMap(({ own, source }): Mutation[] => {
    if (!prose.has(own.node.kind) || own.text.includes(source.text)) return [];
    if (source.traits.runs.some(({ markup }) => markup.length > 0)) return [];
    const end = own.span.end.offset;
    return [
      {
        what: `text in line ${own.span.start.line}`,
        edits: [{ from: end, to: end, text: ` (${source.text})`, place: 'all' }],
        isMeant: (after) =>
          sameText(translation.document, after, own)?.text === `${own.text} (${source.text})`,
      },
    ];
  });
}

function droppedCodeLines({ translation: { text, document } }: ParityPair): readonly Mutation[] {
  return document.blocks.flatMap((block): readonly Mutation[] => {
    if (block.kind !== 'code') return [];
    const { start, end } = block.textSpan;
    const lines = Array.from(text.slice(start.offset, end.offset).matchAll(/^.*\p{L}.*$/gmu));
    if (lines.length < 3) return [];
    return lines.slice(1).map(({ 0: line, index }): Mutation => {
      const from = start.offset + index - 1;
      return {
        what: whatIs(block),
        edits: [{ from, to: lineEnd(text, from + 1), text: '', place: 'all' }],
        isMeant: (after) => {
          const now = after.blocks[block.index];
          return (
            after.blocks.length === document.blocks.length &&
            now?.kind === 'code' &&
            now.text.length === block.text.length - line.length - 1
          );
        },
      };
    });
  });
}

function eachLink(
  { translation: { document } }: ParityPair,
  change: (
    link: OwnText['traits']['links'][number],
    own: OwnText,
    n: number,
  ) => Omit<Mutation, 'what'> | undefined,
): readonly Mutation[] {
  return ownTexts(document).flatMap((own) =>
    own.traits.links.flatMap((link, n): Mutation[] => {
      const made = change(link, own, n);
      return made === undefined ? [] : [{ what: `link ${n + 1} of line ${own.span.start.line}`, ...made }];
    }),
  );
}

function emptiedLinks(pair: ParityPair): readonly Mutation[] {
  const { text, document } = pair.translation;
  return eachLink(pair, ({ span, textSpan, target }, own, n) => {
    const [from, to] = [textSpan.start.offset, textSpan.end.offset];
    if (text[span.start.offset] !== '[' || from === to) return undefined;
    return {
      edits: [{ from, to, text: '', place: 'all' }],
      isMeant: (after) => {
        const now = sameText(document, after, own)?.traits.links[n];
        return now?.target === target && now.text === '';
      },
    };
  });
}

/** Where the address names the locale of the page, it names the source's instead. */
function foreignLinks(pair: ParityPair): readonly Mutation[] {
  const { sourceLocale, locale, translation } = pair;
  const { text, document } = translation;
  return eachLink(pair, ({ span, textSpan, target }, own, n) => {
    const segment = new RegExp(`(?<=/)${locale}(?=/)`, 'i');
    const other = target.replace(segment, sourceLocale.toLowerCase());
    const from = text.lastIndexOf(target, span.end.offset);
    if (other === target || from < textSpan.end.offset) return undefined;
    return {
      edits: [{ from, to: from + target.length, text: other, place: 'all' }],
      isMeant: (after) => sameText(document, after, own)?.traits.links[n]?.target === other,
    };
  });
}

/** Languages that double words as grammar or set no spaces are left out. */
const singleWords: ReadonlySet<string> = new Set(['de', 'es', 'fr', 'pt', 'ru', 'sv', 'uk']);

function repeatedWords({ locale, translation: { document } }: ParityPair): readonly Mutation[] {
  if (!singleWords.has(new Intl.Locale(locale).language)) return [];
  return ownTexts(document).flatMap((own): Mutation[] => {
    const word = /(?<= )\p{Ll}{6,}(?= )/u.exec(own.text);
    const place =
      word === null ? undefined : spanOfPlain(own, { from: word.index, to: word.index + word[0].length });
    if (word === null || place === undefined || !prose.has(own.node.kind)) return [];
    return [
      {
        what: `text in line ${own.span.start.line}`,
        edits: [
          { from: place.start.offset, to: place.end.offset, text: `${word[0]} ${word[0]}`, place: 'all' },
        ],
        isMeant: (after) => sameText(document, after, own)?.text.includes(`${word[0]} ${word[0]}`) === true,
      },
    ];
  });
}

/** As the grammar of a language may want it: the first two links of a text change places. */
function swappedLinks({ translation: { text, document } }: ParityPair): readonly Mutation[] {
  return ownTexts(document).flatMap((own): Mutation[] => {
    const [one, other] = own.traits.links;
    if (one === undefined || other === undefined || one.target === other.target) return [];
    const [first, second] = [one, other].map(({ span }) => text.slice(span.start.offset, span.end.offset));
    const edit = ({ span }: typeof one, words = ''): Edit => {
      return { from: span.start.offset, to: span.end.offset, text: words };
    };
    return [
      {
        what: `text in line ${own.span.start.line}`,
        edits: [edit(one, second), edit(other, first)],
        isMeant: (after) => isSwapped(document, after, own),
      },
    ];
  });
}

function isSwapped(document: PageDocument, after: PageDocument, own: OwnText): boolean {
  const [one, other, ...rest] = own.traits.links.map(({ target }) => target);
  const now = sameText(document, after, own)?.traits.links.map(({ target }) => target) ?? [];
  return [other, one, ...rest].join(' ') === now.join(' ');
}
