import type { Block, BlockKind } from '../../../src/domain/document/page-document.ts';
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
  /** Those of the own text count full, those of children half. */
  readonly features: FeatureBag;
  readonly foreignCount: number;
  /** Reading length of the own text; for kinds without own text, of all below. */
  readonly length: number;
  /** Reading length with all below. */
  readonly deepLength: number;
  /** Reading length of the first sentence. */
  readonly firstSentence: number;
  /** Where emphases, links and code lie in the text, 0 to 1. */
  readonly marks: readonly Mark[];
  /** How often each sign that translators keep is in the text. */
  readonly signs: Readonly<Record<Sign, number>>;
  readonly childKinds: ReadonlyMap<BlockKind, number>;
  /** For code: its words without comments. */
  readonly tokens: ReadonlySet<string>;
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

/** The units of a sequence of siblings, lists replaced by their items. */
export function unitsOf(blocks: readonly Block[], features: PageFeatures): readonly Unit[] {
  return blocks.flatMap((block) =>
    block.kind === 'list'
      ? block.children.map((item) => unitOf(item, features, block))
      : [unitOf(block, features, undefined)],
  );
}

/** A unit that stands for neighbours of one kind taken together. */
export function combineUnits(units: readonly [Unit, ...Unit[]]): Unit {
  const [first] = units;
  const length = sum(units.map((unit) => unit.length));
  const features = new Map<Feature, number>();
  const childKinds = new Map<BlockKind, number>();
  const marks: Mark[] = [];
  let before = 0;
  for (const unit of units) {
    for (const [feature, count] of unit.features) {
      features.set(feature, Math.max(count, features.get(feature) ?? 0));
    }
    for (const [kind, count] of unit.childKinds) childKinds.set(kind, (childKinds.get(kind) ?? 0) + count);
    for (const mark of unit.marks) {
      marks.push({ kind: mark.kind, at: (before + mark.at * unit.length) / Math.max(1, length) });
    }
    before += unit.length;
  }
  return {
    ...first,
    blocks: units.flatMap((unit) => unit.blocks),
    features,
    foreignCount: sum(units.map((unit) => unit.foreignCount)),
    length,
    deepLength: sum(units.map((unit) => unit.deepLength)),
    marks,
    signs: {
      colon: sum(units.map((unit) => unit.signs.colon)),
      bracket: sum(units.map((unit) => unit.signs.bracket)),
      question: sum(units.map((unit) => unit.signs.question)),
      exclamation: sum(units.map((unit) => unit.signs.exclamation)),
    },
    childKinds,
  };
}

/** The unit of one block. */
export function unitOf(block: Block, features: PageFeatures, list: Block | undefined): Unit {
  const own = readingLength(block.text);
  const below = deepContent(block, features);
  const bag = new Map<Feature, number>(below.features);
  for (const [feature, count] of features.of(block)) bag.set(feature, count);
  const childKinds = new Map<BlockKind, number>();
  for (const child of block.children) {
    childKinds.set(child.kind, (childKinds.get(child.kind) ?? 0) + Math.max(1, listSize(child)));
  }
  return {
    blocks: [block],
    kind: block.kind,
    list,
    features: bag,
    foreignCount: features.foreignCount(block),
    length: own > 0 ? own : below.length,
    deepLength: own + below.length,
    firstSentence: readingLength(
      /^[^.!?。！？।]*[.!?。！？।]+(?=\s|$|\p{L})/u.exec(block.text)?.[0] ?? block.text,
    ),
    marks: marksOf(block),
    signs: {
      colon: countOf(block.text, signPatterns.colon),
      bracket: countOf(block.text, signPatterns.bracket),
      question: countOf(block.text, signPatterns.question),
      exclamation: countOf(block.text, signPatterns.exclamation),
    },
    childKinds,
    tokens: block.kind === 'code' ? codeTokens(block.text) : new Set(),
  };
}

interface DeepContent {
  readonly features: ReadonlyMap<Feature, number>;
  readonly length: number;
}

/** Everything below a block; cells and rows are their table's own words, so they count full. */
function deepContent(block: Block, features: PageFeatures): DeepContent {
  const bag = new Map<Feature, number>();
  let length = 0;
  const share = hasOwnText(block) ? 0.5 : 1;
  const walk = (children: readonly Block[]): void => {
    for (const child of children) {
      length += readingLength(child.text);
      for (const [feature, count] of features.of(child)) {
        bag.set(feature, Math.max(bag.get(feature) ?? 0, count * share));
      }
      walk(child.children);
    }
  };
  walk(block.children);
  return { features: bag, length };
}

function hasOwnText(block: Block): boolean {
  return block.kind === 'step' || block.kind === 'item' || block.kind === 'definition';
}

function listSize(block: Block): number {
  return block.kind === 'list' ? block.children.length : 1;
}

function marksOf(block: Block): readonly Mark[] {
  const { emphases, links, codes } = block.traits;
  const places = [
    ...emphases.map(({ kind, text }) => ({ kind, text })),
    ...links.map(({ text }) => ({ kind: 'link' as const, text })),
    ...codes.map(({ text }) => ({ kind: 'code' as const, text })),
  ];
  const from = { strong: 0, emphasis: 0, link: 0, code: 0 };
  return places.map(({ kind, text }) => {
    const found = block.text.indexOf(text, from[kind]);
    const at = found === -1 ? from[kind] : found;
    from[kind] = at + text.length;
    return { kind, at: (at + text.length / 2) / Math.max(1, block.text.length) };
  });
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
