import { OperationalError } from '../operational-error.ts';
import { stampFrontMatter, yamlValue } from './stamp-front-matter.ts';
import { pinInFrontMatter } from './written-pins.ts';

/**
 * A page's text with a field of its front matter set; `a.b` is that key where the page has it, else the key `b` below `a`.
 * Every other character stays as it is. YAML, TOML and JSON are read.
 * @throws {OperationalError} Where the field cannot be set without a guess.
 * @example stampField('---\ntitle: A\n---\n', 'l10n.id', '0a881ee') // => '---\ntitle: A\nl10n:\n  id: 0a881ee\n---\n'
 */
export function stampField(text: string, key: string, value: string): string {
  const found = pinInFrontMatter(text, key);
  if (/^\uFEFF?\{\s*"/.test(text)) return stampJson(text, key, value, found);
  const isToml = /^\uFEFF?\+\+\+/.test(text);
  const dot = key.lastIndexOf('.');
  if (dot === -1 || isLiteral(text, key)) return stampFrontMatter(text, key, value);
  if (found !== undefined) return replaceValue(text, key, value, found);
  const [parent, child] = [key.slice(0, dot), key.slice(dot + 1)];
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  if (isToml) {
    const table = new RegExp(`^\\[${escaped(parent)}\\][ \\t]*(?:#[^\\r\\n]*)?(?:\\r\\n|\\n|\\r)`, 'm').exec(
      text,
    );
    if (table === null) return stampFrontMatter(text, key, value);
    return insert(text, table.index + table[0].length, `${child} = "${value}"${lineEnd}`);
  }
  const block = new RegExp(
    `^${escaped(parent)}:[ \\t]*(?:#[^\\r\\n]*)?(?:\\r\\n|\\n|\\r)(?=([ \\t]+)[^\\s#-])`,
    'm',
  ).exec(text);
  if (block !== null) {
    return insert(
      text,
      block.index + block[0].length,
      `${block[1] ?? '  '}${child}: ${yamlValue(value)}${lineEnd}`,
    );
  }
  if (parent.includes('.') || isLiteral(text, parent)) throw unclear(key);
  // The line is put where a new key goes, and then moved one level down.
  const draft = stampFrontMatter(text, parent, placeholder);
  return draft.replace(`${parent}: ${placeholder}`, `${parent}:${lineEnd}  ${child}: ${yamlValue(value)}`);
}

const placeholder = 'pin-of-lockstep';

/** True where a line of the front matter has the key as it is; Learn's keys are never anything else. */
function isLiteral(text: string, key: string): boolean {
  const end = text.slice(3).search(/^(?:---|\+\+\+|\.\.\.)[ \t]*$/m);
  const line = new RegExp(`^["']?${escaped(key)}["']?[ \\t]*[:=]`, 'm');
  return key.startsWith('ms.') || line.test(end === -1 ? '' : text.slice(0, end + 3));
}

function replaceValue(
  text: string,
  key: string,
  value: string,
  { span }: NonNullable<ReturnType<typeof pinInFrontMatter>>,
): string {
  const [from, to] = [span.start.offset, span.end.offset];
  const isQuoted = /["']/.test(text[from - 1] ?? '');
  const stamped = `${text.slice(0, from)}${isQuoted ? value : yamlValue(value)}${text.slice(to)}`;
  // A value of several lines, or one that is written twice, is not set by that.
  if (pinInFrontMatter(stamped, key)?.value !== value) throw unclear(key);
  return stamped;
}

function stampJson(
  text: string,
  key: string,
  value: string,
  found: ReturnType<typeof pinInFrontMatter>,
): string {
  const written = JSON.stringify(value);
  let stamped: string;
  if (found === undefined) {
    stamped = text.replace(
      /^(\uFEFF?\{)(\s*)/,
      (_, open: string, gap: string) =>
        `${open}${gap}${JSON.stringify(key)}: ${written},${gap === '' ? ' ' : gap}`,
    );
  } else {
    const [from, to] = [found.span.start.offset, found.span.end.offset];
    const isInside = text[from - 1] === '"' && text[from] !== '"';
    stamped = `${text.slice(0, from)}${isInside ? written.slice(1, -1) : written}${text.slice(to)}`;
  }
  const isGuess = found === undefined && key.includes('.') && !key.startsWith('ms.');
  if (isGuess || pinInFrontMatter(stamped, key)?.value !== value) throw unclear(key);
  return stamped;
}

function insert(text: string, at: number, line: string): string {
  return `${text.slice(0, at)}${line}${text.slice(at)}`;
}

function unclear(key: string): OperationalError {
  return new OperationalError(
    `Where \`${key}\` belongs in the front matter is not clear.`,
    `Write \`${key}\` with any value there, then stamp the page again.`,
  );
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
