import type { Dialect } from '../../../src/domain/document/page-document.ts';
import { parsePage } from '../../../src/domain/document/parse-page.ts';
import type { RevisionSettings } from '../config/revision-settings.ts';
import { blobId } from '../history/blob-id.ts';
import { recipeFor } from '../history/content-hash.ts';
import { askGit } from '../history/run-git.ts';

/** A front matter key whose values look like pins. */
export interface PinKey {
  /** Dotted where it stands below another. */
  readonly key: string;
  readonly kind: 'id' | 'date';
  /** What it holds, each once. */
  readonly values: readonly string[];
}

/**
 * The key under which most pages hold an id in their front matter, or, where the key's name says so, the day of what was
 * translated; `undefined` where no third of the pages has one.
 */
export function pinKeyOf(texts: readonly string[], dialect: Dialect): PinKey | undefined {
  const held = texts.flatMap((text) => [...pinsIn(text, dialect)]);
  const groups = [...Map.groupBy(held, ({ key, kind }) => `${kind} ${key}`).values()].filter(
    ({ length }) => length * 3 >= texts.length,
  );
  const [most] = groups.toSorted(
    ([one], [other]) => Number(other?.kind === 'id') - Number(one?.kind === 'id'),
  );
  const [first] = most ?? [];
  if (most === undefined || first === undefined) return undefined;
  return { key: first.key, kind: first.kind, values: [...new Set(most.map(({ value }) => value))] };
}

/** Whether a page holds a pin under the key. */
export function hasPin(text: string, { key, kind }: PinKey, dialect: Dialect): boolean {
  return [...pinsIn(text, dialect)].some((pin) => pin.key === key && pin.kind === kind);
}

/**
 * The settings that name the pins, once it is certain what they are: ids of pages that are here, hashes of them, commits
 * that git or the key's name knows, or days. Other tools write other ids.
 */
export function recognisePins(
  pin: PinKey,
  sources: readonly string[],
  folder: string,
): RevisionSettings | undefined {
  const { key, kind, values } = pin;
  if (kind === 'date') return { frontMatter: key, kind: 'date' };
  const blobs = new Set(sources.map((text) => blobId(text)));
  if (values.some((value) => blobs.has(value))) return { frontMatter: key };
  const some = values.slice(0, mostTried);
  if (some.some((value) => sources.slice(0, mostTried).some((text) => recipeFor(value, text) !== undefined)))
    return { frontMatter: key, kind: 'hash' };
  if (/commit/i.test(key)) return { frontMatter: key, kind: 'commit' };
  const types = new Set(some.map((value) => askGit(folder, ['cat-file', '-t', value]).output.trim()));
  if (types.has('commit')) return { frontMatter: key, kind: 'commit' };
  return types.has('blob') ? { frontMatter: key } : undefined;
}

/** Ids that git is asked about, and texts that are hashed. */
const mostTried = 20;

interface HeldPin {
  readonly key: string;
  readonly kind: PinKey['kind'];
  readonly value: string;
}

function* pinsIn(text: string, dialect: Dialect): Iterable<HeldPin> {
  const { frontMatter } = parsePage(text, { dialect });
  for (const [key, value] of leaves(frontMatter?.data ?? {}, '')) {
    if (isId(value)) yield { key, kind: 'id', value };
    else if (namesSource.test(key) && /^\d{4}-\d{2}-\d{2}/.test(value)) yield { key, kind: 'date', value };
  }
}

function* leaves(value: object, above: string): Iterable<readonly [string, string]> {
  for (const [key, inner] of Object.entries(value) as [string, unknown][]) {
    if (typeof inner === 'string') yield [`${above}${key}`, inner];
    else if (inner instanceof Date) yield [`${above}${key}`, inner.toISOString()];
    else if (typeof inner === 'object' && inner !== null && !Array.isArray(inner))
      yield* leaves(inner, `${above}${key}.`);
  }
}

/** A date is a pin only where its key says of what. */
const namesSource = /source|original|upstream|translat|english/i;

/** Hexadecimal digits as git and hashes have them; short ones hold letters and digits, which words and years do not. */
function isId(value: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value) || /^(?=.*\d)(?=.*[a-f])[0-9a-f]{7,39}$/.test(value);
}
