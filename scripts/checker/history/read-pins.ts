import { readFrontMatter } from '../../../src/domain/document/front-matter.ts';
import { indexLines } from '../../../src/domain/document/line-index.ts';
import { blobId, shortId } from './blob-id.ts';
import type { FoundPin } from './found-pin.ts';
import { diffLines, lineStartsOf } from './line-diff.ts';
import { isRevisionId, type Pin, pinName, type SourceHistory } from './source-history.ts';

/** A page whose front matter may hold a pin, or whose text a pin may speak of. */
export interface PinnedPage {
  readonly key: string;
  readonly path: string;
  readonly isSource: boolean;
  readonly text: string;
}

/**
 * What each translation's pin came to, by path; a translation without a pin is not among them.
 *
 * The history is asked once for all pages that are given. `pathsById` tells the source pages of the whole tree by the
 * blob ids of their texts; it is asked only where a pin is not of the page's own source.
 */
export function readPins(
  pages: readonly PinnedPage[],
  history: SourceHistory,
  pathsById: () => ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, FoundPin> {
  const pins = new Map<string, FoundPin>();
  const behind: PinBehind[] = [];
  const sources = new Map(pages.filter((page) => page.isSource).map((page) => [page.key, page]));
  const sourceIds = new Map<string, string>();
  for (const page of pages) {
    const source = sources.get(page.key);
    if (page.isSource || source === undefined) continue;
    const pin = writtenPin(page.text, history.pinKey);
    if (pin === undefined) continue;
    const sourceId = sourceIds.get(page.key) ?? blobId(source.text);
    sourceIds.set(page.key, sourceId);
    if (!isRevisionId(pin)) {
      const is = pin === '' ? 'is empty' : `is \`${pin}\`, which is no git id of 7 to 40 hexadecimal digits`;
      const problem = `Its front matter \`${history.pinKey}\` ${is}, so it is unknown which source it was made from.`;
      pins.set(page.path, { state: 'unknown', known: 'pin', pin, problem });
    } else if (sourceId.startsWith(pin.toLowerCase())) {
      pins.set(page.path, { state: 'current', known: 'pin', pin });
    } else {
      behind.push({ path: page.path, source, sourceId, pin: { revision: pin, sourcePath: source.path } });
    }
  }
  if (behind.length === 0) return pins;

  const texts = history.readTexts(behind.map(({ pin }) => pin));
  const commits = history.readLastCommits([...new Set(behind.map(({ pin }) => pin.sourcePath))]);
  for (const page of behind) {
    const found = followPin(page, texts.get(pinName(page.pin)), history, pathsById);
    const lastCommit = found.state === 'behind' ? commits.get(page.pin.sourcePath) : undefined;
    pins.set(page.path, { ...found, ...(lastCommit && { lastCommit }) });
  }
  return pins;
}

/** A translation whose pin does not name the source as it is. */
interface PinBehind {
  readonly path: string;
  readonly source: PinnedPage;
  readonly sourceId: string;
  readonly pin: Pin;
}

function followPin(
  { source, sourceId, pin }: PinBehind,
  oldText: string | undefined,
  history: SourceHistory,
  pathsById: () => ReadonlyMap<string, readonly string[]>,
): FoundPin {
  if (oldText === undefined)
    return { state: 'behind', known: 'pin', pin: pin.revision, problem: lackOf(pin, history) };
  const oldId = blobId(oldText);
  // The pin names a commit that held the source as it is.
  if (oldId === sourceId) return { state: 'current', known: 'pin', pin: pin.revision };
  const other = pathsById()
    .get(oldId)
    ?.find((path) => path !== source.path);
  if (other !== undefined && isAnotherText(oldText, source.text)) {
    const problem = `Its front matter \`${history.pinKey}\` is the id of another page, \`${other}\`, so it is unknown which text of \`${pin.sourcePath}\` it was made from.`;
    return { state: 'unknown', known: 'pin', pin: pin.revision, problem };
  }
  return { state: 'behind', known: 'pin', pin: pin.revision, oldText };
}

/** A page that began as a copy of another is pinned to that other's text with reason; it shares most of its lines. */
function isAnotherText(oldText: string, text: string): boolean {
  return diffLines(oldText, text).changedLines * 2 > lineStartsOf(text).length;
}

/** As it stands in the file: YAML takes an id of digits alone for a number, and would drop its zeros. */
function writtenPin(text: string, key: string): string | undefined {
  if (!text.includes(key)) return undefined;
  const { frontMatter } = readFrontMatter(text, indexLines(text));
  const value = frontMatter?.data[key];
  if (value === undefined || value === null) return undefined;
  const span = frontMatter?.valueSpans.get(key);
  return typeof value === 'number' && span !== undefined
    ? text.slice(span.start.offset, span.end.offset)
    : String(value);
}

function lackOf(pin: Pin, history: SourceHistory): string {
  const why = history.limit() ?? `Git knows no text of it by the id \`${shortId(pin.revision)}\`.`;
  return `The source text it was made from is not to be had, so it was held against the source as it is, with less confidence. ${why}`;
}
