import type { Root } from 'mdast';
import { parseMarkdown } from '../../satteri-parser.ts';

/**
 * Throws, as Sätteri does with `line:column: ` first, where an `export` opens a bracket and does not close it:
 * Sätteri takes what follows for code up to a blank line, MDX itself refuses the page. So it does where an open string
 * ends in a backslash: at the end of a page, such a string would end the process of a build.
 */
export function refuseOpenModule(tree: Root): void {
  for (const node of tree.children) {
    if (node.type === 'mdxjsEsm' && endsInBackslash(node.value)) {
      const { line = 1, column = 1 } = node.position?.start ?? {};
      throw new Error(`${line}:${column}: Expected a quotation mark that closes the last string`);
    }
    if (node.type !== 'mdxjsEsm' || !leavesBracketOpen(node.value) || isExpression(node.value)) continue;
    const { line = 1, column = 1 } = node.position?.start ?? {};
    const word = /^\w+/.exec(node.value)?.[0] ?? 'export';
    throw new Error(`${line}:${column}: Expected a closing bracket for \`${word}\``);
  }
}

const quoted =
  /\/\*[\s\S]*?\*\/|\/\/[^\r\n]*|"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\\\r\n]|\\.)*'|`(?:[^`\\]|\\[\s\S])*`/g;

function endsInBackslash(code: string): boolean {
  return code.trimEnd().endsWith('\\') && code.replaceAll(quoted, '').trimEnd().endsWith('\\');
}

/** Whether brackets seem to be open at the end, strings and comments left out. */
function leavesBracketOpen(code: string): boolean {
  if (!/[([{]/.test(code)) return false;
  let depth = 0;
  for (const [bracket] of code.replaceAll(quoted, '').matchAll(/[([{}\])]/g))
    depth += '([{'.includes(bracket) ? 1 : -1;
  return depth > 0;
}

/** Whether Sätteri reads the code's statements as the body of a function, so that a bracket only seems to be open. */
function isExpression(code: string): boolean {
  const statements = code
    .replaceAll(/^import\b[^'"\r\n]*['"][^'"\r\n]*['"][^\r\n]*$/gm, '')
    .replaceAll(/^export[ \t]+default\b/gm, '0,')
    .replaceAll(/^export\b/gm, '');
  try {
    parseMarkdown(`{async () => {\n${statements}\n}}`, { syntax: 'mdx' });
    return true;
  } catch {
    return false;
  }
}
