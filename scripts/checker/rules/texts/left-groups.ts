import { type OwnText, ownTextOf, ownTexts } from '../../../../src/domain/document/own-text.ts';
import { wordsOf } from '../../../../src/domain/document/words.ts';
import { readingLength } from '../../align/reading-length.ts';
import type { PairContext } from '../rule.ts';
import { findTextLeftInSource, type LeftText } from './left-in-source.ts';
import { indexRuns } from './run-index.ts';

/** Text left in the source's language, by what a translator has to do about it. */
export interface LeftGroups {
  /** Texts that nobody translated, each with those that follow it without a translated one between. */
  readonly untranslated: readonly (readonly LeftText[])[];
  /** Texts that stand beside their own translation. */
  readonly twice: readonly LeftText[];
  /** Some words inside a translated text. */
  readonly parts: readonly LeftText[];
}

/** Sorts the text that a translation leaves in the source's language. */
export function groupLeftText(context: PairContext): LeftGroups {
  const known = groupedBefore.get(context);
  if (known !== undefined) return known;
  const left = findTextLeftInSource(context).toSorted(
    (one, other) => one.text.span.start.offset - other.text.span.start.offset || one.from - other.from,
  );
  const groups = left.length === 0 ? nothing : readGroups(left, context);
  groupedBefore.set(context, groups);
  return groups;
}

/** Several rules ask for the same. */
const groupedBefore = new WeakMap<PairContext, LeftGroups>();

const nothing: LeftGroups = { untranslated: [], twice: [], parts: [] };

function readGroups(left: readonly LeftText[], context: PairContext): LeftGroups {
  const byText = Map.groupBy(left, ({ text }) => text);
  const twice = new Set(
    [...byText]
      .filter(([text, own]) => isBesideItself(text, own) || isBesideNeighbour(text, own, byText, context))
      .flatMap(([, own]) => own),
  );
  const others = left.filter((one) => !twice.has(one));
  return {
    untranslated: runsOf(
      others.filter(({ extent }) => extent !== 'part'),
      context,
    ),
    twice: [...twice],
    parts: others.filter(({ extent }) => extent === 'part'),
  };
}

/** Whether a text holds all of its source and about as much again: its translation, in brackets or behind. */
function isBesideItself(text: OwnText, left: readonly LeftText[]): boolean {
  const [first] = left;
  if (first === undefined || left.some(({ extent, source }) => extent === 'block' || source !== first.source))
    return false;
  const count = left.reduce((sum, { wordCount }) => sum + wordCount, 0);
  if (count < wordsOf(first.source).length * 0.8) return false;
  const own = readingLength(left.map(({ from, to }) => text.text.slice(from, to)).join(' '));
  return isAbout(readingLength(text.text) - own, own);
}

/** Whether the text before or behind is this one's translation: it answers the same text of the source, or none. */
function isBesideNeighbour(
  text: OwnText,
  [left]: readonly LeftText[],
  byText: ReadonlyMap<OwnText, readonly LeftText[]>,
  { alignment }: PairContext,
): boolean {
  const { node } = text;
  if (left?.extent !== 'block' || node.kind === 'section') return false;
  const siblings = node.parent?.children ?? node.section.blocks;
  const at = siblings.indexOf(node);
  return [siblings[at - 1], siblings[at + 1]].some((sibling) => {
    const other = sibling?.kind === node.kind ? ownTextOf(sibling) : undefined;
    if (sibling === undefined || other === undefined || byText.has(other)) return false;
    const answered = alignment.pairOf(sibling).source;
    const isAnswer = answered.length === 0 || answered.some((source) => source === left.source.node);
    // Of two that answer nothing, neither is known to be the other's.
    const isPaired = answered.length > 0 || alignment.pairOf(node).source.length > 0;
    return isAnswer && isPaired && isAbout(readingLength(other.text), readingLength(text.text));
  });
}

/** Within the range that a translation's length has beside its source's. */
function isAbout(length: number, other: number): boolean {
  return length >= other * 0.45 && length <= other * 2.2;
}

/** So many texts in a row are one finding. */
const longRun = 4;

function runsOf(left: readonly LeftText[], { source, translation }: PairContext): LeftText[][] {
  if (left.length < longRun) return left.map((one) => [one]);
  const { vocabulary } = indexRuns(source.document);
  const byText = Map.groupBy(left, ({ text }) => text);
  const runs: LeftText[][] = [];
  let run: LeftText[] = [];
  for (const text of ownTexts(translation.document)) {
    const own = byText.get(text);
    if (own?.some(({ extent }) => extent === 'block') === true) run.push(...own);
    // Names, code and numbers are the same in both languages, and say nothing.
    else if (run.length > 0 && (own !== undefined || wordsOf(text).some(({ key }) => !vocabulary.has(key)))) {
      runs.push(run);
      run = [];
    }
  }
  runs.push(run);
  const long = runs.filter((one) => one.length >= longRun);
  const told = new Set(long.flat());
  return [...long, ...left.filter((one) => !told.has(one)).map((one) => [one])].toSorted(
    ([one], [other]) => (one?.text.span.start.offset ?? 0) - (other?.text.span.start.offset ?? 0),
  );
}
