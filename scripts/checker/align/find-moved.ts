import type { Block, PageDocument, Section } from '../../../src/domain/document/page-document.ts';
import type { Link, Pairing } from './pairing.ts';

/**
 * The links of what is out of order among its siblings, or in a section that does not answer its own.
 *
 * Of each sequence of siblings as few as possible are called moved: those outside the longest subsequence that is
 * in order. Bullets and rows have no order.
 */
export function findMoved(
  source: PageDocument,
  sections: Pairing<Section>,
  blocks: Pairing<Block>,
): ReadonlySet<Link<Block> | Link<Section>> {
  const moved = new Set<Link<Block> | Link<Section>>();
  const look = (section: Section): void => {
    addMoved(moved, section.sections, sections, (child) => child.index);
    for (const child of section.sections) {
      const link = sections.linkOf(child);
      if (link !== undefined && !answersParent(sections, section, link)) moved.add(link);
    }
    addMovedBlocks(moved, section.blocks, blocks);
  };
  look(source.root);
  for (const section of source.sections) look(section);
  for (const block of source.blocks) {
    const link = blocks.linkOf(block);
    if (block.children.length > 0 && block.kind !== 'list' && block.kind !== 'table') {
      addMovedBlocks(moved, childrenAtHome(block, link, blocks), blocks);
    }
    if (link === undefined) continue;
    const home = sections.linkOf(block.section)?.translation;
    for (const other of link.translation) {
      if (home?.includes(other.section) !== true) moved.add(link);
    }
  }
  return moved;
}

/** What is below a block without what has gone to another one: that says nothing of the order of the rest. */
function childrenAtHome(
  block: Block,
  link: Link<Block> | undefined,
  blocks: Pairing<Block>,
): readonly Block[] {
  const homes = link?.translation ?? [];
  if (homes.length === 0) return block.children;
  const isInside = ({ span: { start, end } }: Block): boolean =>
    homes.some(({ span }) => span.start.offset <= start.offset && end.offset <= span.end.offset);
  return block.children.filter(
    (child) => child.kind === 'list' || blocks.linkOf(child)?.translation.some(isInside) !== false,
  );
}

function answersParent(sections: Pairing<Section>, parent: Section, link: Link<Section>): boolean {
  const home = sections.linkOf(parent)?.translation;
  if (home === undefined) return true;
  return link.translation.every((child) => {
    // A lost or added heading between the two is not a move.
    for (let above = child.parent; above !== undefined; above = above.parent) {
      if (home.includes(above) || sections.linkOf(above) === undefined) return true;
    }
    return false;
  });
}

function addMovedBlocks(
  moved: Set<Link<Block> | Link<Section>>,
  siblings: readonly Block[],
  blocks: Pairing<Block>,
): void {
  const ordered = siblings.flatMap((block) => {
    if (block.kind !== 'list') return [block];
    return block.list?.ordered === false ? [] : block.children;
  });
  addMoved(moved, ordered, blocks, (block) => block.index);
}

function addMoved<Node extends Block | Section>(
  moved: Set<Link<Block> | Link<Section>>,
  siblings: readonly Node[],
  pairing: Pairing<Node>,
  indexOf: (node: Node) => number,
): void {
  const links: Link<Node>[] = [];
  const places: number[] = [];
  let last: Link<Node> | undefined;
  let isRising = true;
  for (const sibling of siblings) {
    const link = pairing.linkOf(sibling);
    if (link === undefined || link === last) continue;
    let place = Number.POSITIVE_INFINITY;
    for (const node of link.translation) place = Math.min(place, indexOf(node));
    isRising &&= place > (places.at(-1) ?? -1);
    links.push(link);
    places.push(place);
    last = link;
  }
  if (isRising) return;
  const kept = longestRise(places);
  links.forEach((link, index) => {
    if (!kept.has(index)) moved.add(link as Link<Block> | Link<Section>);
  });
}

/** Indices of a longest strictly rising subsequence. */
function longestRise(values: readonly number[]): ReadonlySet<number> {
  const tails: number[] = [];
  const before: (number | undefined)[] = [];
  values.forEach((value, index) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tails[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before.push(low > 0 ? tails[low - 1] : undefined);
    tails[low] = index;
  });
  const kept = new Set<number>();
  for (let at = tails.at(-1); at !== undefined; at = before[at]) kept.add(at);
  return kept;
}
