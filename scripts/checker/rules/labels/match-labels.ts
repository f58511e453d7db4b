import {
  labelTextOf,
  looseLabelOf,
  placesOfLabel,
  similarityOf,
} from '../../../../src/domain/document/label-text.ts';
import { findMojibake } from '../../../../src/domain/document/mojibake.ts';
import type { OwnText } from '../../../../src/domain/document/own-text.ts';
import type { Span } from '../../../../src/domain/document/page-document.ts';
import { spanOfRunText } from '../../../../src/domain/document/spans.ts';
import { alignedTexts } from '../../align/aligned-texts.ts';
import type { Label, PairContext } from '../rule.ts';
import {
  fillLabel,
  isFilledLabel,
  type LabelRun,
  labelReader,
  labelRunsOf,
  type ReadLabel,
} from './label-runs.ts';

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
  /** The bold or quoted run that it is about; absent for plain words. */
  readonly run: LabelRun | undefined;
  /** Where the source page names the label. */
  readonly sourceSpan: Span;
  /** How sure it is that the two answer each other, 0 to 1. */
  readonly confidence: number;
}

/**
 * Holds every label that the source page sets off, in bold, italics or quotation marks, against the label that the locale's resources give it, in the text that
 * answers. Empty where the settings name no labels for either locale.
 *
 * A label that is right anywhere in the answering text is right: translators reorder clauses. A label that is there
 * without being bold is right too, unless a word beside it is bold in its place.
 */
export function matchLabels(context: PairContext): readonly LabelMatch[] {
  const before = matchedBefore.get(context);
  if (before !== undefined) return before;
  const { labels, sourceLocale } = context.product;
  const sourceLabels = labels.get(sourceLocale);
  const localLabels = labels.get(context.translation.locale);
  const matches: LabelMatch[] = [];
  if (sourceLabels !== undefined && localLabels !== undefined) {
    const known: KnownLabels = {
      readSource: labelReader(Array.from(sourceLabels.values(), ({ id, text }) => [id, text])),
      local: localLabels,
      localTexts: new Set(Array.from(localLabels.values(), ({ text }) => looseLabelOf(text))),
    };
    for (const { source, translation } of alignedTexts(context.alignment)) {
      matches.push(...matchTexts(source, translation, known));
    }
  }
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
  readonly source: LabelRun;
}

/** What both languages call the product's labels. */
interface KnownLabels {
  readonly readSource: (text: string) => ReadLabel<string> | undefined;
  readonly local: ReadonlyMap<string, Label>;
  /** The locale's labels, however they are spelled. */
  readonly localTexts: ReadonlySet<string>;
}

function matchTexts(
  source: readonly OwnText[],
  translation: readonly OwnText[],
  { readSource, local, localTexts }: KnownLabels,
): LabelMatch[] {
  if (Math.max(countEmphases(source), countEmphases(translation)) > mostBolds) return [];
  const isSourceLabel = (text: string): boolean => readSource(text) !== undefined;
  const sourceRuns = source.flatMap((text) => labelRunsOf(text, isSourceLabel));
  const wanted: Wanted[] = sourceRuns.flatMap((run) => {
    const { ids = [], values } = readSource(run.text) ?? {};
    const texts = ids.flatMap((id) => local.get(id)?.text ?? []);
    const expected = [...new Set(values ? texts.map((text) => fillLabel(text, values)) : texts)];
    return expected.length > 0 ? [{ ids, expected, source: run }] : [];
  });
  if (wanted.length === 0) return [];

  const runs = new Set(
    translation.flatMap((text) => labelRunsOf(text, (words) => localTexts.has(looseLabelOf(words)))),
  );
  const broken = new Set(
    [...runs]
      .filter((run) => hasBrokenLetters(run))
      .flatMap(({ span, contentSpan }) => [span.start.offset, contentSpan.start.offset]),
  );
  const taken: LabelRun[] = [];
  const matches: LabelMatch[] = [];
  const say = (kind: LabelMatch['kind'], label: Wanted, found: Found, confidence = 1): void => {
    if (broken.has(found.span.start.offset)) return;
    const [expected = ''] = label.expected.toSorted(
      (one, other) => similarityOf(found.text, other) - similarityOf(found.text, one),
    );
    const id = label.ids.find((candidate) => local.get(candidate)?.text === expected) ?? label.ids[0] ?? '';
    const { text, span, run } = found;
    matches.push({ kind, id, expected, found: text, span, run, sourceSpan: label.source.span, confidence });
  };
  const take = (label: Wanted, fits: (run: LabelRun, expected: string) => boolean): LabelRun | undefined => {
    // What is set off as the source's label is comes first.
    const candidates = Map.groupBy(runs, ({ how }) => how === label.source.how);
    const run = [...(candidates.get(true) ?? []), ...(candidates.get(false) ?? [])].find((candidate) =>
      label.expected.some((expected) => fits(candidate, expected)),
    );
    if (run !== undefined) {
      runs.delete(run);
      taken.push(run);
    }
    return run;
  };

  // In quotation marks what the source sets in type is plain: a word beside it may be bold in its place.
  const maySet = (label: Wanted, run: LabelRun): boolean =>
    run.how !== 'quoted' || label.source.how === 'quoted';
  const notExact = wanted.filter(
    (label) => take(label, (run, expected) => maySet(label, run) && isSameLabel(run, expected)) === undefined,
  );
  const notSpelled = notExact.filter((label) => {
    const run = take(
      label,
      (candidate, expected) => maySet(label, candidate) && isSpelling(candidate, expected),
    );
    if (run !== undefined) say('spelled', label, foundLabel(run));
    return run === undefined;
  });
  const notShifted = notSpelled.filter((label) => {
    const run = take(label, (candidate, expected) => isBold(candidate) && crossesLabel(candidate, expected));
    if (run !== undefined) say('shifted', label, { text: run.text, span: run.span, run });
    return run === undefined;
  });
  // As many bold words as the source has besides its labels are as bold there.
  const sourceBolds = sourceRuns.filter(isBold);
  const boldWanted = wanted.filter((label) => isBold(label.source));
  const otherBolds = sourceBolds.length - boldWanted.length;
  const notBeside = notShifted.filter((label) => {
    const isWanting = isBold(label.source) && !isUnspaced(label);
    const run =
      isWanting && [...runs].filter(isBold).length > otherBolds
        ? take(label, (candidate, expected) => standsBeside(candidate, expected, taken, localTexts))
        : undefined;
    if (run !== undefined) say('beside', label, { text: run.text, span: run.span, run });
    return run === undefined;
  });
  const plain = new Set(notBeside.filter((label) => isPlainIn(translation, label, taken)));
  const open = notBeside.filter((label) => !plain.has(label) || isUnspaced(label));
  const foreign = open.filter((label) => {
    const left = untranslatedIn(plain.has(label) ? [] : translation, label, runs);
    if (left !== undefined) say('untranslated', label, left);
    return left === undefined;
  });
  const unlike = foreign.filter((label) => {
    if (plain.has(label)) return true;
    const run = take(label, (candidate, expected) => similarityOf(candidate.words, expected) >= 0.5);
    const isSpelled = label.expected.some((expected) => run !== undefined && isSpelling(run, expected));
    if (run !== undefined) say(isSpelled ? 'spelled' : 'unknown', label, foundLabel(run));
    return run === undefined;
  });
  // What is left answers by its place, where nothing else in either text could have been meant.
  const left = [...runs].filter(isBold);
  const boldUnlike = unlike.filter((label) => isBold(label.source));
  const certain = boldUnlike.filter((label) => !plain.has(label));
  const answered = [boldUnlike, certain].find((labels) => labels.length === left.length) ?? [];
  if (sourceBolds.length === boldWanted.length) {
    for (const [at, label] of answered.entries()) {
      const run = left[at];
      if (run !== undefined) say('unknown', label, foundLabel(run), 0.8);
    }
  }
  return matches;
}

function countEmphases(texts: readonly OwnText[]): number {
  return texts.reduce((count, { traits }) => count + traits.emphases.length, 0);
}

interface Found {
  readonly text: string;
  readonly span: Span;
  readonly run: LabelRun | undefined;
}

function foundLabel(run: LabelRun): Found {
  return { text: labelTextOf(run.text), span: run.contentSpan, run };
}

function isBold({ how }: LabelRun): boolean {
  return how === 'strong';
}

/** True where an encoding mix-up broke letters of a bold run: a fault of its own, and no other name of the label. */
export function hasBrokenLetters({ text }: { readonly text: string }): boolean {
  return findMojibake(text).length > 0;
}

function isSameLabel({ words }: LabelRun, expected: string): boolean {
  return (
    words.trim() === expected ||
    labelTextOf(words) === labelTextOf(expected) ||
    isFilledLabel(words, expected)
  );
}

function isSpelling({ words }: LabelRun, expected: string): boolean {
  return looseLabelOf(words) === looseLabelOf(expected);
}

/** True when the label stands in the text across one of the bold run's edges, or inside it with other words. */
function crossesLabel(run: LabelRun, expected: string): boolean {
  return placesOfLabel(run.own.text, expected).some(({ from, to }) => from < run.to && run.from < to);
}

/**
 * True when the label stands in the texts without being bold. What answers another mention does not count, nor does
 * a link, which names a section rather than a button.
 */
function isPlainIn(texts: readonly OwnText[], label: Wanted, taken: readonly LabelRun[]): boolean {
  return texts.some((text) =>
    label.expected.some((expected) => plainPlacesOf(text, expected, taken).length > 0),
  );
}

function plainPlacesOf(
  text: OwnText,
  expected: string,
  taken: readonly LabelRun[],
): readonly { from: number; to: number }[] {
  return placesOfLabel(text.text, expected).filter(
    ({ from, to }) =>
      !taken.some((bold) => bold.own === text && bold.from < to && from < bold.to) &&
      !isIn(text, 'link', from, to),
  );
}

/** True when bold that is no label itself has the label, which is not bold, as its next word on either side. */
function standsBeside(
  bold: LabelRun,
  expected: string,
  taken: readonly LabelRun[],
  localTexts: ReadonlySet<string>,
): boolean {
  if (!isBold(bold) || localTexts.has(looseLabelOf(bold.text))) return false;
  return plainPlacesOf(bold.own, expected, taken).some(({ from, to }) => {
    const between = to <= bold.from ? [to, bold.from] : [bold.to, from];
    return !/[\p{L}\p{N}]/u.test(bold.own.text.slice(...between));
  });
}

/** In a script without spaces a short label is a piece of many sentences: 訂閱 is any subscription. */
function isUnspaced({ expected }: Wanted): boolean {
  return expected.some((label) => /[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/u.test(label));
}

function untranslatedIn(
  translation: readonly OwnText[],
  label: Wanted,
  runs: Set<LabelRun>,
): Found | undefined {
  const sourceText = labelTextOf(label.source.text);
  if (label.expected.some((expected) => looseLabelOf(expected) === looseLabelOf(sourceText)))
    return undefined;
  for (const run of runs) {
    if (looseLabelOf(run.text) !== looseLabelOf(sourceText)) continue;
    runs.delete(run);
    return foundLabel(run);
  }
  for (const text of translation) {
    for (const { from, to } of placesOfLabel(text.text, sourceText)) {
      if (isIn(text, 'code', from, to)) continue;
      const span = spanOfRunText({ textSpan: text.span, traits: text.traits }, from, to);
      return { text: sourceText, span, run: undefined };
    }
  }
  return undefined;
}

function isIn({ traits }: OwnText, markup: 'code' | 'link', from: number, to: number): boolean {
  return traits.runs.some(
    (run) => run.markup.includes(markup) && run.at < to && from < run.at + run.text.length,
  );
}
