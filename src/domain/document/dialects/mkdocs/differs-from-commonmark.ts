/**
 * Whether a CommonMark parser may nest the blocks of a page otherwise than Python-Markdown does.
 *
 * Most pages are written so that both agree; only the others are worth a second reading. When in doubt, they differ.
 */
export function differsFromCommonMark(text: string): boolean {
  return new LineScan(text).findsDifference();
}

/** What the lines since the last blank one are. */
type BlockKind = 'none' | 'paragraph' | 'list' | 'html' | 'quote';

const blockElement =
  /<(\/?)(?:address|article|aside|blockquote|center|details|div|dl|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|iframe|main|menu|nav|noscript|ol|p|pre|script|section|style|summary|table|tbody|td|tfoot|th|thead|tr|ul|video)(?=[\s/>]|$)/iy;
/** A quoted line of text: nothing that may begin another block. */
const plainQuote = /^> ?(?:\*\*|[\p{L}\p{M}"'“‘«„¿¡([`*_](?! )|\p{Extended_Pictographic}|$)/u;
const marker = /(?:([-*+])|(\d{1,9})([.)]))([ \t]+|$)/y;

const tab = 0x09;
const carriageReturn = 0x0d;

/** Whether a line that begins with a UTF-16 unit holds nothing but text: letters, and what is not ASCII. */
function beginsText(unit: number): boolean {
  return unit > 0x7f || (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a);
}

class LineScan {
  readonly #text: string;
  #block: BlockKind = 'none';
  /** How many lines the block has. */
  #height = 0;
  #blockIndent = 0;
  /** The bullet or kind of the list that goes on at each level; its length is how deep items may go on. */
  #levels: string[] = [];
  #blockBefore: BlockKind = 'none';
  #fence = '';
  #fenceIndent = 0;
  #isComment = false;

  constructor(text: string) {
    this.#text = text;
  }

  findsDifference(): boolean {
    const text = this.#text;
    for (let start = text.startsWith('\uFEFF') ? 1 : 0; start < text.length; ) {
      const feed = text.indexOf('\n', start);
      const next = feed === -1 ? text.length : feed;
      const end = text[next - 1] === '\r' ? next - 1 : next;
      if (this.#readLine(start, end)) return true;
      start = next + 1;
    }
    return this.#fence !== '';
  }

  #readLine(start: number, end: number): boolean {
    const text = this.#text;
    let at = start;
    while (at < end && text.charCodeAt(at) === 0x20) at += 1;
    if (at >= end) {
      if (this.#block !== 'none') this.#blockBefore = this.#block;
      this.#block = 'none';
      this.#height = 0;
      return false;
    }
    const first = text.charCodeAt(at);
    if (first === tab || first === carriageReturn) return true;
    const indent = at - start;
    if (this.#fence !== '') return this.#readFenced(at, end, indent);
    if (this.#isComment || this.#block === 'html') {
      if (this.#isComment && text.slice(at, end).includes('-->')) this.#isComment = false;
      return false;
    }
    // Indented code, and the further lines of a paragraph.
    const isCode = indent >= 4 && this.#levels.length === 0;
    if (!isCode && !beginsText(first) && this.#readMarkup(at, end, indent)) return true;
    if (this.#height === 0 && this.#isOddlyIndented(indent)) return true;
    if (this.#block === 'none') {
      this.#block = 'paragraph';
      this.#blockIndent = indent;
      this.#levels.length = Math.min(this.#levels.length, Math.floor(indent / 4));
    }
    this.#height += 1;
    return false;
  }

  /** Below a list an indent decides what a line belongs to; both agree only on steps of four. */
  #isOddlyIndented(indent: number): boolean {
    return this.#levels.length > 0 && (indent % 4 !== 0 || indent / 4 > this.#levels.length);
  }

  #readFenced(at: number, end: number, indent: number): boolean {
    if (indent < this.#fenceIndent) return true;
    const isEnd =
      this.#text.startsWith(this.#fence, at) && this.#text.slice(at, end).trimEnd() === this.#fence;
    if (isEnd && indent !== this.#fenceIndent) return true;
    if (isEnd) this.#endBlock();
    // A longer row of the same sign ends it in CommonMark alone.
    else if (this.#text.startsWith(this.#fence, at)) return true;
    return false;
  }

  #endBlock(): void {
    this.#fence = '';
    this.#block = 'none';
    this.#blockBefore = 'none';
    this.#height = 0;
  }

  #readMarkup(at: number, end: number, indent: number): boolean {
    const text = this.#text;
    const first = text.charAt(at);
    switch (first) {
      case '#':
        return this.#readHash(at, end, indent);
      case '!':
        return text.startsWith('!!!', at);
      case '?':
        return text.startsWith('???', at);
      case ':':
        return text[at + 1] === ' ' || text[at + 1] === '-';
      case '=':
      case '-':
      case '*':
      case '+':
      case '_':
        return this.#readSigns(first, at, end, indent);
      case '`':
      case '~':
        return this.#readFence(at, end, indent);
      case '>':
        return this.#readQuote(at, end);
      case '|':
        return this.#readRow(at, end);
      case '<':
        return this.#readHtml(at, end);
      case '[':
        return this.#height > 0 && /\]:/.test(text.slice(at, end));
      case '/':
        if (text.startsWith('///', at)) this.#endBlock();
        return false;
      default:
        return first >= '0' && first <= '9' && this.#readItem(at, end, indent);
    }
  }

  #readHash(at: number, end: number, indent: number): boolean {
    const [signs = ''] = /^#+/.exec(this.#text.slice(at, Math.min(end, at + 8))) ?? [];
    const next = this.#text[at + signs.length];
    const isHeading = signs.length <= 6 && (at + signs.length >= end || next === ' ');
    if (!isHeading || (indent > 0 && this.#levels.length === 0)) return true;
    this.#endBlock();
    return false;
  }

  #readSigns(first: string, at: number, end: number, indent: number): boolean {
    const text = this.#text;
    if (first === '*' && text[at + 1] === '[') return true;
    if (first === '=' && text.startsWith('===', at) && /[ !+]/.test(text[at + 3] ?? '')) return true;
    if (first === '=' || text[at + 1] === first) {
      const line = text.slice(at, end);
      // A table without borders.
      if (first === '-' && line.includes('|')) return true;
      if (first === '=' || first === '-' ? /^[-=]+ *$/.test(line) : false)
        return this.#height > 1 || this.#block === 'list' || (this.#height === 1 && indent > 0);
      return false;
    }
    if (first === '_' || first === '=') return false;
    // A line across the page of single signs.
    if (/^(?:[-*+] +){2}/.test(text.slice(at, Math.min(end, at + 12)))) return true;
    return this.#readItem(at, end, indent);
  }

  #readItem(at: number, end: number, indent: number): boolean {
    marker.lastIndex = at;
    const match = marker.exec(this.#text);
    if (match === null || at + match[0].length > end) return false;
    const [whole, bullet, , bracket, space = ''] = match;
    if (bracket === ')' || space.includes('\t') || this.#block === 'paragraph' || indent % 4 !== 0)
      return true;
    if (at + whole.length >= end || space.length > 4 || whole.length > 4) return true;
    const level = indent / 4;
    if (level > this.#levels.length) return true;
    if (this.#block === 'none') {
      this.#block = 'list';
      this.#blockIndent = indent;
    } else if (indent < this.#blockIndent) return true;
    const kind = bullet ?? '1';
    if (this.#levels[level] !== undefined && this.#levels[level] !== kind) return true;
    this.#levels.length = level;
    this.#levels.push(kind);
    // An item that begins with another block.
    const next = this.#text[at + whole.length] ?? '';
    return '`~#>!?=|<['.includes(next)
      ? this.#startsBlock(at + whole.length, end)
      : this.#isMarkerAt(at + whole.length);
  }

  #startsBlock(at: number, end: number): boolean {
    return /^(?:`{3}|~{3}|#|>|!!!|\?\?\?|===|\||<[a-zA-Z!/]+[^>]*>$|\[[^\]]*\]:)/.test(
      this.#text.slice(at, end),
    );
  }

  #isMarkerAt(at: number): boolean {
    marker.lastIndex = at;
    return marker.test(this.#text);
  }

  #readFence(at: number, end: number, indent: number): boolean {
    const [, fence, info = ''] = /^(`{3,}|~{3,})(.*)$/.exec(this.#text.slice(at, end)) ?? [];
    if (fence === undefined) return false;
    if (fence.startsWith('`') && info.includes('`')) return true;
    if (this.#isOddlyIndented(indent) || (indent > 0 && this.#levels.length === 0)) return true;
    this.#fence = fence;
    this.#fenceIndent = indent;
    if (this.#height === 0) this.#levels.length = Math.min(this.#levels.length, indent / 4);
    return false;
  }

  /** Quotes are read again where they hold more than text, or meet another quote. */
  #readQuote(at: number, end: number): boolean {
    if (this.#height > 0 && this.#block !== 'quote') return true;
    // Python-Markdown makes one quote of two that blank lines part.
    if (this.#height === 0 && this.#blockBefore === 'quote') return true;
    this.#block = 'quote';
    return !plainQuote.test(this.#text.slice(at, end));
  }

  #readRow(at: number, end: number): boolean {
    const row = this.#text.slice(at, end);
    // Pipes in code end no cell of Python-Markdown's.
    const hasPipeInCode = row.split('`').some((part, index) => index % 2 === 1 && part.includes('|'));
    return hasPipeInCode || (this.#height > 1 && /^[|:\- ]*-[|:\- ]*$/.test(row));
  }

  #readHtml(at: number, end: number): boolean {
    const text = this.#text;
    if (text.startsWith('<!--', at)) {
      this.#isComment = !text.slice(at, end).includes('-->');
      return this.#height > 0;
    }
    blockElement.lastIndex = at;
    const match = blockElement.exec(text);
    if (match === null) return false;
    // What the element holds is Markdown to both where a blank line follows.
    const isApart = /^(?:\r?\n){2}/.test(text.slice(end, end + 4));
    if (!isApart && /\smarkdown(?=[\s=>])/.test(text.slice(at, end))) return true;
    this.#block = 'html';
    this.#height += 1;
    return false;
  }
}
