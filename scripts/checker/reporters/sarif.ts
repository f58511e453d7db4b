import type { Finding, NotCompared, Report } from '../../../src/domain/report/report.ts';
import type { RuleWords } from './rule-words.ts';

/** What the reporter needs beside the report. */
export interface SarifOptions {
  /** Version of the checker. */
  readonly version: string;
  /** Every rule that findings may be of. */
  readonly rules: readonly RuleWords[];
}

/**
 * The report in SARIF 2.1.0 (OASIS), which code hosts and editors read; ends with a line end.
 *
 * Severities keep their names, which are SARIF's levels too. Columns count UTF-16 units, as in the report. A place in
 * an old text of the source, which nobody can open, is named without its lines.
 */
export function* renderSarif(report: Report, { version, rules }: SarifOptions): Iterable<string> {
  const used = new Set(report.findings.map(({ rule }) => rule));
  const described = rules.filter(({ id }) => used.has(id));
  const indexes = new Map(described.map(({ id }, index) => [id, index]));
  const driver = { name: 'Lockstep', version, rules: described.map(descriptor) };
  const invocation = {
    executionSuccessful: true,
    toolExecutionNotifications: report.notCompared.map(notification),
  };
  yield '{\n';
  yield '"$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json",\n';
  yield '"version": "2.1.0",\n';
  yield `"runs": [{\n"tool": ${JSON.stringify({ driver })},\n`;
  yield `"columnKind": "utf16CodeUnits",\n"invocations": [${JSON.stringify(invocation)}],\n"results": [`;
  let separator = '\n';
  for (const finding of report.findings) {
    yield `${separator}${JSON.stringify(resultOf(finding, indexes.get(finding.rule)))}`;
    separator = ',\n';
  }
  yield '\n]\n}]\n}\n';
}

function descriptor({ id, severity, docs }: RuleWords): object {
  return {
    id,
    shortDescription: { text: docs.summary },
    fullDescription: { text: `${docs.summary} ${docs.why}` },
    help: { text: docs.fix },
    defaultConfiguration: { level: severity },
  };
}

function resultOf(finding: Finding, ruleIndex: number | undefined): object {
  const { rule, severity, message, help, path, range, related, fingerprint, fix } = finding;
  return {
    ruleId: rule,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: severity,
    message: { text: `${message}. ${help}` },
    locations: [{ physicalLocation: { artifactLocation: artifact(path), region: regionOf(range) } }],
    ...(related.length > 0 && { relatedLocations: related.map(relatedLocation) }),
    partialFingerprints: { 'lockstep/v1': fingerprint },
    ...(fix !== null && { fixes: [fixOf(fix, path)] }),
    properties: { confidence: finding.confidence, locale: finding.locale, data: finding.data },
  };
}

function relatedLocation(
  { label, path, range, revision }: Finding['related'][number],
  index: number,
): object {
  return {
    id: index + 1,
    message: { text: label },
    physicalLocation: {
      artifactLocation: artifact(path),
      ...(revision === undefined && { region: regionOf(range) }),
    },
    ...(revision !== undefined && { properties: { revision } }),
  };
}

function fixOf({ title, safety, edits }: NonNullable<Finding['fix']>, path: string): object {
  const replacements = edits.map(({ range, text }) => ({
    deletedRegion: regionOf(range),
    insertedContent: { text },
  }));
  return {
    description: { text: title },
    artifactChanges: [{ artifactLocation: artifact(path), replacements }],
    properties: { safety },
  };
}

function notification({ path, reason }: NotCompared): object {
  return {
    level: 'note',
    message: { text: reason },
    locations: [{ physicalLocation: { artifactLocation: artifact(path) } }],
  };
}

/** Relative to the root of what is scanned, as code hosts ask for. */
function artifact(path: string): object {
  const uri = path.split('/').map(encodeURIComponent).join('/');
  return { uri, uriBaseId: '%SRCROOT%' };
}

function regionOf({ start, end }: Finding['range']): object {
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
    charOffset: start.offset,
    charLength: end.offset - start.offset,
  };
}
