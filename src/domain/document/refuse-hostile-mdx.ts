import { stretchesOf } from './stretches.ts';

/*
 * Sätteri 0.10 ends the process where MDX nests deeper than its stack, takes time in proportion to the square of the
 * expressions, and of the closing tags, of one paragraph, and takes twice the time for every tag that an expression
 * opens and does not close. The bounds are far above what any page for readers has.
 */

const deepestBrackets = 1000;
const mostOpenTags = 14;
const mostInParagraph = 4000;

/** Throws, as Sätteri does with `line:column: ` first, where MDX has more of something than can be parsed. */
export function refuseHostileMdx(body: string): void {
  refuseDeepBrackets(body);
  refuseOpenTags(body, outsideCode);
  refuseOpenTags(body, outsideStrings);
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

// Fenced code and code spans hold no tags. What looks like a string may be prose, so both ways of reading are taken.
const code = /^[ \t>]*(`{3,}|~{3,})[^\r\n]*[\r\n](?:(?![ \t>]*\1)[^\r\n]*[\r\n])*|`[^`]*`/;
const string = /"[^"\r\n]*"|'[^'\r\n]*'|\/\*(?:[^*]|\*(?!\/)){0,1000}\*\/|\/\/[^\r\n]*|\/[^/\s]{1,100}\//;
const tagOrBrace = /<\/[^<>{}]{0,200}>?|<(?=[\w$>])|\/>|[{}]/;
const outsideCode = new RegExp(`${code.source}|${tagOrBrace.source}`, 'gm');
const outsideStrings = new RegExp(`${code.source}|${string.source}|${tagOrBrace.source}`, 'gm');

/** Counts the tags that are open in the expressions around a place. */
function refuseOpenTags(body: string, signs: RegExp): void {
  /** Of each open brace, how many tags are open in the expression around it. */
  const around: number[] = [];
  let open = 0;
  let here = 0;
  for (const { 0: found, index } of body.matchAll(signs)) {
    if (found === '{') {
      around.push(here);
      here = 0;
    } else if (found === '}') {
      open -= here;
      here = around.pop() ?? here;
    } else if (found === '<' && around.length > 0) {
      here += 1;
      open += 1;
      if (open > mostOpenTags)
        refuse(body, index, `Expressions open more than ${mostOpenTags} tags that are not closed`);
    } else if ((found.startsWith('</') || found === '/>') && here > 0) {
      here -= 1;
      open -= 1;
    }
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
