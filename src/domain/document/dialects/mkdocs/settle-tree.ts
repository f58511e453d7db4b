import type { Code, Emphasis, Parents, PhrasingContent, Root, Strong, Text } from 'mdast';
import { alignSource } from '../../align-source.ts';
import { indexLines, type LineIndex } from '../../line-index.ts';
import { deepestNesting } from '../../reading.ts';
import { type EmphasisMatch, findEmphasis } from './find-emphasis.ts';

/**
 * Makes of a tree that a CommonMark parser gave what Python-Markdown shows of it.
 *
 * Bold and italic text is read again wherever an asterisk or underscore is left in the text: Python-Markdown pairs
 * asterisks by themselves, whether letters or punctuation stand beside them is nothing to it. Numbered lists count
 * from 1, whatever their first number (its `lazy_ol`). The language of code may stand in an attribute list.
 */
export function settleTree(tree: Root, body: string): void {
  let places: LineIndex | undefined;
  const settle = (parent: Parents, depth: number): boolean => {
    let holdsMarker = false;
    for (const node of parent.children) {
      if (node.type === 'text') holdsMarker ||= mayOpenEmphasis(node.value);
      else if ('children' in node) {
        if (node.type === 'list') node.start = node.ordered ? 1 : null;
        if (depth > deepestTree) continue;
        const isInside = settle(node, depth + 1);
        if (isInside && (node.type === 'strong' || node.type === 'emphasis')) holdsMarker = true;
      } else if (node.type === 'code' && node.lang?.startsWith('{')) node.lang = languageIn(node);
    }
    if (!holdsMarker || parent.type === 'strong' || parent.type === 'emphasis') return holdsMarker;
    places ??= indexLines(body);
    parent.children = new EmphasisReader(body, places).read(parent.children as PhrasingContent[]);
    return false;
  };
  settle(tree, 0);
}

/** What is nested deeper is not read anyway, and the stack has an end. */
const deepestTree = 4 * deepestNesting;

/** Whether a text shows a marker that is not within a word; `{* file *}` names a file to include. */
function mayOpenEmphasis(text: string): boolean {
  if (text.includes('*')) return !(text.startsWith('{*') && text.endsWith('*}') && text.indexOf('\n') === -1);
  return text.includes('_') && /(?:^|[^\p{L}\p{N}_])_/u.test(text);
}

/** The first class of `{ .python .annotate hl_lines="1" }`. */
function languageIn({ lang, meta }: Code): string | null {
  return /\.([\w+#-]+)/.exec(`${lang ?? ''} ${meta ?? ''}`)?.[1] ?? null;
}

/** A piece of running text: a sign that may be a marker, a stretch of text, or a node that holds none. */
interface Unit {
  /** What the search for markers sees: one UTF-16 unit. */
  readonly sign: string;
  readonly value: string;
  readonly from: number;
  readonly to: number;
  readonly node?: PhrasingContent;
}

/** What stands for a node or an escape: neither a word's letter nor white space. */
const placeholder = '\u0002';

class EmphasisReader {
  readonly #body: string;
  readonly #places: LineIndex;
  readonly #units: Unit[] = [];

  constructor(body: string, places: LineIndex) {
    this.#body = body;
    this.#places = places;
  }

  read(nodes: readonly PhrasingContent[]): PhrasingContent[] {
    this.#flatten(nodes);
    const matches = findEmphasis(this.#units.map(({ sign }) => sign).join(''));
    return this.#build(0, this.#units.length, matches);
  }

  /** The units of nodes in order; what CommonMark took for emphasis becomes markers again. */
  #flatten(nodes: readonly PhrasingContent[]): void {
    const open = nodes.toReversed();
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      const from = node.position?.start.offset ?? 0;
      const to = node.position?.end.offset ?? from;
      const width = node.type === 'strong' ? 2 : 1;
      if (node.type === 'text') this.#addText(node.value, from, to);
      else if ((node.type === 'strong' || node.type === 'emphasis') && /[*_]/.test(this.#body[from] ?? '')) {
        this.#addText(this.#body.slice(from, from + width), from, from + width);
        open.push(this.#textAt(to - width, to), ...node.children.toReversed());
      } else this.#units.push({ sign: placeholder, value: '', from, to, node });
    }
  }

  #textAt(from: number, to: number): Text {
    return { type: 'text', value: this.#body.slice(from, to), position: this.#places.spanOf(from, to) };
  }

  #addText(value: string, start: number, end: number): void {
    alignSource(this.#body, start, end, value, (piece, from, to) => {
      if (to - from === piece.length) {
        for (let at = 0; at < piece.length; at += 1) {
          const sign = piece[at] ?? '';
          this.#units.push({ sign, value: sign, from: from + at, to: from + at + 1 });
        }
      } else this.#units.push({ sign: /^\s/.test(piece) ? '\n' : placeholder, value: piece, from, to });
    });
  }

  #build(from: number, to: number, matches: readonly EmphasisMatch[]): PhrasingContent[] {
    const nodes: PhrasingContent[] = [];
    let at = from;
    for (const match of matches) {
      this.#addPlain(nodes, at, match.from);
      nodes.push(this.#nodeOf(match));
      at = match.to;
    }
    this.#addPlain(nodes, at, to);
    return nodes;
  }

  #nodeOf(match: EmphasisMatch): Strong | Emphasis {
    const children = this.#build(match.contentFrom, match.contentTo, match.inner);
    const start = this.#units[match.from]?.from ?? 0;
    const end = this.#units[match.to - 1]?.to ?? start;
    return { type: match.kind, children, position: this.#places.spanOf(start, end) };
  }

  /** Text and nodes without emphasis of their own. */
  #addPlain(nodes: PhrasingContent[], from: number, to: number): void {
    let textFrom = from;
    for (let at = from; at <= to; at += 1) {
      const unit = at < to ? this.#units[at] : undefined;
      if (at < to && unit?.node === undefined) continue;
      if (at > textFrom) {
        const value = this.#units
          .slice(textFrom, at)
          .map((piece) => piece.value)
          .join('');
        const start = this.#units[textFrom]?.from ?? 0;
        const end = this.#units[at - 1]?.to ?? start;
        nodes.push({ type: 'text', value, position: this.#places.spanOf(start, end) });
      }
      if (unit?.node !== undefined) nodes.push(unit.node);
      textFrom = at + 1;
    }
  }
}
