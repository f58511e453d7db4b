import type { Block, PageDocument, Section } from '../../src/domain/document/page-document.ts';

/** A heading or block, and what a reader gets of it. */
export interface OutlineEntry {
  readonly node: Block | Section;
  /** How many blocks it lies in; a heading lies in none. */
  readonly level: number;
  /** Its kind, and what distinguishes it from others of its kind, the text excepted. */
  readonly kind: string;
  readonly text: string;
}

/**
 * Everything that a page says, in its order, without places and without the way it is written: two pages with equal
 * outlines look the same to a reader. Numbers of steps are left out: they follow from the order.
 */
export function outlineOf(document: PageDocument): readonly OutlineEntry[] {
  return [...document.sections, ...document.blocks]
    .toSorted((one, other) => startOf(one) - startOf(other))
    .map(entryOf);
}

/** The document of both is the same tree when these are equal. */
export function keyOf({ level, kind, text }: Omit<OutlineEntry, 'node'>): string {
  return `${level} ${kind} ${text}`;
}

/** True when a page has just these entries; one may be told by a claim about its text instead. */
export function hasOutline(document: PageDocument, expected: readonly ExpectedEntry[]): boolean {
  const entries = outlineOf(document);
  return (
    entries.length === expected.length &&
    entries.every((entry, n) => {
      const wanted = expected[n];
      if (wanted === undefined) return false;
      if (!('claim' in wanted)) return keyOf(entry) === keyOf(wanted);
      return entry.level === wanted.level && wanted.claim(entry);
    })
  );
}

/** An entry as it has to be, or what has to hold of it. */
export type ExpectedEntry =
  | OutlineEntry
  | { readonly level: number; readonly claim: (entry: OutlineEntry) => boolean };

function startOf(node: Block | Section): number {
  return node.kind === 'section' ? (node.heading?.span.start.offset ?? 0) : node.span.start.offset;
}

function entryOf(node: Block | Section): OutlineEntry {
  if (node.kind === 'section') {
    const { heading } = node;
    return {
      node,
      level: 0,
      kind: `heading ${node.depth} ${marksOf(heading?.traits)}`,
      text: heading?.text ?? '',
    };
  }
  const facts = [
    node.kind,
    node.callout,
    node.component,
    node.language,
    node.list?.ordered,
    marksOf(node.traits),
  ];
  return { node, level: levelOf(node), kind: facts.join(' '), text: node.text };
}

function marksOf(traits: Block['traits'] | undefined): string {
  return JSON.stringify([
    traits?.links.map(({ target, text }) => [target, text]),
    traits?.images.map(({ source }) => source),
    traits?.emphases.map(({ kind, text }) => [kind, text]),
    traits?.codes.map(({ text }) => text),
    traits?.anchors.map(({ id }) => id),
  ]);
}

function levelOf(block: Block): number {
  let level = 0;
  for (let { parent } = block; parent !== undefined; parent = parent.parent) level += 1;
  return level;
}
