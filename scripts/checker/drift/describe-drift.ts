import { countWords } from './diff-words.ts';
import type { DriftChange, DriftKind, DriftNode } from './drift.ts';

/** How much a page has gone on. */
export interface DriftSummary {
  /** Changes by what became of the part. */
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly moved: number;
  /** Blocks and headings that are new, gone or other, those inside changed sections and steps included. */
  readonly blocks: number;
  /** Words as the source's language has them. */
  readonly wordsAdded: number;
  readonly wordsRemoved: number;
  /** In short, without a full stop: `2 steps changed, 1 section added`; empty where nothing changed. */
  readonly text: string;
}

/** What changes come to, in numbers and in words. */
export function summariseDrift(changes: readonly DriftChange[], locale: string): DriftSummary {
  const count = (kind: DriftKind): number => changes.filter((change) => change.kind === kind).length;
  const words = (kind: 'added' | 'removed'): number =>
    changes.reduce((sum, change) => {
      const own = change.words.filter((segment) => segment.kind === kind);
      return sum + own.reduce((all, { text }) => all + countWords(text, locale), 0);
    }, 0);
  return {
    added: count('added'),
    removed: count('removed'),
    changed: count('changed'),
    moved: count('moved'),
    blocks: changes.reduce((sum, { blocks }) => sum + blocks, 0),
    wordsAdded: words('added'),
    wordsRemoved: words('removed'),
    text: describeDrift(changes),
  };
}

/**
 * Changes in short: what, how many, what became of them; the largest parts first.
 * @example describeDrift(changes) // => '1 section added, 2 steps changed and 3 more changes'
 */
export function describeDrift(changes: readonly DriftChange[]): string {
  const groups = Map.groupBy(changes, ({ node, kind }) => `${node} ${kind}`);
  const inOrder = [...groups.values()].toSorted((one, other) => rankOf(one) - rankOf(other));
  const shown = inOrder.length > mostGroups ? inOrder.slice(0, mostGroups - 1) : inOrder;
  const rest = inOrder.slice(shown.length).reduce((sum, group) => sum + group.length, 0);
  const parts = shown.map((group) => phraseOf(group));
  const more = rest === 0 ? '' : ` and ${rest} more ${rest === 1 ? 'change' : 'changes'}`;
  return `${parts.join(', ')}${more}`;
}

/** Kinds of changes that are named at most. */
const mostGroups = 4;

/** What a reader misses most comes first. */
const nodeOrder: readonly DriftNode[] = [
  'section',
  'step',
  'heading',
  'callout',
  'code',
  'table',
  'paragraph',
  'item',
];
const kindOrder: readonly DriftKind[] = ['added', 'removed', 'changed', 'moved'];

function rankOf([change]: readonly DriftChange[]): number {
  if (change === undefined) return 0;
  const node = nodeOrder.indexOf(change.node);
  return (node === -1 ? nodeOrder.length : node) * kindOrder.length + kindOrder.indexOf(change.kind);
}

const nodeNames: Readonly<Record<DriftNode, readonly [one: string, many: string]>> = {
  section: ['section', 'sections'],
  heading: ['heading', 'headings'],
  paragraph: ['paragraph', 'paragraphs'],
  list: ['list', 'lists'],
  item: ['list item', 'list items'],
  step: ['step', 'steps'],
  callout: ['callout', 'callouts'],
  quote: ['quote', 'quotes'],
  code: ['code block', 'code blocks'],
  table: ['table', 'tables'],
  row: ['table row', 'table rows'],
  cell: ['table cell', 'table cells'],
  image: ['image', 'images'],
  component: ['component', 'components'],
  definition: ['definition', 'definitions'],
  html: ['piece of HTML', 'pieces of HTML'],
  divider: ['divider', 'dividers'],
  field: ['field', 'fields'],
  other: ['script', 'scripts'],
};

function phraseOf(group: readonly DriftChange[]): string {
  const [first] = group;
  if (first === undefined) return '';
  const { node, kind } = first;
  if (node === 'field') return `${group.map(({ name = '' }) => `\`${name}\``).join(' and ')} ${kind}`;
  return `${group.length} ${nodeNames[node][group.length === 1 ? 0 : 1]} ${kind}`;
}
