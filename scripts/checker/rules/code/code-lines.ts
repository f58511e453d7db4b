import type { CodeLanguage } from './code-language.ts';

/** A line of code that says something besides comments. */
export interface CodeLine {
  /** Without white space at its ends. */
  readonly text: string;
  /** Where it begins in the block's text, in UTF-16 units. */
  readonly from: number;
  /** Columns of white space before it. */
  readonly indent: number;
  /** `$`, `PS C:\>`, `>>>`; empty where there is none. */
  readonly prompt: string;
  /** What must be the same in every language: no prompt, comments, quoted texts or placeholders. */
  readonly bare: string;
}

/** The lines of a code block that are more than comments, blank lines and lines of a text in quotes. */
export function readCodeLines(code: string, language: CodeLanguage): readonly CodeLine[] {
  const masked = maskWords(code, language);
  const lines: CodeLine[] = [];
  let from = 0;
  for (const whole of code.split('\n')) {
    const text = whole.trim();
    const own = masked.slice(from, from + whole.length);
    const prompt = promptOf(text);
    const bare = bareLine(
      own.trim().slice(prompt === '' ? 0 : text.indexOf(prompt) + prompt.length),
      language,
    );
    const before = whole.slice(0, whole.length - whole.trimStart().length);
    if (bare !== '') {
      const indent = before.replaceAll('\t', '    ').length;
      lines.push({ text, from: from + before.length, indent, prompt, bare });
    }
    from += whole.length + 1;
  }
  return lines;
}

const promptPattern =
  /^(?:[\w.@:~/\\[\]() -]{0,40}[$%]|PS(?: [^>\n]{0,60})?>|[A-Za-z]:\\[^>\n]{0,60}>|>>>|\.\.\.|>)(?=\s)/;

function promptOf(text: string): string {
  return promptPattern.exec(text)?.[0] ?? '';
}

/** Comments and quoted texts as spaces, everything else at its place; keys of data are no quoted texts. */
function maskWords(code: string, { name, reading }: CodeLanguage): string {
  const quoted = (whole: string): string =>
    whole.length < 2 ? whole : `${whole[0] ?? ''}${blank(whole.slice(1, -1))}${whole.at(-1) ?? ''}`;
  const isKey = (end: number): boolean => reading === 'data' && /^[ \t]*:/.test(code.slice(end, end + 8));
  return code
    .replaceAll(
      /"""[\s\S]*?"""|'''[\s\S]*?'''|\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|<#[\s\S]*?#>|\{#[\s\S]*?#\}/g,
      blank,
    )
    .replaceAll(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\\n]|\\.)*`/g, (whole, at: number) =>
      isKey(at + whole.length) ? whole : quoted(whole),
    )
    .replaceAll(commentPatternOf(name), blank);
}

function blank(whole: string): string {
  return whole.replaceAll(/[^\n]/g, ' ');
}

function commentPatternOf(name: string): RegExp {
  // `--` parts a command's own arguments from others, and a semicolon two commands.
  if (name === 'shell') return /(?<=^|[ \t])(?:#|\/\/).*$/gm;
  return /(?<=^|[ \t])(?:#|\/\/|--[ \t]|;|%|REM[ \t]|::|\*[ \t]).*$/gm;
}

function bareLine(line: string, { name, reading }: CodeLanguage): string {
  if (reading === 'markup') return markupOf(line);
  const withoutPlaceholders = line.replaceAll(/<[^<>]*>/g, '');
  const own = reading === 'data' && name !== 'json' ? withoutProse(withoutPlaceholders) : withoutPlaceholders;
  return reading === 'shell' || reading === 'text'
    ? own.replaceAll(codeSpace, ' ').trim()
    : own.replaceAll(codeSpace, '');
}

/** The spaces that programs know; a full-width one is none of them. */
const codeSpace = /[ \t\r\f\v]+/g;

/** Values of several words are said in the page's language: `title: Add a customer`. */
function withoutProse(line: string): string {
  return line
    .replace(/^(\s*(?:- )?[^\s:=]+\s*[:=])\s*\S+\s+\S.*$/, '$1')
    .replace(/^(\s*- )(?=.*\s)[^:]*$/, '$1');
}

/** Tags with what in them is no text, and expressions. */
function markupOf(line: string): string {
  const tags = line.match(/<\/?[\w:.-]+|\{\{[^{}]*\}\}|\{%[^{}]*%\}/g) ?? [];
  return tags.join(' ').replaceAll(/\s+/g, ' ');
}
