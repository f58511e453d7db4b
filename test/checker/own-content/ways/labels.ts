import type { OwnText } from '../../../../src/domain/document/own-text.ts';
import { ownTexts } from '../../../../src/domain/document/own-text.ts';
import type { EmphasisTrait } from '../../../../src/domain/document/page-document.ts';
import { textRangeOf } from '../../../../src/domain/document/text-place.ts';
import { type Damage, damagedTogether, type Edit, edited, type LocalFault, type Way } from '../damage.ts';
import { labelIdsOf, labelIn, type OwnPage, parse, source } from '../own-pages.ts';

/** Ways to damage the bold labels of the guide; each is tried on every bold run. */
export const labelWays: readonly Way[] = [
  { name: 'a label that became another word', damage: (page) => everyLabel(page, replaced) },
  { name: 'a label in English', damage: (page) => everyLabel(page, untranslated) },
  {
    name: 'bold that took in the word before',
    damage: (page) => everyLabel(page, (label) => slid(label, -1, 0)),
  },
  {
    name: 'bold that took in the word after',
    damage: (page) => everyLabel(page, (label) => slid(label, 0, 1)),
  },
  {
    name: 'bold that slid a word to the left, still on its label',
    damage: (page) => everyLabel(page, (label) => touching(label, slid(label, -1, -1))),
  },
  {
    name: 'bold that slid a word to the right, still on its label',
    damage: (page) => everyLabel(page, (label) => touching(label, slid(label, 1, 1))),
  },
  {
    name: 'bold that slid to the word before its label',
    damage: (page) => everyLabel(page, (label) => apart(label, slid(label, -1, -1))),
  },
  {
    name: 'bold that slid to the word after its label',
    damage: (page) => everyLabel(page, (label) => apart(label, slid(label, 1, 1))),
  },
  {
    name: 'bold on the first half of a label',
    damage: (page) => everyLabel(page, (label) => halved(label, 'first')),
  },
  {
    name: 'bold on the second half of a label',
    damage: (page) => everyLabel(page, (label) => halved(label, 'second')),
  },
];

/** A bold label of a page. */
interface BoldLabel {
  readonly page: OwnPage;
  readonly text: OwnText;
  readonly bold: EmphasisTrait;
  readonly ids: readonly string[];
  /** Where the source's text names the same label. */
  readonly inSource: readonly EmphasisTrait[];
}

/** What a damage does, and the rules that may see it at a place of the damaged text. */
type LabelDamage = Pick<LocalFault, 'edits' | 'rules' | 'from' | 'to' | 'isWithin'>;

function everyLabel(page: OwnPage, damage: (label: BoldLabel) => LabelDamage | undefined): readonly Damage[] {
  const faults = labelsOf(page).flatMap((label): LocalFault[] => {
    const done = damage(label);
    const { line, column } = label.bold.span.start;
    const what = `${label.bold.text} at ${line}:${column}`;
    return done === undefined
      ? []
      : [{ ...done, what, counterparts: label.inSource.map(({ span }) => span) }];
  });
  return damagedTogether(page, faults);
}

/** Pages of ours have the same texts in the same order, but for the countries, which hold no label. */
function labelsOf(page: OwnPage): readonly BoldLabel[] {
  const texts = ownTexts(page.document);
  const sources = ownTexts(source.document);
  return texts.flatMap((text, n) =>
    boldsOf(text).map((bold): BoldLabel => {
      const ids = labelIdsOf(page.locale, bold.text);
      const inSource = boldsOf(sources[n]).filter((other) =>
        ids.some((id) => labelIn(source.locale, id)?.text === other.text),
      );
      if (inSource.length === 0) throw new RangeError(`\`${bold.text}\` is no label of the source's text.`);
      return { page, text, bold, ids, inSource };
    }),
  );
}

function boldsOf(text: OwnText | undefined): readonly EmphasisTrait[] {
  return text?.traits.emphases.filter(({ kind }) => kind === 'strong') ?? [];
}

/** No label of the form, and unlike every one of them. */
const otherWords: Readonly<Record<string, string>> = {
  'sv-SE': 'Paraply',
  'ru-RU': 'Зонтик',
  'zh-CN': '雨伞',
  'zh-TW': '雨傘',
};

function replaced({ page, bold }: BoldLabel): LabelDamage {
  return contentReplaced(bold, otherWords[page.locale] ?? '', 'unknown-label');
}

function untranslated({ page, bold, ids }: BoldLabel): LabelDamage | undefined {
  const english = ids.map((id) => labelIn(source.locale, id)?.text ?? '');
  // Names of products are the same in every language.
  if (english.includes(labelIn(page.locale, ids[0] ?? '')?.text ?? '')) return undefined;
  return contentReplaced(bold, english[0] ?? '', 'untranslated-label');
}

function contentReplaced({ contentSpan }: EmphasisTrait, text: string, rule: string): LabelDamage {
  const [from, to] = [contentSpan.start.offset, contentSpan.end.offset];
  return { edits: [{ from, to, text }], rules: [rule], from, to: from + text.length };
}

/** Moves the start and the end of bold by so many words. */
function slid({ page, text, bold }: BoldLabel, byStart: number, byEnd: number): LabelDamage | undefined {
  const words = wordsAround(page, text, bold);
  const start = words[words.findIndex((word) => word.from === bold.contentSpan.start.offset) + byStart];
  const end = words[words.findIndex((word) => word.to === bold.contentSpan.end.offset) + byEnd];
  // At an end of the text, or beside other markup, there is no word to slide to.
  if (start === undefined || end === undefined || start.from >= end.to) return undefined;
  return remarked(page, bold, start.from, end.to);
}

/** The damage where the bold still covers a word of its label. */
function touching({ bold }: BoldLabel, damage: LabelDamage | undefined): LabelDamage | undefined {
  return damage !== undefined && isApart(bold, damage) ? undefined : damage;
}

/** The damage where it covers none; which of two rules tells it depends on what else the text says. */
function apart({ bold }: BoldLabel, damage: LabelDamage | undefined): LabelDamage | undefined {
  if (damage === undefined || !isApart(bold, damage)) return undefined;
  return { ...damage, rules: ['shifted-emphasis', 'unknown-label'], isWithin: true };
}

function isApart({ contentSpan }: EmphasisTrait, { edits }: LabelDamage): boolean {
  const [from = 0, to = 0] = edits.filter(({ text }) => text !== '').map((edit) => edit.from);
  return to <= contentSpan.start.offset || from >= contentSpan.end.offset;
}

function halved({ page, text, bold }: BoldLabel, half: 'first' | 'second'): LabelDamage | undefined {
  const words = wordsAround(page, text, bold);
  const first = words.findIndex((word) => word.from === bold.contentSpan.start.offset);
  const last = words.findIndex((word) => word.to === bold.contentSpan.end.offset);
  const middle = words[first + Math.ceil((last - first) / 2)];
  if (middle === undefined || last === first) return undefined;
  return half === 'first'
    ? remarked(page, bold, bold.contentSpan.start.offset, words[words.indexOf(middle) - 1]?.to ?? 0)
    : remarked(page, bold, middle.from, bold.contentSpan.end.offset);
}

/** The words of the bold and of the plain text on either side, each with its place in the file. */
function wordsAround(
  page: OwnPage,
  text: OwnText,
  bold: EmphasisTrait,
): readonly { from: number; to: number }[] {
  const range = textRangeOf(text.traits, bold.contentSpan);
  const { runs } = text.traits;
  const first = runs.findIndex((run) => run.at === range?.from);
  const last = runs.findIndex((run) => run.at + run.text.length === range?.to);
  const before = isPlain(runs[first - 1]) ? runs[first - 1] : undefined;
  const after = isPlain(runs[last + 1]) ? runs[last + 1] : undefined;
  const spans = [before?.span, bold.contentSpan, after?.span].flatMap((span) => span ?? []);
  const segmenter = new Intl.Segmenter(page.locale, { granularity: 'word' });
  return spans.flatMap(({ start, end }) => {
    const isLabel = start.offset === bold.contentSpan.start.offset;
    const words = [...segmenter.segment(page.text.slice(start.offset, end.offset))]
      .filter(({ isWordLike }) => isWordLike)
      .map(({ index, segment }) => ({
        from: start.offset + index,
        to: start.offset + index + segment.length,
      }));
    const [opening, closing] = [words[0], words.at(-1)];
    // Marks at the ends of a label belong to it.
    if (isLabel && opening) opening.from = start.offset;
    if (isLabel && closing) closing.to = end.offset;
    return words;
  });
}

function isPlain(run: OwnText['traits']['runs'][number] | undefined): boolean {
  return run?.markup.length === 0;
}

/** Bold from one offset to another instead, unless a renderer would show asterisks there, or join it with the bold beside it. */
function remarked(page: OwnPage, bold: EmphasisTrait, from: number, to: number): LabelDamage | undefined {
  const { span, contentSpan } = bold;
  const edits: readonly Edit[] = [
    { from: span.start.offset, to: contentSpan.start.offset, text: '' },
    { from: contentSpan.end.offset, to: span.end.offset, text: '' },
    { from, to: from, text: '**' },
    { from: to, to, text: '**' },
  ];
  const text = edited(page.text, edits);
  if (text.includes('***')) return undefined;
  const marked = page.text.slice(from, to).replaceAll('**', '');
  const after = ownTexts(parse(text)).flatMap(boldsOf);
  const shown = after.find((other) => other.text === marked && Math.abs(other.span.start.offset - from) <= 4);
  if (shown === undefined) return undefined;
  return { edits, rules: ['shifted-emphasis'], from: shown.span.start.offset, to: shown.span.end.offset };
}
