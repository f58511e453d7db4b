import type { Span } from '../../../src/domain/document/page-document.ts';
import { type Finding, type Severity, severitySchema } from '../../../src/domain/report/report.ts';
import { compareText } from '../compare-text.ts';
import { shortId } from '../history/blob-id.ts';
import { type OldSource, rangeToday } from '../history/read-revisions.ts';
import type { CheckedPage, Draft, PairContext, Rule } from '../rules/rule.ts';
import { fingerprinter } from './fingerprint.ts';

/** What a rule said, and of what. */
export interface SaidDraft {
  readonly rule: Rule;
  readonly draft: Draft;
  /** The page it looked at; `undefined` for a rule on the tree. */
  readonly page: CheckedPage | undefined;
}

/** A translation beside the source text it was held against. */
export interface JudgedPair {
  readonly context: PairContext;
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
  readonly pairs: ReadonlyMap<string, JudgedPair>;
  readonly sourceLocale: string;
  /** Severities that the settings give to rules, by id. */
  readonly severities: ReadonlyMap<string, Severity>;
  /** The text of a file, or of the old source with that blob id. */
  readonly textOf: (path: string, revision?: string) => string | undefined;
  readonly isReported: (place: { path: string; locale: string; rule: string }) => boolean;
}

/** Gives what the rules said its place in the report; sorted by path, place, rule and the counterpart's place. */
export function finishFindings(drafts: readonly SaidDraft[], context: FindingsContext): Finding[] {
  const fingerprint = fingerprinter();
  return drafts
    .map((said) => placed(said, context))
    .filter(({ rule, path, locale }) => context.isReported({ path, locale, rule: rule.id }))
    .toSorted(
      (one, other) =>
        compareText(one.path, other.path) ||
        one.draft.span.start.offset - other.draft.span.start.offset ||
        compareText(one.rule.id, other.rule.id) ||
        one.draft.span.end.offset - other.draft.span.end.offset ||
        sourceOffset(one.draft) - sourceOffset(other.draft) ||
        compareText(one.draft.message, other.draft.message),
    )
    .map(({ rule, draft, path, key, locale, pair }): Finding => {
      const related = (draft.related ?? []).map((place) => relatedPlace(place, pair));
      const [counterpart] = related;
      return {
        rule: rule.id,
        severity: severityOf(rule, draft, context.severities.get(rule.id)),
        confidence: roundedConfidence((draft.confidence ?? 1) * (pair?.certainty ?? 1)),
        message: draft.message,
        help: draft.help,
        locale,
        path,
        range: rangeOf(draft.span),
        related,
        data: { ...draft.data },
        fingerprint: fingerprint({
          rule: rule.id,
          key,
          locale,
          excerpt: excerptOf(context.textOf(path), draft.span),
          counterpart:
            counterpart === undefined
              ? ''
              : excerptOf(context.textOf(counterpart.path, counterpart.revision), counterpart.range),
        }),
        fix: null,
      };
    });
}

interface PlacedDraft {
  readonly rule: Rule;
  readonly draft: Draft;
  readonly path: string;
  readonly key: string;
  readonly locale: string;
  /** Where the rule saw the translation beside its source, which a rule on single pages does not. */
  readonly pair: JudgedPair | undefined;
}

function placed({ rule, draft, page }: SaidDraft, context: FindingsContext): PlacedDraft {
  const path = draft.path ?? page?.path ?? '.';
  const place = context.places.get(path);
  return {
    rule,
    draft,
    path,
    key: place?.key ?? path,
    locale: place?.locale ?? page?.locale ?? context.sourceLocale,
    pair: rule.on === 'page' ? undefined : context.pairs.get(page?.path ?? path),
  };
}

/** The settings replace the rule's severity; where the rule says that this fault is lighter, it stays so. */
function severityOf(rule: Rule, draft: Draft, set: Severity | undefined): Severity {
  const own = draft.severity ?? rule.severity;
  if (set === undefined) return own;
  const order = severitySchema.options;
  const isLighter = order.indexOf(own) > order.indexOf(rule.severity);
  return isLighter && order.indexOf(own) > order.indexOf(set) ? own : set;
}

/**
 * A place in the source, as it is today where its lines are still the same, else in the old text that the
 * translation was made from.
 */
function relatedPlace(
  place: NonNullable<Draft['related']>[number],
  pair: JudgedPair | undefined,
): Finding['related'][number] {
  const { label, path } = place;
  const range = rangeOf(place.span);
  if (pair?.old === undefined || path !== pair.context.source.path) return { label, path, range };
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
function sourceOffset({ related }: Draft): number {
  return related?.[0]?.span.start.offset ?? 0;
}
