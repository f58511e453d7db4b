import { cleanText, lengthOf } from './normalise.ts';

/** The most characters a contact's name can have. Documented: Partner Center rules of February 2024. */
export const personNameLimit = 40;

/**
 * Names that stand for nobody. "test", "admin" and "nobody" are documented as examples (February 2024), the others
 * are inferred. Only a whole name counts, with or without digits and signs: Testa and Adminov are people.
 */
const placeholders =
  /^(?:test|testing|admin|administrator|nobody|fake|dummy|placeholder|asdf|qwerty|xxx+|тест|админ|测试|測試|管理员|管理員)$/iu;

/**
 * What is wrong with a contact's name that is not empty, or `undefined`.
 *
 * Documented for February 2024 on: not one character unless it is Chinese, no placeholder, at most 40 characters, not
 * only digits, signs or emoji. A middle name may be an initial: its field takes one character and more.
 * @example personNameFault('李', { initial: false }) // => undefined
 * @example personNameFault('K', { initial: false }) // => 'singleCharacter'
 */
export function personNameFault(
  typed: string,
  { initial }: { readonly initial: boolean },
): 'tooLong' | 'noLetters' | 'singleCharacter' | 'placeholder' | undefined {
  const name = cleanText(typed);
  if (lengthOf(name) > personNameLimit) return 'tooLong';
  if (!/\p{L}/u.test(name)) return 'noLetters';
  if (!initial && lengthOf(name) === 1 && !/\p{Script=Han}/u.test(name)) return 'singleCharacter';
  return placeholders.test(name.normalize('NFKC').replace(/[^\p{L}\p{M}]/gu, '')) ? 'placeholder' : undefined;
}
