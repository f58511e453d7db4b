import { indexLines } from '../../../src/domain/document/line-index.ts';
import type { PageDocument } from '../../../src/domain/document/page-document.ts';
import { languageOf, setsSpacesBetweenWords } from '../../../src/domain/locale/scripts.ts';
import { addressBlot, codeBlot, type Prose, proseOf, spanOfProse } from './characters/prose.ts';
import type { Draft, PageRule } from './rule.ts';

/** Finds a space beside a punctuation mark, bracket or quotation mark, where the language sets none. */
export const straySpace: PageRule = {
  id: 'stray-space',
  on: 'page',
  severity: 'note',
  docs: {
    summary:
      'A space stands before a punctuation mark, or inside brackets, quotation marks or a link text, where the language sets none.',
    why: 'The mark may begin a line on its own, a link is underlined beyond its words, and a reader sees that nobody has read the page.',
    fix: 'Remove the space.',
  },
  *check({ page: { document, locale } }) {
    const patterns = patternsFor(locale);
    for (const prose of proseOf(document)) {
      yield* spacesInLinks(document, prose);
      yield* spacesInQuotes(document, prose, locale);
      if (!spaceBesideMark.test(prose.text)) continue;
      for (const { pattern, side } of patterns) {
        for (const match of prose.text.matchAll(pattern)) {
          const [whole, space = '', mark = ''] = side === 'before' ? match : [match[0], match[2], match[1]];
          const from =
            side === 'before'
              ? match.index + whole.length - mark.length - space.length
              : match.index + mark.length;
          const draft = sayStray(document, prose, { from, to: from + space.length, mark, side });
          if (draft !== undefined) yield draft;
        }
      }
    }
  },
};

interface Stray {
  /** The space, in UTF-16 units of the prose. */
  readonly from: number;
  readonly to: number;
  readonly mark: string;
  /** On which side of the mark the space stands. */
  readonly side: 'before' | 'after';
}

function sayStray(document: PageDocument, prose: Prose, { from, to, mark, side }: Stray): Draft | undefined {
  if (mark === ')' && !isInBrackets(prose.text, from)) return undefined;
  const span = spanOfProse(prose, from, to);
  const around = spanOfProse(prose, Math.max(0, from - 1), to + 1);
  const { start, end } = around;
  const written = document.text.slice(start.offset, end.offset);
  // A link without text leaves its space behind, and is a finding of its own.
  if (/\[\s*\]\(/.test(written)) return undefined;
  // What a component or image shows beside the mark is not known here.
  const { components, images } = prose.own.traits;
  const isFilled = [...components, ...images].some(
    (shown) => start.offset <= shown.span.start.offset && shown.span.end.offset <= end.offset,
  );
  if (isFilled) return undefined;
  const space = document.text.slice(span.start.offset, span.end.offset);
  // Emphasis that begins or ends at the mark might not be rendered without the space.
  const opens = /^[*_]/.test(document.text.slice(span.end.offset));
  const closes = /[*_]$/.test(document.text.slice(0, span.start.offset)) && side === 'after';
  return {
    message: `A space stands ${side} \`${mark}\``,
    help: 'Remove the space.',
    span,
    confidence: 0.9,
    data: { mark, side },
    ...(/^[ \t]+$/.test(space) &&
      !opens &&
      !closes && { fix: { title: 'Remove the space', safety: 'safe', edits: [{ span, text: '' }] } }),
  };
}

/** `1 )` numbers a list, and `: )` is a face. */
function isInBrackets(text: string, at: number): boolean {
  return text.lastIndexOf('(', at) > text.lastIndexOf(')', at - 1);
}

/** A link text that begins or ends with a space: the space belongs outside, where there is none. */
function* spacesInLinks(document: PageDocument, { own }: Prose): Iterable<Draft> {
  for (const { span, textSpan } of own.traits.links) {
    const { text } = document;
    const inside = text.slice(textSpan.start.offset, textSpan.end.offset);
    if (inside.trim() === '' || text.charAt(span.start.offset) !== '[') continue;
    const lines = indexLines(text);
    const before = /^ +/.exec(inside)?.[0].length ?? 0;
    const after = / +$/.exec(inside)?.[0].length ?? 0;
    for (const [side, length] of [
      ['begins', before],
      ['ends', after],
    ] as const) {
      if (length === 0) continue;
      const from = side === 'begins' ? textSpan.start.offset : textSpan.end.offset - length;
      const place = lines.spanOf(from, from + length);
      const outer = side === 'begins' ? text.charAt(span.start.offset - 1) : text.charAt(span.end.offset);
      const isWord = /[\p{L}\p{N}]/u.test(outer);
      const outerPoint = side === 'begins' ? span.start : span.end;
      yield {
        message: `The link text ${side} with a space`,
        help: isWord ? 'Move the space out of the link.' : 'Remove the space.',
        span: place,
        data: { mark: side === 'begins' ? '[' : ']', side: side === 'begins' ? 'after' : 'before' },
        fix: {
          title: isWord ? 'Move the space out of the link' : 'Remove the space',
          safety: 'safe',
          edits: [
            { span: place, text: '' },
            ...(isWord ? [{ span: { start: outerPoint, end: outerPoint }, text: ' ' }] : []),
          ],
        },
      };
    }
  }
}

/** Quotation marks with a space inside both: of a space beside one alone, the mark may be another's. `24 "` are inches. */
const spacedQuote =
  /(?<=^|[\s(])(?<!\d )(["“])( +)(?=[\p{L}\p{N}\ufffc])([^"“”\n]{0,80}[\p{L}\p{N}.!?…\ufffc])( +)(["”])(?=$|[\s.,;:!?)])/gu;

function* spacesInQuotes(document: PageDocument, prose: Prose, locale: string): Iterable<Draft> {
  if (!/["“] /.test(prose.text) || !setsSpacesBetweenWords(locale) || languageOf(locale) === 'fr') return;
  for (const { index, 1: opening = '', 2: first = '', 3: words = '', 4: last = '' } of prose.text.matchAll(
    spacedQuote,
  )) {
    const from = index + opening.length;
    const to = from + first.length + words.length + last.length;
    const spaces = [
      spanOfProse(prose, from, from + first.length),
      spanOfProse(prose, to - last.length, to),
    ].filter(({ start, end }) => /^ +$/.test(document.text.slice(start.offset, end.offset)));
    if (spaces.length < 2) continue;
    yield {
      message: `Spaces stand inside the quotation marks of \`${words}\``,
      help: 'Remove the spaces.',
      span: spanOfProse(prose, index, to + 1),
      confidence: 0.9,
      data: { mark: opening, side: 'inside' },
      fix: { title: 'Remove the spaces', safety: 'safe', edits: spaces.map((span) => ({ span, text: '' })) },
    };
  }
}

/** A quick look, for any language. */
const spaceBesideMark = / [,.;:!?)\]»，。、；：！？」』】）》]|[(«„（「『【《] /;

interface StrayPattern {
  /** In order: the space and the mark, or the mark and the space. */
  readonly pattern: RegExp;
  readonly side: Stray['side'];
}

const patternsBefore = new Map<string, readonly StrayPattern[]>();

function patternsFor(locale: string): readonly StrayPattern[] {
  const known = patternsBefore.get(locale) ?? buildPatterns(locale);
  patternsBefore.set(locale, known);
  return known;
}

/** Languages that set quotations in «guillemets» without spaces. General knowledge. */
const guillemetLanguages: ReadonlySet<string> = new Set(
  'be bg ca el es gl hy it kk ky nb nn no pt ru uk'.split(' '),
);

/** French sets a space before tall marks; `.NET`, `:)` and `...` are no closing marks. */
function buildPatterns(locale: string): readonly StrayPattern[] {
  if (!setsSpacesBetweenWords(locale)) {
    return [
      {
        pattern:
          /(?<=[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}ー」』】）\ufffc])( +)([，。、；：！？」』】）》](?![:：]))/gu,
        side: 'before',
      },
      { pattern: /([（「『【《])( +)(?=\S)/gu, side: 'after' },
    ];
  }
  const language = languageOf(locale);
  const marks = language === 'fr' ? ',.' : ',.;:!?';
  const hasGuillemets = guillemetLanguages.has(language);
  const word = `[\\p{L}\\p{N})\\]"“”»«’%${codeBlot}]`;
  return [
    { pattern: new RegExp(`(?<=${word})( +)([${marks}])(?=\\s|$)`, 'gu'), side: 'before' },
    {
      pattern: new RegExp(
        `(?<=[\\p{L}\\p{N}.!?${codeBlot}${addressBlot}])( +)([)${hasGuillemets ? '»' : ''}])`,
        'gu',
      ),
      side: 'before',
    },
    {
      pattern: new RegExp(`([(„${hasGuillemets ? '«' : ''}])( +)(?=[\\p{L}\\p{N}${codeBlot}])`, 'gu'),
      side: 'after',
    },
  ];
}
