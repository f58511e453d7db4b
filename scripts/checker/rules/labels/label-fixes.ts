import { placesOfLabel } from '../../../../src/domain/document/label-text.ts';
import type { PageDocument, Span } from '../../../../src/domain/document/page-document.ts';
import { sliceOf, spanOfRunText } from '../../../../src/domain/document/spans.ts';
import type { DraftFix } from '../rule.ts';
import type { LabelRun } from './label-runs.ts';
import type { LabelMatch } from './match-labels.ts';

/** Writes the locale's label for what stands there; `undefined` where markup lies within. */
export function writeLabel(
  document: PageDocument,
  { run, found, span, expected }: LabelMatch,
  safety: DraftFix['safety'],
): DraftFix | undefined {
  const place = run === undefined ? span : placeInRun(run, found);
  if (place === undefined || sliceOf(document, place) !== found) return undefined;
  return { title: `Write \`${expected}\``, safety, edits: [{ span: place, text: expected }] };
}

function placeInRun({ own, from, to }: LabelRun, words: string): Span | undefined {
  const at = own.text.slice(from, to).indexOf(words);
  if (at === -1) return undefined;
  return spanOfRunText({ textSpan: own.span, traits: own.traits }, from + at, from + at + words.length);
}

/** A part of a text, in UTF-16 units of it. */
export interface TextPlace {
  readonly from: number;
  readonly to: number;
}

/** A bold run, and the text that it stands in. */
export type MarkedRun = Pick<LabelRun, 'own' | 'from' | 'to' | 'span' | 'contentSpan'>;

/** Moves the markers of a bold run onto the label, which lies across it or beside it. */
export function moveOntoLabel(
  document: PageDocument,
  run: MarkedRun,
  label: string,
  safety: DraftFix['safety'],
): DraftFix | undefined {
  const places = placesOfLabel(run.own.text, label);
  const crossing = places.filter(({ from, to }) => from < run.to && run.from < to);
  const [place] = crossing.length > 0 ? crossing : places;
  // Of several beside it nobody knows which is meant.
  if (place === undefined || (crossing.length === 0 && places.length > 1)) return undefined;
  return moveMarkers(document, run, place, safety);
}

/**
 * Moves the markers of a bold run to other words; `undefined` where other markup lies between, or where the renderer
 * would not read the markers there: beside a word a run must begin and end with a letter.
 */
export function moveMarkers(
  document: PageDocument,
  run: MarkedRun,
  place: TextPlace,
  safety: DraftFix['safety'],
): DraftFix | undefined {
  const { own } = run;
  const marker = document.text.slice(run.span.start.offset, run.contentSpan.start.offset);
  const words = own.text.slice(place.from, place.to);
  if (!/^(?:\*\*|__)$/.test(marker) || !/^[\p{L}\p{N}]/u.test(words) || !/[\p{L}\p{N}]$/u.test(words)) {
    return undefined;
  }
  const [from, to] = [Math.min(run.from, place.from), Math.max(run.to, place.to)];
  const text = { textSpan: own.span, traits: own.traits };
  const outer = {
    start: from === run.from ? run.span.start : spanOfRunText(text, from, to).start,
    end: to === run.to ? run.span.end : spanOfRunText(text, from, to).end,
  };
  const shown = own.text.slice(from, to);
  if (sliceOf(document, outer).replaceAll(marker, '') !== shown) return undefined;
  const moved = [shown.slice(0, place.from - from), marker, words, marker, shown.slice(place.to - from)].join(
    '',
  );
  // Underscores set off whole words only.
  if (marker === '__' && /[\p{L}\p{N}]__[\p{L}\p{N}]/u.test(moved)) return undefined;
  return { title: `Move the bold onto \`${words}\``, safety, edits: [{ span: outer, text: moved }] };
}
