import { localeTagOf } from '../../../src/domain/locale/locale-tag.ts';

/**
 * Whether a folder, or a part of a file's name, may be called after a locale: two letters, or a language with a script or
 * region; three letters alone are words more often (`src`, `doc`).
 */
export function isLocale(part: string): boolean {
  const before = known.get(part);
  if (before !== undefined) return before;
  const isOne = clearMistakes.test(part) || (shape.test(part) && localeTagOf(part) !== undefined);
  known.set(part, isOne);
  return isOne;
}

/** Large trees have few different names of folders, and asking about one takes long. */
const known = new Map<string, boolean>();

const shape = /^(?:[a-z]{2}|[a-z]{2,3}[-_@][a-z\d]{2,8}(?:[-_@][a-z\d]{2,8})?)$/i;

/** Spellings that are no locales and nothing else either; of `rs` and `at` that cannot be said. */
const clearMistakes =
  /^(?:cn|cz|jp|ua|vn|arabic|chinese|czech|danish|dutch|english|finnish|french|german|greek|hebrew|hindi|hungarian|indonesian|italian|japanese|korean|norwegian|persian|polish|portuguese|romanian|russian|spanish|swedish|thai|turkish|ukrainian|vietnamese)$/i;
