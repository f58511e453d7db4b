import { blobId, blobIds, shortId } from './blob-id.ts';
import { isHash, recipeFor } from './content-hash.ts';
import type { FoundPin } from './found-pin.ts';
import { diffLines, lineStartsOf } from './line-diff.ts';
import { pastOf } from './past-of.ts';
import { type PinValue, pinKindOf, readPinValue } from './pin-value.ts';
import { isRevisionId, type OldText, pinName, type SourceHistory } from './source-history.ts';
import { pinInFrontMatter } from './written-pins.ts';

/** Which text of a source a pin means. */
export interface PinQuestion {
  /** As the translation writes it. */
  readonly pin: string;
  readonly source: { readonly path: string; readonly text: string };
  /** What a hash may be of: the page by default, or a section of it. */
  readonly hashed?: (text: string) => string | undefined;
}

/** What a pin came to. */
export type PinAnswer = Pick<FoundPin, 'state' | 'known' | 'certainty' | 'oldText' | 'problem'>;

/**
 * Which text each pin means; answers are in the order of the questions.
 *
 * The history is asked for all at once. `pathsById` tells the source pages of the whole tree by the blob ids of their texts; it
 * is asked only where a pin is not of the page's own source.
 */
export function followPins(
  questions: readonly PinQuestion[],
  history: SourceHistory,
  pathsById: () => ReadonlyMap<string, readonly string[]>,
): readonly PinAnswer[] {
  const kind = pinKindOf(history.settings);
  const answers = new Map<PinQuestion, PinAnswer>();
  const values = new Map(questions.map((question) => [question, readPinValue(question.pin, kind)]));
  const open = (): readonly PinQuestion[] => questions.filter((question) => !answers.has(question));
  const idOf = (question: PinQuestion): string => {
    const value = values.get(question);
    return value?.kind === 'id' ? value.id : '';
  };

  let isHashed = false;
  for (const question of questions) {
    const value = values.get(question) ?? { kind: 'unknown' };
    const answer = atOnce(question, value, history);
    if (answer?.known === 'hash') isHashed = true;
    if (answer !== undefined) answers.set(question, answer);
  }

  const ofGit = open().filter((question) => kind !== 'hash' && isRevisionId(idOf(question)));
  const pinOf = (question: PinQuestion): { revision: string; sourcePath: string } => {
    return { revision: idOf(question), sourcePath: question.source.path };
  };
  const texts = ofGit.length === 0 ? new Map<string, OldText>() : history.readTexts(ofGit.map(pinOf));
  for (const question of ofGit) {
    const old = texts.get(pinName(pinOf(question)));
    if (old !== undefined) answers.set(question, answerOf(question, old, history, pathsById));
  }

  const inPast = open().filter(
    (question) => values.get(question)?.kind !== 'id' || mayBeHash(idOf(question), kind),
  );
  const past = readPasts(inPast, history);
  for (const question of inPast) {
    const answer = fromPast(question, values.get(question), past.get(question.source.path) ?? [], history);
    if (answer?.known === 'hash') isHashed = true;
    if (answer !== undefined) answers.set(question, answer);
  }
  return questions.map(
    (question) => answers.get(question) ?? unfollowed(question, idOf(question), kind, isHashed, history),
  );
}

/** What needs no history. */
function atOnce(question: PinQuestion, value: PinValue, { settings }: SourceHistory): PinAnswer | undefined {
  const { pin, source } = question;
  switch (value.kind) {
    case 'unknown': {
      const is = pin === '' ? 'is empty' : `is \`${pin}\`, which is neither a git id nor a hash nor a date`;
      const problem = `Its ${nameOfPin(settings)} ${is}, so it is unknown which source it was made from.`;
      return { state: 'unknown', known: 'pin', problem };
    }
    case 'date':
      return undefined;
    case 'field': {
      const field = settings.sourceField ?? settings.frontMatter ?? '';
      const now = pinInFrontMatter(source.text, field)?.value;
      if (now === pin) return { state: 'current', known: 'date', certainty: fieldCertainty };
      if (now !== undefined) return undefined;
      const problem = `The front matter of \`${source.path}\` has no \`${field}\`, so it is unknown which text of it this was made from.`;
      return { state: 'unknown', known: 'date', problem };
    }
    case 'id': {
      if (isRevisionId(value.id) && blobIds(source.text).some((id) => id.startsWith(value.id))) {
        return { state: 'current', known: 'pin' };
      }
      const text = question.hashed === undefined ? source.text : question.hashed(source.text);
      const recipe = text === undefined ? undefined : recipeFor(value.id, text);
      return recipe === undefined ? undefined : { state: 'current', known: 'hash' };
    }
  }
}

function answerOf(
  { pin, source }: PinQuestion,
  old: OldText,
  { settings }: SourceHistory,
  pathsById: () => ReadonlyMap<string, readonly string[]>,
): PinAnswer {
  if (old.text === undefined) {
    const problem = `Its ${nameOfPin(settings)} names the commit \`${pin}\`, in which there is no text of \`${source.path}\` to be had, so it is unknown which one it was made from.`;
    return { state: 'unknown', known: 'pin', problem };
  }
  const oldId = blobId(old.text);
  if (oldId === blobId(source.text)) return { state: 'current', known: 'pin' };
  const other =
    old.kind === 'commit'
      ? undefined
      : pathsById()
          .get(oldId)
          ?.find((path) => path !== source.path);
  if (other !== undefined && isAnotherText(old.text, source.text)) {
    const problem = `Its ${nameOfPin(settings)} is the id of another page, \`${other}\`, so it is unknown which text of \`${source.path}\` it was made from.`;
    return { state: 'unknown', known: 'pin', problem };
  }
  return { state: 'behind', known: 'pin', oldText: old.text };
}

/** A page that began as a copy of another is pinned to that other's text with reason; it shares most of its lines. */
function isAnotherText(oldText: string, text: string): boolean {
  return diffLines(oldText, text).changedLines * 2 > lineStartsOf(text).length;
}

function mayBeHash(id: string, kind: ReturnType<typeof pinKindOf>): boolean {
  return isHash(id) && (kind === undefined || kind === 'hash');
}

/** A text that a source once had. */
interface PastText {
  /** Seconds since 1970 at which it came to be. */
  readonly time: number;
  readonly text: string;
}

/** Every text that the sources have had, by their paths, the newest first. */
function readPasts(
  questions: readonly PinQuestion[],
  history: SourceHistory,
): ReadonlyMap<string, readonly PastText[]> {
  const changes = new Map(
    questions.map(({ source: { path, text } }) => [path, pastOf(history.changesOf(path), text).changes]),
  );
  const blobs = [...changes].flatMap(([path, own]) =>
    own.flatMap(({ blob }) => (blob === undefined ? [] : [{ blob, path }])),
  );
  const texts = blobs.length === 0 ? new Map<string, string>() : history.readBlobs(blobs);
  return new Map(
    Array.from(changes, ([path, own]) => [
      path,
      own.flatMap(({ blob, commit }): PastText[] => {
        const text = blob === undefined ? undefined : texts.get(blob);
        return text === undefined ? [] : [{ time: commit.time, text }];
      }),
    ]),
  );
}

/** How sure it is that a translation with the source's version was made from the newest text of that version. */
const fieldCertainty = 0.9;
/** How sure it is that a translation of a day was made from the text of that day. */
const dateCertainty = 0.7;

function fromPast(
  question: PinQuestion,
  value: PinValue | undefined,
  past: readonly PastText[],
  history: SourceHistory,
): PinAnswer | undefined {
  const { pin, source } = question;
  const isNow = (text: string): boolean => blobId(text) === blobId(source.text);
  switch (value?.kind) {
    case 'date': {
      const known = { known: 'date', certainty: dateCertainty } as const;
      const then = past.find(({ time }) => time <= value.until);
      if (then !== undefined) {
        return isNow(then.text)
          ? { state: 'current', ...known }
          : { state: 'behind', ...known, oldText: then.text };
      }
      const why = history.limit(source.path) ?? `Git knows no text of \`${source.path}\` from then.`;
      const problem = `It was translated on ${pin}, and what its source was on that day is unknown. ${why}`;
      return { state: 'unknown', known: 'date', problem };
    }
    case 'field': {
      const field = history.settings.sourceField ?? history.settings.frontMatter ?? '';
      const then = past.find(({ text }) => pinInFrontMatter(text, field)?.value === pin);
      const known = { state: 'behind', known: 'date', certainty: fieldCertainty } as const;
      if (then !== undefined) return { ...known, oldText: then.text };
      const why = history.limit(source.path) ?? `Git knows no text of it whose \`${field}\` is \`${pin}\`.`;
      return { ...known, problem: `${standIn} ${why}` };
    }
    case 'id': {
      const then = past.find(({ text }) => {
        const hashed = question.hashed === undefined ? text : question.hashed(text);
        return hashed !== undefined && recipeFor(value.id, hashed) !== undefined;
      });
      return then === undefined
        ? undefined
        : isNow(then.text)
          ? { state: 'current', known: 'hash' }
          : { state: 'behind', known: 'hash', oldText: then.text };
    }
    default:
      return undefined;
  }
}

const standIn =
  'The source text it was made from is not available, so it was held against the source as it is, with less confidence.';

/** An id that nobody knows: of a text that is not the source's, unless it may be the id of something else. */
function unfollowed(
  { source, pin }: PinQuestion,
  id: string,
  kind: ReturnType<typeof pinKindOf>,
  isHashed: boolean,
  history: SourceHistory,
): PinAnswer {
  const limit = history.limit(source.path);
  const name = nameOfPin(history.settings);
  if (kind === 'commit') {
    const problem = `Its ${name} names the commit \`${pin}\`, which is not here, so it is unknown which text of \`${source.path}\` it was made from. ${limit ?? 'Git knows no commit by that id.'}`;
    return { state: 'unknown', known: 'pin', problem };
  }
  if (kind === 'hash' || !isRevisionId(id)) {
    // Another hash of the project has been understood: this one is of another text than today's.
    if (isHashed)
      return {
        state: 'behind',
        known: 'hash',
        problem: `${standIn} ${limit ?? 'No text of it in git has that hash.'}`,
      };
    const problem = `Its ${name} is \`${pin}\`, and no text of \`${source.path}\` has that hash in a way the checker knows, so it is unknown which source it was made from.${limit === undefined ? '' : ` ${limit}`}`;
    return { state: 'unknown', known: 'hash', problem };
  }
  return {
    state: 'behind',
    known: 'pin',
    problem: `${standIn} ${limit ?? `Git knows no text of it by the id \`${shortId(id)}\`.`}`,
  };
}

/** What people call the place of the pin. */
function nameOfPin({ frontMatter, comment }: SourceHistory['settings']): string {
  return frontMatter === undefined ? `comment \`${comment ?? ''}\`` : `front matter \`${frontMatter}\``;
}
