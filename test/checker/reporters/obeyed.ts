/** What the terminal, the log of a build and an editor obey, but for line ends and our own isolates. */
export const obeyed =
  /[^\P{Cc}\n]|[\u2028\u2029\u061C\u200E\u200F\u202A-\u202E\u2066\u2067\uFEFF]|\p{Cs}|##[\w.]*\[/u;

/** Lines that GitHub's runner takes for commands. */
export function commandsIn(text: string): readonly string[] {
  return text.split(/\r\n|[\n\r]/).filter((line) => line.trimStart().startsWith('::'));
}
