/**
 * Names in backticks as one phrase; of many the first three and how many more there are.
 *
 * @example quoteAll(['de-DE', 'ja-JP']) // => '`de-DE` and `ja-JP`'
 */
export function quoteAll(names: readonly string[]): string {
  const quoted = names.map((name) => `\`${name}\``);
  if (quoted.length > 4) return `${quoted.slice(0, 3).join(', ')} and ${quoted.length - 3} more`;
  const last = quoted.at(-1) ?? '';
  return quoted.length < 2 ? last : `${quoted.slice(0, -1).join(', ')} and ${last}`;
}
