import { type BrokenList, findBrokenLists } from '../../../../src/domain/document/broken-lists.ts';
import type {
  Block,
  BlockKind,
  PageDocument,
  Section,
} from '../../../../src/domain/document/page-document.ts';
import { nodeAt } from '../../../../src/domain/document/walk-blocks.ts';
import type { Alignment } from '../../align/alignment.ts';

/** What markers explain that a renderer shows as text or takes for a list's: what they hide is there all the same. */
export interface BrokenMarkers {
  /** True for text in which such a marker stands, and for a list that such a marker begins. */
  readonly hasMarker: (node: Block | Section) => boolean;
  /** True for something without counterpart whose counterpart is run into the text beside such a marker. */
  readonly hides: (block: Block) => boolean;
}

/**
 * The broken markers of both pages of an alignment. They are a finding of their own, so that other rules keep silent
 * about what follows from them: the step `2.Select` is not missing, it is part of the paragraph above.
 */
export function brokenMarkersOf(alignment: Alignment): BrokenMarkers {
  const known = memory.get(alignment);
  if (known !== undefined) return known;
  const holders = new Set<Block | Section>();
  const hidden = new Set<Block>();
  for (const side of ['source', 'translation'] as const) {
    const document = alignment[side];
    for (const [holder, markers] of markersByHolder(document)) {
      holders.add(holder);
      if (holder.kind === 'item' && holder.parent?.children.length === 1) holders.add(holder.parent);
      for (const block of hiddenBeside(alignment, side, holder, markers, hidden)) hidden.add(block);
    }
  }
  const found: BrokenMarkers = {
    hasMarker: (node) => holders.has(node),
    hides: (block) =>
      hidden.has(block) || (block.kind === 'list' && block.children.every((item) => hidden.has(item))),
  };
  memory.set(alignment, found);
  return found;
}

/** Several rules ask about the same two pages. */
const memory = new WeakMap<Alignment, BrokenMarkers>();

type Side = 'source' | 'translation';

function markersByHolder(document: PageDocument): ReadonlyMap<Block | Section, readonly BrokenList[]> {
  return Map.groupBy(findBrokenLists(document), ({ span }) => nodeAt(document, span.start.offset));
}

/** What of the other page has no counterpart because this text swallowed it and no other did, the nearest first. */
function hiddenBeside(
  alignment: Alignment,
  side: Side,
  holder: Block | Section,
  markers: readonly BrokenList[],
  taken: ReadonlySet<Block>,
): readonly Block[] {
  const document = alignment[side];
  const [first] = markers;
  if (first === undefined) return [];
  const kinds = kindsHiddenIn(holder);
  const count = holder.kind === 'section' ? 1 : swallowedBy(alignment, side, holder, markers);
  const home = holder.kind === 'section' ? holder : holder.section;
  const { offset } = first.span.start;
  return alignment.blocks
    .flatMap(({ source, translation, place }) => {
      const [block] = side === 'translation' ? source : translation;
      const others = side === 'translation' ? translation : source;
      if (block === undefined || others.length > 0 || place === undefined || taken.has(block)) return [];
      const node = nodeAt(document, place.offset);
      const section = node.kind === 'section' ? node : node.section;
      const isNear = section === home || (holder.kind === 'section' && section.index === home.index - 1);
      return kinds.includes(block.kind) && isNear
        ? [{ block, distance: Math.abs(place.offset - offset) }]
        : [];
    })
    .toSorted((one, other) => one.distance - other.distance)
    .slice(0, Math.max(0, count))
    .map(({ block }) => block);
}

/** A paragraph that swallows steps may stand for one of them, and its own counterpart is left over. */
function kindsHiddenIn({ kind }: Block | Section): readonly BlockKind[] {
  if (kind === 'section') return ['paragraph'];
  return kind === 'paragraph' ? ['item', 'step', 'paragraph'] : ['item', 'step'];
}

/** How many items are part of a text though they should begin items of their own. */
function swallowedBy(
  alignment: Alignment,
  side: Side,
  holder: Block,
  markers: readonly BrokenList[],
): number {
  const { start, end } = holder.textSpan;
  const text = alignment[side].text.slice(start.offset, end.offset);
  const inLines = text.match(/^[ \t>]*(?:\d{1,9}[.)、）．]|[-+*])/gmu)?.length ?? 0;
  const inText = markers.filter(({ kind }) => kind === 'joined-step').length;
  const pair = alignment.pairOf(holder);
  const paired = pair[side === 'translation' ? 'source' : 'translation'];
  const linked = paired.filter(isListed).length;
  if (isListed(holder)) return inLines + inText - Math.max(0, linked - 1);
  // What stands before the first marker is a paragraph of its own.
  const own = /^[ \t>]*(?:\d{1,9}[.)、）．]|[-+*])/u.test(text) || paired.length > linked ? 0 : 1;
  return own + inLines + inText - linked;
}

function isListed({ kind }: Block): boolean {
  return kind === 'item' || kind === 'step';
}
