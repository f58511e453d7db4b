import { stretchesOf } from './stretches.ts';

/*
 * Sätteri 0.10 ends the process where MDX nests deeper than its stack (a thread's is smaller than a process's), takes time in proportion to the square of the
 * expressions, and of the closing tags, of one paragraph, and takes twice the time for every tag that an expression
 * opens and does not close. The bounds are far above what any page for readers has.
 */

const deepestBrackets = 1000;
const mostOpenTags = 14;
const mostOpenTagsInText = 500;
const longestChain = 2000;
const mostInParagraph = 4000;

/** Throws, as Sätteri does with `line:column: ` first, where MDX has more of something than can be parsed. */
export function refuseHostileMdx(body: string): void {
  refuseDeepBrackets(body);
  // What looks like a string in an expression may be prose between tags, so both ways of reading are taken.
  refuseOpenTags(body, inExpressions);
  refuseOpenTags(body, inExpressionsOutsideStrings);
  refuseLongChains(body);
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

const fence = /^[ \t>]*(`{3,}|~{3,})[^\r\n]*[\r\n](?:(?![ \t>]*\1)[^\r\n]*[\r\n])*/;
const span = /`(?:[^`\r\n]|(?:\r\n|\n|\r)(?![ \t]*[\r\n])){0,2000}`/;
const string = /"[^"\r\n]*"|'[^'\r\n]*'|\/\*(?:[^*]|\*(?!\/)){0,1000}\*\/|\/\/[^\r\n]*|\/[^/\s]{1,100}\//;
const tagOrBrace = /<\/[^<>{}]{0,200}>?|<(?=[\w$>])|\/>|[{}]/;
const inText = oneOf(fence, span, tagOrBrace);
const inExpressions = oneOf(fence, tagOrBrace);
const inExpressionsOutsideStrings = oneOf(fence, span, string, tagOrBrace);

function oneOf(...patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => source).join('|'), 'gm');
}

/** Counts the tags that are open in the expressions around a place. */
function refuseOpenTags(body: string, inside: RegExp): void {
  /** Of each open brace, how many tags are open in the expression around it. */
  const around: number[] = [];
  let open = 0;
  let here = 0;
  let end = 0;
  for (;;) {
    const signs = around.length === 0 ? inText : inside;
    signs.lastIndex = end;
    const match = signs.exec(body);
    if (match === null) return;
    end = signs.lastIndex;
    const [found] = match;
    if (found === '{') {
      around.push(here);
      here = 0;
    } else if (found === '}') {
      if (around.length > 0) open -= here;
      here = around.pop() ?? here;
    } else if (found === '<') {
      here += 1;
      if (around.length === 0) {
        if (here > mostOpenTagsInText)
          refuse(body, match.index, `More than ${mostOpenTagsInText} tags are opened and not closed`);
        continue;
      }
      open += 1;
      if (open > mostOpenTags)
        refuse(body, match.index, `Expressions open more than ${mostOpenTags} tags that are not closed`);
    } else if ((found.startsWith('</') || found === '/>') && here > 0) {
      here -= 1;
      if (around.length > 0) open -= 1;
    }
  }
}

// What JavaScript nests without brackets: `a => b => …`, `if (a) if (b) …`, `a ? b : c ? …`, `!!…`.
const chained =
  /[{},]|;[ \t]*[\r\n](?!\s{0,100}else)|^(?:import|export)\b|(?:\r\n|\n|\r(?!\n))[ \t]*(?=[\r\n])|=>|[-+!~=?:*|&^%]|\b(?:if|else|for|while|with|do|new|typeof|void|delete|await|async|yield|extends|keyof)\b/gm;

function refuseLongChains(body: string): void {
  let depth = 0;
  let length = 0;
  let isStatement = false;
  for (const { 0: found, index } of body.matchAll(chained)) {
    if (found === '{' || found === '}') {
      depth = found === '{' ? depth + 1 : Math.max(depth - 1, 0);
      if (found === '}') length = 0;
    } else if (found === ',' || found.startsWith(';')) length = 0;
    else if (found === 'import' || found === 'export') isStatement = true;
    else if (found.trim() === '') isStatement = false;
    else if (depth > 0 || isStatement) length += 1;
    if (length > longestChain)
      refuse(body, index, `An expression chains more than ${longestChain} operators`);
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
