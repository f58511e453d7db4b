/** Which pages agree, and which do not. */
export interface Majority<Value> {
  readonly value: Value;
  /** Places of the pages that have it. */
  readonly holders: readonly number[];
  /** Places of those that do not. */
  readonly odd: readonly number[];
}

/**
 * What most pages say, where those that say otherwise are few: at most one in three. Otherwise nobody is odd.
 *
 * @example majorityOf(['note', 'note', 'tip'], (kind) => kind) // => { value: 'note', holders: [0, 1], odd: [2] }
 */
export function majorityOf<Value>(
  values: readonly Value[],
  keyOf: (value: Value) => string,
): Majority<Value> | undefined {
  const holders = new Map<string, number[]>();
  for (const [page, value] of values.entries()) {
    const key = keyOf(value);
    holders.set(key, [...(holders.get(key) ?? []), page]);
  }
  const [most] = [...holders.values()].toSorted((one, other) => other.length - one.length);
  if (most === undefined || most.length === values.length) return undefined;
  const odd = values.flatMap((_, page) => (most.includes(page) ? [] : [page]));
  const value = values[most[0] ?? 0];
  if (value === undefined || odd.length * 3 > values.length) return undefined;
  return { value, holders: most, odd };
}
