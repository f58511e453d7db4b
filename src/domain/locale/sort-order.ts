/** How far a list of names is in the order of its language. */
export interface SortedNames {
  /** Places of the names that are in order, as many as can be; those between them stand where they do not belong. */
  readonly inOrder: readonly number[];
  /** Compares two names in the order that the list follows. */
  readonly compare: (one: string, other: string) => number;
}

/**
 * The longest part of a list that is in order: in the order of `Intl.Collator`, and where a language has several, or
 * a list follows the order of all languages, in the one that leaves fewest names out.
 *
 * @example sortedNames(['Armenien', 'Vietnam', 'Brasilien', 'Indien'], 'sv').inOrder // => [0, 2, 3]
 */
export function sortedNames(names: readonly string[], locale: string): SortedNames {
  let best: SortedNames = { inOrder: [], compare: () => 0 };
  for (const { compare } of collatorsOf(locale)) {
    const inOrder = longestRun(names, compare);
    if (inOrder.length > best.inOrder.length) best = { inOrder, compare };
    if (inOrder.length === names.length) break;
  }
  return best;
}

function collatorsOf(locale: string): readonly Intl.Collator[] {
  const known = collators.get(locale);
  if (known !== undefined) return known;
  const { language } = new Intl.Locale(locale);
  const orders = [locale, ...(otherOrders[language] ?? []), 'en'];
  const made = orders.map((order) => new Intl.Collator(order));
  collators.set(locale, made);
  return made;
}

const collators = new Map<string, readonly Intl.Collator[]>();

const otherOrders: Readonly<Record<string, readonly string[]>> = {
  zh: ['zh-u-co-pinyin', 'zh-u-co-stroke', 'zh-u-co-zhuyin'],
  es: ['es-u-co-trad'],
  de: ['de-u-co-phonebk'],
};

/** Places of the longest run in which no name comes before the one in front of it. */
function longestRun(
  names: readonly string[],
  compare: (one: string, other: string) => number,
): readonly number[] {
  // ends[n]: the place at which a run of n + 1 names ends that ends as early in the order as any.
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [place, name] of names.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(names[ends[middle] ?? 0] ?? '', name) <= 0) low = middle + 1;
      else high = middle;
    }
    before.push(low > 0 ? ends[low - 1] : undefined);
    ends[low] = place;
  }
  const run: number[] = [];
  for (let place = ends.at(-1); place !== undefined; place = before[place]) run.unshift(place);
  return run;
}
