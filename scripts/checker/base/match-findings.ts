import type { Finding } from '../../../src/domain/report/report.ts';
import { diffLines } from '../history/line-diff.ts';
import { folded, listedIn } from '../report/fingerprint.ts';
import type { TextReader } from '../report/finish-findings.ts';

/** What was found before a change and after it, and the texts of both. */
export interface FindingsOfChange {
  readonly before: readonly Finding[];
  readonly now: readonly Finding[];
  readonly textBefore: TextReader;
  readonly textNow: TextReader;
  /** Where a file lies now, by its path before. */
  readonly pathNow: (path: string) => string;
}

/**
 * Those of the findings after a change that were there before it: none that is new, and none twice.
 *
 * A fault is the same where its text and its counterpart's are the same in the same page, wherever their lines have gone;
 * else where one of them was reworded in its place and says the same numbers. A list that lacks more than it lacked is
 * another fault. Where a page has more equal faults than it had, those in changed lines are new.
 */
export function findOldFindings(change: FindingsOfChange): ReadonlySet<Finding> {
  const known = new Set<Finding>();
  const left = new Set(change.before);
  const take = (finding: Finding, old: Finding): void => {
    known.add(finding);
    left.delete(old);
  };

  const unmoved = new Map(change.before.map((old) => [placeName(old), old]));
  for (const finding of change.now) {
    const old = unmoved.get(placeName(finding));
    if (old !== undefined && isNoMore(finding, old)) take(finding, old);
  }

  const texts = new ChangedTexts(change);
  const rest = change.now.filter((finding) => !known.has(finding));
  const oldByPage = Map.groupBy(left, (old) => texts.pageBefore(old));
  for (const [page, findings] of Map.groupBy(rest, (finding) => texts.pageNow(finding))) {
    const candidates = oldByPage.get(page) ?? [];
    for (const isSame of samenesses) {
      for (const old of candidates) {
        if (!left.has(old)) continue;
        const found = findings.find(
          (finding) => !known.has(finding) && isNoMore(finding, old) && isSame(finding, old, texts),
        );
        if (found !== undefined) take(found, old);
      }
    }
  }
  return known;
}

/** The surest first. */
const samenesses: readonly ((now: Finding, before: Finding, texts: ChangedTexts) => boolean)[] = [
  (now, before, texts) => texts.isSameText(now, before) && texts.isSameLine(now, before),
  (now, before, texts) => texts.isSameText(now, before) && !texts.isOtherLine(now, before),
  (now, before, texts) => texts.isSameText(now, before),
  (now, before, texts) => texts.isReworded(now, before),
];

function placeName({ path, fingerprint, range }: Finding): string {
  return `${fingerprint} ${range.start.offset} ${range.end.offset} ${path}`;
}

/** Lists of what is missing or too much hold nothing that they did not hold before. */
function isNoMore(now: Finding, before: Finding): boolean {
  const old = new Set(listedIn(before));
  return listedIn(now).every((each) => old.has(each));
}

type FoundPlace = Pick<Finding['related'][number], 'path' | 'range' | 'revision'>;

/** Texts of files before and after a change, and where their lines went. */
class ChangedTexts {
  readonly #change: FindingsOfChange;
  readonly #lines = new Map<string, LineMoves>();

  constructor(change: FindingsOfChange) {
    this.#change = change;
  }

  /** Names rule and page; a page that is not there is named by its source. */
  pageNow({ rule, path, locale, related: [source] }: Finding): string {
    const isThere = source === undefined || this.#change.textNow(path) !== undefined;
    return JSON.stringify(isThere ? [rule, path] : [rule, locale, source.path]);
  }

  pageBefore({ rule, path, locale, related: [source] }: Finding): string {
    const { pathNow, textBefore } = this.#change;
    const isThere = source === undefined || textBefore(path) !== undefined;
    return JSON.stringify(isThere ? [rule, pathNow(path)] : [rule, locale, pathNow(source.path)]);
  }

  /** Text and counterpart are the same, however they are wrapped. */
  isSameText(now: Finding, before: Finding): boolean {
    const [other, otherBefore] = [now.related[0], before.related[0]];
    return (
      this.#excerptNow(now) === this.#excerptBefore(before) &&
      (other && this.#excerptNow(other)) === (otherBefore && this.#excerptBefore(otherBefore))
    );
  }

  /** The line that the old finding stands in is, unchanged, the line of the new one. */
  isSameLine(now: Finding, before: Finding): boolean {
    return this.#moves(now, before).nowOf(before.range.start.line) === now.range.start.line;
  }

  /** The line of the old finding is still there, as another than that of the new one. */
  isOtherLine(now: Finding, before: Finding): boolean {
    const moves = this.#moves(now, before);
    return moves.nowOf(before.range.start.line) !== undefined || moves.isOld(now.range.start.line);
  }

  /** Text and counterpart are the same, or stand in lines that were changed and say nearly the same. */
  isReworded(now: Finding, before: Finding): boolean {
    const isSameMessage = now.message === before.message;
    const [other, otherBefore] = [now.related[0], before.related[0]];
    if ((other === undefined) !== (otherBefore === undefined)) return false;
    return (
      this.#isLike(now, before, isSameMessage) &&
      (other === undefined || otherBefore === undefined || this.#isLike(other, otherBefore, isSameMessage))
    );
  }

  #isLike(now: FoundPlace, before: FoundPlace, isSameMessage: boolean): boolean {
    const [text, textBefore] = [this.#excerptNow(now), this.#excerptBefore(before)];
    if (text === textBefore) return true;
    const moves = this.#moves(now, before);
    const line = moves.nowOf(before.range.start.line);
    const isThere = line === now.range.start.line;
    const isChanged = line === undefined && !moves.isOld(now.range.start.line);
    if (!isThere && !isChanged) return false;
    if (areAlike(text, textBefore)) return true;
    return (
      isSameMessage &&
      areAlike(moves.lineNow(now.range.start.line), moves.lineBefore(before.range.start.line))
    );
  }

  #excerptNow({ path, range, revision }: FoundPlace): string {
    return excerptOf(this.#change.textNow(path, revision), range);
  }

  #excerptBefore({ path, range, revision }: FoundPlace): string {
    return excerptOf(this.#change.textBefore(path, revision), range);
  }

  #moves(now: FoundPlace, before: FoundPlace): LineMoves {
    const name = JSON.stringify([before.path, before.revision, now.path, now.revision]);
    const known = this.#lines.get(name);
    if (known !== undefined) return known;
    const { textBefore, textNow } = this.#change;
    const moves = new LineMoves(
      textBefore(before.path, before.revision) ?? '',
      textNow(now.path, now.revision) ?? '',
    );
    this.#lines.set(name, moves);
    return moves;
  }
}

/** Where the lines of a text went. */
class LineMoves {
  readonly nowOf: (line: number) => number | undefined;
  readonly #old = new Set<number>();
  readonly #before: readonly string[];
  readonly #now: readonly string[];

  constructor(before: string, now: string) {
    this.#before = before.split(/\r\n|\r|\n/);
    this.#now = now.split(/\r\n|\r|\n/);
    this.nowOf = diffLines(before, now).newLineOf;
    for (const index of this.#before.keys()) {
      const line = this.nowOf(index + 1);
      if (line !== undefined) this.#old.add(line);
    }
  }

  /** True for a line that was there before. */
  isOld(line: number): boolean {
    return this.#old.has(line);
  }

  lineBefore(line: number): string {
    return this.#before[line - 1] ?? '';
  }

  lineNow(line: number): string {
    return this.#now[line - 1] ?? '';
  }
}

function excerptOf(text: string | undefined, { start, end }: Finding['range']): string {
  return folded(text?.slice(start.offset, end.offset) ?? '');
}

/** The same numbers, and more than half of the pairs of characters, which holds in every script. */
function areAlike(one: string, other: string): boolean {
  if (numbersOf(one) !== numbersOf(other)) return false;
  const [pairs, others] = [pairsOf(one), pairsOf(other)];
  const shared = [...pairs].filter((pair) => others.has(pair)).length;
  return shared * 2 > (pairs.size + others.size) * leastAlike;
}

const leastAlike = 0.5;

function numbersOf(text: string): string {
  return (text.match(/\p{N}+/gu) ?? []).toSorted().join(' ');
}

function pairsOf(text: string): ReadonlySet<string> {
  const characters = Array.from(folded(text).toLowerCase());
  return new Set(characters.slice(1).map((character, at) => `${characters[at] ?? ''}${character}`));
}
