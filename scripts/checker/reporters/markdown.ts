import type { Finding, NotCompared, Report } from '../../../src/domain/report/report.ts';
import { countBySeverity, gravestFirst } from './by-severity.ts';
import { escapeForLog } from './escape-controls.ts';
import { escapeXml } from './escape-xml.ts';
import { counted, summarySentence } from './pretty.ts';

/** A comment on GitHub may have 65,536 characters, one on GitLab a million; some room is left for what a workflow adds. */
const mostCharacters = 60_000;

/** Pages whose tables stand open; a longer comment buries the conversation around it. */
const mostOpen = 3;

const marks = { error: '🔴 error', warning: '🟡 warning', note: '🔵 note' } as const;

/**
 * The report as Markdown for a comment on a pull request: the sentence that sums up, then a table for each page, folded
 * where there are many.
 *
 * Hosts refuse a comment that is too long: what does not fit is left out, the lightest first, and counted at the end.
 * Nothing that pages hold is read as Markdown, as HTML, or as the name of a person or an issue.
 */
export function renderMarkdown(report: Report): string {
  const top = ['### Lockstep', '', plainText(summarySentence(report)), ''];
  const lacks = notComparedList(report.notCompared);
  const { chosen, left } = chooseFitting(
    report.findings,
    mostCharacters - lengthOf(top) - lengthOf(lacks) - countBySeverity(report.findings).length,
  );
  const pages = [
    ...Map.groupBy(
      report.findings.filter((finding) => chosen.has(finding)),
      ({ path }) => path,
    ),
  ];
  const tables = pages.flatMap(([path, findings]) => [
    ...headOf(path, findings, pages.length <= mostOpen),
    ...findings.map((finding) => chosen.get(finding) ?? ''),
    ...tableEnd,
  ]);
  const rest =
    left.length === 0 ? [] : [`… and ${countBySeverity(left)} more, for which a comment has no room.`, ''];
  return [...top, ...tables, ...rest, ...lacks].join('\n');
}

/** Rows of findings, the gravest first, as long as they fit; every page costs its head. */
function chooseFitting(
  findings: readonly Finding[],
  room: number,
): { readonly chosen: ReadonlyMap<Finding, string>; readonly left: readonly Finding[] } {
  const chosen = new Map<Finding, string>();
  const left: Finding[] = [];
  const begun = new Set<string>();
  let used = 0;
  for (const finding of gravestFirst(findings)) {
    const row = rowOf(finding);
    const around = begun.has(finding.path) ? [] : [...headOf(finding.path, findings, true), ...tableEnd];
    const cost = lengthOf([row]) + lengthOf(around);
    const isLighterThanLeft = left[0] !== undefined && left[0].severity !== finding.severity;
    if (isLighterThanLeft || used + cost > room) {
      left.push(finding);
      continue;
    }
    used += cost;
    begun.add(finding.path);
    chosen.set(finding, row);
  }
  return { chosen, left };
}

/** Inside of HTML, Markdown begins again after an empty line. */
function headOf(path: string, findings: readonly Finding[], isOpen: boolean): readonly string[] {
  return [
    `<details${isOpen ? ' open' : ''}><summary><code>${escapeXml(path)}</code> ${countBySeverity(findings)}</summary>`,
    '',
    '| Line | | Rule | What is wrong |',
    '| ---: | --- | --- | --- |',
  ];
}

const tableEnd = ['', '</details>', ''];

function lengthOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length + 1, 0);
}

function rowOf({ range, severity, rule, message, help, related }: Finding): string {
  const [source] = related;
  const other = source === undefined ? '' : ` <br>${code(`${source.path}:${source.range.start.line}`)}`;
  const words = `${inline(message)}<br>${inline(help)}${other}`;
  return `| ${range.start.line} | ${marks[severity]} | ${code(rule)} | ${words} |`;
}

/** Entries of a list that may be long: the first few, and how many more there are. */
function notComparedList(entries: readonly NotCompared[]): readonly string[] {
  if (entries.length === 0) return [];
  const shown = entries.slice(0, 20).map(({ path, reason }) => `- ${code(path)} ${inline(reason)}`);
  const fitting = shown.filter((_, at) => lengthOf(shown.slice(0, at + 1)) < mostCharacters / 6);
  const more = entries.length - fitting.length;
  return [
    `<details><summary>${counted(entries.length, 'page')} could not be compared, wholly or in part</summary>`,
    '',
    ...fitting,
    ...(more > 0 ? [`- … and ${more} more`] : []),
    '',
    '</details>',
    '',
  ];
}

/** A message has its values in backticks; what stands between them is words of the checker and of pages. */
function inline(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part) => (/^`[^`]+`$/.test(part) ? code(part.slice(1, -1)) : plainText(part)))
    .join('');
}

/**
 * Text in which nothing is markup, a link or a mention.
 *
 * Hosts look for people and issues in what is shown, where no backslash is left: a space without width parts the sign
 * from the name.
 */
function plainText(text: string): string {
  return escapeForLog(text)
    .replace(/[\\`*_{}[\]<>()#+!|~&$^=:@%-]/g, (sign) => `\\${sign}`)
    .replace(/(?<=[@#!~&$%])(?=[\w"])/g, '\u200B')
    .replace(/(www|\bGH)(?=\\?[.-])/gi, '$1\u200B');
}

/** Text as code, in a cell of a table; hosts look for nobody in it. */
function code(text: string): string {
  const shown = escapeForLog(text);
  if (shown.trim() === '') return '';
  // A bar ends the cell even inside of backticks, and a backslash before it may make it one that does not.
  return /[`|\\]|^ | $/.test(shown) ? `<code>${plainText(text)}</code>` : `\`${shown}\``;
}
