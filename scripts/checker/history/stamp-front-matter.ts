import { parse } from 'yaml';
import { OperationalError } from '../operational-error.ts';

/**
 * A page's text with `key` in its front matter set to `id`; every other character stays as it is.
 *
 * An existing value keeps its quotes and the comment behind it; a new key goes last; a page without front matter
 * gets one, after its BOM and with its line ends. YAML (`---`) and TOML (`+++`) are read.
 * @throws {OperationalError} Where the front matter has no end, or the key's value goes over several lines.
 * @example stampFrontMatter('---\ntitle: A\n---\n', 'source', 'ce01362') // => '---\ntitle: A\nsource: ce01362\n---\n'
 */
export function stampFrontMatter(text: string, key: string, id: string): string {
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const bom = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const body = text.slice(bom.length);
  const fence = /^(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)/.exec(body);
  if (fence === null) {
    const block = ['---', `${key}: ${yamlValue(id)}`, '---', '', ''].join(lineEnd);
    return `${bom}${block}${body}`;
  }
  const marker = fence[1] === '+++' ? '+++' : '---';
  const start = fence[0].length;
  const end = endOfFrontMatter(body, start, marker);
  if (end === undefined) {
    throw new OperationalError(
      `The front matter has no closing \`${marker}\`.`,
      'Close it, then stamp the page again.',
    );
  }
  const isToml = marker === '+++';
  // TOML's top level ends at its first table; keys below that are the table's.
  const table = isToml ? body.slice(start, end).search(/^[ \t]*\[/m) : -1;
  const topEnd = table === -1 ? end : start + table;
  const stamped = setKey(body.slice(start, topEnd), key, id, isToml, lineEnd);
  return `${bom}${body.slice(0, start)}${stamped}${body.slice(topEnd)}`;
}

function endOfFrontMatter(body: string, start: number, marker: string): number | undefined {
  const closing = marker === '+++' ? /^\+\+\+[ \t]*$/m : /^(?:---|\.\.\.)[ \t]*$/m;
  const at = body.slice(start).search(closing);
  return at === -1 ? undefined : start + at;
}

function setKey(block: string, key: string, id: string, isToml: boolean, lineEnd: string): string {
  const name = key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const separator = isToml ? '[ \\t]*=[ \\t]*' : '[ \\t]*:(?:[ \\t]+|(?=\\r|\\n|$))';
  const line = new RegExp(`^((?:${name}|"${name}"|'${name}')${separator})([^\\r\\n]*)`, 'm');
  const found = line.exec(block);
  if (found === null) {
    const value = isToml ? `${key} = "${id}"` : `${key}: ${yamlValue(id)}`;
    return `${block}${value}${lineEnd}`;
  }
  const [whole, head = '', tail = ''] = found;
  const value = /^("[^"]*"|'[^']*'|[^\s#]*)([ \t]*(?:#.*)?)$/.exec(tail);
  const after = block.slice(found.index + whole.length);
  if (value === null || /^[|>[{&*!]/.test(tail) || /^(?:\r\n|\n|\r)[ \t]+\S/.test(after)) {
    throw new OperationalError(
      `The value of \`${key}\` in the front matter is not one plain line.`,
      `Write \`${key}:\` alone, then stamp the page again.`,
    );
  }
  const quote = /^["']/.exec(value[1] ?? '')?.[0];
  const written = quote === undefined ? (isToml ? `"${id}"` : yamlValue(id)) : `${quote}${id}${quote}`;
  const gap = /\s$/.test(head) || isToml ? '' : ' ';
  return `${block.slice(0, found.index)}${head}${gap}${written}${value[2] ?? ''}${after}`;
}

/** A value as YAML reads it: an id of digits alone, or with one `e` among them, would be a number without quotes. */
export function yamlValue(id: string): string {
  return parse(id) === id ? id : `'${id.replaceAll("'", "''")}'`;
}
