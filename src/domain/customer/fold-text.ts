import { toAscii } from './normalise.ts';

/**
 * The text as it is compared where somebody searches: letters alone, without case, accents and width. "И" and "Й", "Е"
 * and "Ё" are one letter here, as readers type.
 * @example foldText('ＣＡＦÉ') // => 'cafe'
 */
export function foldText(text: string): string {
  return toAscii(text).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
