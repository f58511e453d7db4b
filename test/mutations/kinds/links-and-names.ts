import { isCodeName } from '../../../scripts/checker/rules/names/code-names.ts';
import { ownTexts } from '../../../src/domain/document/own-text.ts';
import { textRangeOf } from '../../../src/domain/document/text-place.ts';
import type { Mutation, MutationKind, ParityPair } from '../mutation.ts';
import { sameText } from './inline.ts';

/** What can happen to the words of a link, and to names that no language changes. */
export const linkAndNameKinds: readonly MutationKind[] = [
  { name: 'end a link inside a word', rules: ['shifted-link-text'], mutationsOf: cutLinks },
  { name: 'take a comma into a link', rules: ['shifted-link-text'], mutationsOf: swallowedCommas },
  { name: 'translate a name', rules: ['translated-name'], mutationsOf: changedNames },
];

/** One word of a script that sets spaces between words. */
const spacedWord = /^(?:(?!\p{sc=Han}|\p{sc=Hira}|\p{sc=Kana}|\p{sc=Hang}|\p{sc=Deva})\p{L}){6,}$/u;

/** The first half of a link's only word is the link, the rest stands behind it. */
function cutLinks(pair: ParityPair): readonly Mutation[] {
  return eachLink(pair, (words, target) => {
    if (!spacedWord.test(words)) return undefined;
    const half = words.slice(0, Math.ceil(words.length / 2));
    return { markup: `[${half}]${target}${words.slice(half.length)}`, shown: half, behind: '' };
  });
}

/** The comma behind a link stands in it. */
function swallowedCommas(pair: ParityPair): readonly Mutation[] {
  return eachLink(pair, (words, target, behind) => {
    const comma = /^[,，、]/u.exec(behind)?.[0];
    if (comma === undefined || !/\p{L}$/u.test(words)) return undefined;
    return { markup: `[${words}${comma}]${target}`, shown: `${words}${comma}`, behind: comma };
  });
}

function eachLink(
  { translation: { text, document } }: ParityPair,
  change: (
    words: string,
    target: string,
    behind: string,
  ) => { readonly markup: string; readonly shown: string; readonly behind: string } | undefined,
): readonly Mutation[] {
  return ownTexts(document).flatMap((own) =>
    own.traits.links.flatMap((link, n): Mutation[] => {
      const written = text.slice(link.span.start.offset, link.span.end.offset);
      const words = text.slice(link.textSpan.start.offset, link.textSpan.end.offset);
      const range = textRangeOf(own.traits, link.textSpan);
      if (range === undefined || words !== link.text || !written.startsWith(`[${words}]`)) return [];
      const behind = text.slice(link.span.end.offset, link.span.end.offset + 1);
      const made = change(words, written.slice(words.length + 2), behind);
      if (made === undefined) return [];
      const to = link.span.end.offset + made.behind.length;
      return [
        {
          what: `link ${n + 1} of line ${own.span.start.line}`,
          edits: [{ from: link.span.start.offset, to, text: made.markup, place: 'all' }],
          isMeant: (after) => {
            const now = sameText(document, after, own);
            return now?.text === own.text && now.traits.links[n]?.text === made.shown;
          },
        },
      ];
    }),
  );
}

/** A cell or item that is nothing but a name gets other letters. */
function changedNames({ translation: { document } }: ParityPair): readonly Mutation[] {
  return ownTexts(document).flatMap((own): Mutation[] => {
    const name = own.text.trim();
    const [run] = own.traits.runs;
    if (own.node.kind !== 'cell' && own.node.kind !== 'item') return [];
    if (!isCodeName(name) || own.traits.runs.length !== 1 || run?.markup.length !== 0) return [];
    const other = [...name]
      .toReversed()
      .join('')
      .toLowerCase()
      .replaceAll(/[^a-z]/g, '');
    if (other.length < 2) return [];
    return [
      {
        what: `name in line ${own.span.start.line}`,
        edits: [{ from: run.span.start.offset, to: run.span.end.offset, text: other, place: 'all' }],
        isMeant: (after) => sameText(document, after, own)?.text === other,
      },
    ];
  });
}
