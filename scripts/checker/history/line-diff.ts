/** Which lines of two texts are the same, and how many are not. */
export interface LineDiff {
  /** For each line of the old text its line in the new one, both from 1; `undefined` for a line that is gone. */
  readonly newLineOf: (oldLine: number) => number | undefined;
  /** Lines removed or added, a changed line counting once. */
  readonly changedLines: number;
  /** First line of the new text, from 1, that differs; one past the last where only the end was cut. */
  readonly firstChange: number | undefined;
}

/** Compared cells beyond which a changed stretch counts as wholly rewritten. */
const largestTable = 4_000_000;

/** The lines that two texts share in order, line ends aside: a longest common subsequence. */
export function diffLines(oldText: string, newText: string): LineDiff {
  const before = oldText.split(/\r\n|\r|\n/);
  const after = newText.split(/\r\n|\r|\n/);
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  while (
    tail < before.length - head &&
    tail < after.length - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  ) {
    tail++;
  }
  const partner = new Map<number, number>();
  for (let index = 0; index < head; index++) partner.set(index, index);
  for (let index = 1; index <= tail; index++) partner.set(before.length - index, after.length - index);
  const shared = sharedLines(
    before.slice(head, before.length - tail),
    after.slice(head, after.length - tail),
  );
  for (const [old, now] of shared) partner.set(old + head, now + head);
  const removed = before.length - partner.size;
  const added = after.length - partner.size;
  return {
    newLineOf: (oldLine) => {
      const now = partner.get(oldLine - 1);
      return now === undefined ? undefined : now + 1;
    },
    changedLines: Math.max(removed, added),
    firstChange: removed + added === 0 ? undefined : head + 1,
  };
}

/** Pairs of indices of a longest common subsequence. */
function sharedLines(
  before: readonly string[],
  after: readonly string[],
): readonly (readonly [number, number])[] {
  const width = after.length + 1;
  if (before.length === 0 || after.length === 0 || before.length * width > largestTable) return [];
  const lengths = new Uint32Array((before.length + 1) * width);
  const lengthAt = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = before.length - 1; row >= 0; row--) {
    for (let column = after.length - 1; column >= 0; column--) {
      lengths[row * width + column] =
        before[row] === after[column]
          ? lengthAt(row + 1, column + 1) + 1
          : Math.max(lengthAt(row + 1, column), lengthAt(row, column + 1));
    }
  }
  const pairs: [number, number][] = [];
  let row = 0;
  let column = 0;
  while (row < before.length && column < after.length) {
    if (before[row] === after[column]) pairs.push([row++, column++]);
    else if (lengthAt(row + 1, column) >= lengthAt(row, column + 1)) row++;
    else column++;
  }
  return pairs;
}

/** Offsets at which the lines of a text begin. */
export function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  for (const end of text.matchAll(/\r\n|\r|\n/g)) starts.push(end.index + end[0].length);
  return starts;
}
