/** What is written before a line of text, and how many of its units that takes the place of. */
export interface ProtectedLine {
  readonly prefix: string;
  readonly kept: number;
}

const blockStart =
  /^(?:[-+*](?=\s|$)|(\d{1,9})[.)](?=\s|$)|#{1,6}(?=\s|$)|>|`{3,}|~{3,}|=+\s*$|[-_*](?:\s*[-_*])+\s*$|[|:-][|:\- ]*-[|:\- ]*$)/;

/**
 * How a line of running text is written so that CommonMark takes it for no block: with a backslash before the marker.
 *
 * @example
 * protectedLine('2) Select') // => { prefix: '2\\', kept: 1 }
 */
export function protectedLine(text: string): ProtectedLine {
  const match = blockStart.exec(text);
  if (match === null) return { prefix: '', kept: 0 };
  const digits = match[1] ?? '';
  return { prefix: `${digits}\\`, kept: digits.length };
}
