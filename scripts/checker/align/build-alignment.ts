import type { Block, PageDocument, Section } from '../../../src/domain/document/page-document.ts';
import type { BlockContext } from './align-blocks.ts';
import type { Alignment, AlignVerdict, Pair, PairLookup } from './alignment.ts';
import type { PageFeatures } from './features.ts';
import { findMoved } from './find-moved.ts';
import type { Link, Pairing } from './pairing.ts';
import { createPlacer, placeOfSection } from './place.ts';
import { readingLength } from './reading-length.ts';
import { compareUnits, probabilityOf } from './similarity.ts';

/** The finished alignment: every node in a pair, with verdict, score, reasons and places. */
export function buildAlignment(
  source: PageDocument,
  translation: PageDocument,
  sections: Pairing<Section>,
  context: BlockContext,
): Alignment {
  const { pairing, features } = context;
  let known: number | undefined;
  const confidence = (): number => (known ??= confidenceOf(pairing, source, translation));
  const moved = findMoved(source, sections, pairing);
  const sourceSections = [source.root, ...source.sections];
  const translationSections = [translation.root, ...translation.sections];

  const sectionPairs = orderedPairs(sourceSections, translationSections, {
    linkOf: sections.linkOf,
    paired: (link) => new PairedNodes(link, verdictOf(link, moved), features, headingsOf),
    missing: (section) => ({
      source: [section],
      translation: [],
      verdict: 'missing',
      score: absenceScore(sections, sourceSections, confidence()),
      reasons: [],
      place: placeOfSection(section, 'source', sections, translation),
    }),
    extra: (section) => ({
      source: [],
      translation: [section],
      verdict: 'extra',
      score: absenceScore(sections, translationSections, confidence()),
      reasons: [],
      place: placeOfSection(section, 'translation', sections, source),
    }),
  });

  const sureness = createSureness(pairing);
  const placeInTranslation = createPlacer('source', pairing, sections, translation);
  const placeInSource = createPlacer('translation', pairing, sections, source);
  const blockPairs = orderedPairs(source.blocks, translation.blocks, {
    linkOf: pairing.linkOf,
    paired: (link) => new PairedNodes(link, verdictOf(link, moved), features, (blocks) => blocks),
    missing: (block) => ({
      source: [block],
      translation: [],
      verdict: 'missing',
      score: absenceOf(block, 'source', context, sections, confidence(), sureness),
      reasons: [],
      place: placeInTranslation(block),
    }),
    extra: (block) => ({
      source: [],
      translation: [block],
      verdict: 'extra',
      score: absenceOf(block, 'translation', context, sections, confidence(), sureness),
      reasons: [],
      place: placeInSource(block),
    }),
  });

  return {
    source,
    translation,
    sections: sectionPairs,
    blocks: blockPairs,
    pairOf: lookupOf(sectionPairs, blockPairs),
    get confidence() {
      return confidence();
    },
  };
}

type TextNode = Parameters<PageFeatures['of']>[0];

/** A pair of nodes that answer each other; its reasons are found when they are asked for. */
class PairedNodes<Node> implements Pair<Node> {
  readonly source: readonly Node[];
  readonly translation: readonly Node[];
  readonly verdict: AlignVerdict;
  readonly score: number;
  readonly #features: PageFeatures;
  readonly #textsOf: (nodes: readonly Node[]) => readonly TextNode[];

  constructor(
    { source, translation, score }: Link<Node>,
    verdict: AlignVerdict,
    features: PageFeatures,
    textsOf: (nodes: readonly Node[]) => readonly TextNode[],
  ) {
    this.source = source;
    this.translation = translation;
    this.verdict = verdict;
    this.score = probabilityOf(score);
    this.#features = features;
    this.#textsOf = textsOf;
  }

  get reasons(): readonly string[] {
    return reasonsOf(this.#textsOf(this.source), this.#textsOf(this.translation), this.#features);
  }
}

function headingsOf(sections: readonly Section[]): readonly TextNode[] {
  return sections.flatMap(({ heading }) => heading ?? []);
}

function lookupOf(sections: readonly Pair<Section>[], blocks: readonly Pair<Block>[]): PairLookup {
  const ofSections = indexPairs(sections);
  const ofBlocks = indexPairs(blocks);
  function pairOf(node: Block): Pair<Block>;
  function pairOf(node: Section): Pair<Section>;
  function pairOf(node: Block | Section): Pair<Block> | Pair<Section>;
  function pairOf(node: Block | Section): Pair<Block> | Pair<Section> {
    const pair = node.kind === 'section' ? ofSections.get(node) : ofBlocks.get(node);
    if (pair === undefined) throw new RangeError('The node belongs to neither of the two pages');
    return pair;
  }
  return pairOf;
}

function indexPairs<Node>(pairs: readonly Pair<Node>[]): ReadonlyMap<Node, Pair<Node>> {
  const index = new Map<Node, Pair<Node>>();
  for (const pair of pairs) {
    for (const node of pair.source) index.set(node, pair);
    for (const node of pair.translation) index.set(node, pair);
  }
  return index;
}

interface PairMakers<Node> {
  readonly linkOf: (node: Node) => Link<Node> | undefined;
  readonly paired: (link: Link<Node>) => Pair<Node>;
  readonly missing: (node: Node) => Pair<Node>;
  readonly extra: (node: Node) => Pair<Node>;
}

/** One pair per node, in the source's order; what is extra follows its predecessor in the translation. */
function orderedPairs<Node>(
  source: readonly Node[],
  translation: readonly Node[],
  makers: PairMakers<Node>,
): readonly Pair<Node>[] {
  const followers = new Map<Link<Node> | undefined, Pair<Node>[]>();
  let predecessor: Link<Node> | undefined;
  for (const node of translation) {
    const link = makers.linkOf(node);
    if (link === undefined) {
      const own = followers.get(predecessor);
      if (own === undefined) followers.set(predecessor, [makers.extra(node)]);
      else own.push(makers.extra(node));
    } else predecessor = link;
  }
  const pairs: Pair<Node>[] = [...(followers.get(undefined) ?? [])];
  const written = new Set<Link<Node>>();
  for (const node of source) {
    const link = makers.linkOf(node);
    if (link === undefined) pairs.push(makers.missing(node));
    else if (!written.has(link)) {
      written.add(link);
      pairs.push(makers.paired(link));
      for (const follower of followers.get(link) ?? []) pairs.push(follower);
    }
  }
  return pairs;
}

function verdictOf(link: Link<Block> | Link<Section>, moved: ReadonlySet<unknown>): AlignVerdict {
  if (link.source.length > 1 && link.source.length > link.translation.length) return 'merged';
  if (link.translation.length > 1 && link.translation.length > link.source.length) return 'split';
  return moved.has(link) ? 'moved' : 'same';
}

/** Mean score weighed by length; what has no counterpart counts as 0. */
function confidenceOf(pairing: Pairing<Block>, source: PageDocument, translation: PageDocument): number {
  let whole = 0;
  let sure = 0;
  for (const page of [source, translation]) {
    for (const block of page.blocks) {
      const length = readingLength(block.text);
      const link = pairing.linkOf(block);
      whole += length;
      if (link !== undefined) sure += length * probabilityOf(link.score);
    }
  }
  return whole === 0 ? 1 : sure / whole;
}

/** How sure a section's absence is: as sure as the other sections are paired. */
function absenceScore(sections: Pairing<Section>, all: readonly Section[], confidence: number): number {
  const scores = all.flatMap((section) => {
    const link = section.depth === 0 ? undefined : sections.linkOf(section);
    return link === undefined ? [] : [probabilityOf(link.score)];
  });
  return 0.5 * meanOr(scores, 0.4) + 0.3 + 0.2 * confidence;
}

/**
 * How sure a block's absence is: as sure as its siblings are paired, and less where something without counterpart
 * among them could be it.
 */
function absenceOf(
  block: Block,
  side: 'source' | 'translation',
  { pairing, units, measure }: BlockContext,
  sections: Pairing<Section>,
  confidence: number,
  sureness: (siblings: readonly Block[]) => number,
): number {
  const unit = units.unitOf(block);
  let rival = 0;
  const others = counterpartSiblings(block, side, pairing, sections);
  for (const other of others.length > 60 ? [] : others) {
    if (pairing.linkOf(other) !== undefined) continue;
    const otherUnit = units.unitOf(other);
    const score =
      side === 'source' ? compareUnits(unit, otherUnit, measure) : compareUnits(otherUnit, unit, measure);
    rival = Math.max(rival, probabilityOf(score));
  }
  return (0.45 + 0.35 * sureness(siblingsOf(block)) + 0.2 * confidence) * (1 - 0.6 * rival);
}

/** How sure those of some siblings are that have a counterpart, on average; worked out once for all of them. */
function createSureness(pairing: Pairing<Block>): (siblings: readonly Block[]) => number {
  const known = new Map<readonly Block[], number>();
  return (siblings) => {
    let mean = known.get(siblings);
    if (mean === undefined) {
      const links = siblings.flatMap((sibling) => pairing.linkOf(sibling) ?? []);
      mean = meanOr(
        links.map(({ score }) => probabilityOf(score)),
        0.4,
      );
      known.set(siblings, mean);
    }
    return mean;
  };
}

function siblingsOf(block: Block): readonly Block[] {
  return block.parent?.children ?? block.section.blocks;
}

function counterpartSiblings(
  block: Block,
  side: 'source' | 'translation',
  pairing: Pairing<Block>,
  sections: Pairing<Section>,
): readonly Block[] {
  const other = side === 'source' ? 'translation' : 'source';
  if (block.parent !== undefined) {
    return pairing.linkOf(block.parent)?.[other].flatMap((parent) => parent.children) ?? [];
  }
  return sections.linkOf(block.section)?.[other].flatMap((section) => section.blocks) ?? [];
}

function meanOr(numbers: readonly number[], fallback: number): number {
  if (numbers.length === 0) return fallback;
  return numbers.reduce((total, number) => total + number, 0) / numbers.length;
}

/** What a pair rests on, strongest first. */
function reasonsOf(
  source: readonly TextNode[],
  translation: readonly TextNode[],
  features: PageFeatures,
): readonly string[] {
  const own = new Set(source.flatMap((node) => features.of(node)));
  const shared = new Set(translation.flatMap((node) => features.of(node).filter((id) => own.has(id))));
  const named = [...shared]
    .map((id) => features.feature(id))
    .filter(({ kind }) => kind !== 'cognate')
    .toSorted((one, other) => other.weight - one.weight)
    .slice(0, 4)
    .map(({ kind, value }) => {
      if (kind === 'anchor') return `anchor #${value}`;
      return kind === 'listing' ? 'the same code' : `${kind} ${value}`;
    });
  return [...named, 'kind, length and position'];
}
