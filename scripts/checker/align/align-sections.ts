import type { BlockKind, PageDocument, Section } from '../../../src/domain/document/page-document.ts';
import { alignSequences } from './align-sequences.ts';
import { compareEvidence, type Evidence, evidenceOf } from './evidence.ts';
import type { PageFeatures } from './features.ts';
import { linkByAnchors } from './link-by-anchors.ts';
import { linkEmptiedSections } from './link-emptied-sections.ts';
import { idsOf } from './page-keys.ts';
import type { Pairing } from './pairing.ts';
import { pullOutMovedSections, type SectionLink } from './pull-out-moved-sections.ts';
import { readingLength } from './reading-length.ts';
import { withoutRepeats } from './set-aside-sections.ts';
import type { UnitReader } from './units.ts';

/** A section as alignment compares it. */
export interface SectionUnit {
  readonly section: Section;
  readonly evidence: Evidence;
  /** Of the heading's ids. */
  readonly idWords: ReadonlySet<string>;
  readonly headingLength: number;
  readonly contentLength: number;
  readonly shape: ReadonlyMap<BlockKind, number>;
  /** How far down the page, 0 to 1. */
  readonly position: number;
}

const floor = -1;
/** Of roots and titles. */
const sureScore = 6;
/** Out of its order only what also shares something is taken for moved. */
const movedThreshold = 2.5;

/**
 * Pairs the sections of two pages: the roots and titles, then in order by ids, features of heading and content, depth, shape
 * and length, then what was moved.
 */
export function alignSections(
  pairing: Pairing<Section>,
  source: PageDocument,
  translation: PageDocument,
  features: PageFeatures,
  units: UnitReader,
): void {
  pairing.link([source.root], [translation.root], sureScore);
  const [title, otherTitle] = [titleOf(source), titleOf(translation)];
  if (title !== undefined && otherTitle !== undefined) pairing.link([title], [otherTitle], sureScore);
  const freeIn = (page: PageDocument): readonly Section[] =>
    page.sections.filter((section) => pairing.linkOf(section) === undefined);
  if (linkByAnchors(pairing, freeIn(source), freeIn(translation), features)) return;
  const unitsIn = (page: PageDocument): readonly SectionUnit[] =>
    freeIn(page).map((section) => sectionUnit(section, page, features, units));
  const [ones, others] = withoutRepeats(unitsIn(source), unitsIn(translation));
  const linkInOrder = (left: readonly SectionUnit[], right: readonly SectionUnit[]) =>
    linkSections(left, right, (id) => features.feature(id).kind === 'anchor');
  for (const { one, other, score } of pullOutMovedSections(ones, others, linkInOrder)) {
    pairing.link([one.section], [other.section], score);
  }
  const candidates = ones
    .filter((one) => pairing.linkOf(one.section) === undefined)
    .flatMap((one) =>
      others
        .filter((other) => pairing.linkOf(other.section) === undefined)
        .map((other) => ({ one, other, score: compareSections(one, other) })),
    )
    .filter(
      ({ one, other, score }, _, all) =>
        score >= movedThreshold && (compareEvidence(one.evidence, other.evidence) >= 1 || all.length === 1),
    )
    .toSorted((a, b) => b.score - a.score);
  for (const { one, other, score } of candidates) {
    if (pairing.linkOf(one.section) || pairing.linkOf(other.section)) continue;
    pairing.link([one.section], [other.section], score);
  }
  linkEmptiedSections(pairing, ones, others);
}

function linkSections(
  ones: readonly SectionUnit[],
  others: readonly SectionUnit[],
  isAnchor: (id: number) => boolean,
): readonly SectionLink[] {
  const matches = alignSequences({
    sourceLength: ones.length,
    translationLength: others.length,
    compare: (one, other) => {
      const score = compareSections(at(ones, one), at(others, other));
      return score < floor ? Number.NEGATIVE_INFINITY : score;
    },
    gapCost: () => 0.9,
    keysOf: (side, index) => at(side === 'source' ? ones : others, index).evidence.ids.filter(isAnchor),
  });
  return matches.map((match) => ({
    one: at(ones, match.source),
    other: at(others, match.translation),
    score: match.score,
  }));
}

function at(units: readonly SectionUnit[], index: number): SectionUnit {
  const unit = units[index];
  if (unit === undefined) throw new RangeError('An index lies outside of its sequence');
  return unit;
}

/** The page's title: the first section, if no other is of depth 1. */
function titleOf(page: PageDocument): Section | undefined {
  const [first, ...rest] = page.sections;
  return first?.depth === 1 && rest.every(({ depth }) => depth > 1) ? first : undefined;
}

function sectionUnit(
  section: Section,
  page: PageDocument,
  features: PageFeatures,
  units: UnitReader,
): SectionUnit {
  const counts = new Map<number, number>();
  const shape = new Map<BlockKind, number>();
  let contentLength = 0;
  let foreignCount = 0;
  for (const unit of units.unitsOf(section.blocks)) {
    for (const [place, id] of unit.evidence.ids.entries()) {
      const count = 0.6 * (unit.evidence.counts?.[place] ?? 1);
      counts.set(id, Math.max(counts.get(id) ?? 0, count));
    }
    shape.set(unit.kind, (shape.get(unit.kind) ?? 0) + 1);
    for (const [kind, count] of unit.childKinds) shape.set(kind, (shape.get(kind) ?? 0) + count);
    contentLength += unit.deepLength;
    foreignCount += unit.evidence.foreignCount;
  }
  if (section.heading !== undefined) {
    for (const id of features.of(section.heading)) counts.set(id, 1);
    foreignCount += features.foreignCount(section.heading);
  }
  const ids = [...counts.keys()].toSorted((one, other) => one - other);
  return {
    section,
    evidence: evidenceOf(
      ids,
      ids.map((id) => counts.get(id) ?? 1),
      foreignCount,
      features.weights,
    ),
    idWords: new Set(section.heading && idsOf(section.heading).flatMap((id) => id.split(/[-_]+/))),
    headingLength: readingLength(section.heading?.text ?? ''),
    contentLength,
    shape,
    position: section.span.start.offset / Math.max(1, page.text.length),
  };
}

function compareSections(source: SectionUnit, translation: SectionUnit): number {
  return (
    1.5 -
    1.2 * Math.min(3, Math.abs(source.section.depth - translation.section.depth)) +
    (isHeadingAlone(source) === isHeadingAlone(translation)
      ? compareEvidence(source.evidence, translation.evidence)
      : 0) +
    compareIds(source.idWords, translation.idWords) -
    Math.min(1.5, lengthDifference(source.headingLength, translation.headingLength)) +
    compareContents(source, translation) -
    1.5 * Math.abs(source.position - translation.position)
  );
}

/** Links and code that stood below a heading say nothing of it where all that is gone. */
function isHeadingAlone({ contentLength }: SectionUnit): boolean {
  return contentLength === 0;
}

/** Length and shape; a heading that lost its text is still that heading. */
function compareContents(source: SectionUnit, translation: SectionUnit): number {
  if (source.contentLength === 0 || translation.contentLength === 0) {
    return source.contentLength === translation.contentLength ? 0 : -0.8;
  }
  return (
    compareShapes(source.shape, translation.shape) -
    Math.min(2, lengthDifference(source.contentLength, translation.contentLength))
  );
}

/** Translations often keep the id of an older heading: `to-add-a-customer` where the source says `add-a-customer`. */
function compareIds(source: ReadonlySet<string>, translation: ReadonlySet<string>): number {
  let common = 0;
  for (const word of source) if (translation.has(word)) common++;
  const dice = (2 * common) / Math.max(1, source.size + translation.size);
  return 6 * Math.max(0, dice - 0.3);
}

/** Of lengths that may differ by half without saying anything. */
function lengthDifference(one: number, other: number): number {
  const difference = Math.abs(Math.log((other + 10) / (one + 10)));
  return 2 * Math.max(0, difference - 0.4);
}

function compareShapes(
  source: ReadonlyMap<BlockKind, number>,
  translation: ReadonlyMap<BlockKind, number>,
): number {
  let score = 0;
  for (const kind of new Set([...source.keys(), ...translation.keys()])) {
    if (kind === 'divider' || kind === 'html') continue;
    const one = source.get(kind) ?? 0;
    const other = translation.get(kind) ?? 0;
    const absent = kind === 'step' ? -1 : -0.4;
    score += Math.min(one, other) > 0 ? 0.6 * (Math.min(one, other) / Math.max(one, other)) : absent;
  }
  return Math.max(-1.5, Math.min(2, score));
}
