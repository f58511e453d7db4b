import type { LineIndex } from './line-index.ts';
import type { ParseProblem } from './page-document.ts';

/*
 * What hostile or broken pages cost: Sätteri 0.10 takes time, or memory, in proportion to the square of some things,
 * and ends the process where it runs out of stack. The bounds are far above what any page for readers has.
 */

const mostMarkers = 500;
const mostReferences = 10_000;
const deepestBrackets = 1000;

/**
 * The page with white space for the quote and list markers, and for the character references, of a line beyond a
 * bound; offsets stay. What is left out is added to `problems`.
 */
export function limitMarkup(body: string, lines: LineIndex, problems: ParseProblem[]): string {
  const blank = (at: number, excess: string, message: string): string => {
    problems.push({ kind: 'syntax', message, span: lines.spanOf(at, at + excess.length) });
    return excess.replace(/[^\r\n]/g, ' ');
  };
  const limited = body.replace(tooManyMarkers, (_, kept: string, excess: string, at: number) => {
    const message = `A line opens more than ${mostMarkers} quotes and lists, the rest of them is not read`;
    return kept + blank(at + kept.length, excess, message);
  });
  if (countOf('&', limited) <= mostReferences) return limited;
  return limited.replace(/[^\r\n]+/g, (line, at: number) => {
    if (countOf('&', line) <= mostReferences) return line;
    const end = placeAfter('&', line, mostReferences);
    const message = `A line has more than ${mostReferences} character references, the rest of it is not read`;
    return line.slice(0, end) + blank(at + end, line.slice(end), message);
  });
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

/** Throws, as Sätteri does with `line:column: ` first, where brackets of MDX nest too deep for its stack. */
export function refuseDeepBrackets(body: string): void {
  let depth = 0;
  for (const { 0: bracket, index } of body.matchAll(/[([{}\])]/g)) {
    depth = '([{'.includes(bracket) ? depth + 1 : Math.max(depth - 1, 0);
    if (depth <= deepestBrackets) continue;
    const before = body.slice(body.startsWith('\uFEFF') ? 1 : 0, index).split(/\r\n|\n|\r/);
    const place = `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
    throw new Error(`${place}: Brackets are nested more than ${deepestBrackets} levels deep`);
  }
}
