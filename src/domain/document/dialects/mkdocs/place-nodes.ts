import type { Blockquote, Nodes, Parents, PhrasingContent, Root } from 'mdast';
import { indexLines, type LineIndex } from '../../line-index.ts';
import type { Range, TitledBlock } from './structure.ts';
import { hiddenPipe, type WrittenLine, type WrittenPage } from './write-commonmark.ts';

/** Gives the nodes of a page that was written anew their places in the page, and makes quotes what they stand for. */
export function placeNodes(tree: Root, page: WrittenPage, body: string): void {
  const placer = new Placer(page, indexLines(body));
  placer.placeAll(tree.children);
  if (tree.position !== undefined) {
    const { start, end } = indexLines(body).spanOf(0, body.length);
    tree.position = { start: { ...start }, end: { ...end } };
  }
}

class Placer {
  readonly #page: WrittenPage;
  readonly #places: LineIndex;

  constructor(page: WrittenPage, places: LineIndex) {
    this.#page = page;
    this.#places = places;
  }

  placeAll(nodes: readonly Nodes[]): void {
    const open = [...nodes];
    const parents: Parents[] = [];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      const written = node.position?.start.offset ?? -1;
      this.#place(node);
      if (node.type === 'inlineCode') node.value = node.value.replaceAll(hiddenPipe, '|');
      if (node.type === 'blockquote') this.#unquote(node, written);
      if (!('children' in node)) continue;
      parents.push(node);
      for (const child of node.children) open.push(child);
    }
    for (const parent of parents.toReversed()) encloseChildren(parent);
  }

  #place(node: Nodes): void {
    const { position } = node;
    if (position === undefined) return;
    const from = this.#startOf(position.start.line, position.start.column - 1);
    const to = Math.max(from, this.#endOf(position.end.line, position.end.column - 1));
    const { start, end } = this.#places.spanOf(from, to);
    node.position = { start: { ...start }, end: { ...end } };
  }

  #startOf(line: number, column: number): number {
    const written = this.#lineAt(line);
    if (written === undefined) return 0;
    if (column >= written.prefix)
      return Math.max(written.least, written.from + Math.min(column - written.prefix, written.length));
    return written.marks.findLast((mark) => mark.column <= column)?.from ?? written.from;
  }

  #endOf(line: number, column: number): number {
    const written = this.#lineAt(line);
    if (written === undefined) return 0;
    if (column === 0 && line > 1) {
      const before = this.#lineAt(line - 1);
      return before === undefined ? 0 : before.from + before.length;
    }
    return Math.max(
      written.least,
      written.from + Math.min(Math.max(column - written.prefix, 0), written.length),
    );
  }

  #lineAt(line: number): WrittenLine | undefined {
    return this.#page.lines[Math.min(line, this.#page.lines.length) - 1];
  }

  #unquote(node: Blockquote, written: number): void {
    const container = this.#page.quotes.get(written);
    if (container === undefined || container.tag === 'quote') return;
    if (container.tag === 'titled') this.#markTitled(node, container.title, container.marker);
    else if (container.tag === 'terms') become(node, 'descriptionList', node.children);
    else if (container.tag === 'description') become(node, 'descriptionDetails', node.children);
    else become(node, 'descriptionTerm', termOf(node));
  }

  #markTitled(node: Blockquote, title: TitledBlock | undefined, head: Range): void {
    if (title === undefined) return;
    const { kind, name } = title;
    node.data = { titled: { kind, name, headEnd: head.to, hasTitle: title.title !== undefined } };
    const end = node.position?.end.offset ?? 0;
    if (node.position !== undefined && end < head.to) {
      node.position = { start: node.position.start, end: { ...this.#places.pointAt(head.to) } };
    }
  }
}

/** Lets a node reach as far as what it holds: the line that opens a callout goes on behind its title. */
function encloseChildren({ position, children }: Parents): void {
  const first = children[0]?.position?.start;
  const last = children.at(-1)?.position?.end;
  if (position === undefined || first === undefined || last === undefined) return;
  if ((first.offset ?? 0) < (position.start.offset ?? 0)) position.start = first;
  if ((last.offset ?? 0) > (position.end.offset ?? 0)) position.end = last;
}

function termOf({ children }: Blockquote): PhrasingContent[] {
  return children.flatMap((child) => (child.type === 'paragraph' ? child.children : []));
}

/** Quotes that stand for a part of a definition list become that part. */
function become(node: Blockquote, type: string, children: readonly Nodes[]): void {
  Object.assign(node, { type, children });
}
