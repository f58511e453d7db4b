import {
  type Finding,
  type Report,
  type Severity,
  severitySchema,
} from '../../../src/domain/report/report.ts';
import { escapeXml } from './escape-xml.ts';
import { pathFromRoot } from './path-from-root.ts';

/** What the reporter needs beside the report. */
export interface JunitOptions {
  /** From this severity on, a finding is a failed test. */
  readonly failOn: Severity;
  /** Leads from the repository's root to the report's folder, with a slash at its end; empty in the root. */
  readonly above?: string;
}

/**
 * The report in the XML that test runners have in common since JUnit, which CI servers read.
 *
 * A page is a suite and each finding a test case: failed from `failOn` on, else passed with the finding as its output.
 * A page without findings is one passed case, a page that could not be judged a skipped one.
 */
export function* renderJunit(report: Report, { failOn, above = '' }: JunitOptions): Iterable<string> {
  const suites = suitesOf(report, failOn);
  const sum = (count: (suite: Suite) => number): number =>
    suites.reduce((total, suite) => total + count(suite), 0);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuites name="lockstep" tests="${sum(testsOf)}" failures="${sum(failuresOf)}" errors="0" skipped="${sum(skippedOf)}" time="0">\n`;
  for (const suite of suites) yield writeSuite(suite, above);
  yield '</testsuites>\n';
}

interface Suite {
  readonly path: string;
  readonly failed: readonly Finding[];
  readonly passed: readonly Finding[];
  /** Why the page, or a part of it, was not judged. */
  readonly skipped: readonly string[];
}

function suitesOf({ pages, findings, notCompared }: Report, failOn: Severity): readonly Suite[] {
  const order = severitySchema.options;
  const isFailure = ({ severity }: Finding): boolean => order.indexOf(severity) <= order.indexOf(failOn);
  const found = Map.groupBy(findings, ({ path }) => path);
  const lacking = Map.groupBy(notCompared, ({ path }) => path);
  const paths = new Set([...pages.map(({ path }) => path), ...found.keys(), ...lacking.keys()]);
  return [...paths].toSorted().map((path) => {
    const own = found.get(path) ?? [];
    return {
      path,
      failed: own.filter(isFailure),
      passed: own.filter((finding) => !isFailure(finding)),
      skipped: (lacking.get(path) ?? []).map(({ reason }) => reason),
    };
  });
}

function writeSuite(suite: Suite, above: string): string {
  const { path, failed, passed, skipped } = suite;
  const isClean = failed.length + passed.length + skipped.length === 0;
  // Readers that sum up times take a missing one for no number; `file` is what a server links to.
  const always = `classname="${escapeXml(path)}" file="${escapeXml(pathFromRoot(above, path))}" time="0"`;
  return [
    `<testsuite name="${escapeXml(path)}" tests="${testsOf(suite)}" failures="${failuresOf(suite)}" errors="0" skipped="${skippedOf(suite)}" time="0">`,
    ...(isClean ? [`  <testcase name="nothing to fix" ${always}/>`] : []),
    ...failed.map((finding) =>
      writeCase(finding, always, `<failure ${failureAttributes(finding)}>`, '</failure>'),
    ),
    ...passed.map((finding) => writeCase(finding, always, '<system-out>', '</system-out>')),
    ...skipped.map(
      (reason) =>
        `  <testcase name="not compared" ${always}><skipped message="${escapeXml(reason)}"/></testcase>`,
    ),
    '</testsuite>',
    '',
  ].join('\n');
}

function writeCase(finding: Finding, always: string, open: string, close: string): string {
  const { rule, message, help, related, range, path } = finding;
  const { line, column } = range.start;
  const others = related.map(
    (other) => `${other.path}:${other.range.start.line}:${other.range.start.column}  ${other.label}`,
  );
  const text = [
    `${path}:${line}:${column}  ${finding.severity} ${rule}  ${message}`,
    ...others,
    `help: ${help}`,
  ];
  return `  <testcase name="${escapeXml(`${rule} at ${line}:${column}`)}" ${always}>${open}${escapeXml(text.join('\n'), 'lines')}${close}</testcase>`;
}

function failureAttributes({ severity, message }: Finding): string {
  return `type="${severity}" message="${escapeXml(message)}"`;
}

function testsOf({ failed, passed, skipped }: Suite): number {
  return Math.max(1, failed.length + passed.length + skipped.length);
}

function failuresOf({ failed }: Suite): number {
  return failed.length;
}

function skippedOf({ skipped }: Suite): number {
  return skipped.length;
}
