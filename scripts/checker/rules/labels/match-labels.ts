import {
  labelTextOf,
  looseLabelOf,
  placesOfLabel,
  similarityOf,
} from '../../../../src/domain/document/label-text.ts';
import { findMojibake, repairMojibake } from '../../../../src/domain/document/mojibake.ts';
import type { OwnText } from '../../../../src/domain/document/own-text.ts';
import type { EmphasisTrait, Span } from '../../../../src/domain/document/page-document.ts';
import { spanOfRunText } from '../../../../src/domain/document/spans.ts';
import { textRangeOf } from '../../../../src/domain/document/text-place.ts';
import { alignedTexts } from '../../align/aligned-texts.ts';
import type { Label, PairContext } from '../rule.ts';

/**
 * What became of a UI label of the source in the translation, where it is not simply right.
 * `shifted`: the label is there, bold covers another piece. `beside`: bold covers only what stands next to the label.
 * `untranslated`: the source's own wording stands there.
 * `spelled`: the label, but in other letter case or spacing. `unknown`: other words.
 */
export interface LabelMatch {
  readonly kind: 'shifted' | 'beside' | 'untranslated' | 'spelled' | 'unknown';
  readonly id: string;
  /** The locale's label. */
  readonly expected: string;
  /** What stands there. */
  readonly found: string;
  readonly span: Span;
  /** Where the source page names the label. */
  readonly sourceSpan: Span;
  /** How sure it is that the two answer each other, 0 to 1. */
  readonly confidence: number;
}

/**
 * Holds every bold label of the source page against the label that the locale's resources give it, in the text that
 * answers. Empty where the settings name no labels for either locale.
 *
 * A label that is right anywhere in the answering text is right: translators reorder clauses. A label that is there
 * without being bold is right too, unless a word beside it is bold in its place.
 */
export function matchLabels(context: PairContext): readonly LabelMatch[] {
  const known = matchedBefore.get(context);
  if (known !== undefined) return known;
  const { labels, sourceLocale } = context.product;
  const sourceLabels = labels.get(sourceLocale);
  const localLabels = labels.get(context.translation.locale);
  const localTexts = new Set([...(localLabels?.values() ?? [])].map(({ text }) => looseLabelOf(text)));
  const matches =
    sourceLabels === undefined || localLabels === undefined
      ? []
      : alignedTexts(context.alignment).flatMap(({ source, translation }) =>
          matchTexts(source, translation, byText(sourceLabels), localLabels, localTexts),
        );
  matchedBefore.set(context, matches);
  return matches;
}

/** More bold runs than a person puts into one text; matching them costs the square of their number. */
export const mostBolds = 500;

/** Three rules ask for the same matches. */
const matchedBefore = new WeakMap<PairContext, readonly LabelMatch[]>();

/** A label that the source names, and what the locale calls it. */
interface Wanted {
  readonly ids: readonly string[];
  /** One text, or several where the source's one text has several ids. */
  readonly expected: readonly string[];
  readonly source: EmphasisTrait;
}

/** A bold run of the translation. */
interface Bold {
  readonly trait: EmphasisTrait;
  /** What it says, or said before an encoding mix-up broke its letters. */
  readonly words: string;
  readonly text: OwnText;
  readonly from: number;
  readonly to: number;
}

function matchTexts(
  source: readonly OwnText[],
  translation: readonly OwnText[],
  idsByText: ReadonlyMap<string, readonly string[]>,
  localLabels: ReadonlyMap<string, Label>,
  localTexts: ReadonlySet<string>,
): LabelMatch[] {
  const sourceBolds = source.flatMap(({ traits }) => traits.emphases.filter(({ kind }) => kind === 'strong'));
  const boldCount = translation.reduce((count, { traits }) => count + traits.emphases.length, 0);
  if (Math.max(sourceBolds.length, boldCount) > mostBolds) return [];
  const wanted: Wanted[] = sourceBolds.flatMap((trait) => {
    const ids = idsByText.get(labelTextOf(trait.text)) ?? [];
    const expected = [...new Set(ids.flatMap((id) => localLabels.get(id)?.text ?? []))];
    return expected.length > 0 ? [{ ids, expected, source: trait }] : [];
  });
  if (wanted.length === 0) return [];

  const bolds = new Set(translation.flatMap(boldsOf));
  const broken = new Set(
    [...bolds]
      .filter(({ trait }) => hasBrokenLetters(trait))
      .flatMap(({ trait }) => [trait.span.start.offset, trait.contentSpan.start.offset]),
  );
  const taken: Bold[] = [];
  const matches: LabelMatch[] = [];
  const say = (kind: LabelMatch['kind'], label: Wanted, found: string, span: Span, confidence = 1): void => {
    if (broken.has(span.start.offset)) return;
    const [expected = ''] = label.expected.toSorted(
      (one, other) => similarityOf(found, other) - similarityOf(found, one),
    );
    const id = label.ids.find((candidate) => localLabels.get(candidate)?.text === expected) ?? '';
    matches.push({ kind, id, expected, found, span, sourceSpan: label.source.span, confidence });
  };
  const take = (label: Wanted, fits: (bold: Bold, expected: string) => boolean): Bold | undefined => {
    const bold = [...bolds].find((candidate) => label.expected.some((expected) => fits(candidate, expected)));
    if (bold !== undefined) {
      bolds.delete(bold);
      taken.push(bold);
    }
    return bold;
  };

  const notExact = wanted.filter(
    (label) => take(label, (bold, expected) => isSameLabel(bold, expected)) === undefined,
  );
  const notSpelled = notExact.filter((label) => {
    const bold = take(
      label,
      (candidate, expected) => looseLabelOf(candidate.words) === looseLabelOf(expected),
    );
    if (bold !== undefined) say('spelled', label, labelTextOf(bold.trait.text), bold.trait.contentSpan);
    return bold === undefined;
  });
  const notShifted = notSpelled.filter((label) => {
    const bold = take(label, crossesLabel);
    if (bold !== undefined) say('shifted', label, bold.trait.text, bold.trait.span);
    return bold === undefined;
  });
  // As many bold words as the source has besides its labels are as bold there.
  const otherBolds = sourceBolds.length - wanted.length;
  const notBeside = notShifted.filter((label) => {
    const bold =
      bolds.size > otherBolds && !isUnspaced(label)
        ? take(label, (candidate, expected) => standsBeside(candidate, expected, taken, localTexts))
        : undefined;
    if (bold !== undefined) say('beside', label, bold.trait.text, bold.trait.span);
    return bold === undefined;
  });
  const plain = new Set(notBeside.filter((label) => isPlainIn(translation, label, taken)));
  const open = notBeside.filter((label) => !plain.has(label) || isUnspaced(label));
  const foreign = open.filter((label) => {
    const left = untranslatedIn(plain.has(label) ? [] : translation, label, bolds);
    if (left !== undefined) say('untranslated', label, left.found, left.span);
    return left === undefined;
  });
  const unlike = foreign.filter((label) => {
    if (plain.has(label)) return true;
    const bold = take(label, (candidate, expected) => similarityOf(candidate.words, expected) >= 0.5);
    if (bold !== undefined) say('unknown', label, labelTextOf(bold.trait.text), bold.trait.contentSpan);
    return bold === undefined;
  });
  // What is left answers by its place, where nothing else in either text could have been meant.
  const left = [...bolds];
  const certain = unlike.filter((label) => !plain.has(label));
  const answered = [unlike, certain].find((labels) => labels.length === left.length) ?? [];
  if (sourceBolds.length === wanted.length) {
    for (const [at, label] of answered.entries()) {
      const bold = left[at];
      if (bold !== undefined)
        say('unknown', label, labelTextOf(bold.trait.text), bold.trait.contentSpan, 0.8);
    }
  }
  return matches;
}

function boldsOf(text: OwnText): Bold[] {
  return text.traits.emphases.flatMap((trait) => {
    const range = trait.kind === 'strong' ? textRangeOf(text.traits, trait.contentSpan) : undefined;
    return range === undefined ? [] : [{ trait, text, words: repairMojibake(trait.text), ...range }];
  });
}

/** True where an encoding mix-up broke letters of a bold run: a fault of its own, and no other name of the label. */
export function hasBrokenLetters({ text }: EmphasisTrait): boolean {
  return findMojibake(text).length > 0;
}

function isSameLabel(bold: Bold, expected: string): boolean {
  return bold.words.trim() === expected || labelTextOf(bold.words) === labelTextOf(expected);
}

/** True when the label stands in the text across one of the bold run's edges, or inside it with other words. */
function crossesLabel(bold: Bold, expected: string): boolean {
  return placesOfLabel(bold.text.text, expected).some(({ from, to }) => from < bold.to && bold.from < to);
}

/**
 * True when the label stands in the texts without being bold. What answers another mention does not count, nor does
 * a link, which names a section rather than a button.
 */
function isPlainIn(texts: readonly OwnText[], label: Wanted, taken: readonly Bold[]): boolean {
  return texts.some((text) =>
    label.expected.some((expected) => plainPlacesOf(text, expected, taken).length > 0),
  );
}

function plainPlacesOf(
  text: OwnText,
  expected: string,
  taken: readonly Bold[],
): readonly { from: number; to: number }[] {
  return placesOfLabel(text.text, expected).filter(
    ({ from, to }) =>
      !taken.some((bold) => bold.text === text && bold.from < to && from < bold.to) &&
      !isIn(text, 'link', from, to),
  );
}

/** True when bold that is no label itself has the label, which is not bold, as its next word on either side. */
function standsBeside(
  bold: Bold,
  expected: string,
  taken: readonly Bold[],
  localTexts: ReadonlySet<string>,
): boolean {
  if (localTexts.has(looseLabelOf(bold.trait.text))) return false;
  return plainPlacesOf(bold.text, expected, taken).some(({ from, to }) => {
    const between = to <= bold.from ? [to, bold.from] : [bold.to, from];
    return !/[\p{L}\p{N}]/u.test(bold.text.text.slice(...between));
  });
}

/** In a script without spaces a short label is a piece of many sentences: 訂閱 is any subscription. */
function isUnspaced({ expected }: Wanted): boolean {
  return expected.some((label) => /[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/u.test(label));
}

function untranslatedIn(
  translation: readonly OwnText[],
  label: Wanted,
  bolds: Set<Bold>,
): { found: string; span: Span } | undefined {
  const sourceText = labelTextOf(label.source.text);
  if (label.expected.some((expected) => looseLabelOf(expected) === looseLabelOf(sourceText)))
    return undefined;
  for (const bold of bolds) {
    if (looseLabelOf(bold.trait.text) !== looseLabelOf(sourceText)) continue;
    bolds.delete(bold);
    return { found: labelTextOf(bold.trait.text), span: bold.trait.contentSpan };
  }
  for (const text of translation) {
    for (const { from, to } of placesOfLabel(text.text, sourceText)) {
      if (!isIn(text, 'code', from, to))
        return {
          found: sourceText,
          span: spanOfRunText({ textSpan: text.span, traits: text.traits }, from, to),
        };
    }
  }
  return undefined;
}

function isIn({ traits }: OwnText, markup: 'code' | 'link', from: number, to: number): boolean {
  return traits.runs.some(
    (run) => run.markup.includes(markup) && run.at < to && from < run.at + run.text.length,
  );
}

function byText(labels: ReadonlyMap<string, Label>): ReadonlyMap<string, readonly string[]> {
  const ids = new Map<string, string[]>();
  for (const { id, text } of labels.values()) {
    const key = labelTextOf(text);
    ids.set(key, [...(ids.get(key) ?? []), id]);
  }
  return ids;
}
