import type { Block, BlockKind, PageDocument } from '../../../src/domain/document/page-document.ts';
import { bareOutline, leadEnd, outlineOf, type TextOutline } from './text-outline.ts';

/** What a block with all below it is to alignment, whatever page it is compared with. */
export interface BlockForm {
  /** The own text; for kinds without own text, all below. */
  readonly outline: TextOutline;
  /** Of the first sentence alone, where there are several. */
  readonly lead: () => TextOutline | undefined;
  /** Reading length of the own text. */
  readonly ownLength: number;
  /** Reading length with all below. */
  readonly deepLength: number;
  readonly childKinds: ReadonlyMap<BlockKind, number>;
  /** For code: its words without comments. */
  readonly tokens: () => ReadonlySet<string>;
}

/** The forms of a page's blocks, each made once, and what counts as below a block. */
export interface PageForms {
  readonly formOf: (block: Block) => BlockForm;
  /** What is below a block; below a step also what interrupts its list. */
  readonly childrenOf: (block: Block) => readonly Block[];
  /** The step that a block without indent belongs to. */
  readonly holderOf: (block: Block) => Block | undefined;
  /** Whether any block has such a step. */
  readonly hasHolders: boolean;
}

/** Pages are read once, whatever they are compared with. */
const known = new WeakMap<PageDocument, PageForms>();

/** The forms of a page's blocks. */
export function formsOf(page: PageDocument): PageForms {
  const before = known.get(page);
  if (before !== undefined) return before;
  const interruptions = findInterruptions(page);
  const holders = new Map(
    [...interruptions].flatMap(([step, blocks]) => blocks.map((block) => [block, step])),
  );
  const childrenOf = (block: Block): readonly Block[] => {
    const interrupting = interruptions.size === 0 ? undefined : interruptions.get(block);
    return interrupting === undefined ? block.children : [...block.children, ...interrupting];
  };
  const forms: (BlockForm | undefined)[] = page.blocks.map(() => undefined);
  const formOf = (block: Block): BlockForm => (forms[block.index] ??= readForm(block, childrenOf, formOf));
  const result: PageForms = {
    formOf,
    childrenOf,
    holderOf: (block) => holders.get(block),
    hasHolders: holders.size > 0,
  };
  known.set(page, result);
  return result;
}

/**
 * What stands between two numbered lists of which the second goes on counting, by the last step of the first: not
 * indented, but part of that step to a reader. One page may indent it and the other not.
 */
function findInterruptions(page: PageDocument): ReadonlyMap<Block, readonly Block[]> {
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
  for (const section of [page.root, ...page.sections]) read(section.blocks);
  for (const block of page.blocks)
    if (block.kind !== 'list' && block.children.length > 0) read(block.children);
  return found;
}

const noKinds: ReadonlyMap<BlockKind, number> = new Map();
const noTokens: ReadonlySet<string> = new Set();

function readForm(
  block: Block,
  childrenOf: (block: Block) => readonly Block[],
  formOf: (block: Block) => BlockForm,
): BlockForm {
  const own = outlineOf(block);
  const children = childrenOf(block);
  let below = 0;
  for (const child of children) below += formOf(child).deepLength;
  let lead: TextOutline | undefined | 'unread' = 'unread';
  let tokens: ReadonlySet<string> | undefined = block.kind === 'code' ? undefined : noTokens;
  return {
    outline: outlineFor(block, own, below),
    lead: () => {
      if (lead === 'unread') {
        const end = leadEnd(block.text);
        lead = end === undefined ? undefined : outlineOf(block, end);
      }
      return lead;
    },
    ownLength: own.length,
    deepLength: own.length + below,
    childKinds: children.length === 0 ? noKinds : kindsOf(children),
    tokens: () => (tokens ??= codeTokens(block.text)),
  };
}

/** Of the own text, else of what is below; the title of a callout is often its kind's name and says nothing. */
function outlineFor(block: Block, own: TextOutline, below: number): TextOutline {
  if (block.kind === 'callout' && below > 0) return bareOutline(below);
  return own.length > 0 ? own : { ...own, length: below };
}

function kindsOf(children: readonly Block[]): ReadonlyMap<BlockKind, number> {
  const kinds = new Map<BlockKind, number>();
  for (const child of children) {
    const count = child.kind === 'list' ? Math.max(1, child.children.length) : 1;
    kinds.set(child.kind, (kinds.get(child.kind) ?? 0) + count);
  }
  return kinds;
}

/** The words and numbers of code, comments left out: what no translator touches. */
function codeTokens(code: string): ReadonlySet<string> {
  const bare = code
    .replaceAll(/(?:^|\s)(?:#|\/\/|--|;|%).*$/gm, ' ')
    .replaceAll(/\/\*.*?\*\/|<!--.*?-->/gs, ' ');
  return new Set(bare.match(/[\p{L}_][\p{L}\p{N}_-]*|\p{N}+/gu)?.slice(0, 400) ?? []);
}
