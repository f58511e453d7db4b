import type { Position, Range } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Point, Span } from '../../../src/domain/document/page-document.ts';

/** What a file may begin with, and editors keep to themselves. */
export const byteOrderMark = '\uFEFF';

/** Places of one file, as reports have them and as editors do. */
export interface Places {
  readonly rangeOf: (span: Span) => Range;
  readonly offsetAt: (position: Position) => number;
}

/**
 * Turns places of a report into those of the Language Server Protocol and back: both count UTF-16 units, the protocol
 * from 0.
 *
 * Editors show no byte order mark, and do not count it; `isMarkShown` says that one does.
 * @example mapPlaces('Välj **Kunder**.').rangeOf(span) // => { start: { line: 0, character: 5 }, end: … }
 */
export function mapPlaces(text: string, isMarkShown = false): Places {
  const mark = text.startsWith(byteOrderMark) && !isMarkShown ? 1 : 0;
  const positionOf = ({ line, column }: Point): Position => ({
    line: line - 1,
    character: Math.max(column - 1 - (line === 1 ? mark : 0), 0),
  });
  let document: TextDocument | undefined;
  return {
    rangeOf: ({ start, end }) => ({ start: positionOf(start), end: positionOf(end) }),
    offsetAt: (position) => {
      document ??= TextDocument.create('', '', 0, text.slice(mark));
      return document.offsetAt(position) + mark;
    },
  };
}
