/** Bold or italic text in a string, with what is emphasised inside it. */
export interface EmphasisMatch {
  readonly kind: 'strong' | 'emphasis';
  readonly from: number;
  readonly to: number;
  readonly contentFrom: number;
  readonly contentTo: number;
  readonly inner: readonly EmphasisMatch[];
}

/**
 * The emphasis that Python-Markdown finds in a text, in order, what is inside it included.
 *
 * Its patterns in their order (`AsteriskProcessor` and `UnderscoreProcessor` of Python-Markdown 3.11): asterisks
 * first, then underscores in what is left; markers between white space are text.
 *
 * @example
 * findEmphasis('选择**客户：**页') // => [{ kind: 'strong', from: 2, to: 9, contentFrom: 4, contentTo: 7, inner: [] }]
 */
export function findEmphasis(text: string): EmphasisMatch[] {
  const plain = text.replaceAll(/(?<=^|\s)(?:\*{1,3}|_{1,3})(?=\s|$)/g, ({ length }) => taken.repeat(length));
  return findIn(plain, 0, 0);
}

/** Stands for what is read already: neither a word's letter nor white space. */
const taken = '\u0002';

interface Pattern {
  readonly expression: RegExp;
  /** Cheap, so that only a marker which may open is searched from. */
  readonly opening: RegExp;
  /** Whether none can match behind a place where it did not, though one could open there. */
  readonly endsForGood: boolean;
  readonly kind: 'strong' | 'emphasis';
  /** Which group is emphasised again, in the other way. */
  readonly inner?: 'first' | 'last';
}

const asterisks: readonly Pattern[] = [
  {
    opening: /\*{3}/y,
    expression: /\*{3}(.+?)\*(.*?)\*{2}/sy,
    kind: 'strong',
    inner: 'first',
    endsForGood: true,
  },
  {
    opening: /\*{3}/y,
    expression: /\*{3}(.+?)\*{2}(.*?)\*/sy,
    kind: 'emphasis',
    inner: 'first',
    endsForGood: true,
  },
  {
    opening: /\*{2}(?!\*)[^*]+\*(?!\*)/y,
    expression: /\*{2}(?!\*)([^*]+?)\*(?!\*)(.+?)\*{3}/sy,
    kind: 'strong',
    inner: 'last',
    endsForGood: true,
  },
  { opening: /\*{2}/y, expression: /\*{2}(.+?)\*{2}/sy, kind: 'strong', endsForGood: true },
  { opening: /\*[^*]/y, expression: /\*([^*]+)\*/sy, kind: 'emphasis', endsForGood: false },
];

const underscores: readonly Pattern[] = [
  {
    opening: /_{3}/y,
    expression: /_{3}(.+?)_(.*?)_{2}/sy,
    kind: 'strong',
    inner: 'first',
    endsForGood: true,
  },
  {
    opening: /_{3}/y,
    expression: /_{3}(.+?)_{2}(.*?)_/sy,
    kind: 'emphasis',
    inner: 'first',
    endsForGood: true,
  },
  {
    opening: /(?<![\p{L}\p{N}_])__(?!_)/uy,
    expression: /__(.+?)(?<![\p{L}\p{N}_])_(?!_)(.+?)_{3}(?![\p{L}\p{N}_])/suy,
    kind: 'strong',
    inner: 'last',
    endsForGood: true,
  },
  {
    opening: /(?<![\p{L}\p{N}_])__(?!_)/uy,
    expression: /__(.+?)(?<!_)__(?![\p{L}\p{N}_])/suy,
    kind: 'strong',
    endsForGood: true,
  },
  {
    opening: /(?<![\p{L}\p{N}_])_(?!_)/uy,
    expression: /_(.+?)(?<!_)_(?![\p{L}\p{N}_])/suy,
    kind: 'emphasis',
    endsForGood: true,
  },
];

/** Emphasis by the patterns from a place in each list on: what is inside one is searched with those behind it. */
function findIn(text: string, firstAsterisk: number, firstUnderscore: number): EmphasisMatch[] {
  const stars = scan(text, '*', asterisks, firstAsterisk, (inner, next) => findIn(inner, next, 0));
  let rest = text;
  for (const { from, to } of stars) rest = rest.slice(0, from) + taken.repeat(to - from) + rest.slice(to);
  const lines = scan(rest, '_', underscores, firstUnderscore, (inner, next) =>
    findIn(inner, asterisks.length, next),
  );
  return lines.length === 0 ? stars : nest(lines, stars);
}

function scan(
  text: string,
  sign: '*' | '_',
  patterns: readonly Pattern[],
  first: number,
  readInner: (inner: string, next: number) => EmphasisMatch[],
): EmphasisMatch[] {
  const found: EmphasisMatch[] = [];
  const ended = new Set<Pattern>();
  for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at)) {
    const match = matchAt(text, at, patterns, first, ended, readInner);
    if (match === undefined) at += 1;
    else {
      found.push(match);
      at = match.to;
    }
  }
  return found;
}

function matchAt(
  text: string,
  at: number,
  patterns: readonly Pattern[],
  first: number,
  ended: Set<Pattern>,
  readInner: (inner: string, next: number) => EmphasisMatch[],
): EmphasisMatch | undefined {
  for (let index = first; index < patterns.length; index += 1) {
    const pattern = patterns[index];
    if (pattern === undefined || ended.has(pattern)) continue;
    pattern.opening.lastIndex = at;
    if (!pattern.opening.test(text)) continue;
    pattern.expression.lastIndex = at;
    const match = pattern.expression.exec(text);
    if (match !== null) return emphasisOf(pattern, match, (inner) => readInner(inner, index + 1));
    if (pattern.endsForGood) ended.add(pattern);
  }
  return undefined;
}

function emphasisOf(
  { kind, inner }: Pattern,
  { 0: whole, 1: one = '', 2: two = '', index: from }: RegExpExecArray,
  read: (text: string) => EmphasisMatch[],
): EmphasisMatch {
  const width = kind === 'strong' ? 2 : 1;
  const to = from + whole.length;
  const outer = { kind, from, to, contentFrom: from + width, contentTo: to - width };
  if (inner === undefined) return { ...outer, inner: moved(read(one), outer.contentFrom) };
  const otherKind = kind === 'strong' ? 'emphasis' : 'strong';
  const otherWidth = 3 - width;
  const isFirst = inner === 'first';
  const otherFrom = isFirst ? outer.contentFrom : outer.contentFrom + one.length;
  const otherTo = isFirst ? otherFrom + 2 * otherWidth + one.length : outer.contentTo;
  const contentFrom = otherFrom + otherWidth;
  const other: EmphasisMatch = {
    kind: otherKind,
    from: otherFrom,
    to: otherTo,
    contentFrom,
    contentTo: otherTo - otherWidth,
    inner: moved(read(isFirst ? one : two), contentFrom),
  };
  const beside = isFirst ? moved(read(two), otherTo) : moved(read(one), outer.contentFrom);
  return { ...outer, inner: isFirst ? [other, ...beside] : [...beside, other] };
}

function moved(matches: readonly EmphasisMatch[], by: number): EmphasisMatch[] {
  return matches.map((match) => ({
    kind: match.kind,
    from: match.from + by,
    to: match.to + by,
    contentFrom: match.contentFrom + by,
    contentTo: match.contentTo + by,
    inner: moved(match.inner, by),
  }));
}

/** Puts matches into those that enclose them; the rest stand beside. */
function nest(outer: readonly EmphasisMatch[], matches: readonly EmphasisMatch[]): EmphasisMatch[] {
  if (matches.length === 0) return [...outer];
  const nested = outer.map((around) => {
    const within = matches.filter(({ from, to }) => around.contentFrom <= from && to <= around.contentTo);
    return within.length === 0 ? around : { ...around, inner: nest(around.inner, within) };
  });
  const beside = matches.filter(
    ({ from }) => !outer.some((around) => around.from <= from && from < around.to),
  );
  return [...nested, ...beside].toSorted((one, other) => one.from - other.from);
}
