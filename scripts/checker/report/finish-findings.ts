import type { Span } from '../../../src/domain/document/page-document.ts';
import type { Finding } from '../../../src/domain/report/report.ts';
import { type Severity, severities } from '../../../src/domain/report/severity.ts';
import { compareText } from '../compare-text.ts';
import { shortId } from '../history/blob-id.ts';
import { type OldSource, rangeToday } from '../history/known-revision.ts';
import type { Draft, Rule } from '../rules/rule.ts';
import { fingerprinter, listedIn } from './fingerprint.ts';

/** What a rule said, and of what. */
export interface SaidDraft {
  readonly rule: Rule;
  readonly draft: Draft;
  /** The page it looked at; `undefined` for a rule that looks at several. */
  readonly path: string | undefined;
}

/** How a translation stands to the source text it was held against. */
export interface PairStanding {
  readonly sourcePath: string;
  /** Where that is not the source as it is. */
  readonly old: OldSource | undefined;
  /** Below 1 where the source that the translation was made from is not to be had. */
  readonly certainty: number;
}

/** What findings are finished with. */
export interface FindingsContext {
  /** Key and locale of each page, there or missing, by path. */
  readonly places: ReadonlyMap<string, { readonly key: string; readonly locale: string }>;
  /** By the translation's path. */
  readonly pairs: ReadonlyMap<string, PairStanding>;
  readonly sourceLocale: string;
  /** The text of a file, or of the old source with that blob id. */
  readonly textOf: TextReader;
}

/** Gives the text of a file as it is, or of the old source with that blob id; `undefined` where it is not to be had. */
export type TextReader = (path: string, revision?: string) => string | undefined;

/** Gives what the rules said its place in the report, in the order of `compareFindings`; severities are the rules'. */
export function finishFindings(drafts: readonly SaidDraft[], context: FindingsContext): Finding[] {
  const fingerprint = fingerprinter();
  return drafts
    .map((said) => finished(said, context))
    .toSorted((one, other) => compareFindings(one.finding, other.finding))
    .map(({ key, finding }): Finding => {
      const [counterpart] = finding.related;
      const excerpt = excerptOf(context.textOf(finding.path), finding.range);
      const other = counterpart && context.textOf(counterpart.path, counterpart.revision);
      return {
        ...finding,
        fingerprint: fingerprint({
          rule: finding.rule,
          key,
          locale: finding.locale,
          excerpt,
          counterpart: counterpart === undefined ? '' : excerptOf(other, counterpart.range),
          listed: listedIn(finding),
        }),
      };
    });
}

/** Orders findings by path, place, rule, the counterpart's place and words, so that every run prints them alike. */
export function compareFindings(one: Finding, other: Finding): number {
  return (
    compareText(one.path, other.path) ||
    one.range.start.offset - other.range.start.offset ||
    compareText(one.rule, other.rule) ||
    one.range.end.offset - other.range.end.offset ||
    sourceOffset(one) - sourceOffset(other) ||
    compareText(one.message, other.message)
  );
}

/**
 * The severity of a finding under the settings: they replace the rule's; where the rule says that this fault is
 * lighter, it stays so.
 */
export function settledSeverity(finding: Finding, rule: Rule, set: Severity | undefined): Severity {
  const own = finding.severity;
  if (set === undefined) return own;
  const isLighter = severities.indexOf(own) > severities.indexOf(rule.severity);
  return isLighter && severities.indexOf(own) > severities.indexOf(set) ? own : set;
}

function finished(
  { rule, draft, path: lookedAt }: SaidDraft,
  context: FindingsContext,
): { readonly key: string; readonly finding: Finding } {
  const path = draft.path ?? lookedAt ?? '.';
  const place = context.places.get(path);
  // A rule on single pages does not see the translation beside its source.
  const pair = rule.on === 'page' ? undefined : context.pairs.get(lookedAt ?? path);
  const confidence = roundedConfidence((draft.confidence ?? 1) * (pair?.certainty ?? 1));
  const severity = draft.severity ?? rule.severity;
  return {
    key: place?.key ?? path,
    finding: {
      rule: rule.id,
      // What is likelier no fault than one must not fail a run.
      severity: severity === 'error' && confidence < 0.5 ? 'warning' : severity,
      confidence,
      message: draft.message,
      help: draft.help,
      locale: place?.locale ?? context.sourceLocale,
      path,
      range: rangeOf(draft.span),
      related: (draft.related ?? []).map((other) => relatedPlace(other, pair)),
      data: { ...draft.data },
      fingerprint: '',
      fix: fixOf(draft.fix),
    },
  };
}

function fixOf(fix: Draft['fix']): Finding['fix'] {
  if (fix === undefined) return null;
  const { title, safety, edits } = fix;
  return { title, safety, edits: edits.map(({ span, text }) => ({ range: rangeOf(span), text })) };
}

/**
 * A place in the source, as it is today where its lines are still the same, else in the old text that the
 * translation was made from.
 */
function relatedPlace(
  place: NonNullable<Draft['related']>[number],
  pair: PairStanding | undefined,
): Finding['related'][number] {
  const { label, path } = place;
  const range = rangeOf(place.span);
  if (pair?.old === undefined || path !== pair.sourcePath) return { label, path, range };
  const today = rangeToday(place.span, pair.old);
  if (today !== undefined) return { label, path, range: rangeOf(today) };
  const { revision } = pair.old;
  return { label: `${label} as of ${shortId(revision)}`, path, range, revision };
}

function rangeOf(span: Span): Finding['range'] {
  return { start: { ...span.start }, end: { ...span.end } };
}

function excerptOf(text: string | undefined, span: Span): string {
  return text?.slice(span.start.offset, span.end.offset) ?? '';
}

function roundedConfidence(confidence: number): number {
  return Math.round(Math.min(1, Math.max(0, confidence)) * 100) / 100;
}

/** Two things missing at one place are told in the order in which the source has them. */
function sourceOffset({ related }: Finding): number {
  return related[0]?.range.start.offset ?? 0;
}
