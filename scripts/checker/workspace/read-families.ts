import { type NamedFamily, nameFamily } from '../cache/name-family.ts';
import { type Family, type FoundFamily, groupFamilies, type PageFile } from '../engine/family.ts';
import { blobId } from '../history/blob-id.ts';
import type { FoundPin } from '../history/found-pin.ts';
import { readPins } from '../history/read-pins.ts';
import type { SourceHistory } from '../history/source-history.ts';
import type { ExpectedPage } from '../rules/rule.ts';
import { type FileTree, type TreePlace, treeOf } from './file-tree.ts';
import type { FoundPage } from './find-pages.ts';
import { contentOf, readBytes, readPage } from './read-page.ts';

/**
 * The pages of a place family by family, the largest first, so that no thread is left with a large one at the end.
 * Nothing is kept of a family that was given away.
 */
export function* readFamilies(
  place: TreePlace,
  pages: readonly FoundPage[],
  expected: readonly ExpectedPage[],
  history: SourceHistory | undefined,
): Iterable<FoundFamily> {
  const tree = treeOf(place);
  const families = groupFamilies(pages, expected)
    .map(({ key, files, expected: own }): SizedFamily => {
      const sized = files.map((page): SizedPage => ({ ...page, size: sizeOf(page, tree) }));
      return { key, files: sized, expected: own, size: sized.reduce((sum, { size = 0 }) => sum + size, 0) };
    })
    .toSorted((one, other) => other.size - one.size);
  if (history === undefined) {
    for (const family of families) yield found(readBytesOf(family, tree));
    return;
  }
  let pathsById: ReadonlyMap<string, readonly string[]> | undefined;
  const known = (): ReadonlyMap<string, readonly string[]> => (pathsById ??= pathsByBlobId(pages, tree));
  for (const batch of batchesOf(families)) {
    const read = batch.map((family) => decoded(readBytesOf(family, tree)));
    const texts = read.flatMap(({ files }) =>
      files.flatMap(({ content, ...page }) =>
        content.kind === 'text' ? [{ ...page, text: content.text }] : [],
      ),
    );
    const pins = readPins(texts, history, known);
    for (const family of read) {
      const own = family.files.flatMap(({ path }) => {
        const pin = pins.get(path);
        return pin === undefined ? [] : [[path, pin] as const];
      });
      yield found({ ...family, pins: new Map(own) });
    }
  }
}

function found(family: NamedFamily): FoundFamily {
  return {
    key: family.key,
    pages: family.files.length,
    name: () => nameFamily(family),
    read: () => decoded(family),
  };
}

function decoded(family: NamedFamily): Family {
  const files = family.files.map((file): PageFile => {
    const { content } = file;
    return { ...file, content: content instanceof Uint8Array ? contentOf(content) : content };
  });
  return { ...family, files };
}

function readBytesOf({ key, files, expected }: SizedFamily, tree: FileTree): NamedFamily {
  const read = files.map(({ size, ...page }) => {
    return { ...page, content: readBytes(page.path, tree, size) };
  });
  return { key, files: read, expected, pins: noPins };
}

interface SizedFamily extends Omit<NamedFamily, 'files' | 'pins'> {
  readonly files: readonly SizedPage[];
  /** Bytes of its files. */
  readonly size: number;
}

/** A page and the bytes of its file. */
interface SizedPage extends FoundPage {
  readonly size: number | undefined;
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
function sizeOf({ path }: FoundPage, tree: FileTree): number | undefined {
  try {
    return tree.sizeOf(path);
  } catch {
    return undefined;
  }
}

/** Source pages by the git id of their text. */
function pathsByBlobId(pages: readonly FoundPage[], tree: FileTree): ReadonlyMap<string, readonly string[]> {
  const byId = new Map<string, string[]>();
  for (const { path, isSource } of pages) {
    const content = isSource ? readPage(path, tree) : undefined;
    if (content?.kind !== 'text') continue;
    const id = blobId(content.text);
    byId.set(id, [...(byId.get(id) ?? []), path]);
  }
  return byId;
}
