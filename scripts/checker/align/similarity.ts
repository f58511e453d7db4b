import type { BlockKind } from '../../../src/domain/document/page-document.ts';
import { compareEvidence } from './evidence.ts';
import { markKinds, signs, type TextOutline } from './text-outline.ts';
import type { Unit } from './units.ts';

/** What pairs of two pages are judged by, beside the two units. */
export interface Measure {
  /** Natural logarithm of how much longer the translation reads than its source. */
  readonly lengthShift: number;
  /** Standard deviation between long texts, as a share of their length. */
  readonly lengthSpread: number;
}

/** Before anything is paired: reading lengths are about equal, but not surely so. */
export const firstMeasure: Measure = { lengthShift: 0, lengthSpread: 0.35 };

/**
 * How much speaks for two units answering each other, minus what speaks against it; about a logarithm of odds, so
 * that above 0 it is likelier than not, and minus infinity where it cannot be.
 */
export function compareUnits(source: Unit, translation: Unit, measure: Measure): number {
  const base = kindScore(source, translation);
  if (base === Number.NEGATIVE_INFINITY) return base;
  if (source.kind === 'divider') return base;
  if (source.kind === 'code' && translation.kind === 'code') return base + compareCode(source, translation);
  return (
    base +
    compareEvidence(source.evidence, translation.evidence) +
    compareOutlines(source, translation, measure) +
    compareChildren(source, translation, measure)
  );
}

/** Another revision may have a sentence more, so the first one is compared alone as well. */
function compareOutlines(source: Unit, translation: Unit, measure: Measure): number {
  const { outline } = source;
  const other = translation.outline;
  const whole = compareOutline(outline, other, measure);
  if (lengthLoss(outline.length, other.length, measure) < 0.3) return whole;
  const [lead, otherLead] = [source.lead(), translation.lead()];
  let score = whole;
  if (otherLead !== undefined) {
    score = Math.max(score, compareOutline(outline, otherLead, measure) - leadCost);
  }
  if (lead !== undefined) score = Math.max(score, compareOutline(lead, other, measure) - leadCost);
  return score;
}

function compareOutline(one: TextOutline, other: TextOutline, measure: Measure): number {
  return (
    compareLengths(one.length, other.length, measure) + compareMarks(one, other) + compareSigns(one, other)
  );
}

const leadCost = 1.1;

/** A number from 0 to 1 for a score: how sure the pair is. */
export function probabilityOf(score: number): number {
  return 1 / (1 + Math.exp(-score / 1.6));
}

const textKinds: ReadonlySet<BlockKind> = new Set(['paragraph', 'item', 'step', 'definition']);
const boxKinds: ReadonlySet<BlockKind> = new Set(['callout', 'quote', 'component', 'html']);

function kindScore(source: Unit, translation: Unit): number {
  if (source.kind === translation.kind) {
    if (source.kind === 'divider') return 1;
    if (source.kind === 'callout') return calloutOf(source) === calloutOf(translation) ? 3.5 : 1;
    if (source.kind === 'html') return 1;
    return 2.2;
  }
  if (isItem(source) && isItem(translation)) return 0.4;
  if (textKinds.has(source.kind) && textKinds.has(translation.kind)) return -1.3;
  if (boxKinds.has(source.kind) && boxKinds.has(translation.kind)) return 0;
  if (source.kind === 'image' && translation.kind === 'paragraph') return -0.5;
  if (source.kind === 'paragraph' && translation.kind === 'image') return -0.5;
  return Number.NEGATIVE_INFINITY;
}

function isItem(unit: Unit): boolean {
  return unit.kind === 'item' || unit.kind === 'step';
}

function calloutOf(unit: Unit): string | undefined {
  return unit.blocks[0]?.callout;
}

/** Gale and Church's idea: translations keep the proportions of lengths, long texts more exactly than short ones. */
function compareLengths(source: number, translation: number, measure: Measure): number {
  if (source === 0 || translation === 0) return source === translation ? 0 : -1;
  return 0.8 - Math.min(4, lengthLoss(source, translation, measure));
}

function lengthLoss(source: number, translation: number, measure: Measure): number {
  const expected = source * Math.exp(measure.lengthShift);
  const middle = (expected + translation) / 2;
  const variance = 3 * middle + (measure.lengthSpread * middle) ** 2;
  return (translation - expected) ** 2 / (2 * variance);
}

/** Translators keep the number of bold words, links and codes of a sentence, and much of their places. */
function compareMarks(source: TextOutline, translation: TextOutline): number {
  const { markCounts, markPlaces } = source;
  const others = translation.markCounts;
  if (markCounts === others) return 0;
  let score = 0;
  for (let at = 0; at < markKinds.length; at++) {
    const count = markCounts[at] ?? 0;
    const other = others[at] ?? 0;
    if (count !== other) {
      const cost = markKinds[at] === 'link' ? 0.5 : 0.8;
      score -= Math.min(1.5, cost * Math.abs(count - other));
    } else if (count > 0) {
      const distance = Math.abs((markPlaces[at] ?? 0) - (translation.markPlaces[at] ?? 0)) / count;
      score += 1 - 2 * distance;
    }
  }
  return Math.max(-2.5, Math.min(2, score));
}

function compareSigns({ signCounts }: TextOutline, { signCounts: others }: TextOutline): number {
  if (signCounts === others) return 0;
  let score = 0;
  for (let at = 0; at < signs.length; at++) {
    const one = signCounts[at] ?? 0;
    const other = others[at] ?? 0;
    if (one !== other) score -= (signs[at] === 'colon' ? 0.7 : 0.3) * Math.min(2, Math.abs(one - other));
    else if (one > 0) score += 0.4;
  }
  return Math.max(-1.2, score);
}

/** Callouts come and go with revisions; code, tables and images stay with their step. */
const childWeights: Partial<Record<BlockKind, number>> = {
  callout: 0.15,
  quote: 0.15,
  list: 0.15,
  paragraph: 0.2,
};

function compareChildren(source: Unit, translation: Unit, measure: Measure): number {
  if (source.childKinds.size + translation.childKinds.size === 0) return 0;
  let score = compareLengthsBelow(source, translation, measure);
  for (const [kind, count] of source.childKinds) {
    score += compareCounts(kind, count, translation.childKinds.get(kind) ?? 0);
  }
  for (const [kind, count] of translation.childKinds) {
    if (!source.childKinds.has(kind)) score += compareCounts(kind, 0, count);
  }
  return Math.max(-2, Math.min(2, score));
}

function compareCounts(kind: BlockKind, one: number, other: number): number {
  const weight = childWeights[kind] ?? 0.6;
  const common = Math.min(one, other) > 0 ? Math.min(1, 2 * weight) : 0;
  return common - weight * Math.min(4, Math.abs(one - other));
}

/** Two steps of a few words each differ most by how much stands below them. */
function compareLengthsBelow(source: Unit, translation: Unit, measure: Measure): number {
  if (source.kind === 'callout' || source.childKinds.size === 0 || translation.childKinds.size === 0)
    return 0;
  const below = source.deepLength - source.outline.length;
  const otherBelow = translation.deepLength - translation.outline.length;
  if (below <= 0 || otherBelow <= 0) return 0;
  return Math.max(-0.8, 0.5 * compareLengths(below, otherBelow, measure));
}

const equalCode = 0.6 * 8 + 2;

function compareCode(source: Unit, translation: Unit): number {
  const text = source.blocks[0]?.text ?? '';
  const isEqual = text === translation.blocks[0]?.text;
  // What starts with a letter has words.
  if (isEqual && /^[A-Za-z_]/.test(text)) return equalCode;
  const tokens = source.tokens();
  const others = isEqual ? tokens : translation.tokens();
  if (tokens.size === 0 || others.size === 0) return tokens.size === others.size ? 1 : -1;
  if (isEqual) return equalCode;
  let common = 0;
  for (const token of tokens) if (others.has(token)) common++;
  return ((2 * common) / (tokens.size + others.size) - 0.4) * 8;
}
