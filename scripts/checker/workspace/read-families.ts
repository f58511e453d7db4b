import { nameContent, nameFamily } from '../cache/name-family.ts';
import { type Family, type FoundFamily, groupFamilies, type PageFile } from '../engine/family.ts';
import { blobId } from '../history/blob-id.ts';
import type { FoundPin } from '../history/found-pin.ts';
import { readPins } from '../history/read-pins.ts';
import type { SourceHistory } from '../history/source-history.ts';
import type { ExpectedPage } from '../rules/rule.ts';
import type { FileTree } from './file-tree.ts';
import type { FoundPage } from './find-pages.ts';
import { foundPages, type Memory } from './memory.ts';
import { contentOf, type PageBytes, readBytes, readPage } from './read-page.ts';

/**
 * The pages of a folder family by family, the largest first, so that no thread is left with a large one at the end.
 *
 * What the memory still knows is not read again; nothing is kept of a family that was given away.
 */
export function* readFamilies(
  memory: Memory,
  pages: readonly FoundPage[],
  expected: readonly ExpectedPage[],
  history: SourceHistory | undefined,
): Iterable<FoundFamily> {
  const families = groupFamilies(pages, expected)
    .map(({ key, files, expected: own }): SizedFamily => {
      const sizes = new Map(files.map((page) => [page.path, recallSize(page, memory)]));
      const size = [...sizes.values()].reduce<number>((sum, each = 0) => sum + each, 0);
      return { key, files, expected: own, sizes, size };
    })
    .toSorted((one, other) => other.size - one.size);
  if (history === undefined) {
    for (const family of families) yield found(family, noPins, memory);
    return;
  }
  const known = (): ReadonlyMap<string, readonly string[]> => pathsByBlobId(pages, memory);
  for (const batch of batchesOf(families)) {
    const unknown = batch.filter((family) => memory.recalled(pinsName(family)) === undefined);
    const contents = new Map(unknown.map((family) => [family, readContents(family, memory.tree)]));
    const texts = unknown.flatMap((family) =>
      family.files.flatMap((page) => {
        const content = contentOf(contents.get(family)?.get(page.path) ?? readBytes(page.path, memory.tree));
        return content.kind === 'text' ? [{ ...page, text: content.text }] : [];
      }),
    );
    const pins = unknown.length === 0 ? noPins : readPins(texts, history, known);
    for (const family of batch) {
      const own = memory.recalled<Family['pins']>(pinsName(family)) ?? pinsOf(family, pins);
      if (contents.has(family)) rememberPins(family, own, memory);
      yield found(family, own, memory, contents.get(family));
    }
  }
}

function pinsOf({ files }: SizedFamily, pins: Family['pins']): Family['pins'] {
  const own = files.flatMap(({ path }) => {
    const pin = pins.get(path);
    return pin === undefined ? [] : [[path, pin] as const];
  });
  return own.length === 0 ? noPins : new Map(own);
}

function pinsName({ files }: SizedFamily): string {
  return `pins of ${files.map(({ path }) => path).join('\0')}`;
}

/** A pin that does not name the source as it is may be that of another page; of it, and of guesses, git is asked. */
function rememberPins(family: SizedFamily, pins: Family['pins'], memory: Memory): void {
  const paths = family.files.map(({ path }) => path);
  const isOfAnother =
    // What git does not tell of yet, it may tell after a commit.
    family.files.some(({ path, isSource }) => !isSource && !pins.has(path)) ||
    [...pins.values()].some(
      ({ state, known }) => state !== 'current' || known === 'history' || known === 'date',
    );
  if (isOfAnother) memory.remember(pinsName(family), pins, [...paths, gitFolder], [blobIds, foundPages]);
  else memory.remember(pinsName(family), pins, paths);
}

/** Git's own files: where they change, what it tells of pages may, too. */
const gitFolder = '.git';

const blobIds = 'source pages by blob id';

function found(
  family: SizedFamily,
  pins: Family['pins'],
  memory: Memory,
  contents?: ReadonlyMap<string, PageBytes>,
): FoundFamily {
  const { key, files: pages, expected } = family;
  let read = contents;
  const bytesOf = (path: string): PageBytes => {
    read ??= readContents(family, memory.tree);
    return read.get(path) ?? readBytes(path, memory.tree);
  };
  return {
    key,
    pages: pages.length,
    name: () => {
      const files = pages.map((page) => {
        const name = `content of ${page.path}`;
        const known = memory.recalled<string>(name);
        const digest = known ?? nameContent(bytesOf(page.path));
        if (known === undefined) memory.remember(name, digest, [page.path]);
        return { ...page, digest };
      });
      return nameFamily({ key, files, expected, pins });
    },
    read: () => {
      const files = pages.map((page): PageFile => ({ ...page, content: contentOf(bytesOf(page.path)) }));
      return { key, files, expected, pins };
    },
  };
}

function readContents({ files, sizes }: SizedFamily, tree: FileTree): ReadonlyMap<string, PageBytes> {
  return new Map(files.map(({ path }) => [path, readBytes(path, tree, sizes.get(path))]));
}

interface SizedFamily extends Omit<Family, 'files' | 'pins'> {
  readonly files: readonly FoundPage[];
  /** Bytes of its files, by path; `undefined` where the system does not tell. */
  readonly sizes: ReadonlyMap<string, number | undefined>;
  /** Bytes of all of them. */
  readonly size: number;
}

const noPins: ReadonlyMap<string, FoundPin> = new Map();

/** Bytes of pages that are read before git is asked about their pins: few questions, and little memory. */
const batchSize = 16 * 1024 * 1024;

function* batchesOf<Sized extends { readonly size: number }>(
  families: readonly Sized[],
): Iterable<readonly Sized[]> {
  let batch: Sized[] = [];
  let size = 0;
  for (const family of families) {
    batch.push(family);
    size += family.size;
    if (size < batchSize) continue;
    yield batch;
    batch = [];
    size = 0;
  }
  if (batch.length > 0) yield batch;
}

/** `undefined` where the system does not tell: reading the page will say why. */
function recallSize({ path }: FoundPage, memory: Memory): number | undefined {
  return memory.recall(`size of ${path}`, (tree) => {
    try {
      return tree.sizeOf(path);
    } catch {
      return undefined;
    }
  });
}

/** Source pages by the git id of their text. */
function pathsByBlobId(pages: readonly FoundPage[], memory: Memory): ReadonlyMap<string, readonly string[]> {
  const known = memory.recalled<ReadonlyMap<string, readonly string[]>>(blobIds);
  if (known !== undefined) return known;
  const sources = pages.filter(({ isSource }) => isSource).map(({ path }) => path);
  const byId = new Map<string, string[]>();
  for (const path of sources) {
    const content = readPage(path, memory.tree);
    if (content.kind !== 'text') continue;
    const id = blobId(content.text);
    byId.set(id, [...(byId.get(id) ?? []), path]);
  }
  memory.remember(blobIds, byId, sources, [foundPages]);
  return byId;
}
