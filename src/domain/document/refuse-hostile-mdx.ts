import { stretchesOf } from './stretches.ts';

/*
 * Sätteri 0.10 ends the process where MDX nests deeper than its stack, and takes time in proportion to the square of
 * the expressions, and of the closing tags, of one paragraph. The bounds are far above what any page for readers has.
 */

const deepestBrackets = 1000;
const mostInParagraph = 4000;

/** Throws, as Sätteri does with `line:column: ` first, where MDX has more of something than can be parsed. */
export function refuseHostileMdx(body: string): void {
  refuseDeepBrackets(body);
  if (body.length < mostInParagraph) return;
  for (const { start, end } of stretchesOf(body)) {
    refuseTooMany('{', 'expressions', body, start, end);
    refuseTooMany('</', 'closing tags', body, start, end);
  }
}

function refuseDeepBrackets(body: string): void {
  let depth = 0;
  for (const { 0: bracket, index } of body.matchAll(/[([{}\])]/g)) {
    depth = '([{'.includes(bracket) ? depth + 1 : Math.max(depth - 1, 0);
    if (depth > deepestBrackets)
      refuse(body, index, `Brackets are nested more than ${deepestBrackets} levels deep`);
  }
}

function refuseTooMany(sign: string, name: string, body: string, start: number, end: number): void {
  let count = 0;
  for (let at = body.indexOf(sign, start); at !== -1 && at < end; at = body.indexOf(sign, at + 1)) {
    count += 1;
    if (count > mostInParagraph) refuse(body, at, `A paragraph has more than ${mostInParagraph} ${name}`);
  }
}

function refuse(body: string, at: number, message: string): never {
  const before = body.slice(body.startsWith('\uFEFF') ? 1 : 0, at).split(/\r\n|\n|\r/);
  throw new Error(`${before.length}:${(before.at(-1)?.length ?? 0) + 1}: ${message}`);
}
