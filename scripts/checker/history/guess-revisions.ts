import { blobIds } from './blob-id.ts';
import { changedWords } from './changed-words.ts';
import type { FileChange } from './file-changes.ts';
import type { FoundPin } from './found-pin.ts';
import { type Past, pastOf } from './past-of.ts';
import type { SourceHistory } from './source-history.ts';

/** A translation without a pin, and its source. */
export interface GuessedPage {
  readonly path: string;
  readonly text: string;
  readonly source: { readonly path: string; readonly text: string };
}

/** Changes of a translation that are looked at, the newest; older ones are taken for answered. */
const mostChanges = 12;

/** How sure a guess is, at its best, with less to go by, and where source and translation lie in different repositories. */
const certainties = { best: 0.8, weak: 0.6, apart: 0.5 } as const;

/**
 * The source texts that translations are likely to have been made from, by the past of both files; in the order of the pages.
 *
 * A change of a translation is taken for an answer to what the source had become by then where it is about as large as what
 * had changed in the source since the answer before. So commits that move a page, reflow it, mend a typing error, or
 * replace a link in every language do not make an old translation look fresh, however many pages they touch, while a page
 * that was brought up to date together with its source, or in several commits, is what it looks like.
 */
export function guessRevisions(pages: readonly GuessedPage[], history: SourceHistory): readonly FoundPin[] {
  const stories = pages.map((page) => storyOf(page, history));
  const places = stories.flatMap(({ page, steps }) =>
    steps.map(({ change }) => ({ path: page.source.path, commit: change.commit, beside: page.path })),
  );
  const blobs = places.length === 0 ? [] : history.blobsAt(places);
  let at = 0;
  const wanted: { blob: string; path: string }[] = [];
  for (const story of stories) {
    for (const step of story.steps) {
      const blob = blobs[at++];
      if (blob === undefined) step.source = sourceOfThatTime(story, step.change);
      else step.source = { blob, isApart: false };
    }
    if (!needsTexts(story)) continue;
    const { path, source } = story.page;
    for (const { change, source: then } of story.steps) {
      for (const own of [change.blob, change.before]) if (own !== undefined) wanted.push({ blob: own, path });
      if (then !== undefined) wanted.push({ blob: then.blob, path: source.path });
    }
  }
  const texts = wanted.length === 0 ? new Map<string, string>() : history.readBlobs(wanted);
  return stories.map((story) => guess(story, texts, history));
}

interface Step {
  readonly change: FileChange;
  /** What the source was when the translation changed. */
  source?: { readonly blob: string; readonly isApart: boolean } | undefined;
}

/** How a translation and its source came to be what they are. */
interface Story {
  readonly page: GuessedPage;
  readonly past: Past;
  readonly sourcePast: Past;
  /** Oldest first. */
  readonly steps: readonly Step[];
}

function storyOf(page: GuessedPage, history: SourceHistory): Story {
  const past = pastOf(history.changesOf(page.path), page.text);
  const sourcePast = pastOf(history.changesOf(page.source.path), page.source.text);
  const steps = past.changes
    .filter(({ blob, before }) => blob !== undefined && blob !== before)
    .slice(0, mostChanges)
    .toReversed()
    .map((change): Step => ({ change }));
  return { page, past, sourcePast, steps };
}

/** Where the two lie in different repositories, or the source has come from elsewhere, its last text of that time. */
function sourceOfThatTime({ sourcePast }: Story, { commit }: FileChange): Step['source'] {
  const then = sourcePast.changes.find((change) => change.commit.time <= commit.time);
  return then?.blob === undefined ? undefined : { blob: then.blob, isApart: true };
}

/** Where the source was always what it is now, there is nothing to weigh. */
function needsTexts({ page, steps }: Story): boolean {
  const now = new Set(blobIds(page.source.text));
  return steps.some(({ source }) => source !== undefined && !now.has(source.blob));
}

function guess(story: Story, texts: ReadonlyMap<string, string>, history: SourceHistory): FoundPin {
  const { page, past, sourcePast, steps } = story;
  const limit = history.limit(page.path) ?? history.limit(page.source.path);
  if (past.changes.length === 0) {
    if (limit !== undefined) return unknown(limit);
    // A page that nobody has committed yet was made from the source that lies beside it.
    return { state: 'current', known: 'history', pin: '', certainty: certainties.best };
  }
  const now = new Set(blobIds(page.source.text));
  const textOf = (blob: string): string | undefined => (now.has(blob) ? page.source.text : texts.get(blob));
  const found = needsTexts(story) ? weigh(story, (blob) => texts.get(blob), textOf) : unchanged(story);
  if (found === undefined) {
    return unknown(
      limit ?? 'The source was not there when it was last changed, or its text is not available.',
    );
  }
  const isApart = steps.some(({ source }) => source?.isApart === true);
  const certainty = isApart ? certainties.apart : found.isWeak ? certainties.weak : certainties.best;
  const change = sourcePast.changes.find(({ blob }) => blob === found.blob);
  const known = { known: 'history', pin: change?.commit.shortId ?? '', certainty } as const;
  return isSameText(found.text, page.source.text)
    ? { state: 'current', ...known }
    : { state: 'behind', ...known, oldText: found.text };
}

function unknown(why: string): FoundPin {
  const problem = `It names no source text, and git does not tell from which one it was made. ${why}`;
  return { state: 'unknown', known: 'history', pin: '', problem };
}

interface Weighed {
  readonly blob: string;
  readonly text: string;
  /** True where something speaks against it. */
  readonly isWeak: boolean;
}

/** Where the source has never changed since the translation began, it was made from the source as it is. */
function unchanged({ page, past, sourcePast, steps }: Story): Weighed | undefined {
  const [first] = steps;
  const isAdded = first !== undefined && first.change.before === undefined;
  const isCut = past.isCut || sourcePast.isCut;
  if (steps.every(({ source }) => source === undefined) || (isCut && !isAdded)) return undefined;
  const [blob = ''] = blobIds(page.source.text);
  return { blob, text: page.source.text, isWeak: !isAdded || isImport(sourcePast, first.change) };
}

/** A page that came with its source may have been old by then. */
function isImport({ changes }: Past, { commit }: FileChange): boolean {
  return changes.at(-1)?.commit.id === commit.id;
}

/** A change counts as an answer to changes of the source up to so many times its own size. */
const largestAnswer = 4;

function weigh(
  { page, past, sourcePast, steps }: Story,
  ownText: (blob: string) => string | undefined,
  sourceText: (blob: string) => string | undefined,
): Weighed | undefined {
  let answered: Weighed | undefined;
  /** The source before the first change that is known, where what came before is cut off. */
  let reference: string | undefined;
  let pending = 0;
  let isQuestioned = false;
  const isCut = past.isCut || sourcePast.isCut;
  const look = (source: { blob: string; text: string }, words: () => number): void => {
    const before = answered?.text ?? reference ?? source.text;
    if (before === source.text && answered !== undefined) {
      // There is nothing to answer, so that the words need not be counted.
      pending = 0;
      return;
    }
    pending += words();
    const asked = changedWords(before, source.text);
    if (asked === 0) {
      if (answered !== undefined) answered = { ...source, isWeak: answered.isWeak };
    } else if (pending * largestAnswer >= asked) {
      answered = { ...source, isWeak: false };
      isQuestioned = false;
    } else {
      isQuestioned = true;
      return;
    }
    pending = 0;
  };
  for (const [index, { change, source }] of steps.entries()) {
    const text = source === undefined ? undefined : sourceText(source.blob);
    const after = change.blob === undefined ? undefined : ownText(change.blob);
    if (source === undefined || text === undefined || after === undefined) continue;
    const isAdded = change.before === undefined;
    if (index === 0 && !isAdded && isCut) {
      reference = text;
    } else if (answered === undefined && reference === undefined) {
      // What was before the newest changes is not looked at.
      answered = { blob: source.blob, text, isWeak: !isAdded || isImport(sourcePast, change) };
    } else {
      const before = change.before === undefined ? '' : (ownText(change.before) ?? '');
      look({ blob: source.blob, text }, () => (change.commit.isMechanical ? 0 : changedWords(before, after)));
    }
  }
  if (past.isUncommitted) {
    const last = steps.at(-1)?.change.blob;
    const before = last === undefined ? undefined : ownText(last);
    const [blob = ''] = blobIds(page.source.text);
    if (before !== undefined) look({ blob, text: page.source.text }, () => changedWords(before, page.text));
  }
  // TypeScript does not see what `look` assigns.
  const result = answered as Weighed | undefined;
  return result && { ...result, isWeak: result.isWeak || isQuestioned };
}

/** The same words, however they are set in lines. */
function isSameText(one: string, other: string): boolean {
  return one === other || one.replace(/\s+/g, ' ').trim() === other.replace(/\s+/g, ' ').trim();
}
