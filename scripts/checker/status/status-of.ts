import type { Finding, PageDrift, Report, ReportedPage } from '../../../src/domain/report/report.ts';
import {
  type Action,
  actions,
  type LocaleStatus,
  type PageStatus,
  type StatusReport,
  statusVersion,
} from '../../../src/domain/report/status.ts';
import { compareText } from '../compare-text.ts';
import { structureRules } from './structure-rules.ts';

/**
 * How every translation of a report stands, and what there is to do about it.
 *
 * A page is restamped only where it is certain that there is nothing to translate.
 * @param report with the drift of its pages, and with findings of `structureRules`; others are passed over
 * @param knowsRevisions whether the settings say where source revisions are noted
 * @example statusOf(report, true).pages[0] // => { path: 'content/sv/add.md', state: 'behind', action: 'act', reason: '1 step changed', … }
 */
export function statusOf(report: Report, knowsRevisions: boolean): StatusReport {
  const findings = Map.groupBy(
    report.findings.filter(({ rule, severity }) => structureRules.has(rule) && severity !== 'note'),
    ({ path }) => path,
  );
  const reasons = new Map(report.notCompared.map(({ path, reason }) => [path, reason]));
  const pages = report.pages
    .filter(({ state }) => state !== 'source')
    .map((page) => pageStatusOf(page, findings.get(page.path) ?? [], reasons.get(page.path)))
    .toSorted((one, other) => compareText(one.locale, other.locale) || compareText(one.path, other.path));
  const shown = new Set(pages.map(({ path }) => path));
  return {
    version: statusVersion,
    locales: Array.from(
      Map.groupBy(pages, ({ locale }) => locale),
      ([locale, own]) => localeStatusOf(locale, own),
    ),
    pages,
    hint: knowsRevisions ? null : revisionHint,
    notCompared: report.notCompared.filter(({ path }) => !shown.has(path)),
  };
}

const revisionHint =
  'Add `"sourceRevision": { "history": true }` to the settings to let git tell, or `{ "frontMatter": "source" }` to note it in each page with `lockstep stamp`.';

function localeStatusOf(locale: string, pages: readonly PageStatus[]): LocaleStatus {
  const count = (action: Action): number => pages.filter((page) => page.action === action).length;
  const counts = Object.fromEntries(
    actions.map((action) => [action, count(action)]),
  ) as LocaleStatus['counts'];
  return { locale, pages: pages.length, percent: Math.floor((100 * counts.fine) / pages.length), counts };
}

function pageStatusOf(
  { key, locale, path, source, state, drift = undefined }: ReportedPage,
  findings: readonly Finding[],
  problem: string | undefined,
): PageStatus {
  const structure = structureOf(findings);
  const { action, reason } = verdictOf(state, drift, describeStructure(structure), problem);
  return {
    key,
    locale,
    path,
    source,
    state,
    action,
    reason,
    since: drift?.since ?? null,
    structure,
    drift: drift ?? null,
  };
}

interface Verdict {
  readonly action: Action;
  readonly reason: string;
}

function verdictOf(
  state: ReportedPage['state'],
  drift: PageDrift | undefined,
  faults: string,
  problem: string | undefined,
): Verdict {
  switch (state) {
    case 'missing':
      return { action: 'translate', reason: 'it is not there' };
    case 'orphan':
      return { action: 'remove', reason: 'it has no source page' };
    case 'unreadable':
      return { action: 'broken', reason: 'it cannot be read' };
    case 'behind':
      return verdictOfBehind(drift, faults);
    case 'current':
      return faults === '' ? { action: 'fine', reason: '' } : { action: 'broken', reason: faults };
    default: {
      const why = problem === undefined ? 'no source revision is noted' : withoutStop(problem);
      return { action: 'unknown', reason: joined([why, faults]) };
    }
  }
}

function verdictOfBehind(drift: PageDrift | undefined, faults: string): Verdict {
  if (drift === undefined || drift.summary === null) {
    return { action: 'act', reason: joined(['what changed is not known', faults]) };
  }
  if (!drift.cosmetic && !drift.inTranslation) {
    return { action: 'act', reason: joined([whatChanged(drift, drift.summary), faults]) };
  }
  const why = drift.cosmetic
    ? 'only the form of the source has changed'
    : `it has the same: ${drift.summary.text}`;
  if (faults !== '') return { action: 'broken', reason: joined([faults, why]) };
  // What was guessed from history or a date is noted nowhere, so that nothing is out of date.
  return { action: drift.certainty < 1 ? 'fine' : 'restamp', reason: why };
}

/** `1 step changed (+3 −1 words) since 2024-05-01 (abc1234)`. */
function whatChanged(
  { since, lastCommit }: PageDrift,
  { text, wordsAdded, wordsRemoved }: NonNullable<PageDrift['summary']>,
): string {
  const words = [wordsAdded > 0 ? `+${wordsAdded}` : '', wordsRemoved > 0 ? `−${wordsRemoved}` : ''].filter(
    (part) => part !== '',
  );
  const size =
    words.length === 0 ? '' : ` (${words.join(' ')} ${wordsAdded + wordsRemoved === 1 ? 'word' : 'words'})`;
  if (since !== null) return `${text}${size} since ${since.date} (${since.id})`;
  return lastCommit === null
    ? `${text}${size}`
    : `${text}${size}, last on ${lastCommit.date} (${lastCommit.id})`;
}

function structureOf(findings: readonly Finding[]): PageStatus['structure'] {
  const byRule = Map.groupBy(findings, ({ rule }) => rule);
  return {
    errors: findings.filter(({ severity }) => severity === 'error').length,
    warnings: findings.filter(({ severity }) => severity === 'warning').length,
    rules: Object.fromEntries(
      [...byRule]
        .toSorted(([one], [other]) => compareText(one, other))
        .map(([rule, own]) => [rule, own.length]),
    ),
  };
}

/** `2 missing-step, 1 extra-block`. */
function describeStructure({ rules }: PageStatus['structure']): string {
  return Object.entries(rules)
    .map(([rule, count]) => `${count} ${rule}`)
    .join(', ');
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('; ');
}

function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '');
}
