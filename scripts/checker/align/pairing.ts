import type { Block, Section } from '../../../src/domain/document/page-document.ts';

/** Which node answers which, while it is being found out: nodes of both pages to the one link they are in. */
export interface Pairing<Node extends Block | Section> {
  readonly linkOf: (node: Node) => Link<Node> | undefined;
  readonly link: (source: readonly Node[], translation: readonly Node[], score: number) => void;
  /** Takes a link apart again; its nodes are free. */
  readonly unlink: (link: Link<Node>) => void;
  readonly links: () => Iterable<Link<Node>>;
}

/** Nodes that answer each other; `score` as `compareUnits` gives it. */
export interface Link<Node> {
  readonly source: readonly Node[];
  readonly translation: readonly Node[];
  readonly score: number;
}

/** Whether neither a block nor anything below it is paired. */
export function isWhollyFree(pairing: Pairing<Block>, block: Block): boolean {
  return pairing.linkOf(block) === undefined && block.children.every((child) => isWhollyFree(pairing, child));
}

/** An empty pairing. */
export function createPairing<Node extends Block | Section>(): Pairing<Node> {
  const byNode = new Map<Node, Link<Node>>();
  const all = new Set<Link<Node>>();
  return {
    linkOf: (node) => byNode.get(node),
    link: (source, translation, score) => {
      const link = { source, translation, score };
      all.add(link);
      for (const node of source) byNode.set(node, link);
      for (const node of translation) byNode.set(node, link);
    },
    unlink: (link) => {
      all.delete(link);
      for (const node of link.source) byNode.delete(node);
      for (const node of link.translation) byNode.delete(node);
    },
    links: () => all,
  };
}
