/** Numbers from 0 to 1, the same ones for the same seed (mulberry32, public domain). */
export function randomOf(seed: string): () => number {
  let state = 0;
  for (const character of seed) state = (Math.imul(state, 31) + (character.codePointAt(0) ?? 0)) | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** All entries in an order that the seed alone decides. */
export function shuffled<Entry>(entries: readonly Entry[], seed: string): readonly Entry[] {
  const random = randomOf(seed);
  return entries
    .map((entry) => ({ entry, rank: random() }))
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ entry }) => entry);
}
