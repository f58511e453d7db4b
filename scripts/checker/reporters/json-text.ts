import { commandBrackets, controls } from './escape-controls.ts';

/**
 * A value as JSON, `indent` spaces a level, in which nothing is obeyed by a terminal or the log of a build that prints
 * it: what would be is written as an escape, and means the same.
 * @example jsonText('##[group]') // => '"##\\u005Bgroup]"'
 */
export function jsonText(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent)
    .replace(controls, (character) => (character === '\n' ? character : escaped(character)))
    .replace(commandBrackets, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
