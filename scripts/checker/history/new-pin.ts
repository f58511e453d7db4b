import type { RevisionSettings } from '../config/revision-settings.ts';
import { OperationalError } from '../operational-error.ts';
import { blobId } from './blob-id.ts';
import { type HashRecipe, hashOf, recipeFor } from './content-hash.ts';
import { pastOf } from './past-of.ts';
import { idSpan, pinKindOf, readPinValue } from './pin-value.ts';
import { isRevisionId, pinName, type SourceHistory } from './source-history.ts';
import { pinInFrontMatter } from './written-pins.ts';

/** A pin that a project has, and the source of the page that has it. */
export interface PinInUse {
  readonly pin: string;
  readonly source: { readonly path: string; readonly text: string };
}

/** How a project writes its pins. */
export interface PinForm {
  readonly kind: NonNullable<RevisionSettings['kind']>;
  /** For hashes. */
  readonly recipe?: HashRecipe;
}

/** How a project writes its pins, as its settings say or as those do that it has; blob ids where nothing tells. */
export function pinFormOf(inUse: readonly PinInUse[], history: SourceHistory): PinForm {
  const { hash } = history.settings;
  const said = pinKindOf(history.settings);
  const recipe = hash && { algorithm: hash.algorithm, of: hash.of ?? ('file' as const), isTrimmed: false };
  if (said !== undefined && said !== 'hash') return { kind: said };
  if (recipe !== undefined) return { kind: 'hash', recipe };
  const ids = inUse.flatMap(({ pin, source }) => {
    const value = readPinValue(pin, said);
    return value.kind === 'id' ? [{ id: value.id, source }] : [];
  });
  for (const { id, source } of ids) {
    if (blobId(source.text).startsWith(id)) return { kind: 'blob' };
    const used = recipeFor(id, source.text);
    if (used !== undefined) return { kind: 'hash', recipe: used };
  }
  if (said === 'hash') return { kind: 'hash' };
  if (inUse.some(({ pin }) => readPinValue(pin, said).kind === 'date')) return { kind: 'date' };
  const pins = ids
    .filter(({ id }) => isRevisionId(id))
    .map(({ id, source }) => ({ revision: id, sourcePath: source.path }));
  const texts = pins.length === 0 ? undefined : history.readTexts(pins);
  const kinds = pins.flatMap((pin) => texts?.get(pinName(pin))?.kind ?? []);
  return { kind: kinds[0] ?? 'blob' };
}

/**
 * The pin of a translation that was made from the source as it is.
 *
 * `before` is the pin that it has: an address or a word around the id stays, and a hash stays as short as it was.
 * `hashed` is what a hash is of, where that is not the whole source.
 * @throws {OperationalError} Where the source's text has no pin of that kind.
 */
export function newPin(
  { kind, recipe }: PinForm,
  before: string | undefined,
  source: PinInUse['source'],
  history: SourceHistory,
  hashed: string = source.text,
): string {
  const span = before === undefined ? undefined : idSpan(before);
  const around = (id: string): string =>
    before === undefined || span === undefined
      ? id
      : `${before.slice(0, span[0])}${id}${before.slice(span[1])}`;
  switch (kind) {
    case 'blob':
      return around(blobId(source.text));
    case 'commit':
      return around(lastCommitOf(source, history));
    case 'hash': {
      if (recipe === undefined) {
        throw new OperationalError(
          'The settings do not say how sources are hashed, and no pin of the project tells.',
          'Add `"hash": { "algorithm": "sha256" }` to `sourceRevision` in the settings.',
        );
      }
      const digits = hashOf(hashed, recipe);
      return around(span === undefined ? digits : digits.slice(0, Math.max(8, span[1] - span[0])));
    }
    case 'date': {
      lastCommitOf(source, history);
      const today = new Date().toISOString().slice(0, 10);
      const [year, month, day] = today.split('-');
      return /^\d{1,2}\/\d{1,2}\/\d{4}$/.test(before ?? '') ? `${month}/${day}/${year}` : today;
    }
    case 'field': {
      const field = history.settings.sourceField ?? history.settings.frontMatter ?? '';
      const value = pinInFrontMatter(source.text, field)?.value;
      if (value !== undefined) return value.replace(/^(["'])(.*)\1$/, '$2');
      throw new OperationalError(
        `The front matter of \`${source.path}\` has no \`${field}\` to repeat.`,
        `Write \`${field}\` into the source, then stamp the translation.`,
      );
    }
  }
}

/** The last commit that changed the source, of which the source as it is must be the text. */
function lastCommitOf({ path, text }: PinInUse['source'], history: SourceHistory): string {
  const { changes, isUncommitted, isCut } = pastOf(history.changesOf(path), text);
  const [last] = changes;
  if (last !== undefined && !isUncommitted) return last.commit.id;
  const limit = history.limit(path);
  if (last === undefined && (isCut || limit !== undefined)) {
    throw new OperationalError(
      `Git does not tell which commit \`${path}\` is from. ${limit ?? ''}`.trim(),
      'Run the command in a clone with the full history.',
    );
  }
  throw new OperationalError(
    `\`${path}\` has changes that are not committed, so that no commit holds the text the translation was made from.`,
    'Commit the source, then stamp the translation.',
  );
}
