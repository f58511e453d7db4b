import { deepestNesting } from '../../reading.ts';
import { groupVerbatim } from './group-verbatim.ts';
import { itemsIn } from './items-in.ts';
import { LineBlock, type LineTest } from './line-block.ts';
import {
  abbreviation,
  bulletedItem,
  definition,
  footnote,
  numberedItem,
  quotedLine,
  reference,
  rule,
  slashes,
  startsTable,
  tagLine,
  titledBlockOf,
  underline,
} from './line-patterns.ts';
import { indentOf, isIndented, offsetIn, type SourceLine, tabLength, withoutStart } from './source-line.ts';
import { type Container, isList, lastChildOf, makeContainer, type Structure } from './structure.ts';

/** What Python-Markdown makes of a page, and the lines that name the targets of its links. */
export interface PageStructure {
  readonly root: Container;
  readonly references: readonly SourceLine[];
}

/**
 * The blocks of a page as Python-Markdown nests them, with the extensions of MkDocs and Material for MkDocs.
 *
 * Follows the block processors of Python-Markdown 3.11 in their order (`markdown/blockprocessors.py`, and the
 * extensions admonition, def_list, footnotes, abbr, tables): a page is parted at blank lines, each part goes to the
 * first processor that takes it, and what that leaves over goes round again. What an item, a definition or a callout
 * holds is indented by four spaces.
 */
export function readStructure(lines: readonly SourceLine[]): PageStructure {
  const reader = new StructureReader();
  const root = makeContainer('root', { from: 0, to: 0 });
  reader.readChunk(root, groupVerbatim(lines));
  return { root, references: reader.references };
}

type Block = LineBlock;
const nothing = new LineBlock([]);
const isTitled: LineTest = (line) => titledBlockOf(line) !== undefined;
const isHash: LineTest = ({ text }) => text[0] === '#';
const isAlone: LineTest = ({ text }) => rule.test(text) || slashes.test(text) || tagLine.test(text);
const isDefinition: LineTest = ({ text }) => definition.test(text);
const isQuoted: LineTest = ({ text }) => quotedLine.test(text);
const isFootnote: LineTest = ({ text }) => footnote.test(text);
const isNote: LineTest = ({ text }) => footnote.test(text) || abbreviation.test(text) || reference.test(text);

/** Python-Markdown's parser states; only the innermost counts. */
type State = 'list' | 'looselist' | 'blockquote' | 'detabbed';

const holders: ReadonlySet<string> = new Set(['item', 'description']);
const lists: ReadonlySet<string> = new Set(['list', 'terms']);

class StructureReader {
  readonly references: SourceLine[] = [];
  readonly #states: State[] = [];
  #depth = 0;

  /** Reads lines that blank ones part into blocks. */
  readChunk(parent: Container, lines: readonly SourceLine[]): void {
    this.#readBlocks(parent, blocksIn(lines));
  }

  #readBlocks(parent: Container, blocks: readonly Block[]): void {
    if (this.#depth >= deepestNesting) {
      for (const block of blocks) parent.children.push({ tag: 'paragraph', lines: [...block.lines()] });
      return;
    }
    this.#depth += 1;
    const waiting = blocks.toReversed();
    for (let block = waiting.pop(); block !== undefined; block = waiting.pop()) {
      const filled = withoutBlankStart(block);
      if (filled.length === 0) continue;
      const rest = this.#readBlock(parent, filled, waiting);
      if (rest !== undefined && rest.length > 0) waiting.push(rest);
    }
    this.#depth -= 1;
  }

  /** Gives what is left of the block. */
  #readBlock(parent: Container, lines: Block, waiting: Block[]): Block | undefined {
    return (
      this.#readTitled(parent, lines) ??
      this.#readIndented(parent, lines) ??
      this.#readCode(parent, lines) ??
      this.#readTable(parent, lines) ??
      this.#readLineAmid(parent, lines) ??
      this.#readList(parent, lines) ??
      this.#readDefinition(parent, lines) ??
      this.#readQuote(parent, lines) ??
      this.#readNotes(parent, lines, waiting) ??
      this.#readParagraph(parent, lines)
    );
  }

  #readTitled(parent: Container, lines: Block): Block | undefined {
    const at = lines.find(isTitled);
    const line = lines.at(at);
    const title = line && titledBlockOf(line);
    if (at === -1 || line === undefined || title === undefined) return this.#continueTitled(parent, lines);
    if (at > 0) this.#readBlocks(parent, [new LineBlock(lines.before(at))]);
    const marker = { from: line.from, to: line.from + line.text.trimEnd().length };
    const titled = makeContainer('titled', marker, { title });
    parent.children.push(titled);
    const [content, rest] = detab(lines.behind(at + 1), tabLength);
    this.readChunk(titled, content);
    return rest;
  }

  /** Further blocks of a callout, or of the innermost item in it. */
  #continueTitled(parent: Container, lines: Block): Block | undefined {
    const titled = lastChildOf(parent);
    const first = lines.at(0);
    if (titled?.tag !== 'titled' || first === undefined) return undefined;
    let holder: Container = titled;
    let indent = tabLength;
    for (let last = lastChildOf(holder); last !== undefined && lists.has(last.tag); ) {
      const item = (last as Container).children.at(-1);
      if (!isIndented(first, indent + tabLength) || item === undefined || !holders.has(item.tag)) break;
      holder = item as Container;
      indent += tabLength;
      last = lastChildOf(holder);
    }
    if (!isIndented(first, indent)) return undefined;
    const [content, rest] = detab(lines, indent);
    if (holder.bareText) holder.bareText = false;
    this.readChunk(holder, content);
    return rest;
  }

  /** A block that belongs to an item of the list above, by its indent. */
  #readIndented(parent: Container, lines: Block): Block | undefined {
    const first = lines.at(0);
    if (first === undefined || !isIndented(first) || this.#states.at(-1) === 'detabbed') return undefined;
    const last = lastChildOf(parent);
    if (!holders.has(parent.tag) && !(last !== undefined && lists.has(last.tag))) return undefined;
    const { level, holder } = this.#levelOf(parent, Math.floor(indentOf(first) / tabLength));
    const inner = lines
      .lines()
      .map((line) => (isIndented(line, level * tabLength) ? withoutStart(line, level * tabLength) : line));
    this.#states.push('detabbed');
    const lastOfHolder = lastChildOf(holder);
    if (holders.has(parent.tag)) {
      this.#readBlocks(last !== undefined && lists.has(last.tag) ? (last as Container) : parent, [
        new LineBlock(inner),
      ]);
    } else if (holders.has(holder.tag)) {
      this.#readBlocks(holder, [new LineBlock(inner)]);
    } else if (lastOfHolder !== undefined && holders.has(lastOfHolder.tag)) {
      const item = lastOfHolder as Container;
      item.bareText = false;
      this.#readBlocks(item, [new LineBlock(inner)]);
    } else {
      const item = makeContainer(holder.tag === 'terms' ? 'description' : 'item', {
        from: offsetIn(first, indentOf(first)),
        to: offsetIn(first, indentOf(first)),
      });
      holder.children.push(item);
      this.#readBlocks(item, [new LineBlock(inner)]);
    }
    this.#states.pop();
    return nothing;
  }

  /** The list or item that an indent reaches, and how much of the indent that takes. */
  #levelOf(parent: Container, indent: number): { level: number; holder: Container } {
    let level = this.#states.at(-1) === 'list' ? 1 : 0;
    let holder = parent;
    while (indent > level) {
      const child = lastChildOf(holder);
      if (child === undefined || !(lists.has(child.tag) || holders.has(child.tag))) break;
      if (lists.has(child.tag)) level += 1;
      holder = child as Container;
    }
    return { level, holder };
  }

  #readCode(parent: Container, lines: Block): Block | undefined {
    const first = lines.at(0);
    if (first === undefined || !isIndented(first)) return undefined;
    // Fenced code and HTML keep what they are, however far they are indented.
    if (first.verbatim !== undefined) {
      parent.children.push({ tag: 'verbatim', lines: [first] });
      return lines.behind(1);
    }
    const [code, rest] = detab(lines, tabLength);
    const above = lastChildOf(parent);
    if (above?.tag === 'code') {
      const lastRow = above.lines.at(-1)?.row ?? first.row;
      for (let row = lastRow + 1; row < first.row; row += 1)
        above.lines.push({ text: '', from: first.from, row });
      above.lines.push(...code);
    } else parent.children.push({ tag: 'code', lines: code });
    return rest;
  }

  #readTable(parent: Container, lines: Block): Block | undefined {
    if (!startsTable(lines.at(0), lines.at(1))) return undefined;
    parent.children.push({ tag: 'table', lines: lines.lines() });
    return nothing;
  }

  /** Headings, rules and lines of other syntax, which part the block that they stand in. */
  #readLineAmid(parent: Container, lines: Block): Block | undefined {
    const hash = lines.find(isHash);
    const first = lines.at(0);
    const second = lines.at(1);
    const isUnderlined =
      hash === -1 && second !== undefined && first?.verbatim === undefined && underline.test(second.text);
    if (isUnderlined && first !== undefined) {
      parent.children.push({ tag: 'setext', line: first, underline: second });
      return lines.behind(2);
    }
    const at = hash === -1 ? lines.find(isAlone) : hash;
    const line = lines.at(at);
    if (at === -1 || line === undefined) return undefined;
    if (at > 0) this.#readBlocks(parent, [new LineBlock(lines.before(at))]);
    if (hash !== -1) parent.children.push(headingOf(line));
    else parent.children.push({ tag: rule.test(line.text) ? 'rule' : 'line', line });
    return lines.behind(at + 1);
  }

  #readList(parent: Container, lines: Block): Block | undefined {
    const text = lines.at(0)?.text ?? '';
    const ordered = numberedItem.test(text);
    if (!ordered && !bulletedItem.test(text)) return undefined;
    const items = itemsIn(lines.lines());
    const above = lastChildOf(parent);
    let list: Container;
    if (isList(above)) {
      list = above;
      const last = list.children.at(-1);
      if (last?.tag === 'item') last.bareText = false;
      const first = items.shift();
      if (first !== undefined) {
        const item = makeContainer('item', first.marker ?? { from: 0, to: 0 });
        list.children.push(item);
        this.#inState('looselist', () => this.#readBlocks(item, [new LineBlock(first.lines)]));
      }
    } else if (parent.tag === 'list') list = parent;
    else {
      list = makeContainer('list', { from: 0, to: 0 }, { ordered });
      parent.children.push(list);
    }
    this.#inState('list', () => {
      for (const { marker, lines: content } of items) {
        const last = list.children.at(-1);
        if (marker === undefined && last?.tag === 'item') this.#readBlocks(last, [new LineBlock(content)]);
        else {
          const from = content[0]?.from ?? 0;
          const item = makeContainer('item', marker ?? { from, to: from });
          list.children.push(item);
          this.#readBlocks(item, [new LineBlock(content)]);
        }
      }
    });
    return nothing;
  }

  #readDefinition(parent: Container, lines: Block): Block | undefined {
    const at = lines.find(isDefinition);
    const line = lines.at(at);
    if (at === -1 || line === undefined) return undefined;
    let terms: readonly SourceLine[] = lines.before(at).filter(({ text }) => text.trim() !== '');
    const above = lastChildOf(parent);
    if (terms.length === 0 && above === undefined) return undefined;
    let state: State = 'list';
    if (terms.length === 0 && above?.tag === 'paragraph') {
      state = 'looselist';
      terms = above.lines;
      parent.children.pop();
    }
    const last = lastChildOf(parent);
    const list = last?.tag === 'terms' ? (last as Container) : makeContainer('terms', { from: 0, to: 0 });
    if (list !== last) parent.children.push(list);
    for (const term of terms) list.children.push(termOf(term));
    const after = lines.behind(at + 1);
    const isLazy = /^ {0,3}[^ :]/.test(after.at(0)?.text ?? '');
    const [content, rest] = isLazy ? [after.lines(), nothing] : detab(after, tabLength);
    const start = line.text.length - (definition.exec(line.text)?.[1]?.length ?? 0);
    const marker = { from: offsetIn(line, line.text.indexOf(':')), to: line.from + start };
    const description = makeContainer('description', marker);
    list.children.push(description);
    this.#inState(state, () =>
      this.#readBlocks(description, [new LineBlock([withoutStart(line, start), ...content])]),
    );
    return rest;
  }

  #readQuote(parent: Container, lines: Block): Block | undefined {
    const at = lines.find(isQuoted);
    const line = lines.at(at);
    if (at === -1 || line === undefined) return undefined;
    if (at > 0) this.#readBlocks(parent, [new LineBlock(lines.before(at))]);
    const above = lastChildOf(parent);
    const from = offsetIn(line, line.text.indexOf('>'));
    let quote = makeContainer('quote', { from, to: from + 1 });
    if (above?.tag === 'quote') quote = above;
    else parent.children.push(quote);
    const inner = lines
      .behind(at)
      .lines()
      .map((quoted) => {
        const content = quotedLine.exec(quoted.text)?.[1];
        return content === undefined ? quoted : withoutStart(quoted, quoted.text.length - content.length);
      });
    this.#inState('blockquote', () => this.readChunk(quote, groupVerbatim(inner.map(blankAlone))));
    return nothing;
  }

  /** Footnotes, abbreviations and targets of links. */
  #readNotes(parent: Container, lines: Block, waiting: Block[]): Block | undefined {
    const at = lines.find(isNote);
    const line = lines.at(at);
    if (at === -1 || line === undefined) return undefined;
    if (at > 0) this.#readBlocks(parent, [new LineBlock(lines.before(at))]);
    const content = footnote.exec(line.text)?.[1];
    if (content === undefined) {
      if (!abbreviation.test(line.text)) this.references.push(line);
      return lines.behind(at + 1);
    }
    const start = line.text.length - content.length;
    const note = makeContainer('footnote', { from: offsetIn(line, indentOf(line)), to: line.from + start });
    parent.children.push(note);
    const after = lines.behind(at + 1);
    const next = after.find(isFootnote);
    const own = (next === -1 ? after.lines() : after.before(next)).map(outdent);
    const blocks: Block[] = [new LineBlock([withoutStart(line, start), ...own])];
    if (next === -1) {
      while (isIndented(waiting.at(-1)?.at(0) ?? line))
        blocks.push(new LineBlock((waiting.pop()?.lines() ?? []).map(outdent)));
    }
    const outer = this.#states.splice(0);
    this.#readBlocks(note, blocks);
    this.#states.push(...outer);
    return next === -1 ? nothing : after.behind(next);
  }

  #readParagraph(parent: Container, lines: Block): Block {
    for (const line of lines.lines()) {
      const last = parent.children.at(-1);
      if (line.verbatim !== undefined) parent.children.push({ tag: 'verbatim', lines: [line] });
      else if (last?.tag === 'paragraph' && last.lines.at(-1)?.row === line.row - 1) last.lines.push(line);
      else {
        // Only the first text of an item stands bare.
        if (this.#states.at(-1) === 'list' && parent.children.length === 0) parent.bareText = true;
        parent.children.push({ tag: 'paragraph', lines: [line] });
      }
    }
    return nothing;
  }

  #inState(state: State, read: () => void): void {
    this.#states.push(state);
    read();
    this.#states.pop();
  }
}

function blocksIn(lines: readonly SourceLine[]): Block[] {
  const blocks: Block[] = [];
  let from = 0;
  for (let at = 0; at <= lines.length; at += 1) {
    if (at < lines.length && lines[at]?.text !== '') continue;
    if (at > from) blocks.push(new LineBlock(lines.slice(from, at)));
    from = at + 1;
  }
  return blocks;
}

function withoutBlankStart(block: Block): Block {
  let from = 0;
  while (from < block.length && block.at(from)?.text.trim() === '') from += 1;
  return from === 0 ? block : block.behind(from);
}

/** The lines up to the first that is indented less, without that indent, and the rest. */
function detab(block: Block, width: number): [SourceLine[], Block] {
  const content: SourceLine[] = [];
  for (let line = block.at(0); line !== undefined; line = block.at(content.length)) {
    if (line.text !== '' && !isIndented(line, width)) break;
    content.push(line.text === '' ? line : withoutStart(line, width));
  }
  return [content, block.behind(content.length)];
}

function termOf(line: SourceLine): Structure {
  const from = line.from + indentOf(line);
  const term = makeContainer('term', { from, to: from });
  term.children.push({ tag: 'paragraph', lines: [line] });
  return term;
}

function outdent(line: SourceLine): SourceLine {
  return isIndented(line) ? withoutStart(line, tabLength) : line;
}

function blankAlone(line: SourceLine): SourceLine {
  return line.text.trim() === '' ? { ...line, text: '' } : line;
}

/** `##Title` and `## Title ##`: no space is needed. */
function headingOf(line: SourceLine): Structure {
  const depth = /^#{1,6}/.exec(line.text)?.[0].length ?? 1;
  let end = line.text.length;
  while (end > depth && line.text[end - 1] === '#' && line.text[end - 2] !== '\\') end -= 1;
  const inner = line.text.slice(depth, end);
  const start = depth + inner.length - inner.trimStart().length;
  return {
    tag: 'heading',
    depth,
    line: withoutStart({ ...line, text: line.text.slice(0, end).trimEnd() }, start),
    marker: { from: line.from, to: line.from + depth },
  };
}
