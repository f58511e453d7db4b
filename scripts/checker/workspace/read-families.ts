import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Family, groupFamilies, type PageFile } from '../engine/family.ts';
import { blobId } from '../history/blob-id.ts';
import { type FoundPin, readPins } from '../history/read-pins.ts';
import type { SourceHistory } from '../history/source-history.ts';
import type { ExpectedPage } from '../rules/rule.ts';
import type { FoundPage } from './find-pages.ts';
import { readPage } from './read-page.ts';

/**
 * Reads the pages of a folder family by family, the largest first, so that no thread is left with a large one at the
 * end. Nothing is kept of a family that was given away.
 */
export function* readFamilies(
  folder: string,
  pages: readonly FoundPage[],
  expected: readonly ExpectedPage[],
  history: SourceHistory | undefined,
): Iterable<Family> {
  const read = (page: FoundPage): PageFile => ({ ...page, content: readPage(resolve(folder, page.path)) });
  const families = groupFamilies(pages, expected)
    .map((family) => ({ ...family, size: sizeOf(family.files, folder) }))
    .toSorted((one, other) => other.size - one.size);
  if (history === undefined) {
    for (const { key, files, expected: own } of families) {
      yield { key, files: files.map(read), expected: own, pins: noPins };
    }
    return;
  }
  let pathsById: ReadonlyMap<string, readonly string[]> | undefined;
  const known = (): ReadonlyMap<string, readonly string[]> => (pathsById ??= pathsByBlobId(pages, folder));
  for (const batch of batchesOf(families)) {
    const files = batch.map((family) => family.files.map(read));
    const texts = files.flat().flatMap(({ content, ...page }) => {
      return content.kind === 'text' ? [{ ...page, text: content.text }] : [];
    });
    const pins = readPins(texts, history, known);
    for (const [at, { key, expected: own }] of batch.entries()) {
      const ofFamily = files[at] ?? [];
      const ownPins = ofFamily.flatMap(({ path }) => {
        const pin = pins.get(path);
        return pin === undefined ? [] : [[path, pin] as const];
      });
      yield { key, files: ofFamily, expected: own, pins: new Map(ownPins) };
    }
  }
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

function sizeOf(files: readonly FoundPage[], folder: string): number {
  return files.reduce((sum, { path }) => {
    return sum + (statSync(resolve(folder, path), { throwIfNoEntry: false })?.size ?? 0);
  }, 0);
}

/** Source pages by the git id of their text. */
function pathsByBlobId(pages: readonly FoundPage[], folder: string): ReadonlyMap<string, readonly string[]> {
  const byId = new Map<string, string[]>();
  for (const { path, isSource } of pages) {
    const content = isSource ? readPage(resolve(folder, path)) : undefined;
    if (content?.kind !== 'text') continue;
    const id = blobId(content.text);
    byId.set(id, [...(byId.get(id) ?? []), path]);
  }
  return byId;
}
