import { type Diagnostic, DiagnosticSeverity, type Location } from 'vscode-languageserver/node';
import type { Finding, Severity } from '../../../src/domain/report/report.ts';
import { ruleUrl } from '../reference/rule-url.ts';
import { escapeControls } from '../reporters/escape-controls.ts';
import type { Places } from './places.ts';

/** What the editor can show, and where files are. */
export interface DiagnosticContext {
  /** Of the page that the finding is in. */
  readonly places: Places;
  /** `undefined` where the file is not to be had. */
  readonly locationOf: (path: string, range: Finding['range']) => Location | undefined;
  readonly isRelatedShown: boolean;
}

/**
 * A finding as editors show it. Its `data` is what tells later which finding it was.
 *
 * Places in an old text of the source are left out: nobody can open it.
 */
export function diagnosticOf(finding: Finding, context: DiagnosticContext): Diagnostic {
  const { rule, severity, message, help, range, related, fingerprint } = finding;
  const elsewhere = related.flatMap(({ label, path, range: place, revision }) => {
    const location = revision === undefined ? context.locationOf(path, place) : undefined;
    return location === undefined ? [] : [{ location, message: escapeControls(label) }];
  });
  return {
    range: context.places.rangeOf(range),
    severity: severityOf[severity],
    code: rule,
    codeDescription: { href: ruleUrl(rule) },
    source: 'lockstep',
    message: `${escapeControls(message)}\n${escapeControls(help)}`,
    ...(context.isRelatedShown && elsewhere.length > 0 && { relatedInformation: elsewhere }),
    data: { fingerprint },
  };
}

/** Editors list no hints among the problems, and a note is worth a look. */
const severityOf: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  note: DiagnosticSeverity.Information,
};
