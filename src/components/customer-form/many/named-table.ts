/** A table with the name that it goes by. */
export interface NamedTable {
  readonly source: Blob;
  readonly name: string;
}

/** How many characters become bytes in one go: more at a time keep the page from answering. */
const pieceLength = 1_000_000;

/** The bytes of a text, which are made piece by piece: what was pasted may be as long as a file. */
export async function blobOf(text: string): Promise<Blob> {
  const pieces: Blob[] = [];
  let from = 0;
  while (from < text.length) {
    let end = from + pieceLength;
    // Two units may stand for one character, which has no bytes in halves.
    if (/[\uD800-\uDBFF]/.test(text.charAt(end - 1))) end += 1;
    pieces.push(new Blob([text.slice(from, end)]));
    from = end;
    await new Promise((resolve) => setTimeout(resolve));
  }
  return new Blob(pieces);
}
