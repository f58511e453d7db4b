/**
 * The one of `candidates` that somebody who wrote `name` most likely meant, or `undefined` when none is near.
 * @example closest('chekc', ['check', 'pair']) // => 'check'
 * @example closest('yaml', ['html', 'json']) // => undefined
 */
export function closest(name: string, candidates: Iterable<string>): string | undefined {
  if (name.length > longestName) return undefined;
  let best: string | undefined;
  // Two edits of a short word leave nothing that says which was meant, unless two letters changed places.
  let least = (name.length <= 4 ? 1 : Math.max(2, Math.floor(name.length / 3))) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) >= least) continue;
    const edits = sortedLetters(name) === sortedLetters(candidate) ? 1 : editDistance(name, candidate);
    if (edits < least) {
      least = edits;
      best = candidate;
    }
  }
  return best;
}

/** Comparing costs the product of both lengths, and nobody names anything at such length. */
const longestName = 200;

function sortedLetters(name: string): string {
  return [...name].toSorted().join('');
}

/** Insertions, deletions and replacements between two names (Levenshtein). */
export function editDistance(one: string, other: string): number {
  let previous = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const replaced = (previous[column - 1] ?? 0) + (one[row - 1] === other[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[other.length] ?? 0;
}
