import type {
  Block,
  PageDocument,
  Point,
  Section,
  Span,
} from '../../../src/domain/document/page-document.ts';
import { emptySpanAt } from '../../../src/domain/document/spans.ts';
import { type ChangedField, changedFields } from './changed-fields.ts';
import { comparePieces, type PieceDifference } from './compare-pieces.ts';
import { diffWords } from './diff-words.ts';
import type { Drift, DriftAspect, DriftChange, DriftNode, WordSegment } from './drift.ts';
import { type PiecePairs, pairPieces } from './pair-pieces.ts';
import { isNumberedAnew, isPlacedAnew } from './piece-place.ts';
import { type Piece, readPieces } from './read-pieces.ts';
import { scriptOf } from './script-of.ts';

/** What is known of a page beside its two texts. */
export interface DriftOptions {
  /** BCP 47 of both texts: tells words apart. */
  readonly locale: string;
  /** What the page and its translations have in common, such as `guides/install`: tells where relative links lead. */
  readonly key: string;
  /** Fields of the front matter that are each language's own, the pin among them. */
  readonly ownFields?: Iterable<string>;
}

/**
 * What a page says otherwise than an old text of it did: what was added, removed, changed and moved, by section and step.
 *
 * Left out is what no reader sees: where lines break, which markers, fences, quotation marks and kinds of links are
 * used, comments, the order and quotes of front matter, its dates, and numbers of steps that follow from the order.
 *
 * @example
 * findDrift(parsePage('1. Select **Add**.', options), parsePage('1. Select **Create**.', options), { locale: 'en', key: 'add' })
 * // => { changes: [{ kind: 'changed', node: 'step', step: 1, words: […], … }], isCosmetic: false, … }
 */
export function findDrift(
  before: PageDocument,
  after: PageDocument,
  { locale, key, ownFields = [] }: DriftOptions,
): Drift {
  if (before.text === after.text) return { before, after, changes: [], isCosmetic: false };
  const olds = readPieces(before);
  const news = readPieces(after);
  const pairs = pairPieces(olds, news);
  const drawn = new Drawing(before, after, { olds, news, pairs, locale, key });
  const fields = changedFields(before, after, new Set(ownFields)).map((field) =>
    changeOfField(field, after, locale),
  );
  const changes = [...fields, ...drawn.changes(), ...changesOfScript(before, after, locale)];
  const isReadAlike = before.problems.length === after.problems.length;
  return { before, after, changes, isCosmetic: changes.length === 0 && isReadAlike };
}

interface DrawingOptions {
  readonly olds: readonly Piece[];
  readonly news: readonly Piece[];
  readonly pairs: PiecePairs;
  readonly locale: string;
  readonly key: string;
}

/** Pieces that came, went or moved together, the one that the others stand in first. */
interface Group {
  readonly node: DriftNode;
  readonly pieces: readonly Piece[];
}

/** Makes changes of paired pieces. */
class Drawing {
  readonly #before: PageDocument;
  readonly #after: PageDocument;
  readonly #olds: readonly Piece[];
  readonly #news: readonly Piece[];
  readonly #pairs: PiecePairs;
  readonly #locale: string;
  readonly #key: string;

  constructor(before: PageDocument, after: PageDocument, { olds, news, pairs, locale, key }: DrawingOptions) {
    this.#before = before;
    this.#after = after;
    this.#olds = olds;
    this.#news = news;
    this.#pairs = pairs;
    this.#locale = locale;
    this.#key = key;
  }

  changes(): readonly DriftChange[] {
    const { beforeOf, afterOf } = this.#pairs;
    const changes = [
      ...groupsOf(this.#olds, (piece) => !afterOf.has(piece)).map((group) => this.#removed(group)),
      ...groupsOf(this.#news, (piece) => !beforeOf.has(piece)).map((group) => this.#added(group)),
      ...this.#changedOrMoved(),
    ];
    // What is gone comes before what stands at its place now.
    return changes.toSorted((one, other) => one.range.start.offset - other.range.start.offset);
  }

  #removed({ node, pieces }: Group): DriftChange {
    const [first] = pieces as readonly [Piece];
    const isOwnSection = first.node.kind === 'section';
    return {
      kind: 'removed',
      node,
      aspects: [],
      details: [],
      words: wordsOf('removed', pieces),
      blocks: pieces.length,
      section: isOwnSection ? first.section : this.#sectionToday(first.section),
      step: stepOf(first.node),
      range: emptySpanAt(this.#placeOf(first, this.#olds, this.#pairs.afterOf, this.#after)),
      rangeBefore: spanOfAll(pieces),
      nodeBefore: first.node,
      nodeAfter: undefined,
    };
  }

  #added({ node, pieces }: Group): DriftChange {
    const [first] = pieces as readonly [Piece];
    return {
      kind: 'added',
      node,
      aspects: [],
      details: [],
      words: wordsOf('added', pieces),
      blocks: pieces.length,
      section: first.section,
      step: stepOf(first.node),
      range: spanOfAll(pieces),
      rangeBefore: emptySpanAt(this.#placeOf(first, this.#news, this.#pairs.beforeOf, this.#before)),
      nodeBefore: undefined,
      nodeAfter: first.node,
    };
  }

  #changedOrMoved(): readonly DriftChange[] {
    const { beforeOf, moved } = this.#pairs;
    const differences = new Map<Piece, PieceDifference>();
    const isMoved = (now: Piece): boolean =>
      moved.has(now) || differences.get(now)?.aspects.includes('place') === true;
    for (const [now, old] of beforeOf) differences.set(now, this.#compare(old, now));
    const groups = groupsOf(
      this.#news,
      (now) => isMoved(now) && differences.get(now)?.aspects.every((aspect) => aspect === 'place') === true,
      (now, around) => containerOf(this.#oldOf(now)) === this.#oldOf(around),
    );
    const inGroups = new Set(groups.flatMap(({ pieces }) => pieces));
    const changed = this.#news.flatMap((now): readonly DriftChange[] => {
      const difference = differences.get(now);
      if (difference === undefined || difference.aspects.length === 0 || inGroups.has(now)) return [];
      return [this.#paired(now, [now], now.kind, difference, isMoved(now))];
    });
    const together = groups.map(({ node, pieces }) => {
      const [first] = pieces as readonly [Piece];
      const difference = differences.get(first) ?? { aspects: [], details: [] };
      return this.#paired(first, pieces, node, difference, true);
    });
    return [...changed, ...together];
  }

  #compare(old: Piece, now: Piece): PieceDifference {
    const { aspects, details } = comparePieces(old, now, {
      before: this.#before,
      after: this.#after,
      key: this.#key,
    });
    const more: DriftAspect[] = [];
    if (isNumberedAnew(old, now, this.#pairs)) more.push('number');
    if (isPlacedAnew(old, now, this.#pairs)) more.push('place');
    return { aspects: [...aspects, ...more], details };
  }

  #paired(
    now: Piece,
    pieces: readonly Piece[],
    node: DriftNode,
    { aspects, details }: PieceDifference,
    isMoved: boolean,
  ): DriftChange {
    const olds = pieces.map((piece) => this.#oldOf(piece)).filter((piece) => piece !== undefined);
    const [old] = olds as [Piece];
    return {
      kind: isMoved ? 'moved' : 'changed',
      node,
      aspects,
      details,
      words: pieces.length > 1 ? wordsOf('kept', pieces) : diffWords(old.text, now.text, this.#locale),
      blocks: pieces.length,
      section: now.section,
      step: stepOf(now.node),
      range: spanOfAll(pieces),
      rangeBefore: spanOfAll(olds),
      nodeBefore: old.node,
      nodeAfter: now.node,
    };
  }

  #oldOf(now: Piece | undefined): Piece | undefined {
    return now && this.#pairs.beforeOf.get(now);
  }

  /** Behind the last piece before it that is in the other text too. */
  #placeOf(
    piece: Piece,
    own: readonly Piece[],
    otherOf: ReadonlyMap<Piece, Piece>,
    other: PageDocument,
  ): Point {
    const { moved } = this.#pairs;
    for (let at = own.indexOf(piece) - 1; at >= 0; at--) {
      const before = own[at];
      const there = before && otherOf.get(before);
      if (there !== undefined && !moved.has(there) && !moved.has(before as Piece)) return there.span.end;
    }
    return other.root.span.start;
  }

  /** The section that an old one is now, or the nearest around it that is left. */
  #sectionToday(section: Section): Section {
    const headings = this.#olds.filter(({ kind }) => kind === 'heading');
    for (let old: Section | undefined = section; old !== undefined; old = old.parent) {
      const heading = headings.find(({ node }) => node === old);
      const now = heading && this.#pairs.afterOf.get(heading)?.node;
      if (now?.kind === 'section') return now;
    }
    return this.#after.root;
  }
}

/** What a piece comes and goes with: the block it stands in, else the heading it stands below. */
function containerOf(piece: Piece | undefined): Piece | undefined {
  return piece?.parent ?? piece?.heading;
}

/** Chosen pieces, each with the chosen ones that stand in it; rows of a table of which all are chosen are one group. */
function groupsOf(
  pieces: readonly Piece[],
  isChosen: (piece: Piece) => boolean,
  isWith: (piece: Piece, around: Piece) => boolean = () => true,
): readonly Group[] {
  const heads = new Map<Piece, Piece>();
  const chosen = new Set(pieces.filter(isChosen));
  const members = new Map<Piece | Block, Piece[]>();
  for (const piece of chosen) {
    const around = containerOf(piece);
    const isInside = around !== undefined && chosen.has(around) && isWith(piece, around);
    const head = isInside ? (heads.get(around) ?? around) : piece;
    heads.set(piece, head);
    const group = head === piece ? (wholeTableOf(piece, chosen) ?? head) : head;
    const known = members.get(group);
    if (known === undefined) members.set(group, [piece]);
    else known.push(piece);
  }
  return Array.from(members.values(), (own): Group => {
    const [first] = own as [Piece];
    const isTable = first.kind === 'row' && own.length > 1;
    const node = isTable ? 'table' : first.kind === 'heading' && own.length > 1 ? 'section' : first.kind;
    return { node, pieces: own };
  });
}

function wholeTableOf({ kind, node }: Piece, chosen: ReadonlySet<Piece>): Block | undefined {
  const table = kind === 'row' && node.kind !== 'section' ? node.parent : undefined;
  if (table === undefined) return undefined;
  const rows = new Set(Array.from(chosen, (piece) => piece.node));
  return table.children.every((row) => rows.has(row)) ? table : undefined;
}

function spanOfAll(pieces: readonly Piece[]): Span {
  const [first] = pieces as readonly [Piece];
  let { end } = first.span;
  for (const { span } of pieces) if (span.end.offset > end.offset) end = span.end;
  return { start: first.span.start, end };
}

function wordsOf(kind: WordSegment['kind'], pieces: readonly Piece[]): readonly WordSegment[] {
  const text = pieces
    .map((piece) => piece.text)
    .filter((own) => own !== '')
    .join('\n');
  return text === '' ? [] : [{ kind, text }];
}

function stepOf(node: Block | Section): number | undefined {
  if (node.kind === 'section') return undefined;
  for (let block: Block | undefined = node; block !== undefined; block = block.parent) {
    if (block.kind === 'step') return block.number;
  }
  return undefined;
}

function changeOfField(field: ChangedField, after: PageDocument, locale: string): DriftChange {
  const { kind, name, before, after: value, range, rangeBefore } = field;
  return {
    kind,
    node: 'field',
    name,
    aspects: kind === 'changed' ? ['text'] : [],
    details: [],
    words: diffWords(before, value, locale),
    blocks: 1,
    section: after.root,
    step: undefined,
    range,
    rangeBefore,
    nodeBefore: undefined,
    nodeAfter: undefined,
  };
}

function changesOfScript(before: PageDocument, after: PageDocument, locale: string): readonly DriftChange[] {
  const old = scriptOf(before);
  const now = scriptOf(after);
  if (old === now) return [];
  return [
    {
      kind: old === '' ? 'added' : now === '' ? 'removed' : 'changed',
      node: 'other',
      aspects: old !== '' && now !== '' ? ['text'] : [],
      details: [],
      words: diffWords(old, now, locale),
      blocks: 1,
      section: after.root,
      step: undefined,
      range: emptySpanAt(after.root.span.start),
      rangeBefore: emptySpanAt(before.root.span.start),
      nodeBefore: undefined,
      nodeAfter: undefined,
    },
  ];
}
