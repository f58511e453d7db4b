import type { LineIndex } from './line-index.ts';
import type { ParseProblem } from './page-document.ts';
import { stretchesOf } from './stretches.ts';

/*
 * What hostile or broken pages cost: Sätteri 0.10 takes time, or memory, in proportion to the square of some things.
 * The bounds are far above what any page for readers has.
 */

const mostMarkers = 500;
const mostReferences = 10_000;

/**
 * The page with white space for the quote and list markers of a line, and for the character references of a stretch
 * of lines, beyond a bound; offsets stay. What is left out is added to `problems`.
 */
export function limitMarkup(body: string, lines: LineIndex, problems: ParseProblem[]): string {
  const blank = (at: number, excess: string, message: string): string => {
    problems.push({ kind: 'syntax', message, span: lines.spanOf(at, at + excess.length) });
    return excess.replace(/[^\r\n]/g, ' ');
  };
  const limited = !hasLongLine(body)
    ? body
    : body.replace(tooManyMarkers, (_, kept: string, excess: string, at: number) => {
        const message = `A line opens more than ${mostMarkers} quotes and lists, the rest of them is not read`;
        return kept + blank(at + kept.length, excess, message);
      });
  if (countOf('&', limited) <= mostReferences) return limited;
  let result = '';
  for (const { start, end } of stretchesOf(limited)) {
    const source = limited.slice(start, end);
    const keptEnd =
      countOf('&', source) > mostReferences ? placeAfter('&', source, mostReferences) : end - start;
    result += limited.slice(result.length, start) + source.slice(0, keptEnd);
    if (keptEnd === source.length) continue;
    const message = `A paragraph has more than ${mostReferences} character references, the rest of it is not read`;
    result += blank(start + keptEnd, source.slice(keptEnd), message);
  }
  return result + limited.slice(result.length);
}

/** Whether a line may hold so many markers that some are too many: most pages have none so long. */
function hasLongLine(text: string): boolean {
  for (let start = 0; start + mostMarkers < text.length; ) {
    const feed = text.lastIndexOf('\n', start + mostMarkers);
    if (feed < start) return true;
    start = feed + 1;
  }
  return false;
}

const marker = '[ \\t]*(?:>|[-+*](?=[ \\t])|\\d{1,9}[.)](?=[ \\t]))';
const tooManyMarkers = new RegExp(`^((?:${marker}){${mostMarkers}})((?:${marker})+)`, 'gm');

function countOf(sign: string, text: string): number {
  let count = 0;
  for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + 1)) count += 1;
  return count;
}

function placeAfter(sign: string, text: string, count: number): number {
  let at = -1;
  for (let found = 0; found < count; found += 1) at = text.indexOf(sign, at + 1);
  return at + 1;
}
