import { type OwnText, ownTexts } from '../../../src/domain/document/own-text.ts';
import type { PageDocument } from '../../../src/domain/document/page-document.ts';
import type { Edit } from '../edit-text.ts';
import type { Mutation, MutationKind, ParityPage, ParityPair } from '../mutation.ts';
import { sameText } from './inline.ts';

/** What can be left in the language of the source. */
export const textKinds: readonly MutationKind[] = [
  {
    name: 'leave a text untranslated',
    rules: ['untranslated-text'],
    mutationsOf: (pair) =>
      translatable(pair)
        .filter(({ own }) => own.node.kind !== 'section')
        .map((texts) => untranslated(pair, [texts])),
  },
  {
    name: 'leave a heading untranslated',
    rules: ['untranslated-text'],
    mutationsOf: (pair) =>
      translatable(pair)
        .filter(({ own }) => own.node.kind === 'section')
        .map((texts) => untranslated(pair, [texts])),
  },
  {
    name: 'leave half of the page untranslated',
    rules: ['untranslated-text', 'untranslated-label', 'untranslated-country', 'wrong-locale-link'],
    findings: Number.POSITIVE_INFINITY,
    isEverywhere: true,
    mutationsOf: (pair) => {
      const texts = translatable(pair);
      const half = texts.slice(Math.ceil(texts.length / 2));
      return half.length < 2 ? [] : [untranslated(pair, half)];
    },
  },
];

/** A text of the translation, and the one that it translates. */
export interface TextPair {
  readonly own: OwnText;
  readonly source: OwnText;
}

/** Texts of fewer words may be names. */
const fewestWords = 6;
const fewestWordsOfHeading = 3;

/** Texts that a translator changed, beside their source. */
export function translatable(pair: ParityPair): readonly TextPair[] {
  return textPairs(pair).filter(({ own, source }) => {
    const isHeading = own.node.kind === 'section';
    const words = source.traits.runs
      .filter(({ markup }) => markup.length === 0)
      .flatMap(({ text }) => text.match(/[a-z]{2,}/gi) ?? []);
    const isKnown = isHeading || ['paragraph', 'item', 'step'].includes(own.node.kind);
    return (
      isKnown && own.text !== source.text && words.length >= (isHeading ? fewestWordsOfHeading : fewestWords)
    );
  });
}

/**
 * Which text translates which, where that needs no guess: the page has the source's headings, and the section blocks
 * of the same kinds in the same order.
 */
function textPairs({ source, translation }: ParityPair): readonly TextPair[] {
  if (depthsOf(source) !== depthsOf(translation)) return [];
  const sources = textsBySection(source.document);
  return [...textsBySection(translation.document)].flatMap(([section, own]) => {
    const theirs = sources.get(section) ?? [];
    if (kindsOf(own) !== kindsOf(theirs)) return [];
    return own.flatMap((text, n): TextPair[] => {
      const other = theirs[n];
      return other === undefined ? [] : [{ own: text, source: other }];
    });
  });
}

function depthsOf({ document }: ParityPage): string {
  return document.sections.map(({ depth }) => depth).join();
}

function kindsOf(texts: readonly OwnText[]): string {
  return texts.map(({ node }) => node.kind).join();
}

function textsBySection(document: PageDocument): ReadonlyMap<number, readonly OwnText[]> {
  return Map.groupBy(ownTexts(document), ({ node }) =>
    node.kind === 'section' ? node.index : node.section.index,
  );
}

function untranslated({ source, translation }: ParityPair, texts: readonly TextPair[]): Mutation {
  return {
    what: `line ${texts[0]?.own.span.start.line}`,
    edits: texts.map((text): Edit => {
      const from = text.own.span.start.offset;
      const { start, end } = text.source.span;
      const words = source.text.slice(start.offset, end.offset).replaceAll(/\s*\n[ \t>]*/g, ' ');
      return { from, to: text.own.span.end.offset, text: words, place: 'all' };
    }),
    isMeant: (after) =>
      texts.every((text) => sameText(translation.document, after, text.own)?.text === text.source.text),
  };
}
