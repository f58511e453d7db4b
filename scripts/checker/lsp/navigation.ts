import {
  type Hover,
  type Location,
  type LocationLink,
  MarkupKind,
  type Position,
} from 'vscode-languageserver/node';
import type { ClientFeatures } from './client-features.ts';
import { type BlockRange, counterpartsAt, nearestCounterparts } from './counterparts.ts';
import { hoverText } from './hover-text.ts';
import type { ProjectView } from './page-view.ts';

/** Where somebody points in a page that was checked. */
export interface PointedAt {
  readonly view: ProjectView;
  readonly path: string;
  /** In the text of the page, UTF-16 units. */
  readonly offset: number;
}

/** From a translation to what it translates: the source's block that answers the one pointed at, or the nearest around it. */
export async function findSource(
  { view, path, offset }: PointedAt,
  { knowsLinks }: ClientFeatures,
): Promise<LocationLink[] | Location[] | null> {
  const alignment = await view.project.alignmentOf(path);
  const found = alignment && nearestCounterparts(alignment, 'translation', offset);
  if (alignment === undefined || found === undefined) return null;
  const { sourcePath } = alignment;
  if (!knowsLinks) return found.others.map((range) => view.locationOf(sourcePath, range));
  const originSelectionRange = view.placesIn(path).rangeOf(found.own);
  return found.others.map((range) => {
    const { uri: targetUri, range: targetRange } = view.locationOf(sourcePath, range);
    const targetSelectionRange = { start: targetRange.start, end: endOfLine(targetRange) };
    return { originSelectionRange, targetUri, targetRange, targetSelectionRange };
  });
}

/** From a page to what answers it in the other languages: from the source to all translations, from one of them to the others. */
export async function findTranslations(
  { view, path, offset }: PointedAt,
  { isSourceWanted }: { readonly isSourceWanted: boolean },
): Promise<Location[]> {
  const { project } = view;
  const page = view.pageAt(path);
  if (page === undefined) return [];
  if (page.source === null) return translationsAt(view, path, [offset]);
  const alignment = await project.alignmentOf(path);
  const found = alignment && counterpartsAt(alignment, 'translation', offset);
  if (found === undefined) return [];
  const { source } = page;
  const origins = found.others.map(({ start }) => start.offset);
  return [
    ...(isSourceWanted ? found.others.map((range) => view.locationOf(source, range)) : []),
    ...(await translationsAt(view, source, origins, path)),
  ];
}

/** What the source says at a place of a translation. */
export async function hoverAt(
  { view, path, offset }: PointedAt,
  { showsMarkdown }: ClientFeatures,
): Promise<Hover | null> {
  const alignment = await view.project.alignmentOf(path);
  const found = alignment && counterpartsAt(alignment, 'translation', offset);
  if (alignment === undefined || found === undefined) return null;
  const { sourcePath } = alignment;
  const value = hoverText(found, {
    sourcePath,
    sourceText: view.textOf(sourcePath),
    standing: standingOf(view, path),
    isMarkdown: showsMarkdown,
  });
  return {
    contents: { kind: showsMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText, value },
    range: view.placesIn(path).rangeOf(found.own),
  };
}

async function translationsAt(
  view: ProjectView,
  sourcePath: string,
  offsets: readonly number[],
  except?: string,
): Promise<Location[]> {
  const locations: Location[] = [];
  for (const { path } of view.translationsOf(sourcePath)) {
    const alignment = path === except ? undefined : await view.project.alignmentOf(path);
    if (alignment === undefined) continue;
    const ranges = new Set<BlockRange>(
      offsets.flatMap((offset) => counterpartsAt(alignment, 'source', offset)?.others ?? []),
    );
    for (const range of ranges) locations.push(view.locationOf(path, range));
  }
  return locations;
}

/** The finding on a page that is behind says how far; the rule may be off. */
function standingOf(view: ProjectView, path: string): string | undefined {
  const state = view.pageAt(path)?.state;
  if (state === 'current') return 'The page is up to date with its source.';
  if (state !== 'behind') return undefined;
  const stale = view.findingsIn(path).find(({ rule }) => rule === 'stale-page');
  return `${stale?.message ?? 'The source has changed since this was translated'}.`;
}

function endOfLine({ start, end }: Location['range']): Position {
  return start.line === end.line ? end : { line: start.line, character: start.character };
}
