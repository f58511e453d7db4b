import type { Finding, Report } from '../../../src/domain/report/report.ts';
import { escapeControls } from './escape-controls.ts';
import { summarySentence } from './pretty.ts';

/** Characters that a comment on GitHub or GitLab may have, with some room for what a workflow puts around it. */
const mostCharacters = 60_000;

const marks = { error: '🔴 error', warning: '🟡 warning', note: '🔵 note' } as const;

/**
 * The report as Markdown for a comment on a pull request: the sentence that sums up, then a table for each page.
 *
 * A comment has a length that hosts refuse to exceed: what does not fit is counted at the end. Nothing that pages hold
 * is read as Markdown, as HTML or as the name of a person.
 */
export function renderMarkdown(report: Report): string {
  const parts = ['### Lockstep', '', plainText(summarySentence(report)), ''];
  let length = parts.join('\n').length;
  let left = 0;
  for (const [path, findings] of Map.groupBy(report.findings, (finding) => finding.path)) {
    const head = [
      `#### ${code(path)}`,
      '',
      '| Line | | Rule | What is wrong |',
      '| ---: | --- | --- | --- |',
    ];
    const headLength = head.join('\n').length + 2;
    const rows: string[] = [];
    let rowsLength = headLength;
    for (const finding of findings) {
      const row = rowOf(finding);
      if (left > 0 || length + rowsLength + row.length + 1 > mostCharacters) left++;
      else {
        rows.push(row);
        rowsLength += row.length + 1;
      }
    }
    if (rows.length === 0) continue;
    parts.push(...head, ...rows, '');
    length += rowsLength;
  }
  if (left > 0) parts.push(`… and ${left} more ${left === 1 ? 'finding' : 'findings'}.`, '');
  const lacks = report.notCompared.length;
  if (lacks > 0) {
    parts.push(`${lacks} ${lacks === 1 ? 'page' : 'pages'} could not be compared, wholly or in part.`, '');
  }
  return parts.join('\n');
}

function rowOf({ range, severity, rule, message, help, related }: Finding): string {
  const [source] = related;
  const other = source === undefined ? '' : ` <br>${code(`${source.path}:${source.range.start.line}`)}`;
  const words = `${inline(message)}<br>${inline(help)}${other}`;
  return `| ${range.start.line} | ${marks[severity]} | ${code(rule)} | ${words} |`;
}

/** A message has its values in backticks; what stands between them is words of the checker and of pages. */
function inline(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part) => (/^`[^`]+`$/.test(part) ? code(part.slice(1, -1)) : plainText(part)))
    .join('');
}

/** Text in which nothing is markup, a link or a mention. */
function plainText(text: string): string {
  return escapeControls(text)
    .replace(/[\\`*_{}[\]<>()#+!|~&$^=:-]/g, (sign) => `\\${sign}`)
    .replace(/@(?=\w)/g, '@\u200B')
    .replace(/\bwww\./gi, 'www\u200B.');
}

/** A code span, in a cell of a table: a bar ends the cell even there, unless it is escaped. */
function code(text: string): string {
  const shown = escapeControls(text).replaceAll('|', '\\|');
  const longest = Math.max(0, ...Array.from(shown.matchAll(/`+/g), ([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^`|`$|^ .* $/.test(shown) ? ' ' : '';
  return shown === '' ? '' : `${fence}${pad}${shown}${pad}${fence}`;
}
