import { pathToFileURL } from 'node:url';
import type { Finding, NotCompared, Report } from '../../../src/domain/report/report.ts';
import { countBySeverity, gravestFirst } from './by-severity.ts';
import { jsonText } from './json-text.ts';
import { isAbsolute, pathFromRoot } from './path-from-root.ts';
import type { RuleWords } from './rule-words.ts';

/** What the reporter needs beside the report. */
export interface SarifOptions {
  /** Version of the checker. */
  readonly version: string;
  /** Every rule that findings may be of. */
  readonly rules: readonly RuleWords[];
  /** Leads from the repository's root to the report's folder, with a slash at its end; empty in the root. */
  readonly above?: string;
}

/** So many results of a run GitHub takes; of more it takes none. */
const mostResults = 25_000;

/**
 * The report in SARIF 2.1.0 (OASIS), which code hosts and editors read; ends with a line end.
 *
 * Severities keep their names, which are SARIF's levels too. Columns count UTF-16 units, as in the report. A place in
 * an old text of the source, which nobody can open, is named without its lines. A run says nothing of its category
 * (`automationDetails`), so that whoever uploads it can. Of more results than GitHub takes the lightest are left out,
 * and a notification says so.
 */
export function* renderSarif(report: Report, { version, rules, above = '' }: SarifOptions): Iterable<string> {
  const { taken, left } = within(report.findings);
  const used = new Set(taken.map(({ rule }) => rule));
  const described = rules.filter(({ id }) => used.has(id));
  const indexes = new Map(described.map(({ id }, index) => [id, index]));
  const driver = { name: 'Lockstep', version, semanticVersion: version, rules: described.map(descriptor) };
  const invocation = {
    executionSuccessful: true,
    toolExecutionNotifications: [
      ...report.notCompared.map((lack) => notification(lack, above)),
      ...(left.length === 0 ? [] : [cutNotification(left)]),
    ],
  };
  yield '{\n';
  yield '"$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json",\n';
  yield '"version": "2.1.0",\n';
  yield `"runs": [{\n"tool": ${jsonText({ driver })},\n"originalUriBaseIds": ${jsonText(bases)},\n`;
  yield `"columnKind": "utf16CodeUnits",\n"invocations": [${jsonText(invocation)}],\n"results": [`;
  let separator = '\n';
  for (const finding of taken) {
    yield `${separator}${jsonText(resultOf(finding, indexes.get(finding.rule), above))}`;
    separator = ',\n';
  }
  yield '\n]\n}]\n}\n';
}

/** That base has no address: a report is read on other machines than it is made on. */
const bases = { '%SRCROOT%': { description: { text: 'The root of the repository' } } };

/** The findings that GitHub takes, in the order of the report, and the others. */
function within(findings: readonly Finding[]): {
  readonly taken: readonly Finding[];
  readonly left: readonly Finding[];
} {
  if (findings.length <= mostResults) return { taken: findings, left: [] };
  const chosen = new Set(gravestFirst(findings).slice(0, mostResults));
  return {
    taken: findings.filter((finding) => chosen.has(finding)),
    left: findings.filter((finding) => !chosen.has(finding)),
  };
}

function descriptor({ id, severity, docs }: RuleWords): object {
  return {
    id,
    shortDescription: { text: docs.summary },
    fullDescription: { text: `${docs.summary} ${docs.why}` },
    help: {
      text: `${docs.why} ${docs.fix}`,
      markdown: `${docs.summary}\n\n**Why it matters.** ${docs.why}\n\n**What to do.** ${docs.fix}`,
    },
    defaultConfiguration: { level: severity },
    properties: { tags: ['translation', 'documentation'] },
  };
}

function resultOf(finding: Finding, ruleIndex: number | undefined, above: string): object {
  const { rule, severity, message, help, path, range, related, fingerprint, fix } = finding;
  return {
    ruleId: rule,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: severity,
    message: { text: [`${literal(message)}. ${literal(help)}`, ...related.map(linkTo)].join(' ') },
    locations: [{ physicalLocation: { artifactLocation: artifact(above, path), region: regionOf(range) } }],
    ...(related.length > 0 && {
      relatedLocations: related.map((other, index) => relatedLocation(other, index, above)),
    }),
    partialFingerprints: { 'lockstep/v1': fingerprint },
    ...(fix !== null && { fixes: [fixOf(fix, artifact(above, path))] }),
    rank: finding.confidence * 100,
    properties: { confidence: finding.confidence, locale: finding.locale, data: finding.data },
  };
}

function relatedLocation(
  { label, path, range, revision }: Finding['related'][number],
  index: number,
  above: string,
): object {
  return {
    id: index + 1,
    message: { text: label },
    physicalLocation: {
      artifactLocation: artifact(above, path),
      ...(revision === undefined && { region: regionOf(range) }),
    },
    ...(revision !== undefined && { properties: { revision } }),
  };
}

/** Where a message has a link to a related location, GitHub shows that location. */
function linkTo({ label }: Finding['related'][number], index: number): string {
  return `See [${label.replace(/[[\]\\]/g, '\\$&')}](${index + 1}).`;
}

/** Words in which nothing is a link (SARIF 2.1.0, 3.11.6), nor begins one that a link of ours would end. */
function literal(words: string): string {
  return words.replace(/\[(?=[^\]]*(?:\]\(|$))/g, '\\[');
}

function fixOf({ title, safety, edits }: NonNullable<Finding['fix']>, artifactLocation: object): object {
  const replacements = edits.map(({ range, text }) => ({
    deletedRegion: regionOf(range),
    insertedContent: { text },
  }));
  return {
    description: { text: title },
    artifactChanges: [{ artifactLocation, replacements }],
    properties: { safety },
  };
}

function notification({ path, reason }: NotCompared, above: string): object {
  return {
    level: 'note',
    message: { text: literal(reason) },
    locations: [{ physicalLocation: { artifactLocation: artifact(above, path) } }],
  };
}

function cutNotification(left: readonly Finding[]): object {
  const text = `${countBySeverity(left)} more were found and left out, for GitHub takes ${mostResults} results of a run.`;
  return { level: 'warning', message: { text } };
}

/** Relative to the root of the repository, as code hosts ask for. */
function artifact(above: string, path: string): object {
  const parts = pathFromRoot(above, path).toWellFormed().split('/');
  if (!isAbsolute(path)) return { uri: parts.map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
  return { uri: pathToFileURL(parts.join('/')).href };
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
