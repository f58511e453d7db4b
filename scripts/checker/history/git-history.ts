import type { RevisionSettings } from '../config/revision-settings.ts';
import { blobId } from './blob-id.ts';
import { nameAt, namesOf } from './file-changes.ts';
import {
  type GitObject,
  type GitRepository,
  openRepository,
  type RepositoryPath,
  repositoryPaths,
} from './git-repository.ts';
import {
  type BlobPlace,
  type CommitPlace,
  isRevisionId,
  type OldText,
  type Pin,
  pinName,
  type SourceHistory,
} from './source-history.ts';

/** A page of the run. */
/** A commit that a past ends with. */
export interface HistoryEnd {
  /** The top folder of its repository, links followed. */
  readonly repository: string;
  readonly commit: string;
}

interface HistoryPage {
  /** Relative to the working folder. */
  readonly path: string;
  readonly isSource: boolean;
}

/**
 * The history that git keeps of pages; without git, or without a repository, it knows nothing and says so.
 *
 * Each page is looked up in the repository that it lies in: sources and translations may have their own. Of each repository one
 * process reads the past of all pages, when it is first asked for; the answers are of that moment. Of the repository that
 * `upTo` names it is the past up to that commit, for a look at an earlier state.
 */
export function gitHistory(
  folder: string,
  settings: RevisionSettings,
  pages: readonly HistoryPage[],
  upTo?: HistoryEnd,
): SourceHistory {
  const pathIn = repositoryPaths(folder);
  const repositories = new Map<string, GitRepository>();
  const repositoryOf = (root: string): GitRepository => {
    const commit = upTo?.repository === root ? upTo.commit : undefined;
    const known = repositories.get(root) ?? openRepository(root, () => pathsIn(root, pages, pathIn), commit);
    repositories.set(root, known);
    return known;
  };
  const made = new Map<string, string>();
  const limit = (path: string): string | undefined => {
    const place = pathIn(path);
    return place === undefined ? 'This folder is in no git repository.' : repositoryOf(place.root).limit();
  };
  const changesOf: SourceHistory['changesOf'] = (path) => {
    const place = pathIn(path);
    return place === undefined ? undefined : repositoryOf(place.root).changes().get(place.path);
  };

  /** Asks each repository for what is wanted of it, all at once; answers are in the order of the questions. */
  const askEach = <Question, Answer>(
    questions: readonly Question[],
    pathOf: (question: Question) => string,
    nameOf: (question: Question, place: RepositoryPath) => string,
    ask: (repository: GitRepository, names: readonly string[]) => readonly (Answer | undefined)[],
  ): readonly (Answer | undefined)[] => {
    const answers = questions.map((): Answer | undefined => undefined);
    const byRoot = new Map<string, { name: string; at: number }[]>();
    for (const [at, question] of questions.entries()) {
      const place = pathIn(pathOf(question));
      if (place === undefined) continue;
      const own = byRoot.get(place.root) ?? [];
      own.push({ name: nameOf(question, place), at });
      byRoot.set(place.root, own);
    }
    for (const [root, asked] of byRoot) {
      const names = [...new Set(asked.map(({ name }) => name))];
      const found = ask(repositoryOf(root), names);
      const byName = new Map(names.map((name, index) => [name, found[index]]));
      for (const { name, at } of asked) answers[at] = byName.get(name);
    }
    return answers;
  };
  const readTexts = (pins: readonly Pin[]): ReadonlyMap<string, OldText> => {
    const wanted = pins.filter(({ revision }) => isRevisionId(revision) && !made.has(revision));
    const objects = askEach(wanted, sourceOf, ({ revision }) => revision, readObjects);
    const texts = new Map<string, OldText>();
    for (const pin of pins) {
      const text = made.get(pin.revision);
      if (text !== undefined) texts.set(pinName(pin), { kind: 'blob', text });
    }
    let commits: Pin[] = [];
    for (const [index, pin] of wanted.entries()) {
      const object = objects[index];
      if (object?.text !== undefined) texts.set(pinName(pin), { kind: 'blob', text: object.text });
      if (object?.type === 'commit') commits.push(pin);
    }
    const readNamed = (nameOf: (path: string) => string | undefined): void => {
      const asked = commits.filter(({ sourcePath }) => nameOf(sourcePath) !== undefined);
      const files = askEach(
        asked,
        sourceOf,
        ({ revision, sourcePath }, { path }) => `${revision}:${nameOf(sourcePath) || path}`,
        readObjects,
      );
      for (const [index, pin] of asked.entries()) {
        const text = files[index]?.text;
        if (text !== undefined) texts.set(pinName(pin), { kind: 'commit', text });
      }
      commits = commits.filter((pin) => !texts.has(pinName(pin)));
    };
    if (commits.length === 0) return texts;
    readNamed(() => '');
    // In an older commit the source may have another name: the names it had are tried, the newest first.
    for (let age = 1; commits.length > 0; age++) {
      const nameOf = (path: string): string | undefined => {
        const changes = changesOf(path);
        return changes && namesOf(pathIn(path)?.path ?? path, changes)[age];
      };
      if (commits.every(({ sourcePath }) => nameOf(sourcePath) === undefined)) break;
      readNamed(nameOf);
    }
    for (const pin of commits) texts.set(pinName(pin), { kind: 'commit', text: undefined });
    return texts;
  };

  return {
    settings,
    readTexts,
    changesOf,
    readBlobs: (blobs: readonly BlobPlace[]) => {
      const objects = askEach(
        blobs,
        ({ path }) => path,
        ({ blob }) => blob,
        readObjects,
      );
      const texts = new Map<string, string>();
      for (const [index, { blob }] of blobs.entries()) {
        const text = objects[index]?.text;
        if (text !== undefined) texts.set(blob, text);
      }
      return texts;
    },
    blobsAt: (places: readonly CommitPlace[]) => {
      const together = places.filter(({ path, beside }) => isTogether(pathIn(path), pathIn(beside)));
      const ids = askEach(
        together,
        ({ path }) => path,
        ({ path, commit }, place) => {
          const changes = changesOf(path);
          return `${commit.id}:${changes === undefined ? place.path : nameAt(place.path, changes, commit)}`;
        },
        (repository, names) => repository.resolve(names),
      );
      const byPlace = new Map(together.map((place, index) => [place, ids[index]]));
      return places.map((place) => byPlace.get(place));
    },
    keep: (text) => void made.set(blobId(text), text),
    limit,
  };
}

function pathsIn(
  root: string,
  pages: readonly HistoryPage[],
  pathIn: (path: string) => RepositoryPath | undefined,
): ReadonlyMap<string, { readonly isSource: boolean }> {
  const paths = new Map<string, { readonly isSource: boolean }>();
  for (const { path, isSource } of pages) {
    const place = pathIn(path);
    if (place?.root === root) paths.set(place.path, { isSource });
  }
  return paths;
}

function readObjects(
  repository: GitRepository,
  names: readonly string[],
): readonly (GitObject | undefined)[] {
  return repository.readObjects(names);
}

function sourceOf({ sourcePath }: Pin): string {
  return sourcePath;
}

function isTogether(one: RepositoryPath | undefined, other: RepositoryPath | undefined): boolean {
  return one !== undefined && one.root === other?.root;
}
