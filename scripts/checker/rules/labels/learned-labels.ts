import { labelTextOf, looseLabelOf, placesOfLabel } from '../../../../src/domain/document/label-text.ts';
import type { OwnText } from '../../../../src/domain/document/own-text.ts';
import type { Span } from '../../../../src/domain/document/page-document.ts';
import { alignedTexts, type TextPair } from '../../align/aligned-texts.ts';
import type { PairContext } from '../rule.ts';
import { type LabelRun, labelRunsOf } from './label-runs.ts';
import { mostBolds } from './match-labels.ts';

/** A bold run that misses what the page calls the label of the source elsewhere. */
export interface MissedLabel {
  readonly run: LabelRun;
  /** What the translation calls the label in other texts. */
  readonly label: string;
  readonly sourceSpan: Span;
}

/**
 * Bold runs that cover a part of a label, or a label and a word beside it, by what the page itself calls the label: in
 * at least two texts, each with one bold run, as the source's text has.
 */
export function missedLabels({ alignment }: PairContext): readonly MissedLabel[] {
  const pairs = alignedTexts(alignment).flatMap(boldPairOf);
  const names = learnNames(pairs);
  if (names.size === 0) return [];
  return pairs.flatMap(({ source, translation }) =>
    source.flatMap((wanted): MissedLabel[] => {
      const label = names.get(looseLabelOf(wanted.text));
      const isThere = translation.some(({ text }) => looseLabelOf(text) === looseLabelOf(label ?? ''));
      if (label === undefined || isThere) return [];
      const [place, ...others] = placesOfLabel(translation[0]?.own.text ?? '', label);
      if (place === undefined || others.length > 0) return [];
      const crossing = translation.filter(({ from, to }) => from < place.to && place.from < to);
      const [run] = crossing;
      if (run === undefined || crossing.length > 1 || !missesBy(run, place)) return [];
      return [{ run, label, sourceSpan: wanted.span }];
    }),
  );
}

interface BoldPair {
  readonly source: readonly LabelRun[];
  readonly translation: readonly LabelRun[];
}

function boldPairOf({ source, translation, score }: TextPair): BoldPair[] {
  const [from, to] = [source[0], translation[0]];
  if (from === undefined || to === undefined || source.length + translation.length > 2 || score < 0.5)
    return [];
  const pair = { source: boldsOf(from), translation: boldsOf(to) };
  const isFit = pair.source.length > 0 && pair.source.length === pair.translation.length;
  return isFit && pair.source.length <= mostBolds ? [pair] : [];
}

function boldsOf(text: OwnText): LabelRun[] {
  if (text.traits.emphases.length === 0) return [];
  return labelRunsOf(text, () => true).filter(({ how }) => how === 'strong');
}

/** What the translation calls each label of the source, where it calls it one name. */
function learnNames(pairs: readonly BoldPair[]): ReadonlyMap<string, string> {
  const uses = new Map<string, string[]>();
  for (const { source, translation } of pairs) {
    const [one, other] = [source[0], translation[0]];
    if (source.length !== 1 || one === undefined || other === undefined) continue;
    const label = labelTextOf(one.text);
    if (!/^\p{Lu}/u.test(label) || /[.!?:]$/.test(one.text)) continue;
    const key = looseLabelOf(label);
    uses.set(key, [...(uses.get(key) ?? []), labelTextOf(other.text)]);
  }
  const names = new Map<string, string>();
  for (const [key, all] of uses) {
    const [usual = []] = [...Map.groupBy(all, looseLabelOf).values()].toSorted((a, b) => b.length - a.length);
    const [name] = usual;
    if (name !== undefined && usual.length >= 2 && usual.length * 2 > all.length) names.set(key, name);
  }
  return names;
}

/** Half a label, or a label with one word more: a run with several more is a phrase of its own. */
function missesBy(run: LabelRun, place: { readonly from: number; readonly to: number }): boolean {
  const holds = run.from <= place.from && place.to <= run.to;
  if (!holds) return true;
  const rest = `${run.own.text.slice(run.from, place.from)} ${run.own.text.slice(place.to, run.to)}`;
  return rest.match(/[\p{L}\p{N}]+/gu)?.length === 1;
}
