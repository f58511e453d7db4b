import type { Block, BlockKind, PageDocument } from '../../../src/domain/document/page-document.ts';
import { type Evidence, evidenceOf, joinEvidence } from './evidence.ts';
import type { PageFeatures } from './features.ts';
import { type BlockForm, formsOf, type PageForms } from './page-forms.ts';
import { joinOutlines, type TextOutline } from './text-outline.ts';

/**
 * What alignment compares: a block with all that is below it. Lists are not units; their items stand in their
 * place, so that a list that fell in two stays one sequence of steps.
 */
export interface Unit {
  /** One block; several for a unit that stands for neighbours taken together. */
  readonly blocks: readonly Block[];
  readonly kind: BlockKind;
  /** The list of an item or step. */
  readonly list: Block | undefined;
  /** Features of the own text count full, those of children half. */
  readonly evidence: Evidence;
  readonly outline: TextOutline;
  /** Reading length of the own text, without any below. */
  readonly ownLength: number;
  readonly lead: BlockForm['lead'];
  readonly deepLength: number;
  readonly childKinds: BlockForm['childKinds'];
  readonly tokens: BlockForm['tokens'];
}

/** Makes units of blocks, each block's once. */
export interface UnitReader {
  readonly unitOf: (block: Block) => Unit;
  /** The units of a sequence of siblings, lists replaced by their items. */
  readonly unitsOf: (blocks: readonly Block[]) => readonly Unit[];
  /** What is below a unit; below a step also what interrupts its list. */
  readonly childrenOf: (unit: Unit) => readonly Block[];
}

/** A reader of the units of two pages. */
export function createUnitReader(
  features: PageFeatures,
  source: PageDocument,
  translation: PageDocument,
): UnitReader {
  const units = new Map<Block, Unit>();
  const forms = formsOf(source);
  const otherForms = formsOf(translation);
  const isOfSource = (block: Block): boolean => source.blocks[block.index] === block;
  const formsFor = (block: Block): PageForms => (isOfSource(block) ? forms : otherForms);
  const unitOf = (block: Block): Unit => {
    let unit = units.get(block);
    if (unit === undefined) {
      unit = makeUnit(block, formsFor(block), features);
      units.set(block, unit);
    }
    return unit;
  };
  return {
    unitOf,
    unitsOf: (blocks) => {
      const [first] = blocks;
      if (first === undefined) return [];
      const { hasHolders, holderOf } = formsFor(first);
      const own = hasHolders ? new Set(blocks) : undefined;
      const found: Unit[] = [];
      for (const block of blocks) {
        const holder = hasHolders ? holderOf(block) : undefined;
        // Where the step is read too, what it holds is read below it.
        if (holder?.parent !== undefined && own?.has(holder.parent)) continue;
        if (block.kind === 'list') for (const item of block.children) found.push(unitOf(item));
        else found.push(unitOf(block));
      }
      return found;
    },
    childrenOf: ({ blocks }) => {
      const [first] = blocks;
      if (first === undefined) return [];
      const { childrenOf } = formsFor(first);
      return blocks.length === 1 ? childrenOf(first) : blocks.flatMap(childrenOf);
    },
  };
}

/** A unit that stands for neighbours of one kind taken together. */
export function combineUnits(units: readonly [Unit, ...Unit[]]): Unit {
  const [first, ...rest] = units;
  const childKinds = new Map<BlockKind, number>();
  let ownLength = 0;
  let deepLength = 0;
  let { evidence } = first;
  for (const unit of rest) evidence = joinEvidence(evidence, unit.evidence);
  for (const unit of units) {
    for (const [kind, count] of unit.childKinds) childKinds.set(kind, (childKinds.get(kind) ?? 0) + count);
    ownLength += unit.ownLength;
    deepLength += unit.deepLength;
  }
  return {
    ...first,
    blocks: units.flatMap((unit) => unit.blocks),
    evidence,
    outline: joinOutlines(units.map((unit) => unit.outline)),
    ownLength,
    lead: () => undefined,
    deepLength,
    childKinds,
  };
}

function makeUnit(block: Block, forms: PageForms, features: PageFeatures): Unit {
  const { outline, ownLength, lead, deepLength, childKinds, tokens } = forms.formOf(block);
  return {
    blocks: [block],
    kind: block.kind,
    list: block.parent?.kind === 'list' ? block.parent : undefined,
    evidence: readEvidence(block, forms, features),
    outline,
    ownLength,
    lead,
    deepLength,
    childKinds,
    tokens,
  };
}

/** Cells and rows are their table's own words, so what is below it counts full; below a step it counts half. */
function readEvidence(
  block: Block,
  { childrenOf }: PageForms,
  { of, foreignCount, weights }: PageFeatures,
): Evidence {
  const own = of(block);
  const children = childrenOf(block);
  if (children.length === 0) return evidenceOf(own, undefined, foreignCount(block), weights);
  const counts = new Map<number, number>();
  const share = hasOwnText(block) ? 0.5 : 1;
  const walk = (blocks: readonly Block[]): void => {
    for (const child of blocks) {
      for (const id of of(child)) counts.set(id, share);
      walk(childrenOf(child));
    }
  };
  walk(children);
  for (const id of own) counts.set(id, 1);
  const ids = [...counts.keys()].toSorted((one, other) => one - other);
  const isPlain = share === 1 || ids.length === own.length;
  return evidenceOf(
    ids,
    isPlain ? undefined : ids.map((id) => counts.get(id) ?? 1),
    foreignCount(block),
    weights,
  );
}

function hasOwnText(block: Block): boolean {
  return block.kind === 'step' || block.kind === 'item' || block.kind === 'definition';
}
