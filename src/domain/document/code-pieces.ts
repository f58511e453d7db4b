import type { Reading } from './reading.ts';

/** Code that stands in the file as it is: the whole of it, a line, or a line end. */
export interface CodePiece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Code in one piece where the file has it so, else line by line: a list's or quote's prefix is no part of it. */
export function codePieces(
  { text }: Pick<Reading, 'text'>,
  code: string,
  start: number,
  end: number,
): readonly CodePiece[] {
  if (code === '') return [];
  const source = text.slice(start, end);
  const fence = /^(?:[`~]{3,}|\{\{[<%])[^\r\n]*(?:\r\n|\n|\r)/.exec(source)?.[0].length ?? 0;
  if (source.startsWith(code, fence))
    return [{ text: code, start: start + fence, end: start + fence + code.length }];
  const pieces: CodePiece[] = [];
  const sourceLines = [...source.slice(fence).matchAll(/([^\r\n]*)(\r\n|\n|\r|$)/g)];
  const codeLines = [...code.matchAll(/([^\r\n]*)(\r\n|\n|\r|$)/g)];
  for (const [index, [whole, line = '']] of codeLines.entries()) {
    if (whole === '') continue;
    const sourceLine = sourceLines[index];
    const lineStart = start + fence + (sourceLine?.index ?? source.length - fence);
    const lineEnd = lineStart + (sourceLine?.[1]?.length ?? 0);
    const from = (sourceLine?.[1] ?? '').endsWith(line) ? lineEnd - line.length : lineStart;
    if (line !== '') pieces.push({ text: line, start: from, end: lineEnd });
    const ending = whole.slice(line.length);
    if (ending !== '')
      pieces.push({ text: ending, start: lineEnd, end: lineEnd + (sourceLine?.[2]?.length ?? 0) });
  }
  return pieces;
}
