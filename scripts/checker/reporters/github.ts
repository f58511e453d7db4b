import type { Finding, Report, Severity } from '../../../src/domain/report/report.ts';
import { escapeControls } from './escape-controls.ts';
import { summarySentence } from './pretty.ts';

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
 * Of each severity the surest ten are annotated; the log says how many there are beside them.
 */
export function renderGithub(report: Report): string {
  const annotated = new Set(
    [...Map.groupBy(report.findings, ({ severity }) => severity).values()].flatMap((ofSeverity) =>
      ofSeverity.toSorted((one, other) => other.confidence - one.confidence).slice(0, mostOfKind),
    ),
  );
  const left = report.findings.length - annotated.size;
  return [
    ...report.findings.filter((finding) => annotated.has(finding)).map(annotation),
    ...report.notCompared.map(({ path, reason }) => `Not compared: ${plain(path)}: ${plain(reason)}`),
    ...(left > 0
      ? [
          `${left} more ${left === 1 ? 'finding is' : 'findings are'} not annotated: GitHub shows ${mostOfKind} of a kind.`,
        ]
      : []),
    summarySentence(report),
    '',
  ].join('\n');
}

function annotation({ severity, path, range, rule, message, help }: Finding): string {
  const { start, end } = range;
  // Columns are for one line alone.
  const columns =
    start.line === end.line ? { col: start.column, endColumn: Math.max(start.column, end.column) } : {};
  const properties = { file: path, line: start.line, endLine: end.line, ...columns, title: rule };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
  return `::${commands[severity]} ${written.join(',')}::${data(`${escapeControls(message)}. ${escapeControls(help)}`)}`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** A line of the log that is no command, whatever a path may hold. */
function plain(text: string): string {
  return escapeControls(text).replaceAll('::', ': :');
}
