import type { Paragraph } from 'mdast';
import { endOf, startOf } from './node-place.ts';
import type { Reading } from './reading.ts';
import { marksIn } from './segments.ts';

/** The `[!NOTE]` that makes a quote a callout. */
export interface CalloutMarker {
  /** Lower case. */
  readonly kind: string;
  /** Behind the marker, where a title may stand. */
  readonly end: number;
  readonly lineEnd: number;
  /** Where the text of the next line starts. */
  readonly next: number;
}

/** The marker that a quote's first paragraph starts with. */
export function calloutMarkerOf(reading: Reading, paragraph: Paragraph): CalloutMarker | undefined {
  if (!reading.dialect.hasQuoteCallouts) return undefined;
  const start = startOf(paragraph);
  const source = reading.text.slice(start, endOf(paragraph));
  const match = /^\[!(\p{L}[\p{L}\w-]*)([^\]\r\n]*)\][ \t]*/u.exec(source);
  if (match === null || marksIn(reading, start, start + match[0].length, 'text').length > 0) return undefined;
  const line = /^[^\r\n]*/.exec(source)?.[0].length ?? 0;
  const prefix = /^(?:\r\n|\n|\r)[ \t>]*/.exec(source.slice(line))?.[0].length ?? 0;
  return {
    kind: (match[1] ?? '').toLowerCase(),
    end: start + match[0].length,
    lineEnd: start + line,
    next: start + line + prefix,
  };
}
