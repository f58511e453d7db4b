import type { Finding, Report, Severity } from '../../../src/domain/report/report.ts';
import { severities } from '../../../src/domain/report/severity.ts';
import { countBySeverity } from './by-severity.ts';
import { escapeForLog } from './escape-controls.ts';
import { pathFromRoot } from './path-from-root.ts';
import { summarySentence } from './pretty.ts';

/** What the reporter needs beside the report. */
export interface GithubOptions {
  /** Leads from the repository's root to the report's folder, with a slash at its end; empty in the root. */
  readonly above?: string;
}

/** So many annotations of each kind a step of a workflow may make; GitHub drops what is more. */
const mostOfKind = 10;

/** GitHub's words for severities. */
const commands = { error: 'error', warning: 'warning', note: 'notice' } as const satisfies Record<
  Severity,
  string
>;

/**
 * The report as workflow commands, which GitHub shows beside the lines of a pull request, and a sentence that sums up.
 *
 * Of each severity the surest ten are annotated, the gravest severity first; the others stand in the log below them,
 * in a group that is folded.
 */
export function* renderGithub(report: Report, { above = '' }: GithubOptions = {}): Iterable<string> {
  const annotated = severities.flatMap((wanted) =>
    report.findings
      .filter(({ severity }) => severity === wanted)
      .toSorted((one, other) => other.confidence - one.confidence)
      .slice(0, mostOfKind),
  );
  for (const finding of annotated) yield `${annotation(finding, above)}\n`;
  const shown = new Set(annotated);
  const others = report.findings.filter((finding) => !shown.has(finding));
  if (others.length > 0) {
    yield `::group::Not annotated, since GitHub shows ${mostOfKind} of a kind: ${countBySeverity(others)}\n`;
    for (const finding of others) yield `${plainLine(finding)}\n`;
    yield '::endgroup::\n';
  }
  for (const { path, reason } of report.notCompared) {
    yield `Not compared: ${escapeForLog(path)}: ${escapeForLog(reason)}\n`;
  }
  yield `${summarySentence(report)}\n`;
}

function annotation({ severity, path, range, rule, message, help }: Finding, above: string): string {
  const { start, end } = range;
  // Columns are for one line alone.
  const columns =
    start.line === end.line ? { col: start.column, endColumn: Math.max(start.column, end.column) } : {};
  const properties = {
    file: pathFromRoot(above, path),
    line: start.line,
    endLine: end.line,
    ...columns,
    title: rule,
  };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
  return `::${commands[severity]} ${written.join(',')}::${data(`${escapeForLog(message)}. ${escapeForLog(help)}`)}`;
}

function plainLine({ severity, path, range, rule, message }: Finding): string {
  const place = `${escapeForLog(path)}:${range.start.line}:${range.start.column}`;
  return `${place}  ${severity} ${rule}  ${escapeForLog(message)}`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(escapeForLog(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
