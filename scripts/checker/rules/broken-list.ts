import { type BrokenList, findBrokenLists } from '../../../src/domain/document/broken-lists.ts';
import { emptySpanAt } from '../../../src/domain/document/spans.ts';
import type { DraftFix, PageRule } from './rule.ts';

/** Finds list markers that the renderer shows as text, and text that it takes for a list. */
export const brokenList: PageRule = {
  id: 'broken-list',
  on: 'page',
  severity: 'warning',
  docs: {
    summary: 'A list marker stays in the text, or something else is taken for one.',
    why: 'Two steps run into one paragraph, or a sentence is torn apart, and a reader loses the order.',
    fix: 'Set each marker at the start of a line, with a space behind it, and nothing else.',
  },
  *check({ page: { document } }) {
    for (const broken of findBrokenLists(document)) {
      const fix = fixFor(broken, document.text);
      yield {
        message: messageFor(broken),
        help: helpFor(broken),
        span: broken.span,
        // A list of one item may be meant after all.
        ...(/^accidental-(?:bullet|number)$/.test(broken.kind) && { severity: 'note' }),
        confidence: confidenceIn(broken.kind),
        data: { kind: broken.kind, marker: broken.marker },
        ...(fix && { fix }),
      };
    }
  },
};

function confidenceIn(kind: BrokenList['kind']): number {
  if (kind === 'accidental-bullet' || kind === 'accidental-number') return 0.7;
  return kind === 'joined-step' || kind === 'accidental-heading' ? 0.85 : 0.95;
}

function messageFor({ kind, marker, text }: BrokenList): string {
  const start = beginningOf(text);
  switch (kind) {
    case 'glued-number':
    case 'glued-bullet':
      return `A reader sees \`${marker}${start}\` as text, not as an item of the list`;
    case 'joined-step':
      return `Step \`${marker} ${start}\` stands amid the text of the step before`;
    case 'typed-bullet':
      return `A reader sees \`${marker} ${start}\` in one line with the text above`;
    case 'accidental-bullet':
    case 'accidental-number':
      return `\`${marker}\` at the start of the line turns \`${start}\` into a list of one item`;
    case 'accidental-heading':
      return `\`${marker}\` turns the paragraph above, \`${start}\`, into a heading`;
    case 'unparted-list':
      return `A reader sees the list from \`${marker} ${start}\` on as part of the paragraph above`;
    case 'bracketed-number':
      return `A reader sees \`${marker} ${start}\` and what follows as running text, not as steps`;
  }
}

function helpFor({ kind, marker, text }: BrokenList): string {
  switch (kind) {
    case 'glued-number':
    case 'glued-bullet': {
      return `Set a space behind the marker: \`${repairedMarker(marker)} ${beginningOf(text)}\`.`;
    }
    case 'joined-step':
      return `Begin a new line before \`${marker}\`.`;
    case 'typed-bullet':
      return `Write the list with dashes: \`- ${beginningOf(text)}\`.`;
    case 'accidental-number':
      return `Join the line with the one above, or write \`${marker.slice(0, -1)}\\${marker.slice(-1)}\`.`;
    case 'accidental-bullet':
      return `Move \`${marker}\` to the end of the line above, or write \`\\${marker}\`.`;
    case 'accidental-heading':
      return 'Set a blank line above the dashes.';
    case 'unparted-list':
      return `Set a blank line above \`${marker}\`.`;
    case 'bracketed-number':
      return `Write the numbers with full stops: \`${marker.replace(')', '.')} ${beginningOf(text)}\`.`;
  }
}

/** A marker as Markdown has it: East Asian digits and stops are none. */
function repairedMarker(marker: string): string {
  return marker.normalize('NFKC').replace(/、/, '.');
}

/** Where the list is plain to see, one space or one empty line makes it one. */
function fixFor({ kind, marker, span }: BrokenList, text: string): DraftFix | undefined {
  if (kind === 'glued-number' || kind === 'glued-bullet') {
    const edits = [{ span, text: `${repairedMarker(marker)} ` }];
    return { title: 'Set a space behind the marker', safety: 'safe', edits };
  }
  const lineStart = text.lastIndexOf('\n', span.start.offset - 1) + 1;
  const isFirst = /^[ \t]*$/.test(text.slice(lineStart, span.start.offset));
  if (kind !== 'unparted-list' || !isFirst) return undefined;
  const point = { line: span.start.line, column: 1, offset: lineStart };
  const lineEnd = text.charAt(lineStart - 2) === '\r' ? '\r\n' : '\n';
  return {
    title: 'Set an empty line above the list',
    // A list that goes on with a number after what is no part of it begins anew there.
    safety: /^[2-9]|^1\d/.test(marker) ? 'unsafe' : 'safe',
    edits: [{ span: emptySpanAt(point), text: lineEnd }],
  };
}

/** Up to 30 characters, on one line, without code marks. */
function beginningOf(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').replaceAll('`', '').trim();
  return line.length > 32 ? `${[...line].slice(0, 30).join('').trimEnd()}…` : line;
}
