import { type OwnText, ownTexts } from '../../../src/domain/document/own-text.ts';
import { spanOfRunText } from '../../../src/domain/document/spans.ts';
import type { Mutation, MutationKind, ParityPair } from '../mutation.ts';
import { sameText } from './inline.ts';

/** What can happen to the characters of a text. */
export const characterKinds: readonly MutationKind[] = [
  {
    name: 'write a character of the other Chinese',
    rules: ['wrong-script'],
    mutationsOf: (pair) => eachMatch(pair, otherChinese, (written) => twinOf(written)),
  },
  {
    name: 'write a Latin letter in a Cyrillic word',
    rules: ['wrong-script'],
    mutationsOf: (pair) =>
      eachMatch(pair, /(?<=\p{sc=Cyrl}{2})[аеор](?=\p{sc=Cyrl}{2})/gu, (letter) => latinOf(letter)),
  },
  {
    name: 'type a word twice',
    rules: ['repeated-word'],
    mutationsOf: (pair) =>
      eachMatch(
        pair,
        /(?<= )(?:(?![\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}])\p{Ll}){4,}(?= )/gu,
        (word) => `${word} ${word}`,
      ),
  },
  {
    name: 'put a space before a comma',
    rules: ['stray-space'],
    mutationsOf: (pair) =>
      eachMatch(pair, /(?<=\p{L})(?:,(?= \p{L})|[，、](?=\p{L}))/gu, (mark) => ` ${mark}`),
  },
  {
    name: 'take the space behind a comma',
    rules: ['missing-space'],
    mutationsOf: (pair) => eachMatch(pair, /(?<=\p{Ll}{3}), (?=\p{Ll}{3})/gu, () => ','),
  },
  { name: 'glue a word to a link', rules: ['missing-space'], mutationsOf: gluedLinks },
  {
    name: 'type a comma of another width',
    rules: ['mixed-width'],
    mutationsOf: (pair) =>
      eachMatch(pair, /(?<=\p{L}), (?=\p{L})|(?<=\p{sc=Hani})，(?=\p{sc=Hani})/gu, (comma) =>
        comma === '，' ? ',' : '，',
      ),
  },
];

/** Characters that documentation is full of, and what the other Chinese writes. */
const chineseTwins =
  '说說这這时時会會对對们們应應请請选選择擇数數据據页頁设設访訪问問类類错錯创創开開关關变變';

const simplified = [...chineseTwins].filter((_, at) => at % 2 === 0);
const traditional = [...chineseTwins].filter((_, at) => at % 2 === 1);
const otherChinese = new RegExp(`[${chineseTwins}]`, 'gu');

function twinOf(character: string): string | undefined {
  return traditional[simplified.indexOf(character)] ?? simplified[traditional.indexOf(character)];
}

function latinOf(letter: string): string | undefined {
  return [...'aeop'][[...'аеор'].indexOf(letter)];
}

/** Each place of the plain text that a pattern matches, with other characters. */
function eachMatch(
  { locale, translation: { document } }: ParityPair,
  pattern: RegExp,
  change: (written: string) => string | undefined,
): readonly Mutation[] {
  if (pattern === otherChinese && !locale.startsWith('zh')) return [];
  return ownTexts(document).flatMap((own) =>
    plainRuns(own).flatMap((run) =>
      Array.from(run.text.matchAll(pattern)).flatMap((match): Mutation[] => {
        const changed = change(match[0]);
        const from = run.at + match.index;
        const { start, end } = spanOfRunText(
          { textSpan: own.span, traits: own.traits },
          from,
          from + match[0].length,
        );
        if (changed === undefined || end.offset - start.offset !== match[0].length) return [];
        const wanted = own.text.slice(0, from) + changed + own.text.slice(from + match[0].length);
        return [
          {
            what: `line ${start.line}, column ${start.column}`,
            edits: [{ from: start.offset, to: end.offset, text: changed, place: 'all' }],
            isMeant: (after) => sameText(document, after, own)?.text === wanted,
          },
        ];
      }),
    ),
  );
}

function plainRuns({ node, traits }: OwnText): OwnText['traits']['runs'] {
  if (node.kind === 'html' || node.kind === 'component') return [];
  return traits.runs.filter(({ markup }) => markup.length === 0);
}

function gluedLinks({ translation: { document } }: ParityPair): readonly Mutation[] {
  return ownTexts(document).flatMap((own) =>
    own.traits.links.flatMap(({ span, text }): Mutation[] => {
      const { offset, line } = span.end;
      if (
        !/\p{L}$/u.test(text) ||
        !/^ (?:(?![\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}])\p{L}){3}/u.test(
          document.text.slice(offset, offset + 8),
        )
      ) {
        return [];
      }
      return [
        {
          what: `link in line ${line}`,
          edits: [
            { from: span.start.offset, to: span.start.offset, text: '', place: 'all' },
            { from: offset, to: offset + 1, text: '' },
          ],
          isMeant: (after) => sameText(document, after, own)?.text.length === own.text.length - 1,
        },
      ];
    }),
  );
}
