import { type OwnText, ownTexts } from '../../../../src/domain/document/own-text.ts';
import type { Span } from '../../../../src/domain/document/page-document.ts';
import { sliceOf, spanOfRunText } from '../../../../src/domain/document/spans.ts';
import { type Damage, damagedTogether, type Edit, edited, type LocalFault, type Way } from '../damage.ts';
import { type OwnPage, parse, source } from '../own-pages.ts';

/** Ways to damage the words of the guide; each is tried on every text that can have it. */
export const textWays: readonly Way[] = [
  { name: 'a word in windows-1252', damage: (page) => garbled(page, 'windows-1252', isPlain) },
  { name: 'a word in latin1', damage: (page) => garbled(page, 'latin1', isPlain) },
  {
    name: 'a label in windows-1252',
    damage: (page) => garbled(page, 'windows-1252', isLabel),
  },
  {
    name: 'a country in windows-1252',
    damage: (page) => garbled(page, 'windows-1252', isCountry),
  },
  { name: 'a text left in English', damage: leftInEnglish },
];

type Run = OwnText['traits']['runs'][number];

function isPlain({ markup }: Run, text: OwnText): boolean {
  return !markup.includes('code') && !markup.includes('strong') && !isCountry(undefined, text);
}

function isLabel({ markup }: Run): boolean {
  return markup.includes('strong');
}

/** A name in the list or the table of countries. */
function isCountry(_: Run | undefined, { node }: OwnText): boolean {
  if (node.kind !== 'item' && !(node.kind === 'cell' && node.position === 0)) return false;
  return node.section.heading?.anchors.some(({ id }) => id === 'company-registration-ids') === true;
}

/**
 * The first word of each text that has other letters than ASCII, read in another encoding than it was written in.
 * A syllable alone, such as `På`, becomes a few signs that may be meant: `PÃ¥`.
 */
function garbled(
  page: OwnPage,
  encoding: 'latin1' | 'windows-1252',
  isMeant: (run: Run, text: OwnText) => boolean,
): readonly Damage[] {
  const faults = ownTexts(page.document).flatMap((text): LocalFault[] => {
    const word = text.traits.runs
      .filter((run) => isMeant(run, text))
      .flatMap((run) =>
        Array.from(run.text.matchAll(/[\p{L}\p{M}]*[^\P{L}a-zA-Z][\p{L}\p{M}]*/gu), (match) => ({
          letters: match[0],
          from: run.at + match.index,
        })),
      )
      .find(
        ({ letters }) =>
          (letters.length > 2 || /\p{sc=Han}{2}/u.test(letters)) &&
          /^[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Han}]+$/u.test(letters),
      );
    if (word === undefined) return [];
    const { start, end } = spanOfRunText(
      { textSpan: text.span, traits: text.traits },
      word.from,
      word.from + word.letters.length,
    );
    const bytes = Buffer.from(word.letters, 'utf8');
    const broken = encoding === 'latin1' ? bytes.toString('latin1') : new TextDecoder(encoding).decode(bytes);
    const edit: Edit = { from: start.offset, to: end.offset, text: broken };
    // What else became of bold is bold of a page that is broken otherwise.
    if (!keepsBold(page, edit)) return [];
    const to = start.offset + broken.length;
    const what = `${word.letters} in line ${start.line}`;
    return [
      { what, edits: [edit], from: start.offset, to, isWithin: true, rules: ['mojibake'], counterparts: [] },
    ];
  });
  return damagedTogether(page, faults);
}

/** False where a sign of the broken word keeps the asterisks beside it from being bold. */
function keepsBold(page: OwnPage, edit: Edit): boolean {
  const around = page.text.slice(edit.from - 2, edit.from) + page.text.slice(edit.to, edit.to + 2);
  if (!around.includes('**')) return true;
  const [before, after] = [page.text, edited(page.text, [edit])].map(boldsIn);
  return before?.every((bold) => after?.includes(bold)) === true;
}

/** Where bold begins, and how long it is to the end of its line, which no edit before it changes. */
function boldsIn(text: string): readonly string[] {
  const lines = text.split('\n');
  return ownTexts(parse(text)).flatMap(({ traits }) =>
    traits.emphases.map(({ span: { start, end } }) => {
      const last = lines[end.line - 1]?.length ?? 0;
      return `${start.line}, ${last - end.column} before its end`;
    }),
  );
}

/** Texts of fewer words may be names. */
const fewestWords = 4;

function leftInEnglish(page: OwnPage): readonly Damage[] {
  const sources = ownTexts(source.document);
  const faults = ownTexts(page.document).flatMap((text, n): LocalFault[] => {
    const english = sources[n];
    if (english === undefined || text.node.kind === 'cell' || isShort(english)) return [];
    const own = wordsSpanOf(page, text);
    const words = sliceOf(source.document, wordsSpanOf(source, english));
    const from = own.start.offset;
    return [
      {
        what: `line ${own.start.line}`,
        edits: [{ from, to: own.end.offset, text: words }],
        from,
        to: from + words.length,
        isWithin: true,
        rules: ['untranslated-text'],
        counterparts: [english.span],
      },
    ];
  });
  return damagedTogether(page, faults);
}

/** What a link is named counts as a name: a linked page may well be called so. */
function isShort({ text, traits }: OwnText): boolean {
  const plain = traits.runs.filter(({ markup }) => !markup.includes('link')).map((run) => run.text);
  return text.split(/\s+/).length < fewestWords || plain.join('').trim().split(/\s+/).length < fewestWords;
}

/** A text's own words without its markers and its id. */
function wordsSpanOf(page: OwnPage, { traits, span }: OwnText): Span {
  const slice = sliceOf(page.document, span);
  const marker = /^#+ /.exec(slice)?.[0].length ?? 0;
  const anchor = traits.anchors[0]?.span.start.offset ?? span.end.offset;
  const end = Math.max(anchor, span.start.offset + marker);
  return { start: { ...span.start, offset: span.start.offset + marker }, end: { ...span.end, offset: end } };
}
