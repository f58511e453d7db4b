import type { Block, BlockKind, PageDocument, Span } from '../../../src/domain/document/page-document.ts';
import { type Evidence, evidenceOf, joinEvidence } from './evidence.ts';
import type { Feature, FeatureBag, PageFeatures } from './features.ts';
import { readingLength } from './reading-length.ts';

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
  /** Those of the own text count full, those of children half; of neighbours taken together those of the first. */
  readonly features: FeatureBag;
  readonly evidence: Evidence;
  /** The own text; for kinds without own text, all below. */
  readonly outline: TextOutline;
  /** Of the first sentence alone, where there are several. */
  readonly lead: TextOutline | undefined;
  /** Reading length with all below. */
  readonly deepLength: number;
  readonly childKinds: ReadonlyMap<BlockKind, number>;
  /** For code: its words without comments. */
  readonly tokens: ReadonlySet<string>;
}

/** What of a text's form survives translation. */
export interface TextOutline {
  /** Reading length. */
  readonly length: number;
  /** Where emphases, links and code lie in the text, 0 to 1. */
  readonly marks: readonly Mark[];
  /** How often each sign that translators keep is in the text. */
  readonly signs: Readonly<Record<Sign, number>>;
}

/** A place in a text that has markup. */
export interface Mark {
  readonly kind: 'strong' | 'emphasis' | 'link' | 'code';
  readonly at: number;
}

/** Signs that mean the same in all languages. */
export type Sign = 'colon' | 'bracket' | 'question' | 'exclamation';

const signPatterns: Readonly<Record<Sign, RegExp>> = {
  colon: /[:：]/g,
  bracket: /[(（]/g,
  question: /[?？;؟]/g,
  exclamation: /[!！]/g,
};

/** Makes units of blocks, each block's once. */
export interface UnitReader {
  readonly unitOf: (block: Block) => Unit;
  /** The units of a sequence of siblings, lists replaced by their items. */
  readonly unitsOf: (blocks: readonly Block[]) => readonly Unit[];
  /** What is below a unit; below a step also what interrupts its list. */
  readonly childrenOf: (unit: Unit) => readonly Block[];
}

/** A reader of the units of two pages. */
export function createUnitReader(features: PageFeatures, pages: readonly PageDocument[]): UnitReader {
  const units = new Map<Block, Unit>();
  const interruptions = findInterruptions(pages);
  const holders = new Map(
    [...interruptions].flatMap(([step, blocks]) => blocks.map((block) => [block, step])),
  );
  const childrenOf = (block: Block): readonly Block[] => {
    const interrupting = interruptions.get(block);
    return interrupting === undefined ? block.children : [...block.children, ...interrupting];
  };
  const unitOf = (block: Block): Unit => {
    const unit = units.get(block) ?? makeUnit(block, features, childrenOf);
    units.set(block, unit);
    return unit;
  };
  return {
    unitOf,
    unitsOf: (blocks) => {
      const own = new Set(blocks);
      return blocks.flatMap((block) => {
        const holder = holders.get(block);
        // Where the step is read too, what it holds is read below it.
        if (holder?.parent !== undefined && own.has(holder.parent)) return [];
        return (block.kind === 'list' ? block.children : [block]).map(unitOf);
      });
    },
    childrenOf: (unit) => unit.blocks.flatMap(childrenOf),
  };
}

/**
 * What stands between two numbered lists of which the second goes on counting, by the last step of the first: not
 * indented, but part of that step to a reader. One page may indent it and the other not.
 */
function findInterruptions(pages: readonly PageDocument[]): ReadonlyMap<Block, readonly Block[]> {
  const found = new Map<Block, readonly Block[]>();
  const read = (siblings: readonly Block[]): void => {
    let step: Block | undefined;
    let between: Block[] = [];
    for (const block of siblings) {
      if (block.list?.ordered === true) {
        const goesOn = step?.number !== undefined && block.list.start > step.number;
        if (step !== undefined && goesOn && between.length > 0) found.set(step, between);
        step = block.children.at(-1);
        between = [];
      } else if (step !== undefined) between.push(block);
    }
  };
  for (const page of pages) {
    for (const section of [page.root, ...page.sections]) read(section.blocks);
    for (const block of page.blocks) if (block.kind !== 'list') read(block.children);
  }
  return found;
}

/** A unit that stands for neighbours of one kind taken together. */
export function combineUnits(units: readonly [Unit, ...Unit[]]): Unit {
  const childKinds = new Map<BlockKind, number>();
  for (const unit of units) {
    for (const [kind, count] of unit.childKinds) childKinds.set(kind, (childKinds.get(kind) ?? 0) + count);
  }
  return {
    ...units[0],
    blocks: units.flatMap((unit) => unit.blocks),
    evidence: joinEvidence(units.map((unit) => unit.evidence)),
    outline: joinOutlines(units.map((unit) => unit.outline)),
    lead: undefined,
    deepLength: sum(units.map((unit) => unit.deepLength)),
    childKinds,
  };
}

function joinOutlines(outlines: readonly TextOutline[]): TextOutline {
  const length = sum(outlines.map((outline) => outline.length));
  const marks: Mark[] = [];
  let before = 0;
  for (const outline of outlines) {
    for (const { kind, at } of outline.marks) {
      marks.push({ kind, at: (before + at * outline.length) / Math.max(1, length) });
    }
    before += outline.length;
  }
  const total = (sign: Sign): number => sum(outlines.map((outline) => outline.signs[sign]));
  return {
    length,
    marks,
    signs: {
      colon: total('colon'),
      bracket: total('bracket'),
      question: total('question'),
      exclamation: total('exclamation'),
    },
  };
}

function makeUnit(
  block: Block,
  features: PageFeatures,
  childrenOf: (block: Block) => readonly Block[],
): Unit {
  const marks = marksOf(block);
  const own = outlineOf(block.text, marks);
  const leadText = /^[^.!?。！？।]*[.!?。！？।]+(?=\s|$|\p{Lo})/u.exec(block.text)?.[0] ?? block.text;
  const below = deepContent(block, features, childrenOf);
  const bag = new Map<Feature, number>(below.features);
  for (const [feature, count] of features.of(block)) bag.set(feature, count);
  const childKinds = new Map<BlockKind, number>();
  for (const child of childrenOf(block)) {
    childKinds.set(child.kind, (childKinds.get(child.kind) ?? 0) + Math.max(1, listSize(child)));
  }
  return {
    blocks: [block],
    kind: block.kind,
    list: block.parent?.kind === 'list' ? block.parent : undefined,
    features: bag,
    evidence: evidenceOf(bag, features.foreignCount(block)),
    outline: outlineFor(block, own, below.length),
    lead: leadText.length < block.text.length ? outlineOf(leadText, marks) : undefined,
    deepLength: own.length + below.length,
    childKinds,
    tokens: block.kind === 'code' ? codeTokens(block.text) : new Set(),
  };
}

/** Of the own text, else of what is below; the title of a callout is often its kind's name and says nothing. */
function outlineFor(block: Block, own: TextOutline, lengthBelow: number): TextOutline {
  if (block.kind === 'callout' && lengthBelow > 0) return { ...outlineOf('', []), length: lengthBelow };
  return own.length > 0 ? own : { ...own, length: lengthBelow };
}

interface DeepContent {
  readonly features: ReadonlyMap<Feature, number>;
  readonly length: number;
}

/** Everything below a block; cells and rows are their table's own words, so they count full. */
function deepContent(
  block: Block,
  features: PageFeatures,
  childrenOf: (block: Block) => readonly Block[],
): DeepContent {
  const bag = new Map<Feature, number>();
  let length = 0;
  const share = hasOwnText(block) ? 0.5 : 1;
  const walk = (children: readonly Block[]): void => {
    for (const child of children) {
      length += readingLength(child.text);
      for (const [feature, count] of features.of(child)) {
        bag.set(feature, Math.max(bag.get(feature) ?? 0, count * share));
      }
      walk(childrenOf(child));
    }
  };
  walk(childrenOf(block));
  return { features: bag, length };
}

function hasOwnText(block: Block): boolean {
  return block.kind === 'step' || block.kind === 'item' || block.kind === 'definition';
}

function listSize(block: Block): number {
  return block.kind === 'list' ? block.children.length : 1;
}

function outlineOf(text: string, marks: readonly PlacedMark[]): TextOutline {
  return {
    length: readingLength(text),
    marks: marks
      .filter((mark) => mark.index < text.length)
      .map(({ kind, index, size }) => ({ kind, at: (index + size / 2) / Math.max(1, text.length) })),
    signs: {
      colon: countOf(text, signPatterns.colon),
      bracket: countOf(text, signPatterns.bracket),
      question: countOf(text, signPatterns.question),
      exclamation: countOf(text, signPatterns.exclamation),
    },
  };
}

interface PlacedMark {
  readonly kind: Mark['kind'];
  /** Of the text, in UTF-16 units. */
  readonly index: number;
  readonly size: number;
}

function marksOf(block: Block): readonly PlacedMark[] {
  const { emphases, links, codes, runs } = block.traits;
  const placed = (kind: Mark['kind'], text: string, span: Span): PlacedMark => {
    const run = runs.find(({ span: { start } }) => start.offset >= span.start.offset);
    return { kind, index: run?.at ?? 0, size: text.length };
  };
  return [
    ...emphases.map(({ kind, text, contentSpan }) => placed(kind, text, contentSpan)),
    ...links.map(({ text, textSpan }) => placed('link', text, textSpan)),
    ...codes.map(({ text, span }) => placed('code', text, span)),
  ];
}

/** The words and numbers of code, comments left out: what no translator touches. */
function codeTokens(code: string): ReadonlySet<string> {
  const bare = code
    .replaceAll(/(?:^|\s)(?:#|\/\/|--|;|%).*$/gm, ' ')
    .replaceAll(/\/\*.*?\*\/|<!--.*?-->/gs, ' ');
  return new Set(bare.match(/[\p{L}_][\p{L}\p{N}_-]*|\p{N}+/gu)?.slice(0, 400) ?? []);
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function sum(numbers: readonly number[]): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
