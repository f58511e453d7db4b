import { followPins, type PinAnswer, type PinQuestion } from './follow-pins.ts';
import type { FoundPin } from './found-pin.ts';
import { type GuessedPage, guessRevisions } from './guess-revisions.ts';
import { pastOf, wayOnFrom } from './past-of.ts';
import { joinSections, sectionQuestion } from './section-revisions.ts';
import type { SourceHistory } from './source-history.ts';
import { readWrittenPins, type WrittenPins } from './written-pins.ts';

/** A page that may hold a pin, or whose text a pin may speak of. */
export interface PinnedPage {
  readonly key: string;
  readonly path: string;
  readonly isSource: boolean;
  readonly text: string;
}

/**
 * What is known of the source text that each translation was made from, by path; a translation of which nothing says
 * anything is not among them.
 *
 * The history is asked once for all pages that are given. `pathsById` tells the source pages of the whole tree by the
 * blob ids of their texts; it is asked only where a pin is not of the page's own source.
 */
export function readPins(
  pages: readonly PinnedPage[],
  history: SourceHistory,
  pathsById: () => ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, FoundPin> {
  const sources = new Map(pages.filter((page) => page.isSource).map((page) => [page.key, page]));
  const pinned: PinnedTranslation[] = [];
  const unpinned: GuessedPage[] = [];
  for (const { key, path, text, isSource } of pages) {
    const source = sources.get(key);
    if (isSource || source === undefined) continue;
    const written = readWrittenPins(text, history.settings);
    if (written.page !== undefined || written.sections.length > 0) {
      const page = written.page === undefined ? undefined : { pin: written.page.value, source };
      const sections = written.sections.map((pin) => sectionQuestion(text, pin, source));
      pinned.push({ path, text, source, written, page, sections });
    } else if (history.settings.history === true) unpinned.push({ path, text, source });
  }

  const questions = pinned.flatMap(({ page, sections }) => [
    ...(page === undefined ? [] : [page]),
    ...sections,
  ]);
  const answers = new Map(
    followPins(questions, history, pathsById).map((answer, index) => [questions[index], answer]),
  );
  const pins = new Map<string, FoundPin>();
  for (const page of pinned) pins.set(page.path, joinAnswers(page, answers));
  for (const [index, found] of guessRevisions(unpinned, history).entries()) {
    const path = unpinned[index]?.path;
    if (path !== undefined) pins.set(path, found);
  }

  const sourceOf = new Map([...pinned, ...unpinned].map(({ path, source }) => [path, source]));
  for (const [path, found] of pins) {
    const source = sourceOf.get(path);
    if (found.state !== 'behind' || source === undefined) continue;
    if (found.sections !== undefined && found.oldText !== undefined) history.keep(found.oldText);
    const past = pastOf(history.changesOf(source.path), source.text);
    pins.set(path, { ...found, ...wayOnFrom(found.oldText, past) });
  }
  return pins;
}

interface PinnedTranslation {
  readonly path: string;
  readonly text: string;
  readonly source: PinnedPage;
  readonly written: WrittenPins;
  readonly page: PinQuestion | undefined;
  readonly sections: readonly PinQuestion[];
}

function joinAnswers(
  { text, source, written, page, sections }: PinnedTranslation,
  answers: ReadonlyMap<PinQuestion | undefined, PinAnswer>,
): FoundPin {
  const whole = page === undefined ? undefined : answers.get(page);
  const place = written.page === undefined ? {} : { span: written.page.span };
  const found: FoundPin = {
    ...(whole ?? { state: 'unknown', known: 'pin', problem: unsaid }),
    pin: written.page?.value ?? '',
    ...place,
  };
  if (sections.length === 0) return found;
  const base = found.oldText ?? source.text;
  const own = sections.flatMap((question) => answers.get(question) ?? []);
  const joined = joinSections(text, base, source, written.sections, own);
  const problem = found.problem ?? joined.sections.find((section) => section.problem !== undefined)?.problem;
  const isBehind = joined.text !== source.text;
  return {
    ...found,
    ...(problem !== undefined && { problem }),
    sections: joined.sections,
    ...(isBehind && { state: 'behind' as const, oldText: joined.text }),
    ...(!isBehind &&
      found.state === 'behind' &&
      found.oldText !== undefined && { state: 'current' as const }),
  };
}

const unsaid =
  'Some of its sections name the source text that they were made from, and the page as a whole does not, so the others were held against the source as it is.';
